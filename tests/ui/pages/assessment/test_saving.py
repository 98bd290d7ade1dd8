"""The page of an assessment saves itself: each answer, each note, what could not be saved, and the decision."""

import sys

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_model import ParameterKey
from koordinator.domain.citizen import Citizen
from koordinator.domain.course import StepPeriod
from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.limits import PARAGRAPH
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from tests.storage.databases import files_of_at_most
from tests.support.histories import Histories
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle
from tests.ui.pages.assessment.hands import (
    CTRL,
    answer_all,
    enter,
    no_room,
    open_again,
    press,
    to_note,
    words_on,
    write,
)
from tests.ui.parts import Crashes


def test_each_answer_is_stored_when_it_is_given(
    qtbot: QtBot, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    enter(window)
    press(window, 4)
    wait_until_idle(qtbot, desk)
    (stored,) = histories.all(Assessment)
    assert stored.given[ParameterKey("complexity")] == "very_complex"

    press(window, 3)
    wait_until_idle(qtbot, desk)
    (stored,) = histories.all(Assessment)
    assert stored.given[ParameterKey("complexity")] == "complex"


def test_work_is_taken_up_where_it_was_left(
    qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen, window: MainWindow
) -> None:
    enter(window)
    press(window, 2)
    wait_until_idle(qtbot, desk)
    open_again(qtbot, desk, window, lone)

    assert "5 af 11 · Egen koordinering" in words_on(window)


def test_a_note_is_in_the_database_within_a_second_and_becomes_one_change(
    qtbot: QtBot, bench: Bench, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    enter(window)
    press(window, 2)
    to_note(window)
    write(window, "Tre sager p")
    qtbot.waitUntil(lambda: [draft.text for draft in histories.all(Draft)] == ["Tre sager p"])
    before = len(bench.log())
    write(window, "ressede")
    press(window, Qt.Key.Key_Return, CTRL)
    wait_until_idle(qtbot, desk)

    assert "5 af 11 · Egen koordinering" in words_on(window)
    (stored,) = histories.all(Assessment)
    assert stored.answer_to(ParameterKey("complexity")).note == "Tre sager pressede"
    assert histories.all(Draft) == ()
    assert len(bench.log()) == before + 1


def test_the_first_note_of_all_begins_the_assessment(
    qtbot: QtBot, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    enter(window)
    to_note(window)
    write(window, "Husk")
    qtbot.waitUntil(lambda: len(histories.all(Assessment)) == 1)
    wait_until_idle(qtbot, desk)

    assert histories.all(Assessment)[0].answer_to(ParameterKey("complexity")).note == "Husk"


def test_what_was_typed_when_the_program_was_killed_stands_there_again(
    qtbot: QtBot, desk: Desk, lone: Citizen, window: MainWindow
) -> None:
    enter(window)
    press(window, 2)
    wait_until_idle(qtbot, desk)
    (begun,) = (desk.services.assessments.history(desk.actor, lone.subject_id).begun,)
    assert begun is not None
    desk.services.drafts.keep(desk.actor, DraftPlace("assessment", begun.id, "self_coordination"), "Glemte to aft")
    open_again(qtbot, desk, window, lone)

    note = to_note(window)
    assert note.toPlainText() == "Glemte to aft"


def test_a_note_over_its_limit_stays_where_it_can_be_shortened(window: MainWindow) -> None:
    enter(window)
    note = to_note(window)
    note.setPlainText("x" * (PARAGRAPH + 1))
    press(window, Qt.Key.Key_Return, CTRL)

    assert "4 af 11 · Kompleksitet" in words_on(window)
    assert window.focusWidget() is note


def test_a_note_that_cannot_be_stored_is_said_and_stays(
    qtbot: QtBot, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    enter(window)
    press(window, 2)
    note = to_note(window)
    with qtbot.waitSignal(desk.tasks.failed) as said:
        note.setPlainText("Half \x85 a line")
        press(window, Qt.Key.Key_Return, CTRL)
    wait_until_idle(qtbot, desk)

    assert said.args[0] == "Forklaret: note"
    assert histories.all(Assessment)[0].answer_to(ParameterKey("complexity")).note == ""


def test_an_answer_that_could_not_be_saved_goes_along_with_the_next(
    qtbot: QtBot, bench: Bench, desk: Desk, histories: Histories, crashes: Crashes, window: MainWindow
) -> None:
    with no_room(bench):
        enter(window)
        press(window, 4)
        enter(window)
        wait_until_idle(qtbot, desk)
    assert len(crashes.reported) == 1
    assert histories.all(Assessment) == ()

    press(window, 3)
    wait_until_idle(qtbot, desk)
    (stored,) = histories.all(Assessment)
    assert stored.given[ParameterKey("complexity")] == "very_complex"
    assert stored.given[ParameterKey("self_coordination")] == "partly"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_an_answer_on_a_full_disk_is_saved_when_there_is_room(
    qtbot: QtBot, bench: Bench, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    desk.tasks._next_try.setInterval(50)
    log = bench.database.path.with_name(f"{bench.database.path.name}-wal")
    with files_of_at_most(log.stat().st_size):
        enter(window)
        with qtbot.waitSignals([desk.tasks.failed, desk.tasks.not_saved]):
            press(window, 4)
        assert histories.all(Assessment) == ()

    with qtbot.waitSignal(desk.tasks.saved):
        pass
    (stored,) = histories.all(Assessment)
    assert stored.given[ParameterKey("complexity")] == "very_complex"


def test_a_lock_that_fails_can_be_tried_again(
    qtbot: QtBot, bench: Bench, desk: Desk, histories: Histories, crashes: Crashes, window: MainWindow
) -> None:
    answer_all(window)
    wait_until_idle(qtbot, desk)
    with no_room(bench):
        enter(window)
        enter(window)
        wait_until_idle(qtbot, desk)
    assert len(crashes.reported) == 1
    assert histories.all(StepPeriod) == ()

    enter(window)
    enter(window)
    wait_until_idle(qtbot, desk)
    assert histories.all(Assessment)[0].is_locked


def test_going_back_after_locking_begins_anew_and_stores_nothing(
    qtbot: QtBot, desk: Desk, histories: Histories, window: MainWindow
) -> None:
    answer_all(window)
    enter(window)
    enter(window)
    wait_until_idle(qtbot, desk)
    enter(window)
    window.pages.back()
    wait_until_idle(qtbot, desk)

    assert "Passer det, registret ved om Lone?" in words_on(window)
    assert len(histories.all(Assessment)) == 1
