"""The lists that follow the days: meetings, and what falls due. Column queries, never one aggregate after the other."""

from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from koordinator.domain.follow_up import DueItem
from koordinator.domain.ids import CitizenId, EmployeeId, MeetingId, SubjectId
from koordinator.domain.meeting import MeetingKind, MeetingStatus, PlaceKind


@dataclass(frozen=True, slots=True)
class DiaryScope:
    """Whose: an employee's own (`employee_id`), those of everybody in the employee's teams (`team_of`), a citizen's
    with the family's (`citizen_id`), those of a subject and of all in its family (`family_of`), or, with none, all.

    `living` leaves out the subjects whose course is over, `seen` all but those (None: nobody).
    """

    employee_id: EmployeeId | None = None
    citizen_id: CitizenId | None = None
    team_of: EmployeeId | None = None
    family_of: SubjectId | None = None
    living: bool = False
    seen: frozenset[SubjectId] | None = None

    @property
    def is_everybody(self) -> bool:
        """Nobody in particular is asked for."""
        return (self.employee_id, self.citizen_id, self.team_of, self.family_of) == (None, None, None, None)


@dataclass(frozen=True, slots=True)
class FollowUpPace:
    """The municipality's intervals that some days are computed from."""

    reassess_after_days: int
    effort_follow_up_days: int


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

    def due(self, scope: DiaryScope, pace: FollowUpPace) -> tuple[DueItem, ...]:
        """Everything open that falls due but requests, in no order."""

    def requests(self, scope: DiaryScope) -> tuple[DueItem, ...]:
        """What citizens asked about their own data and nobody has answered, in no order."""
