"""The municipality's departments, teams and employees: made, named, confirmed, merged."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.email_address import checked_email
from koordinator.domain.ids import DepartmentId, EmployeeId, RowId, TeamId
from koordinator.domain.organisation import (
    AuthorityPeriod,
    Department,
    Employee,
    MergedIntoItself,
    NameTaken,
    NobodyAdministers,
    Role,
    RolePeriod,
    Team,
    TeamKind,
    TeamMembership,
)
from koordinator.domain.periods import holds_on, joined_periods
from koordinator.domain.team_places import changed_places, live_places
from koordinator.usecases.ports import Office, Transaction

Period = TypeVar("Period", AuthorityPeriod, RolePeriod)


@dataclass(frozen=True, slots=True)
class Colleague:
    """An employee with what holds today, and with the times in teams that have been, are and are to come."""

    employee: Employee
    teams: tuple[Team, ...]
    roles: frozenset[Role]
    has_authority: bool
    places: tuple[TeamMembership, ...] = ()
    courses: int = 0
    """How many courses the employee coordinates today."""


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """The organisation as of today; what was merged into something else is left out."""

    departments: tuple[Department, ...]
    teams: tuple[Team, ...]
    colleagues: tuple[Colleague, ...]
    today: date

    @property
    def unconfirmed_teams(self) -> tuple[Team, ...]:
        """Teams that an import made and nobody has looked at."""
        return tuple(team for team in self.teams if not team.confirmed)

    @property
    def unconfirmed_colleagues(self) -> tuple[Colleague, ...]:
        """Employees that an import made and nobody has looked at."""
        return tuple(colleague for colleague in self.colleagues if not colleague.employee.confirmed)


class Organisation:
    """The use cases of the organisation. Changes need the role of administrator."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def view(self, actor: Actor) -> OrganisationView:
        """Departments, teams and colleagues with their roles, teams and authority today."""
        with self._office.act(actor, Action.OPEN_SETTINGS) as tx:
            teams = tx.of(Team).where(order_by="name", merged_into_id=None)
            return OrganisationView(tx.of(Department).where(order_by="name"), teams, _colleagues(tx, teams), tx.today)

    def save_department(self, actor: Actor, department: Department) -> Department:
        """Makes a department (key 0) or changes it. Raises NameTaken, FieldMissing, FieldTooLong."""
        with self._office.act(actor, Action.EDIT_ORGANISATION) as tx:
            named = replace(department, name=limits.checked("name", department.name, limits.LINE, required=True))
            same = tx.of(Department).find(name=named.name)
            if same is not None and same.id != named.id:
                raise NameTaken("department", named.name)
            saved = tx.of(Department).save(named) if named.id else tx.of(Department).add(named)
            tx.about("department", saved.id)
            return saved

    def save_team(self, actor: Actor, team: Team) -> Team:
        """Makes a team (key 0) or changes it; saving confirms it. Raises NameTaken, FieldMissing, FieldTooLong."""
        with self._office.act(actor, Action.EDIT_ORGANISATION) as tx:
            name = limits.checked("name", team.name, limits.LINE, required=True)
            same = tx.of(Team).find(name=name, department_id=team.department_id, merged_into_id=None)
            if same is not None and same.id != team.id:
                raise NameTaken("team", name)
            named = replace(team, name=name, confirmed=True)
            saved = tx.of(Team).save(named) if named.id else tx.of(Team).add(named)
            tx.about("team", saved.id)
            return saved

    def merge_teams(self, actor: Actor, team_id: TeamId, into_id: TeamId) -> Team:
        """The first team was the second all along; everything that names it names the second from now on."""
        with self._office.act(actor, Action.EDIT_ORGANISATION) as tx:
            if team_id == into_id:
                raise MergedIntoItself("team")
            tx.repoint(Team, team_id, into_id)
            _drop_repeated_memberships(tx, tx.of(TeamMembership).where(team_id=into_id))
            tx.of(Team).save(replace(tx.of(Team).get(team_id), merged_into_id=into_id))
            tx.about("team", into_id, codes=f"merged={team_id}")
            return tx.of(Team).get(into_id)

    def save_employee(self, actor: Actor, employee: Employee) -> Employee:
        """Makes an employee (key 0) or changes one; saving confirms. Raises FieldMissing, FieldTooLong."""
        with self._office.act(actor, Action.EDIT_ORGANISATION) as tx:
            saved = _save_employee(tx, employee)
            tx.about("employee", saved.id)
            return saved

    def save_colleague(self, actor: Actor, colleague: Colleague) -> Employee:
        """The employee with exactly these roles, places in teams and authority from today on, or nothing of it.

        Raises NobodyAdministers, StaleVersion, FieldMissing, FieldTooLong, and as `changed_places`.
        """
        with self._office.act(actor, Action.EDIT_ORGANISATION) as tx:
            saved = _save_employee(tx, colleague.employee)
            _set_roles(tx, saved.id, colleague.roles)
            _set_places(tx, saved.id, colleague.places)
            _set_authority(tx, saved.id, has_authority=colleague.has_authority)
            tx.about("employee", saved.id, codes="whole")
            return saved

    def merge_employees(self, actor: Actor, employee_id: EmployeeId, into_id: EmployeeId) -> Employee:
        """The first employee was the second all along; the history goes over to the second."""
        with self._office.act(actor, Action.EDIT_ORGANISATION) as tx:
            if employee_id == into_id:
                raise MergedIntoItself("employee")
            # First, since whose period it was may change in no other way.
            tx.of(Employee).save(replace(tx.of(Employee).get(employee_id), merged_into_id=into_id))
            tx.repoint(Employee, employee_id, into_id)
            _drop_repeated_memberships(tx, tx.of(TeamMembership).where(employee_id=into_id))
            _join(tx, AuthorityPeriod, tx.of(AuthorityPeriod).where(employee_id=into_id))
            for role in Role:
                _join(tx, RolePeriod, tx.of(RolePeriod).where(employee_id=into_id, role=role))
            tx.about("employee", into_id, codes=f"merged={employee_id}")
            return tx.of(Employee).get(into_id)


