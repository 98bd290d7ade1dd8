"""Everything that has happened in a subject's courses, gathered from what is kept of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from koordinator.domain.assessment import Assessment
from koordinator.domain.citizen import Citizen, Family, PrimaryCaseworkerPeriod
from koordinator.domain.citizen_request import CitizenRequest, RequestKind
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.course_history import CourseHistory, Event, EventKind, PersonSpan, StepSpan
from koordinator.domain.danish_day import danish_day
from koordinator.domain.handover import Handover, HandoverOutcome
from koordinator.domain.ids import DepartmentId, EmployeeId, PaperId, SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import Meeting, MeetingKind, MeetingStatus
from koordinator.domain.misfit import MisfitLook
from koordinator.domain.organisation import Department, Employee
from koordinator.domain.paper import Handout, Paper, PaperKind
from koordinator.domain.takeover import Takeover, TakeoverOutcome
from koordinator.usecases.ports import Transaction

_ASKED: Final = {
    RequestKind.ACCESS: (EventKind.ACCESS_ASKED, EventKind.ACCESS_ANSWERED),
    RequestKind.CORRECTION: (EventKind.CORRECTION_ASKED, EventKind.CORRECTION_ANSWERED),
    RequestKind.OBJECTION: (EventKind.OBJECTED, EventKind.OBJECTION_ANSWERED),
}


@dataclass(frozen=True, slots=True)
class _Kept:
    """The rows about a subject, the oldest first."""

    courses: tuple[Course, ...]
    steps: tuple[StepPeriod, ...]
    coordinators: tuple[CoordinatorPeriod, ...]
    primaries: tuple[PrimaryCaseworkerPeriod, ...]
    assessments: tuple[Assessment, ...]
    looks: tuple[MisfitLook, ...]
    meetings: tuple[Meeting, ...]
    versions: tuple[PlanVersion, ...]
    takeovers: tuple[Takeover, ...]
    handovers: tuple[Handover, ...]
    handouts: tuple[Handout, ...]
    requests: tuple[CitizenRequest, ...]
    papers: Mapping[PaperId | None, Paper]
    departments: Mapping[DepartmentId, str]
    names: Mapping[EmployeeId | None, str]


def load_history(tx: Transaction, subject_id: SubjectId) -> CourseHistory:
    """The courses of the subject. Raises NotFound for one that is neither citizen nor family."""
    citizen = tx.of(Citizen).find(subject_id=subject_id)
    family = tx.of(Family).find(subject_id=subject_id) if citizen is None else None
    named = citizen or family
    kept = _kept(tx, subject_id, citizen)
    return CourseHistory(
        today=tx.today,
        name=named.name if named is not None else "",
        is_family=family is not None,
        steps=tuple(StepSpan(row.step, row.from_on, row.until_on) for row in kept.steps),
        coordinators=tuple(
            PersonSpan(kept.names[row.employee_id], row.from_on, row.until_on) for row in kept.coordinators
        ),
        primaries=tuple(PersonSpan(kept.names[row.employee_id], row.from_on, row.until_on) for row in kept.primaries),
        events=tuple(sorted(_events(kept), key=lambda event: event.on, reverse=True)),
    )


def _kept(tx: Transaction, subject_id: SubjectId, citizen: Citizen | None) -> _Kept:
    coordinators = tx.of(CoordinatorPeriod).where(order_by="from_on", subject_id=subject_id)
    assessments = tx.of(Assessment).where(order_by="decided_on", subject_id=subject_id)
    looks = tx.of(MisfitLook).where(order_by="looked_on", subject_id=subject_id)
    primaries: tuple[PrimaryCaseworkerPeriod, ...] = ()
    if citizen is not None:
        primaries = tx.of(PrimaryCaseworkerPeriod).where(order_by="from_on", citizen_id=citizen.id)
    takeovers = tx.of(Takeover).where(subject_id=subject_id)
    handovers = tx.of(Handover).where(subject_id=subject_id)
    named = {employee for each in handovers for employee in (each.giver_id, each.receiver_id)}
    named |= {row.employee_id for row in coordinators} | {row.employee_id for row in primaries}
    named |= {look.looked_by_id for look in looks}
    named |= {assessment.decided_by_id for assessment in assessments if assessment.decided_by_id is not None}
    handouts = tuple(each for each in tx.of(Handout).where(order_by="handed_on", subject_id=subject_id) if each.counts)
    papers = tx.of(Paper).where(id=frozenset(each.paper_id for each in handouts if each.paper_id is not None))
    employees = tx.of(Employee).where(id=frozenset(named)) if named else ()
    return _Kept(
        courses=tx.of(Course).where(order_by="from_on", subject_id=subject_id),
        steps=tx.of(StepPeriod).where(order_by="from_on", subject_id=subject_id),
        coordinators=coordinators,
        primaries=primaries,
        assessments=tuple(each for each in assessments if each.is_locked),
        looks=looks,
        meetings=tx.of(Meeting).where(order_by="starts_on", subject_id=subject_id, kind=MeetingKind.COORDINATION),
        versions=tx.of(PlanVersion).where(order_by="from_on", subject_id=subject_id),
        takeovers=takeovers,
        handovers=handovers,
        handouts=handouts,
        requests=tx.of(CitizenRequest).where(citizen_id=citizen.id) if citizen is not None else (),
        papers={paper.id: paper for paper in papers},
        departments={each.id: each.name for each in tx.of(Department).where()} if takeovers else {},
        names={None: ""} | {employee.id: employee.name for employee in employees},
    )


def _events(kept: _Kept) -> Iterator[Event]:
    for step in kept.steps:
        is_from_before = step.assessment_id is None
        yield Event(EventKind.STEP, step.from_on, step.until_on, step=step.step, from_before=is_from_before)
    for period in kept.coordinators:
        yield Event(EventKind.COORDINATOR, period.from_on, period.until_on, by=kept.names[period.employee_id])
    for held in kept.primaries:
        yield Event(EventKind.PRIMARY, held.from_on, held.until_on, by=kept.names[held.employee_id])
    yield from _decisions(kept)
    yield from _meetings(kept.meetings)
    yield from _takeovers(kept)
    yield from _handovers(kept)
    yield from _handouts(kept)
    yield from _requests(kept)
    for version in kept.versions:
        yield Event(EventKind.PLAN_APPROVED, version.from_on, version.until_on, number=version.number)
    for course in kept.courses:
        if course.until_on is not None:
            word = course.citizens_word
            yield Event(EventKind.ENDED, course.until_on, reason=word, end_reason=course.end_reason)


def _decisions(kept: _Kept) -> Iterator[Event]:
    for each in kept.assessments:
        if each.decided_on is not None:
            yield Event(
                EventKind.DEVIATED if each.deviates else EventKind.ASSESSED,
                each.decided_on,
                step=each.decided_step,
                recommended=each.recommended_step,
                by=kept.names[each.decided_by_id],
                reason=each.deviation_reason,
            )
    for look in kept.looks:
        yield Event(EventKind.LOOKED, look.looked_on, by=kept.names[look.looked_by_id], reason=look.reason)


def _meetings(meetings: tuple[Meeting, ...]) -> Iterator[Event]:
    for meeting in meetings:
        if meeting.status is MeetingStatus.HELD:
            yield Event(EventKind.HELD, meeting.starts_on, reason=meeting.without_citizen_reason)
        elif meeting.status is MeetingStatus.CANCELLED:
            on = danish_day(meeting.closed_at) if meeting.closed_at is not None else meeting.starts_on
            yield Event(EventKind.CANCELLED, on, reason=meeting.cancel_reason)


def _takeovers(kept: _Kept) -> Iterator[Event]:
    """What the departments handed over on trin 3, or did not; that the subject left the step is said by the step."""
    for line in kept.takeovers:
        giver = kept.departments[line.department_id]
        if line.until_on is not None and line.outcome is TakeoverOutcome.TAKEN_OVER:
            yield Event(EventKind.TAKEN_OVER, line.until_on, giver=giver, reason=line.what)
        elif line.until_on is not None and line.outcome is TakeoverOutcome.NOT_HANDED_OVER:
            yield Event(EventKind.NOT_HANDED_OVER, line.until_on, giver=giver, reason=line.outcome_reason)


def _handovers(kept: _Kept) -> Iterator[Event]:
    """What became of each; who was chosen instead of one that was overtaken is said by the coordinators."""
    for each in kept.handovers:
        giver, receiver = kept.names[each.giver_id], kept.names[each.receiver_id]
        if each.ended_on is not None and each.outcome is HandoverOutcome.CARRIED_OUT:
            yield Event(EventKind.HANDED_OVER, each.ended_on, by=receiver, giver=giver, handover_kind=each.kind)
        elif each.ended_on is not None and each.outcome is HandoverOutcome.CANCELLED:
            reason = each.cancel_reason
            yield Event(EventKind.HANDOVER_CANCELLED, each.ended_on, by=receiver, giver=giver, reason=reason)
        if each.returned_on is not None:
            yield Event(EventKind.HANDED_BACK, each.returned_on, by=receiver, giver=giver)


def _requests(kept: _Kept) -> Iterator[Event]:
    for each in kept.requests:
        asked, told = _ASKED[each.kind]
        yield Event(asked, each.asked_on, reason=each.words)
        if each.settled_on is not None:
            yield Event(told, each.settled_on, reason=each.answer)


def _handouts(kept: _Kept) -> Iterator[Event]:
    """What was handed out on the same day in the same way, each with everybody who got it."""
    numbers = {version.id: version.number for version in kept.versions}
    groups: dict[Event, list[str]] = {}
    for each in kept.handouts:
        paper = kept.papers.get(each.paper_id)
        number = numbers.get(each.plan_version_id, 0) if each.plan_version_id is not None else 0
        kind = paper.kind if paper is not None else PaperKind.PLAN
        event = Event(EventKind.HANDED_OUT, each.handed_on, number=number, paper=kind, way=each.way)
        groups.setdefault(event, []).append(each.recipient)
    for event, names in groups.items():
        yield replace(event, by=", ".join(dict.fromkeys(names)))
