"""What each of those who work on trin 3 carries on a day: information for leading and choosing, never a limit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from koordinator.domain.folding import danish_order
from koordinator.domain.ids import EmployeeId, SubjectId, TakeoverId


@dataclass(frozen=True, slots=True)
class MemberLoad:
    """An employee's part of trin 3, each number with its ids: whom they coordinate, and what is not taken over yet.

    `share_percent` is the share of time in the cross-organisational team; 0 for who coordinates on trin 3 without
    being in it.
    """

    employee_id: EmployeeId
    name: str
    share_percent: int
    home_teams: tuple[str, ...]
    families: tuple[SubjectId, ...]
    citizens: tuple[SubjectId, ...]
    takeovers: tuple[TakeoverId, ...]

    @property
    def courses(self) -> int:
        """Families and citizens together."""
        return len(self.families) + len(self.citizens)


@dataclass(frozen=True, slots=True)
class TeamLoad:
    """Those in the team, then the others who coordinate on trin 3, each in the order of a Danish list."""

    as_of: datetime
    members: tuple[MemberLoad, ...]

    def courses_of(self, employee_id: EmployeeId) -> int:
        """How many the employee coordinates on trin 3."""
        return sum(member.courses for member in self.members if member.employee_id == employee_id)


def team_load(as_of: datetime, members: Iterable[MemberLoad]) -> TeamLoad:
    """The members in their order."""
    return TeamLoad(as_of, tuple(sorted(members, key=lambda row: (not row.share_percent, danish_order(row.name)))))
