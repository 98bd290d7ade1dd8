"""The lists that follow the days: meetings, and what falls due. Column queries, never one aggregate after the other."""

from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from koordinator.domain.follow_up import DueItem
from koordinator.domain.ids import CitizenId, EmployeeId, MeetingId, SubjectId
from koordinator.domain.meeting import MeetingKind, MeetingStatus, PlaceKind


@dataclass(frozen=True, slots=True)
class DiaryScope:
    """Whose: an employee's own (`employee_id`), a citizen's with the family's (`citizen_id`), or, with neither, all."""

    employee_id: EmployeeId | None = None
    citizen_id: CitizenId | None = None


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting in one line. `starts_*` is wall time in Europe/Copenhagen; `citizens` are those it is about today."""

    id: MeetingId
    uid: str
    subject_id: SubjectId
    subject_name: str
    citizens: tuple[str, ...]
    kind: MeetingKind
    status: MeetingStatus
    starts_on: date
    starts_clock: time
    duration_minutes: int
    place_kind: PlaceKind
    place: str
    participants: int
    accepted: int
    declined: int


class Diary(Protocol):
    """An employee's own are the subjects they coordinate, their primary citizens, and what is theirs to do."""

    def meetings(self, scope: DiaryScope) -> tuple[MeetingEntry, ...]:
        """The meetings, the latest first."""

    def due(self, scope: DiaryScope, reassess_after_days: int) -> tuple[DueItem, ...]:
        """Everything open that falls due, in no order."""
