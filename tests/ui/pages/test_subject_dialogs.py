"""The dialogs of a citizen's page in the real window, worked by keyboard."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen, Relation, RelationKind
from koordinator.domain.codes import PrimaryCaseworkerWish
from koordinator.domain.course import Course, EndReason
from koordinator.domain.course_rules import CourseEnd
from koordinator.texts import guide
from koordinator.texts import subject as texts
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskChoice, AskText
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.subject.responsible_dialogs import CoordinatorDialog
from koordinator.ui.tabs.dialogs.end_course import EndCourseDialog
from koordinator.ui.tabs.dialogs.pick_citizen import PickCitizen
from koordinator.ui.tabs.write_letter import LetterDialog
from koordinator.ui.widgets.fields import ChoiceField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.tabs import Tabs
from tests.support.colleagues import change_colleague
from tests.support.meeting_world import MeetingWorld
from tests.ui.office_window import open_window, place, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless
from tests.ui.subject_window import PAGES, choose, page_of, press, said

CONTROL = Qt.KeyboardModifier.ControlModifier


def press_named(window: MainWindow, what: str) -> None:
    """Presses the visible button whose name ends with what it is about."""
    (found,) = [
        part
        for part in page_of(window).findChildren(QPushButton)
        if part.isVisible() and part.accessibleName().endswith(f": {what}")
    ]
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def test_the_end_of_a_course_needs_a_reason(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    window = open_tab("overview")

    def end(dialog: EndCourseDialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
        assert dialog.isVisible(), "it stays until a reason is chosen"
        choose(dialog, EndReason.LESS_NEED)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
        assert dialog.isVisible(), "and until it is said whom to call"
        assert nameless(dialog) == []
        QTest.keyClicks(dialog.focusWidget(), "Ida Mikkelsen, 11 22 33 44")
        when_dialog_opens(Question, Question.accept)
        when_dialog_opens(LetterDialog, LetterDialog.reject)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(EndCourseDialog, end)
    press(window, texts.END_COURSE)
    wait_until_idle(qtbot, desk)

    with world.bench.office.aside() as tx:
        (course,) = tx.of(Course).where()
    assert (course.end_reason, course.call_afterwards) == (EndReason.LESS_NEED, "Ida Mikkelsen, 11 22 33 44")


def test_the_citizens_word_comes_back_when_the_course_could_not_be_ended(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    window, starts = open_tab("overview"), list[tuple[object, ...]]()

    def again(dialog: EndCourseDialog) -> None:
        starts.append(dialog.form.values())
        dialog.reject()

    def end(dialog: EndCourseDialog) -> None:
        dialog._reason.set_value(EndReason.OTHER)
        dialog._word.set_value("Nu kan jeg selv")
        dialog._call.set_value("Ida")
        desk.services.courses.end(desk.actor, world.lone.subject_id, CourseEnd(EndReason.MOVED_AWAY))
        when_dialog_opens(EndCourseDialog, again)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(EndCourseDialog, end)
    press(window, texts.END_COURSE)
    qtbot.waitUntil(lambda: bool(starts))
    wait_until_idle(qtbot, desk)

    assert starts == [(EndReason.OTHER, "Nu kan jeg selv", "Ida")]


@pytest.mark.parametrize("sure", [False, True])
def test_a_relation_goes_only_when_one_is_sure(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow], sure: bool
) -> None:
    window = open_tab("overview")
    table = next(each for each in page_of(window).findChildren(DataList) if each.accessibleName() == texts.FAMILY)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    when_dialog_opens(Question, lambda dialog: dialog.accept() if sure else dialog.reject())
    press(window, texts.REMOVE_RELATION)
    wait_until_idle(qtbot, desk)

    with world.bench.office.aside() as tx:
        assert len(tx.of(Relation).where()) == (0 if sure else 1)


def test_a_change_made_elsewhere_is_seen_on_return(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    window = open_tab("overview")
    window.navigate("citizens")
    with world.bench.office.aside() as tx:
        citizen = tx.of(Citizen).get(world.lone.id)
        tx.of(Citizen).save(replace(citizen, phone="99 88 77 66"))
    desk.tasks.changed.emit(frozenset({"citizen"}))
    window.navigate("citizen", world.lone.id)
    wait_until_idle(qtbot, desk)

    assert "99 88 77 66" in said(window)


def test_a_goal_is_added_to_the_plan(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    desk.services.plans.begin(desk.actor, world.subject_id)
    window = open_tab("plan")

    def fill(dialog: AskText) -> None:
        QTest.keyClicks(dialog.focusWidget(), "Rolige morgener")
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(AskText, fill)
    press(window, "Nyt mål")
    wait_until_idle(qtbot, desk)

    assert "Rolige morgener" in said(window)
    assert nameless(page_of(window)) == []


def test_somebody_who_is_not_there_is_explained(qtbot: QtBot, world: MeetingWorld, desk: Desk) -> None:
    window = open_window(qtbot, world.bench, desk, PAGES)
    window.navigate("citizen", 999)
    wait_until_idle(qtbot, desk)

    assert "Forklaret" in said(window)


def test_the_button_of_the_guide_leads_to_the_next_step(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    window = open_tab("history")
    step = desk.services.citizens.open(desk.actor, world.lone.id).course_file.next_step
    assert step.button.tab is not None

    press(window, guide.button(step))
    wait_until_idle(qtbot, desk)

    assert place(window)[0] == "citizen"
    assert page_of(window).findChildren(Tabs)[0].current() == step.button.tab.value


def test_another_coordinator_is_chosen_among_those_with_authority(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    change_colleague(desk.services.organisation, desk.actor, world.kim, has_authority=True)
    window = open_tab("overview")

    def take_kim(dialog: CoordinatorDialog) -> None:
        assert nameless(dialog) == []
        (field,) = dialog.findChildren(ChoiceField)
        field.set_value(world.bo)
        assert field.value() != world.bo, "who holds no authority is not offered"
        field.set_value(world.kim)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(CoordinatorDialog, take_kim)
    press_named(window, texts.COORDINATOR)
    wait_until_idle(qtbot, desk)

    now = desk.services.citizens.open(desk.actor, world.lone.id).course_file.coordinator
    assert now is not None
    assert now.employee_id == world.kim
    assert "Kim Møller" in said(window)


def test_a_coordinator_who_could_not_be_saved_is_asked_about_again(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    change_colleague(desk.services.organisation, desk.actor, world.kim, has_authority=True)
    window = open_tab("overview")
    found: list[object] = []

    def take_kim(dialog: CoordinatorDialog) -> None:
        (field,) = dialog.findChildren(ChoiceField)
        field.set_value(world.kim)
        change_colleague(desk.services.organisation, desk.actor, world.kim, has_authority=False)
        when_dialog_opens(CoordinatorDialog, look)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    def look(dialog: CoordinatorDialog) -> None:
        (field,) = dialog.findChildren(ChoiceField)
        found.append(field.value())
        dialog.done(0)

    when_dialog_opens(CoordinatorDialog, take_kim)
    press_named(window, texts.COORDINATOR)
    qtbot.waitUntil(lambda: found == [world.kim])


@pytest.mark.parametrize("wish", [PrimaryCaseworkerWish.NOT_WANTED, None])
def test_the_citizens_answer_about_a_fast_sagsbehandler_is_kept(
    qtbot: QtBot,
    world: MeetingWorld,
    desk: Desk,
    open_tab: Callable[[str], MainWindow],
    wish: PrimaryCaseworkerWish | None,
) -> None:
    window = open_tab("overview")

    def answer(dialog: FormDialog) -> None:
        assert nameless(dialog) == []
        (field,) = dialog.findChildren(ChoiceField)
        field.set_value(world.ida if wish is None else wish)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(FormDialog, answer)
    press_named(window, texts.PRIMARY)
    wait_until_idle(qtbot, desk)

    file = desk.services.citizens.open(desk.actor, world.lone.id)
    chosen = file.primary_caseworker.employee_id if file.primary_caseworker else None
    assert chosen == (world.ida if wish is None else None)
    assert wish in (None, file.citizen.primary_caseworker_wish)


def test_a_relation_is_found_by_a_few_letters_and_named(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    carl = world.bench.add_citizen("Carl Åkjær", "")
    window = open_tab("overview")

    def find(dialog: PickCitizen) -> None:
        assert nameless(dialog) == []
        QTest.keyClicks(dialog.focusWidget(), "aakj")
        wait_until_idle(qtbot, desk)
        when_dialog_opens(AskChoice, name)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    def name(dialog: AskChoice) -> None:
        choose(dialog, RelationKind.PARTNER)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(PickCitizen, find)
    press(window, texts.ADD_RELATIVE)
    wait_until_idle(qtbot, desk)

    with world.bench.office.aside() as tx:
        kinds = {relation.other_citizen_id: relation.kind for relation in tx.of(Relation).where()}
    assert kinds[carl.id] is RelationKind.PARTNER


def test_a_goal_that_was_begun_is_not_thrown_away_by_a_key(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    desk.services.plans.begin(desk.actor, world.subject_id)
    window = open_tab("plan")

    def write(dialog: AskText) -> None:
        QTest.keyClicks(dialog.focusWidget(), "Rolige morg")
        when_dialog_opens(Question, lambda question: QTest.keyClick(question, Qt.Key.Key_Escape))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        when_dialog_opens(Question, lambda question: question.accept())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_dialog_opens(AskText, write)
    press(window, "Nyt mål")
    wait_until_idle(qtbot, desk)

    assert desk.services.plans.open(desk.actor, world.subject_id).goals == ()


def test_long_names_do_not_widen_the_page(qtbot: QtBot, world: MeetingWorld, desk: Desk) -> None:
    with world.bench.office.aside() as tx:
        citizen = tx.of(Citizen).get(world.lone.id)
        tx.of(Citizen).save(replace(citizen, name="Wilhelmina " * 12, address="Åløkkegårdsvænget " * 8))
    window = open_window(qtbot, world.bench, desk, PAGES)
    window.navigate("citizen", world.lone.id)
    wait_until_idle(qtbot, desk)

    assert window.width() == 1366
