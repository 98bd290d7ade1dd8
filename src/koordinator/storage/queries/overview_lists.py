"""The short lists of the first page (see `usecases.ports_lists`), plain SQL like the guide's facts."""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from koordinator.domain.codes import AgreementStatus, GrantKind, MeetingStatus, PlaceKind, SubjectKind
from koordinator.domain.danish_day import danish_day
from koordinator.domain.ids import AgreementId, EmployeeId, JointPlanId, MeetingId, RowId, SubjectId
from koordinator.domain.periods import DayRange
from koordinator.domain.promises import Promised
from koordinator.storage.queries.guide_facts import Select
from koordinator.usecases.ports_lists import GrantNotice, LeftOverLine, MeetingLine, PromiseLine, ReviewLine

_MEETINGS: Final = """
SELECT meeting.id, meeting.subject_id, CASE WHEN family.id IS NULL THEN 'citizen' ELSE 'family' END,
    COALESCE(citizen.name, family.name, ''), meeting.status, meeting.starts_on, meeting.starts_clock,
    meeting.place_kind, meeting.place,
    (SELECT count(*) FROM participant WHERE participant.meeting_id = meeting.id),
    EXISTS (
        SELECT 1 FROM participant
        JOIN citizen AS person ON person.id = participant.citizen_id
        WHERE participant.meeting_id = meeting.id AND person.needs_interpreter = 1
    )
FROM meeting
LEFT JOIN citizen ON citizen.subject_id = meeting.subject_id
LEFT JOIN family ON family.subject_id = meeting.subject_id
WHERE meeting.starts_on BETWEEN :first AND :last
AND meeting.status IN ('planned', 'invited', 'running')
AND (
    meeting.subject_id IN (SELECT value FROM json_each(:scope))
    OR EXISTS (
        SELECT 1 FROM participant
        WHERE participant.meeting_id = meeting.id AND participant.employee_id = :employee
    )
)
ORDER BY meeting.starts_on, meeting.starts_clock, meeting.id
"""

_PROMISES_DUE: Final = """
SELECT agreement.id, agreement.subject_id, CASE WHEN family.id IS NULL THEN 'citizen' ELSE 'family' END,
    COALESCE(citizen.id, family.id, 0), COALESCE(citizen.name, family.name, ''), agreement.what,
    COALESCE(employee.name, person.name, contact_person.name, ''), agreement.due_on
FROM agreement
LEFT JOIN citizen ON citizen.subject_id = agreement.subject_id
LEFT JOIN family ON family.subject_id = agreement.subject_id
LEFT JOIN employee ON employee.id = agreement.employee_id
LEFT JOIN citizen AS person ON person.id = agreement.citizen_id
LEFT JOIN contact_person ON contact_person.id = agreement.contact_person_id
WHERE agreement.status = 'open' AND agreement.due_on <= :last
AND (agreement.subject_id IN (SELECT value FROM json_each(:scope)) OR agreement.employee_id = :employee)
ORDER BY agreement.due_on, agreement.id
"""

_PROMISES: Final = """
SELECT id, due_on, status, settled_on FROM agreement
WHERE employee_id IS NOT NULL AND due_on BETWEEN :first AND :last
AND (subject_id IN (SELECT value FROM json_each(:scope)) OR employee_id = :employee)
ORDER BY due_on, id
"""

_REVIEWS: Final = """
SELECT plan.id, plan.subject_id, CASE WHEN family.id IS NULL THEN 'citizen' ELSE 'family' END,
    COALESCE(citizen.id, family.id, 0), COALESCE(citizen.name, family.name, ''), plan.review_on
FROM joint_plan AS plan
LEFT JOIN citizen ON citizen.subject_id = plan.subject_id
LEFT JOIN family ON family.subject_id = plan.subject_id
WHERE plan.subject_id IN (SELECT value FROM json_each(:scope)) AND plan.ended_on IS NULL AND plan.review_on <= :last
ORDER BY plan.review_on, plan.id
"""

_LEFT_OVER: Final = """
WITH kept(kind, thing_id, saved_at, subject_id) AS (
    SELECT kind, thing_id, max(saved_at), CASE kind
        WHEN 'assessment' THEN (SELECT subject_id FROM assessment WHERE id = thing_id AND locked_at IS NULL)
        WHEN 'joint_plan' THEN (SELECT subject_id FROM joint_plan WHERE id = thing_id AND ended_on IS NULL)
        WHEN 'member_part' THEN (
            SELECT plan.subject_id FROM joint_plan AS plan JOIN family ON family.subject_id = plan.subject_id
            JOIN family_membership AS member ON member.family_id = family.id
            WHERE member.citizen_id = thing_id AND plan.ended_on IS NULL LIMIT 1
        )
        WHEN 'meeting' THEN (
            SELECT subject_id FROM meeting WHERE id = thing_id AND status IN ('planned', 'invited', 'running')
        )
    END
    FROM draft
    WHERE author_id = :employee AND trim(text) <> ''
    GROUP BY kind, thing_id
)
SELECT kept.kind, kept.thing_id, kept.subject_id, CASE WHEN family.id IS NULL THEN 'citizen' ELSE 'family' END,
    COALESCE(citizen.id, family.id, 0), COALESCE(citizen.name, family.name, ''), kept.saved_at
FROM kept
LEFT JOIN citizen ON citizen.subject_id = kept.subject_id
LEFT JOIN family ON family.subject_id = kept.subject_id
WHERE kept.subject_id IS NOT NULL
ORDER BY kept.saved_at DESC, kept.kind, kept.thing_id
"""


