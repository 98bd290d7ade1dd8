"""Whatever is done with a course, in whatever order, its periods and its next thing hold."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    PrimaryCaseworkerPeriod,
    PrimaryCaseworkerWish,
)
from koordinator.domain.citizen_rules import AlreadyInFamily
from koordinator.domain.course import CoordinatorPeriod, Course, EndReason, NoOpenCourse, NotOnStep, StepPeriod
from koordinator.domain.course_rules import CourseEnd, CourseIsFamilys
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import CaseFileId, EmployeeId, SubjectId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.misfit import MisfitLook, NothingToSee
from koordinator.domain.periods import HasPeriod, holds_on
from koordinator.domain.register import CaseFile
from koordinator.domain.steps import Step
from koordinator.domain.takeover import Takeover, TakeoverOutcome, of_stay
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.courses import Courses
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.guide_list import GuideListing
from koordinator.usecases.misfit_watch import MisfitWatch
from koordinator.usecases.overview import Overview
from koordinator.usecases.primary_caseworkers import PrimaryCaseworkers
from koordinator.usecases.register import Register
from koordinator.usecases.takeovers import Takeovers
from tests.support.campaign import examples
from tests.support.histories import Histories
from tests.support.office import Bench

END = CourseEnd(EndReason.LESS_NEED, "Det går.", "Ida Mikkelsen")
CASES = {"new case": "Sundhed", "case elsewhere": "Handicap"}
OUTCOMES = {"take over": TakeoverOutcome.TAKEN_OVER, "not handed over": TakeoverOutcome.NOT_HANDED_OVER}
DEEDS = st.one_of(
    st.sampled_from(Step),
    st.integers(1, 40),
    st.sampled_from(["coordinate", "hand over", "end", "cancel", "look", "primary", "no primary"]),
    st.sampled_from(["family up", "family down", "leave", "join"]),
    st.sampled_from([*CASES, *OUTCOMES]),
)


@dataclass
class Walk:
    """A citizen's course under way, the family, and the two who take turns in coordinating."""

    bench: Bench
    citizen: Citizen
    family: Family
    coordinators: tuple[EmployeeId, EmployeeId]
    histories: Histories
    closed: dict[tuple[type, int], HasPeriod] = field(default_factory=dict)

    def do(self, deed: Step | int | str) -> None:
        if isinstance(deed, Step):
            self._assess(self.citizen.subject_id, deed)
        elif isinstance(deed, int):
            self.bench.clock.pass_days(deed)
        elif deed.startswith("family"):
            self._assess(self.family.subject_id, Step.ONE_CASEWORK if deed == "family up" else Step.MEETINGS)
        elif deed in CASES:
            self._register_case(CASES[deed])
        elif deed in OUTCOMES:
            self._settle(OUTCOMES[deed])
        else:
            self._do_named(deed)

    def _assess(self, subject_id: SubjectId, step: Step) -> None:
        assessment = self.histories.assessment(subject_id, step, self.bench.clock.today())
        Courses(self.bench.office).carry_out(self.bench.actor, assessment.id)

    def _do_named(self, deed: str) -> None:
        bench, subject_id = self.bench, self.citizen.subject_id
        courses, primary = Courses(bench.office), PrimaryCaseworkers(bench.office)
        match deed:
            case "end":
                courses.end(bench.actor, subject_id, END)
            case "leave":
                for row in self.histories.all(FamilyMembership, citizen_id=self.citizen.id, until_on=None):
                    Families(bench.office).leave(bench.actor, row.id)
            case "join":
                Families(bench.office).take_in(
                    bench.actor, self.family.id, NewMember(self.citizen.id, FamilyRole.ADULT)
                )
            case "cancel":
                self.histories.meeting(subject_id, bench.clock.today(), MeetingStatus.CANCELLED)
            case "look":
                MisfitWatch(bench.office).looked(bench.actor, subject_id, "Trinnet passer")
            case "primary":
                primary.choose(bench.actor, self.citizen.id, self.coordinators[0])
            case "no primary":
                primary.note_wish(bench.actor, self.citizen.id, PrimaryCaseworkerWish.NOT_WANTED)
            case _:
                courses.choose_coordinator(bench.actor, subject_id, self.coordinators[deed == "hand over"])

    def _register_case(self, department: str) -> None:
        key, today = self.histories.department(department).id, self.bench.clock.today()
        case = CaseFile(CaseFileId(0), f"W-{uuid4()}", self.citizen.id, key, opened_on=today)
        Register(self.bench.office).save_case(self.bench.actor, case)

    def _settle(self, outcome: TakeoverOutcome) -> None:
        subjects = frozenset({self.citizen.subject_id, self.family.subject_id})
        for line in self.histories.all(Takeover, subject_id=subjects, until_on=None)[:1]:
            over = replace(line, until_on=self.bench.clock.today(), outcome=outcome, outcome_reason="Sådan er det")
            Takeovers(self.bench.office).save(self.bench.actor, over)

    def check_history(self) -> None:
        """What was over stays as it was: no deed rewrites it."""
        rows: tuple[Course | StepPeriod | CoordinatorPeriod | PrimaryCaseworkerPeriod | Takeover, ...] = (
            *self.histories.all(Course),
            *self.histories.all(StepPeriod),
            *self.histories.all(CoordinatorPeriod),
            *self.histories.all(PrimaryCaseworkerPeriod),
            *self.histories.all(Takeover),
        )
        over: dict[tuple[type, int], HasPeriod] = {(type(row), row.id): row for row in rows if row.until_on is not None}
        assert over | self.closed == over
        self.closed = over


