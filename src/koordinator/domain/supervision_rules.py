"""What is counted in ledelsestilsyn, definition version 2, told over plain facts.

The store counts the same things in SQL and is held against this. Days are Danish calendar days and
both ends of the period count; the periods inside are half-open, and one that began and ended on the
same day never was. Source: the coordination model's ledelsestilsyn of meetings held and joint plans.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final, TypeVar

from koordinator.domain.agreement import Agreement
from koordinator.domain.belonging import Belongings
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.ids import AssessmentId, CourseId, EmployeeId, OtherPlanId, RowId, SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import Meeting, MeetingKind, MeetingStatus
from koordinator.domain.paper import Handout, Paper, PaperKind
from koordinator.domain.paper_after import paper_after
from koordinator.domain.periods import DayRange, HasPeriod, holding_on, touches
from koordinator.domain.promises import authority_promises, promises_kept
from koordinator.domain.register import ApplicationKind, CaseFile
from koordinator.domain.steps import Step
from koordinator.domain.supervision import NOBODY, Cell, CountName, Holder, SupervisionReport, SupervisionScope, fold

_ONE_DAY: Final = timedelta(days=1)
COURSES_ON: Final = {Step.MEETINGS: CountName.COURSES_STEP2, Step.ONE_CASEWORK: CountName.COURSES_STEP3}
MET_ON: Final = {Step.MEETINGS: CountName.STEP2_WITH_MEETING, Step.ONE_CASEWORK: CountName.STEP3_WITH_MEETING}
AT_START: Final = {
    Step.ALIGNMENT: CountName.STEP1_AT_START,
    Step.MEETINGS: CountName.STEP2_AT_START,
    Step.ONE_CASEWORK: CountName.STEP3_AT_START,
}
AT_END: Final = {
    Step.ALIGNMENT: CountName.STEP1_AT_END,
    Step.MEETINGS: CountName.STEP2_AT_END,
    Step.ONE_CASEWORK: CountName.STEP3_AT_END,
}
_Period = TypeVar("_Period", StepPeriod, CoordinatorPeriod, PlanVersion, Course)


@dataclass(frozen=True, slots=True)
class AssessmentMade:
    """A locked assessment: which step was decided by whom on which day."""

    id: AssessmentId
    subject_id: SubjectId
    step: Step
    decided_on: date
    decided_by_id: EmployeeId


@dataclass(frozen=True, slots=True)
class ReplacedPlan:
    """A plan elsewhere that is marked as replaced by the joint one of the citizen, or of the citizen's family."""

    id: OtherPlanId
    subject_ids: frozenset[SubjectId]


