"""Opfølgning in the real window, worked by keyboard alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.citizen import Family, PrimaryCaseworkerPeriod, Subject, SubjectKind
from koordinator.domain.citizen_request import RequestKind, RequestOutcome
from koordinator.domain.codes import Role
from koordinator.domain.follow_up import DueKind
from koordinator.domain.ids import AgreementId, FamilyId, RowId, SubjectId
from koordinator.ui.desk import Desk
from koordinator.ui.due.rows import Act
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.follow_up.page import FollowUpPage
from koordinator.ui.tabs.dialogs.citizen_requests import RequestsDialog
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.histories import Histories
from tests.support.meeting_world import MeetingWorld, employee_party, make_world
from tests.support.office import TODAY, Bench
from tests.ui.office_window import open_window, place, wait_until_idle, when_dialog_opens
from tests.ui.parts import double_click, in_dialog, nameless

CTRL = Qt.KeyboardModifier.ControlModifier
PAGES = (("follow_up", FollowUpPage), ("citizen", None), ("family", None))


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def promises(world: MeetingWorld) -> tuple[Agreement, ...]:
    """Three days late, tomorrow, and one without a day; all Mette's."""
    mette = employee_party(world.mette)
    days = (TODAY - timedelta(days=3), TODAY + timedelta(days=1), None)
    names = ("Ringer til skolen", "Sender brevet", "Finder en kontaktperson")
    return tuple(
        world.promises.promise(world.actor, world.subject_id, Promise(what, mette, day))
        for what, day in zip(names, days, strict=True)
    )


@pytest.fixture
def window(qtbot: QtBot, bench: Bench, desk: Desk, promises: tuple[Agreement, ...]) -> MainWindow:
    window = open_window(qtbot, bench, desk, PAGES)
    wait_until_idle(qtbot, desk)
    return window


@pytest.fixture
def page(window: MainWindow) -> FollowUpPage:
    page = window.pages.page()
    assert isinstance(page, FollowUpPage)
    return page


def shown(page: FollowUpPage) -> list[str]:
    return [line.what for each in page.lists() for line in each.rows()]


def current(page: FollowUpPage) -> str:
    line = page.current_row()
    assert line is not None
    return line.what


def press(qtbot: QtBot, desk: Desk, window: MainWindow, key: Qt.Key) -> None:
    """On whatever has the keyboard."""
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    wait_until_idle(qtbot, desk)


def agreement(bench: Bench, key: AgreementId) -> Agreement:
    with bench.office.aside() as tx:
        return tx.of(Agreement).get(key)


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def undo(qtbot: QtBot, desk: Desk, page: FollowUpPage) -> None:
    press_words(qtbot, desk, page, "Fortryd")


def press_words(qtbot: QtBot, desk: Desk, page: FollowUpPage, words: str) -> None:
    (button,) = [each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)


def test_what_the_citizen_asked_is_answered_where_it_was_noted(
    qtbot: QtBot, bench: Bench, desk: Desk, world: MeetingWorld, page: FollowUpPage
) -> None:
    requests = desk.services.citizen_requests
    shelf = requests.note(bench.actor, world.lone.id, RequestKind.ACCESS, "Vis mig det", TODAY - timedelta(days=90))
    page.mark_stale()
    wait_until_idle(qtbot, desk)
    assert shown(page)[0] == "Vis mig det"
    opened: list[str] = []

    def answer(dialog: RequestsDialog) -> None:
        opened.append(dialog.citizen.name)
        requests.settle(bench.actor, shelf.requests[0].id, RequestOutcome.DONE, "")
        dialog.is_changed = True
        dialog.accept()

    when_dialog_opens(RequestsDialog, answer)
    page.lists()[0].choose_end(1)
    QTest.keyClick(page.lists()[0], Qt.Key.Key_D)
    qtbot.waitUntil(lambda: bool(opened))
    wait_until_idle(qtbot, desk)

    assert opened == [world.lone.name]
    assert "Vis mig det" not in shown(page)


def test_the_groups_stand_under_each_other_with_the_first_line_at_hand(window: MainWindow, page: FollowUpPage) -> None:
    titles = [label for label in words_on(page).split("\n") if label.endswith(")")]

    assert titles == [
        "Over fristen (1)",
        "Mangler navn eller dato (1)",
        "De næste syv dage (1)",
        "Senere (1)",
    ]
    assert current(page) == "Ringer til skolen"
    assert window.focusWidget() is page.lists()[0]


def test_the_arrow_keys_go_from_group_to_group(
    qtbot: QtBot, desk: Desk, window: MainWindow, page: FollowUpPage
) -> None:
    seen = [current(page)]
    for _ in range(4):
        press(qtbot, desk, window, Qt.Key.Key_Down)
        seen.append(current(page))
    assert seen == [*shown(page), shown(page)[-1]]

    press(qtbot, desk, window, Qt.Key.Key_Up)
    assert current(page) == "Sender brevet"


