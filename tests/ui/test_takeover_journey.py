"""Trin 3 by keyboard alone: the guide leads to what is not handed over, and one caseworker is chosen for the family."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.subject_tabs import subject_tabs
from koordinator.domain.citizen import Citizen, Family, PrimaryCaseworkerPeriod
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.organisation import Employee
from koordinator.domain.steps import Step
from koordinator.domain.takeover import Takeover, TakeoverOutcome
from koordinator.texts import formats
from koordinator.texts import subject as subject_texts
from koordinator.texts import takeover as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.subject.page import CitizenPage, FamilyPage
from koordinator.ui.pages.subject.responsible_dialogs import CoordinatorDialog
from koordinator.ui.tabs.dialogs.takeover import TakeoverDialog
from koordinator.ui.tabs.takeover_card import TakeoverCard
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.fields import CheckField, ChoiceField, Field
from koordinator.usecases.courses import Courses
from tests.support.desk import desk_at
from tests.support.histories import Histories
from tests.support.office import TODAY, Bench
from tests.ui.office_window import open_window, place, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGES = (
    ("citizens", None),
    ("citizen", lambda desk: CitizenPage(desk, subject_tabs(desk))),
    ("family", lambda desk: FamilyPage(desk, subject_tabs(desk))),
)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def ida(histories: Histories) -> Employee:
    return histories.employee()


@pytest.fixture
def otto(bench: Bench, histories: Histories) -> Citizen:
    citizen = bench.add_citizen("Otto Rømer", "")
    histories.case(citizen, "Handicap")
    return citizen


@pytest.fixture
def family(bench: Bench, histories: Histories, otto: Citizen) -> Family:
    """On trin 3 since today; Handicap and Familie have something to hand over."""
    lone = bench.add_citizen("Lone Rømer")
    histories.case(lone, "Familie")
    family = histories.family("Familien Rømer", lone, otto)
    decided = histories.assessment(family.subject_id, Step.ONE_CASEWORK, TODAY)
    Courses(bench.office).carry_out(bench.actor, decided.id)
    return family


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def opened(qtbot: QtBot, bench: Bench, desk: Desk) -> Callable[[str, int], MainWindow]:
    window = open_window(qtbot, bench, desk, PAGES)

    def go(page: str, key: int) -> MainWindow:
        window.navigate(page, key)
        wait_until_idle(qtbot, desk)
        return window

    return go


def card_of(window: MainWindow) -> TakeoverCard:
    page = window.pages.page()
    assert page is not None
    (card,) = page.findChildren(TakeoverCard)
    return card


def words_in(card: TakeoverCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def fill(dialog: TakeoverDialog, label: str, words: str) -> None:
    """By the tabulator to the field with the label."""
    for _ in range(20):
        focused = QApplication.focusWidget()
        if focused is not None and any(
            label in each.text() for each in dialog.findChildren(QLabel) if each.buddy() is focused
        ):
            break
        QTest.keyClick(focused or dialog, Qt.Key.Key_Tab)
    else:
        raise AssertionError(label)
    if not isinstance(focused, QComboBox):
        QTest.keyClick(focused, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(focused, words)


def save(dialog: TakeoverDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)


def by_department(histories: Histories) -> dict[str, Takeover]:
    names = {histories.department(name).id: name for name in ("Handicap", "Familie", "Sundhed")}
    return {names[line.department_id]: line for line in histories.all(Takeover)}


def test_a_line_is_put_off_with_a_reason_and_then_taken_over(
    qtbot: QtBot, histories: Histories, family: Family, desk: Desk, opened: Callable[[str, int], MainWindow]
) -> None:
    window, later = opened("family", family.id), TODAY + timedelta(days=40)
    card = card_of(window)
    first = card.list.rows()[0]
    assert texts.state(first) == f"ventes {formats.date_short(TODAY + timedelta(days=14))}"
    assert nameless(card) == []
    card.list.setFocus()

    def put_off(dialog: TakeoverDialog) -> None:
        assert nameless(dialog) == []
        fill(dialog, texts.EXPECTED_ON, formats.date_short(later))
        save(dialog)
        faults = [field.shown_fault() for field in dialog.findChildren(Field) if field.shown_fault()]
        assert faults == [texts.PUT_OFF]
        fill(dialog, texts.WAIT_REASON, "Barsel")
        save(dialog)

    when_dialog_opens(TakeoverDialog, put_off)
    card.list.choose(first.id)
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)
    qtbot.waitUntil(lambda: histories.all(Takeover, wait_reason="Barsel") != ())
    assert histories.all(Takeover, id=first.id)[0].expected_on == later

    def take_over(dialog: TakeoverDialog) -> None:
        fill(dialog, texts.STANDS, "Det")
        save(dialog)

    window.pages.page().mark_stale()  # type: ignore[union-attr]
    wait_until_idle(qtbot, desk)
    when_dialog_opens(TakeoverDialog, take_over)
    card.list.choose(first.id)
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)
    qtbot.waitUntil(lambda: not histories.all(Takeover, id=first.id)[0].waits)
    over = histories.all(Takeover, id=first.id)[0]
    assert (over.outcome, over.until_on) == (TakeoverOutcome.TAKEN_OVER, TODAY)


def test_what_is_not_handed_over_says_why_and_is_corrected_by_a_new_line(
    qtbot: QtBot, histories: Histories, family: Family, desk: Desk, opened: Callable[[str, int], MainWindow]
) -> None:
    card = card_of(opened("family", family.id))
    key = by_department(histories)["Handicap"].id

    def stays(dialog: TakeoverDialog) -> None:
        fill(dialog, texts.STANDS, "Over")
        fill(dialog, texts.OUTCOME_REASON, "Bliver i Handicap")
        save(dialog)

    def correct(dialog: TakeoverDialog) -> None:
        assert dialog.accessibleName() == texts.CORRECT
        fill(dialog, texts.OUTCOME_REASON, "Bliver i Handicap til maj")
        save(dialog)

    for act in (stays, correct):
        when_dialog_opens(TakeoverDialog, act)
        card.list.choose(key)
        QTest.keyClick(card.list, Qt.Key.Key_Return)
        wait_until_idle(qtbot, desk)
        card.window().pages.page().mark_stale()  # type: ignore[attr-defined]
        wait_until_idle(qtbot, desk)

    kept = [(line.id, line.outcome_reason) for line in histories.all(Takeover) if not line.waits]
    assert [reason for _, reason in kept] == ["Bliver i Handicap", "Bliver i Handicap til maj"]
    assert kept[0][0] == key
    assert texts.summary(card.list.rows()) in words_in(card)


def test_the_guides_button_opens_the_line_and_a_line_is_added(
    qtbot: QtBot,
    histories: Histories,
    ida: Employee,
    family: Family,
    desk: Desk,
    opened: Callable[[str, int], MainWindow],
) -> None:
    desk.services.courses.choose_coordinator(desk.actor, family.subject_id, ida.id)
    window = opened("family", family.id)
    seen: list[str] = []

    def look(dialog: TakeoverDialog) -> None:
        seen.append(dialog.accessibleName())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    (button,) = [each for each in window.findChildren(QPushButton) if each.text() == "Se overdragelse"]
    when_dialog_opens(TakeoverDialog, look)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].startswith("Overtagelse fra ")

    def add(dialog: TakeoverDialog) -> None:
        fill(dialog, texts.DEPARTMENT, "Sund")
        fill(dialog, texts.WHAT, "Nøglen til medicinskabet")
        fill(dialog, texts.EXPECTED_ON, formats.date_short(TODAY))
        fill(dialog, texts.MEANWHILE, "Ida")
        save(dialog)

    card = card_of(window)
    when_dialog_opens(TakeoverDialog, add)
    card.add.setFocus()
    QTest.keyClick(card.add, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)
    qtbot.waitUntil(lambda: "Sundhed" in by_department(histories))
    line = by_department(histories)["Sundhed"]
    assert (line.what, line.employee_id, line.from_on) == ("Nøglen til medicinskabet", ida.id, TODAY)


def test_a_member_is_led_to_the_family(
    qtbot: QtBot, family: Family, otto: Citizen, desk: Desk, opened: Callable[[str, int], MainWindow]
) -> None:
    window = opened("citizen", otto.id)
    card = card_of(window)
    assert texts.of_family("Familien Rømer") in words_in(card)
    assert not card.add.isVisible()

    card.see_family.setFocus()
    QTest.keyClick(card.see_family, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)

    assert place(window) == ("family", family.id)


def test_below_trin_3_there_is_no_card(
    bench: Bench, histories: Histories, opened: Callable[[str, int], MainWindow]
) -> None:
    lone = bench.add_citizen()
    histories.course(lone.subject_id, Step.MEETINGS)

    assert not card_of(opened("citizen", lone.id)).isVisible()


def test_one_caseworker_is_chosen_for_the_whole_family(
    qtbot: QtBot,
    histories: Histories,
    ida: Employee,
    family: Family,
    desk: Desk,
    opened: Callable[[str, int], MainWindow],
) -> None:
    window = opened("family", family.id)

    def choose(dialog: CoordinatorDialog) -> None:
        (field,) = dialog.findChildren(ChoiceField)
        (box,) = dialog.findChildren(CheckField)
        assert nameless(dialog) == []
        assert [each.text() for each in box.findChildren(QCheckBox)] == [subject_texts.one_caseworker(["Lone", "Otto"])]
        QTest.keyClicks(QApplication.focusWidget() or dialog, "Ida")
        assert field.value() == ida.id
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Space)
        assert box.value()
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    (button,) = [each for each in window.findChildren(QPushButton) if each.text() == "Vælg" and each.isVisible()]
    when_dialog_opens(CoordinatorDialog, choose)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)

    qtbot.waitUntil(lambda: len(histories.all(PrimaryCaseworkerPeriod)) == 2)
    assert {period.employee_id for period in histories.all(PrimaryCaseworkerPeriod)} == {ida.id}
    assert [period.employee_id for period in histories.all(CoordinatorPeriod)] == [ida.id]
    assert subject_texts.carries(0) == "ingen på trin 3"


def test_from_one_on_trin_3_one_goes_to_another_with_other_colleagues(
    bench: Bench, histories: Histories, otto: Citizen, ida: Employee, opened: Callable[[str, int], MainWindow]
) -> None:
    histories.course(otto.subject_id, Step.ONE_CASEWORK, TODAY)
    lone = bench.add_citizen("Lone Bæk", "")
    for citizen, employee in ((otto, ida), (lone, histories.employee("Bo Friis"))):
        histories.case(citizen, "Sundhed", caseworker=employee)

    for citizen in (otto, lone, otto):
        assert place(opened("citizen", citizen.id)) == ("citizen", citizen.id)
