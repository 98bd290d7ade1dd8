"""Handing over by keyboard alone, in the program's own window: a portfolio, one citizen, the checklist, the letters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.window import OpenWindow, build_window
from koordinator.domain.citizen import Citizen
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.handover import Handover, HandoverItem, HandoverKind, HandoverOutcome, HandoverTerms
from koordinator.domain.meeting import Meeting
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Paper, PaperKind
from koordinator.domain.steps import Step
from koordinator.texts import handover as texts
from koordinator.ui.ask import Question
from koordinator.ui.pages.handover.page import HandoverPage
from koordinator.ui.pages.handover.receivers import ReceiverDialog, ReceiversDialog
from koordinator.ui.tabs.dialogs.appointment import NextMeetingDialog
from koordinator.ui.tabs.dialogs.handover import HandOverDialog, ReadHandoverDialog
from koordinator.ui.tabs.handover_card import HandoverCard
from koordinator.ui.tabs.write_letter import LetterDialog
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.choices import CheckBox
from koordinator.usecases.courses import Courses
from koordinator.usecases.unlock import Opened
from tests.support.histories import Histories, days_ago
from tests.support.office import KEY, TODAY, Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import Memory, nameless

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def ida(histories: Histories) -> Employee:
    return histories.employee("Ida Mikkelsen")


@pytest.fixture
def citizens(bench: Bench, histories: Histories, ida: Employee) -> list[Citizen]:
    made = [bench.add_citizen(f"Borger {n:02}", "") for n in range(40)]
    for citizen in made:
        histories.course(citizen.subject_id, Step.MEETINGS, days_ago(60))
        Courses(bench.office).choose_coordinator(bench.actor, citizen.subject_id, bench.actor.employee_id)
    assert ida.id != bench.actor.employee_id
    return made


@pytest.fixture
def shown(qtbot: QtBot, bench: Bench, citizens: list[Citizen], tasks: Tasks) -> OpenWindow:
    assert citizens
    made = build_window(Opened(bench.database.path, bench.database, KEY), tasks, Memory(), clock=bench.clock)
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    wait_until_idle(qtbot, made.desk)
    return made


def open_page(qtbot: QtBot, shown: OpenWindow) -> HandoverPage:
    shown.window.navigate("handover", None)
    wait_until_idle(qtbot, shown.desk)
    (page,) = shown.window.findChildren(HandoverPage)
    page.list.setFocus()
    page.list.selectRow(0)
    return page


def press(shown: OpenWindow, card: HandoverCard, words: str) -> None:
    (button,) = (each for each in card.findChildren(Button) if each.text() == words)
    assert shown.window.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def choose_first(dialog: ReceiverDialog | HandOverDialog) -> None:
    assert nameless(dialog) == []
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)


def test_forty_are_chosen_spread_and_begun_by_keyboard(
    qtbot: QtBot, histories: Histories, shown: OpenWindow, ida: Employee
) -> None:
    bo = histories.employee("Bo Friis")
    page = open_page(qtbot, shown)

    def tick_both(dialog: ReceiversDialog) -> None:
        assert nameless(dialog) == []
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    QTest.keyClick(page.list, Qt.Key.Key_A, CONTROL)
    when_dialog_opens(ReceiversDialog, tick_both)
    QTest.keyClick(page.list, Qt.Key.Key_M, CONTROL)
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    QTest.keyClick(page.list, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(histories.all(Handover)) == 40)
    wait_until_idle(qtbot, shown.desk)

    receivers = [each.receiver_id for each in histories.all(Handover)]
    assert (receivers.count(ida.id), receivers.count(bo.id)) == (20, 20)
    assert len(page.under_way.rows()) == 40
    assert nameless(page) == []
    assert page.carry.isHidden() or not page.carry.isVisible()


def test_one_is_ticked_and_not_ticked_and_given_to_another(
    qtbot: QtBot, histories: Histories, shown: OpenWindow, ida: Employee
) -> None:
    page = open_page(qtbot, shown)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert [row.is_chosen for row in page.list.rows()[:2]] == [True, False]
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert not page.list.rows()[0].is_chosen

    page.list.setCurrentIndex(page.list.model().index(1, 1))
    when_dialog_opens(ReceiverDialog, choose_first)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.list.rows()[1].receiver == ida.name
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    QTest.keyClick(page.list, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(histories.all(Handover)) == 1)
    wait_until_idle(qtbot, shown.desk)


def test_who_has_nobody_is_said(qtbot: QtBot, shown: OpenWindow, ida: Employee) -> None:
    page = open_page(qtbot, shown)

    page.giver.set_value(ida.id)
    wait_until_idle(qtbot, shown.desk)

    assert page.list.rows() == ()
    assert not page.carry.isVisible()
    assert page.shown_id == ida.id


def test_one_citizen_is_handed_over_from_the_header(
    qtbot: QtBot, histories: Histories, shown: OpenWindow, citizens: list[Citizen], ida: Employee
) -> None:
    shown.window.navigate("citizen", citizens[0].id)
    wait_until_idle(qtbot, shown.desk)
    (link,) = (each for each in shown.window.findChildren(LinkButton) if each.text() == texts.HAND_OVER)
    when_dialog_opens(HandOverDialog, choose_first)
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(histories.all(Handover)) == 1)
    wait_until_idle(qtbot, shown.desk)

    (under_way,) = histories.all(Handover)
    assert (under_way.receiver_id, under_way.takes_effect_on) == (ida.id, TODAY)
    (card,) = shown.window.findChildren(HandoverCard)
    assert card.isVisible()
    assert len(card.findChildren(CheckBox)) == 5


@pytest.fixture
def card(qtbot: QtBot, bench: Bench, shown: OpenWindow, citizens: list[Citizen], ida: Employee) -> HandoverCard:
    terms = HandoverTerms(HandoverKind.ABSENCE, bench.actor.employee_id, TODAY, "Ring om formiddagen")
    shown.desk.services.handovers.begin(bench.actor, terms, {citizens[0].subject_id: ida.id})
    shown.window.navigate("citizen", citizens[0].id)
    wait_until_idle(qtbot, shown.desk)
    (found,) = shown.window.findChildren(HandoverCard)
    return found


def settled(qtbot: QtBot, shown: OpenWindow, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds)
    wait_until_idle(qtbot, shown.desk)


def test_a_line_is_ticked_and_it_is_carried_out_and_goes_back(
    qtbot: QtBot, histories: Histories, shown: OpenWindow, card: HandoverCard, ida: Employee
) -> None:
    box = card.findChildren(CheckBox)[0]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    settled(qtbot, shown, lambda: histories.all(HandoverItem)[0].done_on == TODAY)

    press(shown, card, texts.NOW)
    settled(qtbot, shown, lambda: histories.all(Handover)[0].outcome is HandoverOutcome.CARRIED_OUT)
    subject_id = histories.all(Handover)[0].subject_id
    assert [row.employee_id for row in histories.all(CoordinatorPeriod, subject_id=subject_id)] == [ida.id]

    when_dialog_opens(Question, Question.accept)
    press(shown, card, texts.GIVE_BACK)
    settled(qtbot, shown, lambda: histories.all(Handover)[0].returned_on == TODAY)
    assert not card.isVisible()


def test_what_is_known_is_read_and_carried_out_from_there(
    qtbot: QtBot, histories: Histories, shown: OpenWindow, card: HandoverCard
) -> None:
    def read(dialog: ReadHandoverDialog) -> None:
        assert nameless(dialog) == []
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(ReadHandoverDialog, read)
    press(shown, card, texts.SEE)
    wait_until_idle(qtbot, shown.desk)
    settled(qtbot, shown, lambda: histories.all(Handover)[0].outcome is HandoverOutcome.CARRIED_OUT)


def test_the_introduction_is_planned(qtbot: QtBot, histories: Histories, shown: OpenWindow, card: HandoverCard) -> None:
    when_dialog_opens(NextMeetingDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL))
    press(shown, card, texts.INTRODUCE)
    wait_until_idle(qtbot, shown.desk)
    settled(qtbot, shown, lambda: histories.all(Handover)[0].meeting_id is not None)

    assert len(histories.all(Meeting)) == 1


def test_the_letter_is_made_and_kept(
    qtbot: QtBot,
    histories: Histories,
    shown: OpenWindow,
    card: HandoverCard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "brev.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))
    when_dialog_opens(LetterDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL))
    press(shown, card, texts.LETTER)
    settled(qtbot, shown, file.exists)

    assert [paper.kind for paper in histories.all(Paper)] == [PaperKind.HANDOVER]
