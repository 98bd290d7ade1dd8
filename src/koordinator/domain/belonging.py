"""Where an employee belonged on a day: the team and department that what they did is counted under."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from koordinator.domain.ids import DepartmentId, EmployeeId, TeamId
from koordinator.domain.organisation import Team, TeamKind, TeamMembership
from koordinator.domain.periods import holding_on
from koordinator.domain.steps import Step


@dataclass(frozen=True, slots=True)
class Belonging:
    """A team and a department, each None where the employee had none."""

    team_id: TeamId | None = None
    department_id: DepartmentId | None = None


class Belongings:
    """Every employee's teams, asked day by day.

    An employee may be in a home team and in a trin 3 team at once. What is done on trin 3 belongs to
    the trin 3 team, everything else to the home team; who has only one of them has that. The trin 3
    team goes across the organisation and its people keep their home department, so the department is
    the home team's where the team itself has none. Of several of a kind the one joined first counts.
    """

    def __init__(self, teams: Iterable[Team], memberships: Iterable[TeamMembership]) -> None:
        self._teams = {team.id: team for team in teams}
        self._memberships: dict[EmployeeId, list[TeamMembership]] = {}
        self._change_days: set[date] = set()
        for membership in sorted(memberships, key=lambda row: (row.from_on, row.id)):
            self._memberships.setdefault(membership.employee_id, []).append(membership)
            self._change_days.add(membership.from_on)
            if membership.until_on is not None:
                self._change_days.add(membership.until_on)
        self._known: dict[tuple[EmployeeId, date, bool], Belonging] = {}

    def on(self, employee_id: EmployeeId, day: date, step: Step | None = None) -> Belonging:
        """Where the employee's work on the step belonged on the day."""
        key = (employee_id, day, step is Step.ONE_CASEWORK)
        if key not in self._known:
            self._known[key] = self._find(*key)
        return self._known[key]

    def settled_on(self, last_on: date) -> date:
        """The first day from which nobody's teams change until and with `last_on`."""
        return max((day for day in self._change_days if day <= last_on), default=date.min)

    def _find(self, employee_id: EmployeeId, day: date, one_casework: bool) -> Belonging:
        home = self._team(employee_id, day, TeamKind.HOME)
        cross = self._team(employee_id, day, TeamKind.CROSS)
        team = (cross or home) if one_casework else (home or cross)
        if team is None:
            return Belonging()
        return Belonging(team.id, team.department_id or (home.department_id if home else None))

    def _team(self, employee_id: EmployeeId, day: date, kind: TeamKind) -> Team | None:
        memberships = self._memberships.get(employee_id, ())
        held = holding_on((row for row in memberships if self._teams[row.team_id].kind is kind), day)
        return self._teams[held.team_id] if held else None
