"""The departments, teams and caseworkers that a list names: found in the register, or made as unconfirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import DepartmentId, EmployeeId, RowId, TeamId
from koordinator.domain.list_import import ColumnMapping, ListField, word_key
from koordinator.domain.list_records import FaultReason, ListRecord, RowFault, shown_value
from koordinator.domain.organisation import Department, Employee, Team, TeamMembership
from koordinator.domain.register import CaseFile
from koordinator.usecases.ports import Transaction

_CHUNK = 500
"""How many keys are asked for at once."""


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """What the rows of a list refer to, and which of them may go in.

    `faults` are rows whose case number belongs to another citizen in the register.
    """

    departments: dict[str, DepartmentId]
    teams: dict[tuple[DepartmentId, str], TeamId]
    employees: dict[tuple[str, str], EmployeeId]
    accepted: tuple[ListRecord, ...]
    faults: tuple[RowFault, ...]
    new_teams: tuple[str, ...]
    new_employees: tuple[str, ...]

    def department_of(self, record: ListRecord) -> DepartmentId:
        """The department that the record names."""
        return self.departments[word_key(record.department)]

    def team_of(self, record: ListRecord) -> TeamId | None:
        """The team that the record names, or None."""
        return self.teams.get((self.department_of(record), word_key(record.team)))

    def caseworker_of(self, record: ListRecord) -> EmployeeId | None:
        """The caseworker that the record names, or None."""
        return self.employees.get(caseworker_key(record))


def caseworker_key(record: ListRecord) -> tuple[str, str]:
    """An employee is known by e-mail where there is one, else by name and team."""
    email = record.caseworker_email.strip().casefold()
    if email:
        return (email, "")
    return (word_key(record.caseworker), word_key(record.team)) if record.caseworker else ("", "")


def prepare_organisation(tx: Transaction, records: tuple[ListRecord, ...], mapping: ColumnMapping) -> KnownOrganisation:
    """Finds or makes the departments, teams and caseworkers of the records."""
    accepted, faults = _split_by_owner(tx, records, mapping)
    departments = _departments(tx, accepted)
    teams, new_teams = _teams(tx, accepted, departments)
    finder = _EmployeeFinder(tx, departments, teams)
    employees = finder.find_all(accepted)
    return KnownOrganisation(departments, teams, employees, accepted, faults, tuple(new_teams), tuple(finder.new_names))


def _split_by_owner(
    tx: Transaction, records: tuple[ListRecord, ...], mapping: ColumnMapping
) -> tuple[tuple[ListRecord, ...], tuple[RowFault, ...]]:
    owner = _owners(tx, [record.case_number for record in records])
    heading = mapping.headings[mapping.fields.index(ListField.CASE_NUMBER)]
    foreign = [record for record in records if owner.get(record.case_number, record.cpr) != record.cpr]
    faults = tuple(
        RowFault(record.row, heading, shown_value(record.case_number), FaultReason.CASE_OF_ANOTHER)
        for record in foreign
    )
    refused = {record.row for record in foreign}
    return tuple(record for record in records if record.row not in refused), faults


def _owners(tx: Transaction, numbers: list[str]) -> dict[str, str]:
    owners: dict[str, str] = {}
    for start in range(0, len(numbers), _CHUNK):
        cases = tx.of(CaseFile).where(number=tuple(numbers[start : start + _CHUNK]))
        citizens = tx.of(Citizen).where(id=tuple({case.citizen_id for case in cases}))
        cpr_of = {citizen.id: citizen.cpr for citizen in citizens}
        owners |= {case.number: cpr_of[case.citizen_id] for case in cases}
    return owners


def _departments(tx: Transaction, records: Iterable[ListRecord]) -> dict[str, DepartmentId]:
    known = {word_key(department.name): department.id for department in tx.of(Department).where()}
    for record in records:
        if word_key(record.department) not in known:
            made = tx.of(Department).add(Department(DepartmentId(0), record.department))
            known[word_key(record.department)] = made.id
    return known


def _teams(
    tx: Transaction, records: Iterable[ListRecord], departments: dict[str, DepartmentId]
) -> tuple[dict[tuple[DepartmentId, str], TeamId], list[str]]:
    known = {
        (team.department_id, word_key(team.name)): team.merged_into_id or team.id
        for team in tx.of(Team).where()
        if team.department_id is not None
    }
    new_names = []
    for record in records:
        key = (departments[word_key(record.department)], word_key(record.team))
        if record.team and key not in known:
            known[key] = tx.of(Team).add(Team(TeamId(0), key[0], record.team, confirmed=False)).id
            new_names.append(record.team)
    return known, new_names


class _EmployeeFinder:
    """Finds each caseworker once; makes the unknown ones with a membership of the team the list names."""

    def __init__(
        self,
        tx: Transaction,
        departments: dict[str, DepartmentId],
        teams: dict[tuple[DepartmentId, str], TeamId],
    ) -> None:
        self._tx = tx
        self._departments = departments
        self._teams = teams
        self.new_names: list[str] = []
        self._employees = {employee.id: employee for employee in tx.of(Employee).where()}
        self._teams_of: dict[EmployeeId, set[TeamId]] = {}
        for membership in tx.of(TeamMembership).where():
            self._teams_of.setdefault(membership.employee_id, set()).add(membership.team_id)

    def find_all(self, records: Iterable[ListRecord]) -> dict[tuple[str, str], EmployeeId]:
        """The employee of each caseworker key."""
        found: dict[tuple[str, str], EmployeeId] = {}
        for record in records:
            key = caseworker_key(record)
            if key[0] and key not in found:
                employee = self._known(record) or self._made(record)
                found[key] = employee.merged_into_id or employee.id
            if key[0]:
                self._learn(found[key], record)
        return found

    def _known(self, record: ListRecord) -> Employee | None:
        email = record.caseworker_email.strip().casefold()
        if email:
            return next((known for known in self._employees.values() if known.email.casefold() == email), None)
        team_id = self._team_id(record)
        same_name = [known for known in self._employees.values() if word_key(known.name) == word_key(record.caseworker)]
        in_team = [known for known in same_name if team_id in self._teams_of.get(known.id, set())]
        if in_team:
            return in_team[0]
        return same_name[0] if team_id is None and len(same_name) == 1 else None

    def _made(self, record: ListRecord) -> Employee:
        name = record.caseworker or record.caseworker_email
        made = self._tx.of(Employee).add(
            Employee(EmployeeId(0), name, record.caseworker_email, record.caseworker_phone, confirmed=False)
        )
        self._employees[made.id] = made
        self.new_names.append(name)
        return made

    def _learn(self, employee_id: EmployeeId, record: ListRecord) -> None:
        """A telephone number or a team that the list adds to somebody nobody has confirmed yet."""
        employee = self._employees[employee_id]
        if record.caseworker_phone and employee.phone != record.caseworker_phone and not employee.confirmed:
            changed = self._tx.of(Employee).save(replace(employee, phone=record.caseworker_phone))
            self._employees[employee_id] = changed
        team_id = self._team_id(record)
        teams = self._teams_of.setdefault(employee_id, set())
        if team_id is not None and team_id not in teams and not employee.confirmed:
            self._tx.of(TeamMembership).add(TeamMembership(RowId(0), employee_id, team_id, self._tx.today))
            teams.add(team_id)

    def _team_id(self, record: ListRecord) -> TeamId | None:
        return self._teams.get((self._departments[word_key(record.department)], word_key(record.team)))
