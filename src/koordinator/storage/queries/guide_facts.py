"""The guide's facts about any number of subjects, in a fixed number of reads (see `usecases.ports_lists`)."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple, TypeAlias

from koordinator.domain.codes import EndReason, MeetingStatus, PrimaryCaseworkerWish, SubjectKind
from koordinator.domain.danish_day import danish_day
from koordinator.domain.guide_facts import (
    ApprovedPlan,
    AssessmentState,
    EndedCourse,
    EndingConsent,
    GoneCoordinator,
    GuideFacts,
    HandoverAhead,
    LeftFamily,
    MeetingAhead,
    Outstanding,
    PlannedReassessment,
)
from koordinator.domain.ids import ConsentId, EmployeeId, MeetingId, PlanVersionId, SubjectId
from koordinator.domain.steps import Step
from koordinator.storage.queries import guide_sql as sql
from koordinator.storage.queries.guide_signs import SignRows, look_of, signs_of

Select: TypeAlias = Callable[[str, Mapping[str, object]], Iterable[Sequence[Any]]]
"""Runs a statement with named values; SQLAlchemy's and the driver's own connection both can."""

_Rows: TypeAlias = Iterable[Sequence[Any]]


class GuideQueries:
    """The facts as of a day."""

    def __init__(self, select: Select, today: date) -> None:
        self._select = select
        self._today = today

    def of_subjects(self, subject_ids: Iterable[SubjectId]) -> tuple[GuideFacts, ...]:
        """The facts of the subjects, in the order of their ids."""
        wanted = frozenset(subject_ids)
        family_of: dict[SubjectId, SubjectId] = dict(map(tuple, self._rows(sql.FAMILIES_ON_STEP3, wanted)))
        facts = self._gathered(wanted.union(family_of.values()))
        return tuple(
            facts[subject]._replace(family=facts[family_of[subject]]) if subject in family_of else facts[subject]
            for subject in sorted(wanted & facts.keys())
        )

    def of_employee(self, employee_id: EmployeeId) -> tuple[GuideFacts, ...]:
        """The facts of the employee's own subjects."""
        rows = self._select(sql.MINE, {"employee": employee_id, "today": self._today.isoformat()})
        return self.of_subjects(SubjectId(row[0]) for row in rows)

    def of_served(self) -> tuple[GuideFacts, ...]:
        """The facts of the subjects that somebody is to coordinate."""
        rows = self._select(sql.SERVED, {"today": self._today.isoformat()})
        return self.of_subjects(SubjectId(row[0]) for row in rows)

    def of_all(self) -> tuple[GuideFacts, ...]:
        """The facts of every subject."""
        return self.of_subjects(SubjectId(row[0]) for row in self._select(sql.EVERYBODY, {}))

    def _rows(self, statement: str, scope: Iterable[SubjectId]) -> _Rows:
        return self._select(statement, {"scope": json.dumps(sorted(scope)), "today": self._today.isoformat()})

    def _gathered(self, scope: frozenset[SubjectId]) -> dict[SubjectId, GuideFacts]:
        late = _grouped(self._rows(sql.LATE_AGREEMENTS, scope))
        parts = _Parts(
            gone=_grouped(self._rows(sql.GONE_COORDINATORS, scope)),
            handovers=_grouped(self._rows(sql.HANDOVERS, scope)),
            handed_over=_grouped(self._rows(sql.HANDED_OVER, scope)),
            ended=_ended(self._rows(sql.ENDED, scope)),
            left=_left(self._rows(sql.LEFT_FAMILIES, scope)),
            assessed=_assessed(self._rows(sql.ASSESSMENTS, scope)),
            members=dict(map(tuple, self._rows(sql.MEMBERS, scope))),
            cases=_grouped(self._rows(sql.OPEN_CASES, scope)),
            ahead=_ahead(self._rows(sql.MEETINGS_AHEAD, scope)),
            over=_grouped(self._rows(sql.MEETINGS_OVER, scope)),
            plans=_plans(self._rows(sql.PLANS, scope)),
            agreements=late,
            with_due_day=dict(map(tuple, self._rows(sql.OPEN_AGREEMENTS, late))),
            decisions=_grouped(self._rows(sql.LATE_DECISIONS, scope)),
            takeovers=_grouped(self._rows(sql.TAKEOVERS, scope)),
            consents=_grouped(self._rows(sql.CONSENTS, scope)),
            contacts=_grouped(self._rows(sql.NEW_CONTACTS, scope)),
            moves=_grouped(self._rows(sql.MOVES, scope)),
            looks=_grouped(self._rows(sql.LOOKS, scope)),
            rhythms=dict(map(tuple, self._rows(sql.RHYTHMS, scope))),
        )
        return {head[0]: _facts(self._today, head, parts) for head in self._rows(sql.HEADS, scope)}


