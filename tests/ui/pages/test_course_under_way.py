"""A course that ran before the program is taken over on the citizen's page."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen
from koordinator.domain.course import CoordinatorPeriod, StepPeriod
from koordinator.domain.steps import Step
from koordinator.texts import subject as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.tabs.dialogs.course_under_way import CourseUnderWayDialog
from tests.support.full_disk import can_fill_disk
from tests.support.histories import Histories, days_ago
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY, Bench
from tests.ui.office_window import open_window, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless
from tests.ui.refused import RefusedOnce
from tests.ui.subject_window import PAGES, press, said


def opened(qtbot: QtBot, bench: Bench, desk: Desk, citizen: Citizen) -> MainWindow:
    window = open_window(qtbot, bench, desk, PAGES)
    window.navigate("citizen", citizen.id)
    wait_until_idle(qtbot, desk)
    return window


@can_fill_disk
def test_the_step_the_day_and_the_coordinator_are_kept_through_a_full_disk(
    qtbot: QtBot, bench: Bench, desk: Desk
) -> None:
    histories = Histories(bench)
    lone, ida = bench.add_citizen(), histories.employee()
    window = opened(qtbot, bench, desk, lone)

    def fill(dialog: CourseUnderWayDialog) -> None:
        assert nameless(dialog) == []
        assert not dialog._coordinator.isVisible()
        before = dialog.height()
        dialog._step.set_value(Step.MEETINGS)
        assert dialog.height() > before, "the dialog grows with its fields"
        dialog._from.set_value(days_ago(200))
        dialog._coordinator.set_value(ida.id)

    RefusedOnce(qtbot, bench, desk).fill_in(CourseUnderWayDialog, fill, lambda: press(window, texts.UNDER_WAY))

    (step,), (coordinator,) = histories.all(StepPeriod), histories.all(CoordinatorPeriod)
    assert (step.step, step.from_on, step.assessment_id) == (Step.MEETINGS, days_ago(200), None)
    assert (coordinator.employee_id, coordinator.from_on) == (ida.id, days_ago(200))
    assert "Forløbet begyndte før programmet, og intet møde er aftalt." in said(window)
    assert texts.UNDER_WAY not in said(window)


def test_on_trin_1_nobody_coordinates_and_no_day_lies_ahead(qtbot: QtBot, bench: Bench, desk: Desk) -> None:
    histories = Histories(bench)
    lone, ida = bench.add_citizen(), histories.employee()
    window = opened(qtbot, bench, desk, lone)

    def fill(dialog: CourseUnderWayDialog) -> None:
        dialog._step.set_value(Step.MEETINGS)
        dialog._coordinator.set_value(ida.id)
        dialog._step.set_value(Step.ALIGNMENT)
        dialog._from.set_value(days_ago(-1))
        assert not dialog.form.check()
        dialog._from.set_value(TODAY)
        dialog.accept()

    when_dialog_opens(CourseUnderWayDialog, fill)
    press(window, texts.UNDER_WAY)
    wait_until_idle(qtbot, desk)

    assert [row.step for row in histories.all(StepPeriod)] == [Step.ALIGNMENT]
    assert histories.all(CoordinatorPeriod) == ()


def test_a_course_that_is_known_is_not_taken_over(qtbot: QtBot, world: MeetingWorld, desk: Desk) -> None:
    window = opened(qtbot, world.bench, desk, world.lone)

    assert texts.UNDER_WAY not in {button.text() for button in window.findChildren(QPushButton) if button.isVisible()}