@pytest.fixture
def histories(bench: Bench) -> Histories:
    """One for all examples, which share the bench."""
    return Histories(bench)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEEDS, max_size=14))
def test_periods_and_the_next_thing_hold(bench: Bench, histories: Histories, deeds: list[Step | int | str]) -> None:
    lone = bench.add_citizen("Lone Bæk", "")
    employees = (histories.employee().id, histories.employee("Bo").id)
    walk = Walk(bench, lone, histories.family("Familien Bæk", lone), employees, histories)
    for deed in deeds:
        with suppress(NoOpenCourse, NotOnStep, NothingToSee, CourseIsFamilys, AlreadyInFamily):
            walk.do(deed)
        walk.check_history()
        check_guide(walk)
        check_family(walk)
        check_takeovers(walk)

    for subject_id in (lone.subject_id, walk.family.subject_id):
        check_periods(walk, subject_id)
    primaries = histories.all(PrimaryCaseworkerPeriod, citizen_id=lone.id)
    assert follow_each_other(primaries)
    assert bench.log()


def check_takeovers(walk: Walk) -> None:
    """On trin 3 every department with an open case has a line; elsewhere nothing waits to be taken over."""
    histories, citizen = walk.histories, walk.citizen
    open_in = {row.department_id for row in histories.all(CaseFile, citizen_id=citizen.id) if row.status.is_open}
    is_member = bool(histories.all(FamilyMembership, citizen_id=citizen.id, until_on=None))
    for subject_id, covers in ((citizen.subject_id, True), (walk.family.subject_id, is_member)):
        waiting = histories.all(Takeover, subject_id=subject_id, until_on=None)
        stays = histories.all(StepPeriod, subject_id=subject_id, until_on=None, step=Step.ONE_CASEWORK)
        listed = [line for stay in stays for line in of_stay(histories.all(Takeover, subject_id=subject_id), stay)]
        assert set(waiting) <= set(listed)
        if stays and covers:
            assert open_in <= {line.department_id for line in listed}


def check_periods(walk: Walk, subject_id: SubjectId) -> None:
    """One step at a time and no gap, no two coordinators, and nothing outside its course."""
    histories, today = walk.histories, walk.bench.clock.today()
    courses = histories.all(Course, subject_id=subject_id)
    steps = histories.all(StepPeriod, subject_id=subject_id)
    coordinators = histories.all(CoordinatorPeriod, subject_id=subject_id)
    for periods in (courses, steps, coordinators):
        assert follow_each_other(periods)
    for course in courses:
        own = sorted((step for step in steps if step.course_id == course.id), key=lambda step: step.from_on)
        if own:
            assert (own[0].from_on, own[-1].until_on) == (course.from_on, course.until_on)
        assert all(one.until_on == other.from_on for one, other in pairwise(own)), "no gap between two steps"
    assert any(holds_on(step, today) for step in steps) is any(course.until_on is None for course in courses)


def check_family(walk: Walk) -> None:
    """A member of a family on trin 3 has no course beside the family's."""
    histories, citizen = walk.histories, walk.citizen
    own = histories.all(Course, subject_id=citizen.subject_id, until_on=None)
    steps = histories.all(StepPeriod, subject_id=walk.family.subject_id, until_on=None, step=Step.ONE_CASEWORK)
    memberships = histories.all(FamilyMembership, citizen_id=citizen.id, until_on=None)
    assert not (own and steps and memberships)


def follow_each_other(periods: tuple[HasPeriod, ...]) -> bool:
    """None overlaps the one after it, and the open one is the last."""
    ordered = sorted(periods, key=lambda period: (period.from_on, period.until_on is None))
    return all(one.until_on is not None and one.until_on <= other.from_on for one, other in pairwise(ordered))


def check_guide(walk: Walk) -> None:
    """Every subject has exactly one next thing, the same wherever it is asked for."""
    bench, citizen = walk.bench, walk.citizen
    file = Citizens(bench.office).open(bench.actor, citizen.id).course_file
    lines = {line.subject_id: line.next_step for line in Overview(bench.office).open(bench.actor, everybody=True).lines}
    listed = GuideListing(bench.office).of_citizen(bench.actor, citizen.id).lines

    assert {citizen.subject_id, walk.family.subject_id} <= lines.keys()
    assert lines[citizen.subject_id] == file.next_step
    in_family = file.next_step.of_family != ""
    assert bool(listed) is (file.course is not None or in_family)
    assert [line.next_step for line in listed] in ([], [file.next_step])
    if file.coordinator is not None:
        assert file.step is not None
        assert file.step.step.has_joint_plan
    if file.next_step.kind is NextStepKind.CHOOSE_COORDINATOR and not in_family:
        assert file.coordinator is None
    if file.next_step.kind is NextStepKind.REASSESS and not in_family:
        assert file.misfits
    looked = [look for look in walk.histories.all(MisfitLook) if look.looked_on == bench.clock.today()]
    assert not looked or looked[-1].seen or looked[-1].renewed_on