def test_done_with_one_key_and_undone_from_the_message(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: FollowUpPage, promises: tuple[Agreement, ...]
) -> None:
    press(qtbot, desk, window, Qt.Key.Key_D)

    assert agreement(bench, promises[0].id).status is AgreementStatus.DONE
    assert "»Ringer til skolen« er gjort." in words_on(page.messages)
    assert "Ringer til skolen" not in shown(page)
    assert current(page) == "Finder en kontaktperson"
    assert window.focusWidget() is page.lists()[0]
    assert Action.FOLLOW_UP in [entry.action for entry in bench.log()]

    undo(qtbot, desk, page)
    assert agreement(bench, promises[0].id).status is AgreementStatus.OPEN
    assert "Ringer til skolen" in shown(page)


def test_ctrl_d_does_it_from_anywhere_on_the_page(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: FollowUpPage, promises: tuple[Agreement, ...]
) -> None:
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_D, CTRL)
    wait_until_idle(qtbot, desk)

    assert agreement(bench, promises[0].id).status is AgreementStatus.DONE


def answer(text: str) -> None:
    """Types into the dialog that is about to open, and saves."""

    def type_it(dialog: QDialog) -> None:
        focus = dialog.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(focus, text)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    in_dialog(type_it)


def test_what_came_to_nothing_says_why(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: FollowUpPage, promises: tuple[Agreement, ...]
) -> None:
    answer("Skolen er lukket")
    press(qtbot, desk, window, Qt.Key.Key_I)

    dropped = agreement(bench, promises[0].id)
    assert (dropped.status, dropped.not_done_reason) == (AgreementStatus.NOT_DONE, "Skolen er lukket")
    undo(qtbot, desk, page)
    assert agreement(bench, promises[0].id).status is AgreementStatus.OPEN


def test_a_new_day_and_the_old_one_back(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: FollowUpPage, promises: tuple[Agreement, ...]
) -> None:
    answer("01.12.2026")
    press(qtbot, desk, window, Qt.Key.Key_N)

    assert agreement(bench, promises[0].id).due_on == date(2026, 12, 1)
    assert "skal nu være gjort senest 01.12.2026" in words_on(page.messages)
    assert current(page) == "Finder en kontaktperson"
    undo(qtbot, desk, page)
    assert agreement(bench, promises[0].id).due_on == TODAY - timedelta(days=3)


def test_thinking_better_of_it_changes_nothing(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: FollowUpPage, promises: tuple[Agreement, ...]
) -> None:
    for key in (Qt.Key.Key_I, Qt.Key.Key_N):
        in_dialog(lambda dialog: dialog.reject())
        press(qtbot, desk, window, key)

    assert agreement(bench, promises[0].id) == promises[0]


def test_a_decision_is_answered(
    qtbot: QtBot, bench: Bench, world: MeetingWorld, desk: Desk, window: MainWindow, page: FollowUpPage
) -> None:
    question = Question("Støtte i hjemmet", world.handicap, world.ida, TODAY - timedelta(days=9))
    decision = world.promises.ask(world.actor, world.subject_id, question)
    QTest.keyClick(window, Qt.Key.Key_F5)
    wait_until_idle(qtbot, desk)
    press(qtbot, desk, window, Qt.Key.Key_Up)
    assert current(page) == "Støtte i hjemmet"
    assert [button.text() for button in page.findChildren(QPushButton) if button.isVisible()][-2:] == [
        "Skriv svaret (D)",
        "Åbn (Enter)",
    ]

    press(qtbot, desk, window, Qt.Key.Key_N)
    answer("Bevilget fra 1. december")
    press(qtbot, desk, window, Qt.Key.Key_D)

    with bench.office.aside() as tx:
        assert tx.of(PendingDecision).get(decision.id).outcome == "Bevilget fra 1. december"
    assert "Støtte i hjemmet" not in shown(page)


def test_enter_opens_the_citizen_where_it_stands(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: MainWindow, page: FollowUpPage
) -> None:
    press(qtbot, desk, window, Qt.Key.Key_Return)

    assert place(window) == ("citizen", (world.lone.id, "plan"))


