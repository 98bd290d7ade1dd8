"""Whatever is done with a course, in whatever order, its periods and its next thing hold."""

from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koordinator.domain.citizen import Citizen
from koordinator.domain.course import CoordinatorPeriod, Course, EndReason, NoOpenCourse, NotOnStep, StepPeriod
from koordinator.domain.course_rules import CourseEnd
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import EmployeeId
from koordinator.domain.periods import HasPeriod, holds_on
from koordinator.domain.steps import Step
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.courses import Courses
from tests.support.histories import Histories
from tests.support.office import Bench

END = CourseEnd(EndReason.LESS_NEED, "Det går.", "Ida Mikkelsen")
DEEDS = st.one_of(
    st.sampled_from(Step),
    st.integers(1, 40),
    st.sampled_from(["coordinate", "hand over", "end"]),
)


@dataclass
class Walk:
    """A citizen's course under way, and the two who take turns in coordinating it."""

    bench: Bench
    citizen: Citizen
    coordinators: tuple[EmployeeId, EmployeeId]

    def do(self, deed: Step | int | str) -> None:
        bench, subject_id, courses = self.bench, self.citizen.subject_id, Courses(self.bench.office)
        if isinstance(deed, Step):
            assessment = Histories(bench).assessment(subject_id, deed, bench.clock.today())
            courses.carry_out(bench.actor, assessment.id)
        elif isinstance(deed, int):
            bench.clock.pass_days(deed)
        elif deed == "end":
            courses.end(bench.actor, subject_id, END)
        else:
            courses.choose_coordinator(bench.actor, subject_id, self.coordinators[deed == "hand over"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEEDS, max_size=12))
def test_periods_and_the_next_thing_hold(bench: Bench, deeds: list[Step | int | str]) -> None:
    histories = Histories(bench)
    walk = Walk(bench, bench.add_citizen("Lone Bæk", ""), (histories.employee().id, histories.employee("Bo").id))
    for deed in deeds:
        with suppress(NoOpenCourse, NotOnStep):
            walk.do(deed)

    subject_id = walk.citizen.subject_id
    courses = histories.all(Course, subject_id=subject_id)
    steps = histories.all(StepPeriod, subject_id=subject_id)
    coordinators = histories.all(CoordinatorPeriod, subject_id=subject_id)
    for periods in (courses, steps, coordinators):
        assert follow_each_other(periods)
    for step in steps:
        (course,) = (each for each in courses if each.id == step.course_id)
        assert course.from_on <= step.from_on
        assert course.until_on is None or (step.until_on is not None and step.until_on <= course.until_on)
    today = bench.clock.today()
    in_course = any(course.until_on is None for course in courses)
    assert any(holds_on(step, today) for step in steps) is in_course
    check_file(bench, walk.citizen, in_course=in_course)


def follow_each_other(periods: tuple[HasPeriod, ...]) -> bool:
    """None overlaps the one after it, and the open one is the last."""
    ordered = sorted(periods, key=lambda period: (period.from_on, period.until_on is None))
    return all(one.until_on is not None and one.until_on <= other.from_on for one, other in pairwise(ordered))


def check_file(bench: Bench, citizen: Citizen, *, in_course: bool) -> None:
    file = Citizens(bench.office).open(bench.actor, citizen.id).course_file
    assert (file.course is not None) is in_course
    if file.coordinator is not None:
        assert file.step is not None
        assert file.step.step.has_joint_plan
    if file.next_step.kind is NextStepKind.CHOOSE_COORDINATOR:
        assert file.coordinator is None
    assert bench.log()
