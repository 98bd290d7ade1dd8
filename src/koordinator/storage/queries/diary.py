"""Meetings and what falls due (see `usecases.ports_diary`), each in one read."""

import json
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from koordinator.domain.follow_up import DueItem, DueKind
from koordinator.domain.ids import EmployeeId, MeetingId, SubjectId
from koordinator.domain.meeting import MeetingKind, MeetingStatus, PlaceKind
from koordinator.storage.queries import diary_sql as sql
from koordinator.storage.queries.guide_facts import Select
from koordinator.usecases.ports_diary import DiaryScope, FollowUpPace, MeetingEntry

_BETWEEN_NAMES = "\n"


class DiaryQueries:
    """The lists as of a day."""

    def __init__(self, select: Select, today: date) -> None:
        self._select = select
        self._today = today

    def meetings(self, scope: DiaryScope) -> tuple[MeetingEntry, ...]:
        """The meetings, the latest first."""
        return tuple(_meeting(row) for row in self._select(sql.MEETINGS, self._values(scope)))

    def due(self, scope: DiaryScope, pace: FollowUpPace) -> tuple[DueItem, ...]:
        """Everything open that falls due."""
        values = self._values(scope) | {
            "reassess": f"+{pace.reassess_after_days} days",
            "before_effort_ends": f"-{pace.effort_follow_up_days} days",
        }
        return tuple(_due(row) for row in self._select(sql.DUE, values))

    def requests(self, scope: DiaryScope) -> tuple[DueItem, ...]:
        """What citizens asked about their own data and nobody has answered."""
        return tuple(_due(row) for row in self._select(sql.REQUESTS, self._values(scope)))

    def _values(self, scope: DiaryScope) -> dict[str, object]:
        return {
            "today": self._today.isoformat(),
            "employee": scope.employee_id,
            "citizen": scope.citizen_id,
            "team_of": scope.team_of,
            "family_of": scope.family_of,
            "everybody": scope.is_everybody,
            "living": scope.living,
            "seen": None if scope.seen is None else json.dumps(sorted(scope.seen)),
        }


def _meeting(row: Sequence[Any]) -> MeetingEntry:
    meeting_id, uid, subject_id, name, citizens, kind, status, starts_on, starts_clock, minutes, *rest = row
    place_kind, place, participants, accepted, declined = rest
    return MeetingEntry(
        id=MeetingId(meeting_id),
        uid=uid,
        subject_id=SubjectId(subject_id),
        subject_name=name,
        citizens=tuple(citizens.split(_BETWEEN_NAMES)) if citizens else (),
        kind=MeetingKind(kind),
        status=MeetingStatus(status),
        starts_on=date.fromisoformat(starts_on),
        starts_clock=time.fromisoformat(starts_clock),
        duration_minutes=minutes,
        place_kind=PlaceKind(place_kind),
        place=place,
        participants=participants,
        accepted=accepted,
        declined=declined,
    )


def _due(row: Sequence[Any]) -> DueItem:
    kind, thing_id, subject_id, name, what, due_on, rhythm, who, employee_id, department, carried, computed_on = row
    return DueItem(
        kind=DueKind(kind),
        thing_id=thing_id,
        subject_id=SubjectId(subject_id),
        subject_name=name,
        what=what,
        due_on=date.fromisoformat(due_on) if due_on else None,
        rhythm=rhythm,
        who=who,
        employee_id=EmployeeId(employee_id) if employee_id is not None else None,
        department=department,
        times_carried=carried,
        computed_on=date.fromisoformat(computed_on) if computed_on else None,
    )