def test_a_click_chooses_two_open_and_the_button_acts(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: FollowUpPage, promises: tuple[Agreement, ...]
) -> None:
    lacking = page.lists()[1]
    middle = lacking.visualRect(lacking.model().index(0, 1)).center()
    QTest.mouseClick(lacking.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    wait_until_idle(qtbot, desk)
    assert current(page) == "Finder en kontaktperson"
    assert place(window) == ("follow_up", None)

    press(qtbot, desk, window, Qt.Key.Key_Right)
    press(qtbot, desk, window, Qt.Key.Key_Right)
    press(qtbot, desk, window, Qt.Key.Key_Return)
    assert agreement(bench, promises[2].id).status is AgreementStatus.DONE

    first = page.lists()[0]
    middle = first.visualRect(first.model().index(0, 1)).center()
    QTest.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    double_click(first.viewport(), middle)
    wait_until_idle(qtbot, desk)
    assert place(window)[0] == "citizen"


def test_a_family_opens_as_a_family(
    qtbot: QtBot, bench: Bench, world: MeetingWorld, desk: Desk, window: MainWindow, page: FollowUpPage
) -> None:
    with bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
    promise = Promise("Holder et ældremøde", employee_party(world.mette), TODAY - timedelta(days=20))
    world.promises.promise(world.actor, subject.id, promise)
    QTest.keyClick(window, Qt.Key.Key_F5)
    wait_until_idle(qtbot, desk)
    press(qtbot, desk, window, Qt.Key.Key_Up)
    press(qtbot, desk, window, Qt.Key.Key_Return)

    assert place(window) == ("family", (family.id, "plan"))


def test_mine_and_everybodys_by_kind_and_by_words(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: MainWindow, page: FollowUpPage
) -> None:
    subject = world.bench.add_citizen("Åse Dam", "0101904444").subject_id
    world.promises.promise(world.actor, subject, Promise("Køber ind", employee_party(world.kim), TODAY))
    QTest.keyClick(window, Qt.Key.Key_F5)
    wait_until_idle(qtbot, desk)
    assert "Køber ind" not in shown(page)

    press_words(qtbot, desk, page, "Alles")
    assert "Køber ind" in shown(page)

    page.search.setFocus()
    QTest.keyClicks(page.search, "åse")
    wait_until_idle(qtbot, desk)
    assert shown(page) == ["Køber ind"]
    assert page.search.hasFocus()
    page.kind.setFocus()
    QTest.keyClick(page.kind, Qt.Key.Key_End)
    assert page.kind.key() is DueKind.REQUEST
    qtbot.waitUntil(lambda: "Ingen aftaler og frister passer" in words_on(page))
    assert page.current_row() is None


def test_the_last_thing_done_leaves_the_keyboard_on_the_page(
    qtbot: QtBot, desk: Desk, window: MainWindow, page: FollowUpPage
) -> None:
    page.search.setText("Finder en kontaktperson")
    wait_until_idle(qtbot, desk)
    page.lists()[0].setFocus()
    press(qtbot, desk, window, Qt.Key.Key_D)

    assert page.lists() == ()
    assert window.focusWidget() is page.search


def test_many_lines_are_shown_and_walked_through(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: MainWindow, page: FollowUpPage
) -> None:
    with world.bench.office.aside() as tx:
        (first, *_) = tx.of(Agreement).where(subject_id=world.subject_id)
        for number in range(600):
            tx.of(Agreement).add(replace(first, id=AgreementId(0), uid=tx.new_uid(), what=f"Aftale nr. {number}"))
    QTest.keyClick(window, Qt.Key.Key_F5)
    wait_until_idle(qtbot, desk)
    assert "Over fristen (601)" in words_on(page)

    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_End, CTRL)
    press(qtbot, desk, window, Qt.Key.Key_Down)
    assert current(page) == "Finder en kontaktperson"


def test_nothing_to_follow_up_says_so(qtbot: QtBot, bench: Bench, desk: Desk) -> None:
    window = open_window(qtbot, bench, desk, PAGES)
    wait_until_idle(qtbot, desk)
    page = window.pages.page()
    assert isinstance(page, FollowUpPage)
    assert "Der er ikke noget, du skal følge op på" in words_on(page)

    press_words(qtbot, desk, page, "Alles")
    assert "Nye aftaler og frister kommer her af sig selv" in words_on(page)


def test_who_may_not_follow_up_is_told_so(qtbot: QtBot, bench: Bench, desk: Desk) -> None:
    nobody = replace(desk, actor=replace(bench.actor, roles=frozenset()))
    window = open_window(qtbot, bench, nobody, PAGES)
    wait_until_idle(qtbot, desk)

    assert "Forklaret" in words_on(window)


def test_every_control_has_a_name(page: FollowUpPage) -> None:
    assert nameless(page) == []


def test_who_plans_nothing_is_offered_no_other_day(
    qtbot: QtBot, bench: Bench, tasks: Tasks, world: MeetingWorld
) -> None:
    Histories(bench).add(PrimaryCaseworkerPeriod(RowId(0), world.lone.id, world.kim, TODAY))
    kim = Actor(world.kim, frozenset({Role.CASEWORKER}), Channel.WINDOW)
    desk = replace(desk_at(bench, tasks), actor=kim)
    window = open_window(qtbot, bench, desk, PAGES)
    wait_until_idle(qtbot, desk)
    page = window.pages.page()
    assert isinstance(page, FollowUpPage)

    (planned,) = [line for each in page.lists() for line in each.rows() if line.item.kind is DueKind.REASSESSMENT]

    assert planned.can(Act.NEW_DAY)
    page.act(planned, Act.NEW_DAY)
    assert not any("Ny dato" in each.text() and each.isVisible() for each in page.findChildren(QPushButton))