_GRANT_NOTICES: Final = """
SELECT given.id, CASE WHEN family.id IS NULL THEN 'citizen' ELSE 'family' END, COALESCE(citizen.id, family.id, 0),
    COALESCE(citizen.name, family.name, ''), employee.name, given.reason, given.from_at, given.kind
FROM access_grant AS given
JOIN employee ON employee.id = given.employee_id
LEFT JOIN citizen ON citizen.subject_id = given.subject_id
LEFT JOIN family ON family.subject_id = given.subject_id
WHERE given.id IN (SELECT grant_id FROM told_of_grant WHERE told_id = :employee AND seen_at IS NULL)
ORDER BY given.from_at, given.id
"""


class OverviewQueries:
    """The lists about some subjects, and what is the employee's own to do."""

    def __init__(self, select: Select) -> None:
        self._select = select

    def meetings(
        self, employee_id: EmployeeId, subject_ids: Collection[SubjectId], days: DayRange
    ) -> tuple[MeetingLine, ...]:
        """The meetings ahead in those days, the earliest first."""
        values = {"employee": employee_id, "scope": _scope(subject_ids)} | _between(days)
        return tuple(_meeting_line(row) for row in self._select(_MEETINGS, values))

    def promises_due(
        self, employee_id: EmployeeId, subject_ids: Collection[SubjectId], until: date
    ) -> tuple[PromiseLine, ...]:
        """The open agreements whose day is no later, the oldest first."""
        values = {"employee": employee_id, "scope": _scope(subject_ids), "last": until.isoformat()}
        return tuple(
            PromiseLine(
                AgreementId(agreement_id),
                subject_id,
                SubjectKind(kind),
                key,
                name,
                what,
                who,
                date.fromisoformat(due_on),
            )
            for agreement_id, subject_id, kind, key, name, what, who, due_on in self._select(_PROMISES_DUE, values)
        )

    def promises_of(
        self, employee_id: EmployeeId, subject_ids: Collection[SubjectId], days: DayRange
    ) -> tuple[Promised, ...]:
        """The authority's own agreements that fell due in those days."""
        values = {"employee": employee_id, "scope": _scope(subject_ids)} | _between(days)
        return tuple(
            Promised(
                AgreementId(agreement_id),
                date.fromisoformat(due_on),
                AgreementStatus(status),
                date.fromisoformat(settled_on) if settled_on else None,
            )
            for agreement_id, due_on, status, settled_on in self._select(_PROMISES, values)
        )

    def reviews(self, subject_ids: Collection[SubjectId], until: date) -> tuple[ReviewLine, ...]:
        """The open joint plans whose review is no later, the oldest first."""
        values = {"scope": _scope(subject_ids), "last": until.isoformat()}
        return tuple(
            ReviewLine(JointPlanId(plan_id), subject_id, SubjectKind(kind), key, name, date.fromisoformat(review_on))
            for plan_id, subject_id, kind, key, name, review_on in self._select(_REVIEWS, values)
        )

    def grant_notices(self, employee_id: EmployeeId) -> tuple[GrantNotice, ...]:
        """What the employee is to be told of, the oldest first."""
        return tuple(
            GrantNotice(
                RowId(grant_id), SubjectKind(of), key, name, who, reason, datetime.fromisoformat(at), GrantKind(kind)
            )
            for grant_id, of, key, name, who, reason, at, kind in self._select(
                _GRANT_NOTICES, {"employee": employee_id}
            )
        )

    def left_over(self, employee_id: EmployeeId) -> tuple[LeftOverLine, ...]:
        """What the employee has written and not finished, the newest first."""
        return tuple(
            LeftOverLine(
                kind, thing_id, subject_id, SubjectKind(of), key, name, danish_day(datetime.fromisoformat(saved_at))
            )
            for kind, thing_id, subject_id, of, key, name, saved_at in self._select(
                _LEFT_OVER, {"employee": employee_id}
            )
        )


def _meeting_line(row: Sequence[Any]) -> MeetingLine:
    meeting_id, subject_id, kind, name, status, *when_and_where = row
    starts_on, starts_clock, place_kind, place, participants, interpreter = when_and_where
    return MeetingLine(
        id=MeetingId(meeting_id),
        subject_id=subject_id,
        subject_kind=SubjectKind(kind),
        subject_name=name,
        status=MeetingStatus(status),
        starts_on=date.fromisoformat(starts_on),
        starts_clock=time.fromisoformat(starts_clock),
        place_kind=PlaceKind(place_kind),
        place=place,
        participants=participants,
        needs_interpreter=bool(interpreter),
    )


def _scope(subject_ids: Collection[SubjectId]) -> str:
    return json.dumps(sorted(subject_ids))


def _between(days: DayRange) -> dict[str, object]:
    return {"first": days.first_on.isoformat(), "last": days.last_on.isoformat()}
