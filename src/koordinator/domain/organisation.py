"""Departments, teams and employees, with what is true of them from one day to another."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from koordinator.domain.codes import Role as Role  # noqa: PLC0414 - its home is here
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import DepartmentId, EmployeeId, RowId, TeamId


class TeamKind(StrEnum):
    """A home team belongs to a department; a trin 3 team goes across the organisation."""

    HOME = "home"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Department:
    """A fagenhed. Names move with the law and the organisation, so they carry dates of validity."""

    id: DepartmentId
    name: str
    valid_from: date | None = None
    valid_until: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Team:
    """A team of a department, or a cross-organisational team (then without department).

    `confirmed` is false for one that an import made and nobody has looked at; `merged_into_id`
    names the team that took over when two turned out to be the same.
    """

    id: TeamId
    department_id: DepartmentId | None
    name: str
    kind: TeamKind = TeamKind.HOME
    confirmed: bool = True
    merged_into_id: TeamId | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Employee:
    """A colleague. Known by e-mail where there is one, else by name and team."""

    id: EmployeeId
    name: str
    email: str = ""
    phone: str = ""
    phone_hours: str = ""
    title: str = ""
    confirmed: bool = True
    merged_into_id: EmployeeId | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class TeamMembership:
    """An employee's time in a team; several may hold at once (home team and trin 3 team)."""

    id: RowId
    employee_id: EmployeeId
    team_id: TeamId
    from_on: date
    until_on: date | None = None
    share_percent: int = 100


@dataclass(frozen=True, slots=True)
class AuthorityPeriod:
    """The time in which the employee holds authority (is a myndighedsperson)."""

    id: RowId
    employee_id: EmployeeId
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class RolePeriod:
    """The time in which the employee has a role in the program."""

    id: RowId
    employee_id: EmployeeId
    role: Role
    from_on: date
    until_on: date | None = None


class LacksAuthority(DomainError):
    """A coordinating caseworker must hold authority on the day (the coordination model, trin 2)."""

    employee: str


class NobodyAdministers(DomainError):
    """Somebody has to hold the role of administrator, or nobody could give it back."""


class MergedIntoItself(DomainError):
    """Two entries can be merged only when they are two."""

    kind: str


class SeveralEmployees(DomainError):
    """More than one employee has the name; their number or e-mail tells them apart."""

    name: str


class NameTaken(DomainError):
    """Another department or team of the same department has the name."""

    kind: str
    name: str