class _Parts(NamedTuple):
    """What each statement found, by subject."""

    gone: dict[SubjectId, list[Sequence[Any]]]
    handovers: dict[SubjectId, list[Sequence[Any]]]
    handed_over: dict[SubjectId, list[Sequence[Any]]]
    ended: dict[SubjectId, EndedCourse]
    left: dict[SubjectId, LeftFamily]
    assessed: dict[SubjectId, AssessmentState]
    members: dict[SubjectId, int]
    cases: dict[SubjectId, list[Sequence[Any]]]
    ahead: dict[SubjectId, MeetingAhead]
    over: dict[SubjectId, list[Sequence[Any]]]
    plans: dict[SubjectId, tuple[ApprovedPlan | None, date | None]]
    agreements: dict[SubjectId, list[Sequence[Any]]]
    with_due_day: dict[SubjectId, int]
    decisions: dict[SubjectId, list[Sequence[Any]]]
    takeovers: dict[SubjectId, list[Sequence[Any]]]
    consents: dict[SubjectId, list[Sequence[Any]]]
    contacts: dict[SubjectId, list[Sequence[Any]]]
    moves: dict[SubjectId, list[Sequence[Any]]]
    looks: dict[SubjectId, list[Sequence[Any]]]
    rhythms: dict[SubjectId, int]


def _facts(today: date, head: Sequence[Any], parts: _Parts) -> GuideFacts:
    subject, kind, name, key, course_from_on, step, step_from_on, from_before, coordinator_id, wish, *planned = head
    over = parts.over.get(subject, ())
    cancelled_on = tuple(_cancelled_on(closed_at, starts_on) for _, is_one, closed_at, starts_on in over if is_one)
    plan, review_on = parts.plans.get(subject, (None, None))
    cases, waiting = parts.cases.get(subject, ()), parts.takeovers.get(subject, ())
    facts = GuideFacts(
        today=today,
        subject_id=subject,
        kind=SubjectKind(kind),
        name=name,
        key=key,
        members=parts.members.get(subject, 1),
        departments=len({department for _, department in cases}),
        course_from_on=_day(course_from_on),
        ended=parts.ended.get(subject),
        left_family=parts.left.get(subject),
        step=None if step is None else Step(step),
        step_from_on=_day(step_from_on),
        step_from_before=bool(from_before),
        coordinator_id=coordinator_id,
        gone_coordinator=_gone(parts.gone.get(subject, ())),
        handover=_handover(parts.handovers.get(subject, ())),
        handed_over=_late(parts.handed_over.get(subject, ())),
        meeting=parts.ahead.get(subject),
        last_held_on=_day(over[0][0]) if over else None,
        cancelled_in_a_row=len(cancelled_on),
        rhythm_days=parts.rhythms.get(subject),
        plan=plan,
        review_on=review_on,
        agreements=_late(parts.agreements.get(subject, ())),
        decisions=_late(parts.decisions.get(subject, ())),
        takeovers=_late([row for row in waiting if row[0] is not None]),
        all_taken_over=not waiting,
        assessment=parts.assessed.get(subject, AssessmentState()),
        moved_on=tuple(date.fromisoformat(day) for (day,) in parts.moves.get(subject, ())),
        primary_wish=PrimaryCaseworkerWish(wish) if wish else None,
        planned=PlannedReassessment(*map(date.fromisoformat, planned)) if all(planned) else None,
    )
    return _with_signs(facts, _sign_rows(subject, cancelled_on, parts), parts)


def _with_signs(facts: GuideFacts, rows: SignRows, parts: _Parts) -> GuideFacts:
    consent = _ending(facts, parts.consents.get(facts.subject_id, ()))
    return facts._replace(signs=signs_of(facts, rows), looked_at=look_of(facts, rows), consent=consent)


