"""Årshjul for two thousand citizens: the window is never held for long."""

import gc
import time
from datetime import date, timedelta
from itertools import pairwise
from typing import Self

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen, Subject, SubjectKind
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.ids import CitizenId, CourseId, JointPlanId, RowId, SubjectId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.steps import Step
from koordinator.ui.pages.year_wheel.page import YearWheelPage
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.office_window import open_window, wait_until_idle

LONGEST_BLOCK_SECONDS = 0.05
KEYS = (Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_F5, Qt.Key.Key_PageUp)


@pytest.fixture
def many(bench: Bench) -> None:
    """Two thousand citizens whom the actor coordinates, each with a plan and a reassessment in 2027."""
    owner, first = bench.actor.employee_id, date(2026, 1, 1)
    with bench.office.aside() as tx:
        for number in range(2_000):
            subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.CITIZEN)).id
            tx.of(Citizen).add(Citizen(CitizenId(0), tx.new_uid(), subject, "", f"Borger {number}"))
            day = first + timedelta(days=number % 360)
            course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), subject, day)).id
            tx.of(StepPeriod).add(StepPeriod(RowId(0), subject, course, Step.MEETINGS, day))
            tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), subject, course, owner, first))
            review_on = day + timedelta(days=400)
            tx.of(JointPlan).add(JointPlan(JointPlanId(0), tx.new_uid(), subject, course, review_on=review_on))


@pytest.mark.usefixtures("many")
def test_two_thousand_citizens_never_hold_the_window(qtbot: QtBot, bench: Bench, tasks: Tasks) -> None:
    desk = desk_at(bench, tasks)
    window = open_window(qtbot, bench, desk, (("year_wheel", YearWheelPage),))
    page = window.pages.page()
    assert isinstance(page, YearWheelPage)
    page.wheel.setFocus()
    # What the fixture left behind is none of the window's work.
    gc.collect()
    gc.freeze()

    blocks = []
    for _ in range(3):
        with Heart() as heart:
            for key in KEYS:
                QTest.keyClick(page.wheel, key)
                wait_until_idle(qtbot, desk)
        blocks.append(heart.longest())
    gc.unfreeze()
    QTest.keyClick(page.wheel, Qt.Key.Key_PageDown)
    wait_until_idle(qtbot, desk)

    assert len(page.month.list.rows()) > 150
    assert min(blocks) < LONGEST_BLOCK_SECONDS


class Heart:
    """Beats whenever the window has time."""

    def __enter__(self) -> Self:
        self._beats: list[float] = [time.perf_counter()]
        self._timer = QTimer()
        self._timer.timeout.connect(lambda: self._beats.append(time.perf_counter()))
        self._timer.start(0)
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def longest(self) -> float:
        """The longest time without a beat, in seconds."""
        return max(after - before for before, after in pairwise(self._beats))