@dataclass(frozen=True, slots=True)
class SupervisionFacts:
    """Everything the counts rest on. `today` tells which deadlines have passed."""

    today: date
    belongings: Belongings
    courses: tuple[Course, ...] = ()
    steps: tuple[StepPeriod, ...] = ()
    coordinators: tuple[CoordinatorPeriod, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    plans: tuple[PlanVersion, ...] = ()
    assessments: tuple[AssessmentMade, ...] = ()
    cases: tuple[CaseFile, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    replaced: tuple[ReplacedPlan, ...] = ()
    papers: tuple[Paper, ...] = ()
    handouts: tuple[Handout, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeOnStep:
    """A stretch of a course on trin 2 or 3 with at least one day in the period.

    `holder` is the coordinator at the period's end, or at the stretch's own end when that is sooner.
    `met`: the course met with the citizen on this step in the period. `planned`: an approved plan
    was in force on a day of the stretch in the period.
    """

    id: RowId
    course_id: CourseId
    subject_id: SubjectId
    step: Step
    from_on: date
    until_on: date | None
    holder: Holder
    met: bool
    planned: bool


def count(facts: SupervisionFacts, scope: SupervisionScope, as_of: datetime) -> SupervisionReport:
    """The report over the facts, with every count's ids."""
    return fold(_cells(facts, scope.days), scope, as_of, listed=True)


def counted_courses(stretches: Iterable[TimeOnStep]) -> Iterator[tuple[CountName, TimeOnStep]]:
    """The counts that each course is among, with the stretch that says whose row it stands in.

    A course that was on a step several times is one course on that step and belongs to the last
    holder. One that was on both steps is counted on both, and among those that should have a plan in
    the row of each of its holders, but once in the total.
    """
    by_course: dict[CourseId, list[TimeOnStep]] = {}
    for stretch in stretches:
        by_course.setdefault(stretch.course_id, []).append(stretch)
    for own in by_course.values():
        planned = any(stretch.planned for stretch in own)
        last = {stretch.step: stretch for stretch in sorted(own, key=lambda row: (row.from_on, row.id))}
        for step, stretch in last.items():
            yield COURSES_ON[step], stretch
            yield CountName.COURSES_STEP2_OR_3, stretch
            if stretch.met:
                yield MET_ON[step], stretch
            if planned:
                yield CountName.WITH_PLAN, stretch


def course_cells(stretches: Iterable[TimeOnStep]) -> Iterator[Cell]:
    """The courses behind the stretches, each named by its id (see `counted_courses`)."""
    return (_one(name, stretch.course_id, stretch.holder) for name, stretch in counted_courses(stretches))


def given_on(stretch: HasPeriod, days: DayRange) -> date:
    """The day whose coordinator a course is given to: the period's last, or the stretch's last when sooner."""
    return days.last_on if stretch.until_on is None else min(days.last_on, stretch.until_on - _ONE_DAY)


class _Register:
    """Who was coordinator, and on which step, day by day."""

    def __init__(self, facts: SupervisionFacts) -> None:
        self._belongings = facts.belongings
        self._steps = _by_subject(facts.steps)
        self._coordinators = _by_subject(facts.coordinators)

    def step_on(self, subject_id: SubjectId, day: date) -> Step | None:
        held = holding_on(reversed(self._steps.get(subject_id, ())), day)
        return held.step if held else None

    def holder_on(self, subject_id: SubjectId, day: date, step: Step | None = None) -> Holder:
        held = holding_on(reversed(self._coordinators.get(subject_id, ())), day)
        return self.work_of(held.employee_id, day, step or self.step_on(subject_id, day)) if held else NOBODY

    def work_of(self, employee_id: EmployeeId, day: date, step: Step | None = None) -> Holder:
        belonging = self._belongings.on(employee_id, day, step)
        return Holder(employee_id, belonging.team_id, belonging.department_id)


def _cells(facts: SupervisionFacts, days: DayRange) -> Iterator[Cell]:
    register = _Register(facts)
    counted = tuple(meeting for meeting in facts.meetings if _counts(meeting, days))
    yield from _meetings(counted)
    yield from _papers(facts, counted)
    yield from course_cells(_stretches(facts, register, days, counted))
    yield from _plans(facts, register, days)
    yield from _courses_on(facts, register, days.first_on, AT_START)
    yield from _courses_on(facts, register, days.last_on, AT_END)
    yield from _moves(facts, register, days)
    yield from _assessments(facts, register, days)
    yield from _ended(facts, register, days)
    yield from _applications(facts, days)
    yield from _promises(facts, register, days)
    yield from _replaced(facts, register, days)


def _counts(meeting: Meeting, days: DayRange) -> bool:
    return (
        meeting.kind is MeetingKind.COORDINATION
        and meeting.status is MeetingStatus.HELD
        and meeting.step is not None
        and meeting.step.has_joint_plan
        and days.contains(meeting.starts_on)
    )


def _meetings(counted: Iterable[Meeting]) -> Iterator[Cell]:
    """Where a meeting counts was written on it when it was held, and never moves."""
    for meeting in counted:
        name = CountName.MEETINGS_HELD if meeting.citizen_took_part else CountName.MEETINGS_WITHOUT_CITIZEN
        yield _one(name, meeting.id, _held_by(meeting))


def _papers(facts: SupervisionFacts, counted: Iterable[Meeting]) -> Iterator[Cell]:
    """Meetings whose paper came, or should have by now (see `promises`), and those of them where it came in time."""
    for meeting in counted:
        minutes = {row.id for row in facts.papers if row.kind is PaperKind.MINUTES and row.meeting_id == meeting.id}
        plans = (row for row in facts.plans if row.subject_id == meeting.subject_id)
        paper = paper_after(meeting, minutes, plans, facts.handouts)
        if paper.is_due(facts.today):
            yield _one(CountName.PAPERS_DUE, meeting.id, _held_by(meeting))
            if paper.in_time(facts.today):
                yield _one(CountName.PAPERS_IN_TIME, meeting.id, _held_by(meeting))


def _held_by(meeting: Meeting) -> Holder:
    return Holder(meeting.coordinator_id, meeting.team_id, meeting.department_id)


def _stretches(
    facts: SupervisionFacts, register: _Register, days: DayRange, counted: tuple[Meeting, ...]
) -> Iterator[TimeOnStep]:
    met = {(meeting.course_id, meeting.step) for meeting in counted if meeting.citizen_took_part}
    plans = _by_subject(plan for plan in facts.plans if touches(plan, days))
    for stretch in _lasting(facts.steps):
        if stretch.step.has_joint_plan and touches(stretch, days):
            given = given_on(stretch, days)
            in_period = DayRange(max(stretch.from_on, days.first_on), given)
            yield TimeOnStep(
                id=stretch.id,
                course_id=stretch.course_id,
                subject_id=stretch.subject_id,
                step=stretch.step,
                from_on=stretch.from_on,
                until_on=stretch.until_on,
                holder=register.holder_on(stretch.subject_id, given, stretch.step),
                met=(stretch.course_id, stretch.step) in met,
                planned=any(touches(plan, in_period) for plan in plans.get(stretch.subject_id, ())),
            )


def _plans(facts: SupervisionFacts, register: _Register, days: DayRange) -> Iterator[Cell]:
    """A plan is one plan through all its versions; it is approved on the day its first version takes force."""
    for version in facts.plans:
        if version.number == 1 and days.contains(version.from_on):
            holder = register.holder_on(version.subject_id, version.from_on)
            yield _one(CountName.PLANS_APPROVED, version.plan_id, holder)
    last_day = DayRange(days.last_on, days.last_on)
    for version in _lasting(facts.plans):
        if touches(version, last_day):
            holder = register.holder_on(version.subject_id, days.last_on)
            yield _one(CountName.PLANS_IN_FORCE, version.plan_id, holder)
            if version.has_common_goal:
                yield _one(CountName.PLANS_WITH_GOAL, version.plan_id, holder)


def _courses_on(
    facts: SupervisionFacts, register: _Register, day: date, names: dict[Step, CountName]
) -> Iterator[Cell]:
    for stretch in _lasting(facts.steps):
        if stretch.step in names and touches(stretch, DayRange(day, day)):
            yield _one(
                names[stretch.step], stretch.course_id, register.holder_on(stretch.subject_id, day, stretch.step)
            )


def _moves(facts: SupervisionFacts, register: _Register, days: DayRange) -> Iterator[Cell]:
    """A move happens on the first day of the new step; a course's first step is no move."""
    by_course: dict[CourseId, list[StepPeriod]] = {}
    for stretch in _lasting(facts.steps):
        by_course.setdefault(stretch.course_id, []).append(stretch)
    for own in by_course.values():
        for before, after in pairwise(own):
            if before.step is not after.step and days.contains(after.from_on):
                name = CountName.MOVES_UP if after.step > before.step else CountName.MOVES_DOWN
                yield _one(name, after.id, register.holder_on(after.subject_id, after.from_on, after.step))


def _assessments(facts: SupervisionFacts, register: _Register, days: DayRange) -> Iterator[Cell]:
    """Counted for the one who decided: before the first assessment there is no coordinator."""
    for made in facts.assessments:
        if days.contains(made.decided_on):
            holder = register.work_of(made.decided_by_id, made.decided_on, made.step)
            yield _one(CountName.ASSESSMENTS_MADE, made.id, holder)


def _ended(facts: SupervisionFacts, register: _Register, days: DayRange) -> Iterator[Cell]:
    """A course ends on its first day without it, and is counted for the coordinator of its last day."""
    for course in _lasting(facts.courses):
        if course.until_on is not None and days.contains(course.until_on):
            yield _one(
                CountName.COURSES_ENDED, course.id, register.holder_on(course.subject_id, course.until_on - _ONE_DAY)
            )


def _applications(facts: SupervisionFacts, days: DayRange) -> Iterator[Cell]:
    """Ny- and genansøgninger belong to the period of their deadline, once answered or once it has passed.

    They belong to the case's own department, team and caseworker, who owe the answer.
    """
    for case in facts.cases:
        due_on, answered_on = case.answer_due_on, case.answered_on
        if case.application is ApplicationKind.NONE or due_on is None or not days.contains(due_on):
            continue
        holder = Holder(case.caseworker_id, case.team_id, case.department_id)
        if answered_on is not None or due_on < facts.today:
            yield _one(CountName.APPLICATIONS_DUE, case.id, holder)
        if answered_on is not None and answered_on <= due_on:
            yield _one(CountName.APPLICATIONS_IN_TIME, case.id, holder)


def _promises(facts: SupervisionFacts, register: _Register, days: DayRange) -> Iterator[Cell]:
    """The authority's promises that fell due in the period (see `promises`), for the coordinator of their day."""
    due = [each for each in authority_promises(facts.agreements) if days.contains(each.due_on)]
    kept, due_on = promises_kept(due, facts.today), {each.id: each.due_on for each in due}
    subjects = {each.id: each.subject_id for each in facts.agreements}
    for name, ids in ((CountName.PROMISES_DUE, kept.due_ids), (CountName.PROMISES_KEPT, kept.kept_ids)):
        for promise_id in ids:
            yield _one(name, promise_id, register.holder_on(subjects[promise_id], due_on[promise_id]))


def _replaced(facts: SupervisionFacts, register: _Register, days: DayRange) -> Iterator[Cell]:
    """Beside definition 1: the plans elsewhere that a joint plan in force on the period's last day has replaced."""
    last_day = DayRange(days.last_on, days.last_on)
    for other in facts.replaced:
        joint = [each for each in facts.plans if each.subject_id in other.subject_ids and touches(each, last_day)]
        if joint:
            newest = max(joint, key=lambda version: version.from_on)
            yield _one(CountName.PLANS_REPLACED, other.id, register.holder_on(newest.subject_id, days.last_on))


def _one(name: CountName, thing_id: int, holder: Holder) -> Cell:
    return Cell(name, holder, 1, (thing_id,))


def _lasting(periods: Iterable[_Period]) -> list[_Period]:
    """In order of time, without those that ended on the day they began."""
    kept = (period for period in periods if period.until_on is None or period.until_on > period.from_on)
    return sorted(kept, key=lambda period: (period.from_on, period.id))


def _by_subject(periods: Iterable[_Period]) -> dict[SubjectId, list[_Period]]:
    subjects: dict[SubjectId, list[_Period]] = {}
    for period in _lasting(periods):
        subjects.setdefault(period.subject_id, []).append(period)
    return subjects