def _sign_rows(subject: SubjectId, cancelled_on: tuple[date, ...], parts: _Parts) -> SignRows:
    late = parts.agreements.get(subject, ())
    return SignRows(
        cases=parts.cases.get(subject, ()),
        contacts=parts.contacts.get(subject, ()),
        cancelled_on=cancelled_on,
        looks=parts.looks.get(subject, ()),
        newest_due_on=_day(late[0][0]) if late else None,
        with_due_day=parts.with_due_day.get(subject, 0),
    )


def _cancelled_on(closed_at: str | None, starts_on: str) -> date:
    return date.fromisoformat(starts_on) if closed_at is None else danish_day(datetime.fromisoformat(closed_at))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _grouped(rows: _Rows) -> dict[SubjectId, list[Sequence[Any]]]:
    """The rows of each subject, without its id."""
    found: dict[SubjectId, list[Sequence[Any]]] = {}
    for subject, *rest in rows:
        found.setdefault(subject, []).append(rest)
    return found


def _gone(rows: Sequence[Sequence[Any]]) -> GoneCoordinator | None:
    return next((GoneCoordinator(name, _day(since)) for name, since in rows), None)


def _handover(rows: Sequence[Sequence[Any]]) -> HandoverAhead | None:
    return next((HandoverAhead(date.fromisoformat(day), receiver) for day, receiver in rows), None)


def _ended(rows: _Rows) -> dict[SubjectId, EndedCourse]:
    return {
        subject: EndedCourse(date.fromisoformat(until_on), EndReason(reason) if reason else None)
        for subject, until_on, reason in rows
    }


def _left(rows: _Rows) -> dict[SubjectId, LeftFamily]:
    return {subject: LeftFamily(date.fromisoformat(left_on), *map(bool, known)) for subject, left_on, *known in rows}


def _assessed(rows: _Rows) -> dict[SubjectId, AssessmentState]:
    found: dict[SubjectId, AssessmentState] = {}
    for subject, locked, decided_on, step in rows:
        state = found.get(subject, AssessmentState())
        if locked:
            found[subject] = state._replace(assessed_on=_day(decided_on), decided_step=Step(step))
        else:
            found[subject] = state._replace(begun=True)
    return found


def _ahead(rows: _Rows) -> dict[SubjectId, MeetingAhead]:
    return {
        subject: MeetingAhead(
            MeetingId(meeting_id),
            MeetingStatus(status),
            date.fromisoformat(starts_on),
            time.fromisoformat(starts_clock),
            bool(prepared),
            _day(planned_on),
        )
        for subject, meeting_id, status, starts_on, starts_clock, prepared, planned_on in rows
    }


def _plans(rows: _Rows) -> dict[SubjectId, tuple[ApprovedPlan | None, date | None]]:
    found: dict[SubjectId, tuple[ApprovedPlan | None, date | None]] = {}
    for subject, review_on, version_id, approved_on, handed_out in rows:
        approved = version_id and ApprovedPlan(
            PlanVersionId(version_id), date.fromisoformat(approved_on), bool(handed_out)
        )
        found[subject] = (approved, _day(review_on))
    return found


def _late(rows: Sequence[Sequence[Any]]) -> Outstanding | None:
    """How many, and the last row's day and words: the rows come with the oldest last."""
    if not rows:
        return None
    due_on, words = rows[-1]
    return Outstanding(len(rows), date.fromisoformat(due_on), words)


def _ending(facts: GuideFacts, consents: _Rows) -> EndingConsent | None:
    """The consent that runs out first; one that was given again to the same party counts to its later end."""
    latest: dict[tuple[int, str], EndingConsent | None] = {}
    for citizen_id, consent_id, shared_with, until_text in consents:
        party, until_on = (citizen_id, shared_with.casefold()), _day(until_text)
        before = latest.get(party)
        if until_on is None or (party in latest and before is None):
            latest[party] = None
        elif before is None or before.until_on <= until_on:
            latest[party] = EndingConsent(ConsentId(consent_id), shared_with, until_on)
    ending = [consent for consent in latest.values() if consent and consent.until_on > _first_day(facts)]
    return min(ending, key=lambda consent: (consent.until_on, consent.id), default=None)


def _first_day(facts: GuideFacts) -> date:
    """What ran out before the course began is history."""
    return facts.course_from_on or facts.today