def new_department() -> Department:
    """A department to fill in."""
    return Department(DepartmentId(0), "")


def new_team(department_id: DepartmentId | None) -> Team:
    """A team to fill in; without a department it goes across the organisation."""
    kind = TeamKind.CROSS if department_id is None else TeamKind.HOME
    return Team(TeamId(0), department_id, "", kind)


def new_employee() -> Employee:
    """An employee to fill in."""
    return Employee(EmployeeId(0), "")


def _save_employee(tx: Transaction, employee: Employee) -> Employee:
    checked = replace(
        employee,
        name=limits.checked("name", employee.name, limits.LINE, required=True),
        email=checked_email(employee.email),
        phone=limits.checked("phone", employee.phone, limits.SHORT),
        phone_hours=limits.checked("phone_hours", employee.phone_hours, limits.SHORT),
        title=limits.checked("title", employee.title, limits.SHORT),
        confirmed=True,
    )
    return tx.of(Employee).save(checked) if checked.id else tx.of(Employee).add(checked)


def _set_authority(tx: Transaction, employee_id: EmployeeId, *, has_authority: bool) -> None:
    held = [period for period in tx.of(AuthorityPeriod).where(employee_id=employee_id) if _open(tx, period)]
    if has_authority and not held:
        tx.of(AuthorityPeriod).add(AuthorityPeriod(RowId(0), employee_id, tx.today))
    if not has_authority:
        for period in held:
            tx.of(AuthorityPeriod).save(replace(period, until_on=tx.today))


def _set_roles(tx: Transaction, employee_id: EmployeeId, roles: frozenset[Role]) -> None:
    held = [period for period in tx.of(RolePeriod).where(employee_id=employee_id) if _open(tx, period)]
    for period in held:
        if period.role not in roles:
            tx.of(RolePeriod).save(replace(period, until_on=tx.today))
    for role in sorted(roles - {period.role for period in held}):
        tx.of(RolePeriod).add(RolePeriod(RowId(0), employee_id, role, tx.today))
    if not any(_open(tx, period) for period in tx.of(RolePeriod).where(role=Role.ADMINISTRATOR)):
        raise NobodyAdministers


def _set_places(tx: Transaction, employee_id: EmployeeId, places: tuple[TeamMembership, ...]) -> None:
    rows = tx.of(TeamMembership)
    wanted = tuple(replace(row, employee_id=employee_id) for row in live_places(places, tx.today))
    changes = changed_places(rows.where(employee_id=employee_id), wanted, tx.today)
    for row in changes.saved:
        rows.save(row)
    for row in changes.added:
        rows.add(row)
    for key in changes.removed:
        rows.remove(key)


def _open(tx: Transaction, period: AuthorityPeriod | RolePeriod | TeamMembership) -> bool:
    return holds_on(period, tx.today) and period.until_on is None


def _colleagues(tx: Transaction, teams: tuple[Team, ...]) -> tuple[Colleague, ...]:
    team_of = {team.id: team for team in teams}
    places: dict[EmployeeId, list[TeamMembership]] = {}
    for row in tx.of(TeamMembership).where(order_by="from_on"):
        places.setdefault(row.employee_id, []).append(row)
    roles_by_employee: dict[EmployeeId, set[Role]] = {}
    for period in tx.of(RolePeriod).where():
        if holds_on(period, tx.today):
            roles_by_employee.setdefault(period.employee_id, set()).add(period.role)
    authority = {row.employee_id for row in tx.of(AuthorityPeriod).where() if holds_on(row, tx.today)}
    coordinating = Counter(
        row.employee_id for row in tx.of(CoordinatorPeriod).where(until_on=None) if holds_on(row, tx.today)
    )
    return tuple(
        Colleague(
            employee,
            tuple(
                team_of[row.team_id]
                for row in places.get(employee.id, ())
                if holds_on(row, tx.today) and row.team_id in team_of
            ),
            frozenset(roles_by_employee.get(employee.id, ())),
            employee.id in authority,
            tuple(places.get(employee.id, ())),
            coordinating[employee.id],
        )
        for employee in tx.of(Employee).where(order_by="name", merged_into_id=None)
    )


def _drop_repeated_memberships(tx: Transaction, memberships: tuple[TeamMembership, ...]) -> None:
    """After a merge somebody may stand twice in a team with open ends: the earlier entry stays."""
    seen: set[tuple[EmployeeId, TeamId]] = set()
    for membership in sorted(memberships, key=lambda row: (row.from_on, row.id)):
        key = (membership.employee_id, membership.team_id)
        if membership.until_on is None and key in seen:
            tx.of(TeamMembership).remove(membership.id)
        elif membership.until_on is None:
            seen.add(key)


def _join(tx: Transaction, kind: type[Period], periods: tuple[Period, ...]) -> None:
    """After a merge the same can be said of somebody twice for the same days: it is said once."""
    stay = {period.id: until_on for period, until_on in joined_periods(periods)}
    for period in periods:
        if period.id not in stay:
            tx.of(kind).remove(period.id)
        elif period.until_on != stay[period.id]:
            tx.of(kind).save(replace(period, until_on=stay[period.id]))
