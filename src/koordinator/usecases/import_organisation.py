"""The departments, teams and caseworkers that a list names: found in the register, or made as unconfirmed."""

from collections.abc import Iterable
from dataclasses import dataclass

from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import DepartmentId, EmployeeId, TeamId
from koordinator.domain.list_import import ColumnMapping, ListField, word_key
from koordinator.domain.list_records import FaultReason, ListRecord, RowFault, shown_value
from koordinator.domain.organisation import Department, Team
from koordinator.domain.register import CaseFile
from koordinator.usecases.import_caseworkers import CaseworkerFinder, CaseworkerKey, caseworker_key
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
    caseworkers: dict[CaseworkerKey, EmployeeId]
    accepted: tuple[ListRecord, ...]
    faults: tuple[RowFault, ...]
    new_departments: tuple[str, ...]
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
        return self.caseworkers.get(caseworker_key(record))


def prepare_organisation(tx: Transaction, records: tuple[ListRecord, ...], mapping: ColumnMapping) -> KnownOrganisation:
    """Finds or makes the departments, teams and caseworkers of the records."""
    accepted, faults = _split_by_owner(tx, records, mapping)
    departments, new_departments = _departments(tx, accepted)
    teams, new_teams = _teams(tx, accepted, departments)
    finder = CaseworkerFinder(tx)
    caseworkers = finder.find_all(
        accepted, lambda record: teams.get((departments[word_key(record.department)], word_key(record.team)))
    )
    return KnownOrganisation(
        departments,
        teams,
        caseworkers,
        accepted,
        faults,
        tuple(new_departments),
        tuple(new_teams),
        tuple(finder.new_names),
    )


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


def _departments(tx: Transaction, records: Iterable[ListRecord]) -> tuple[dict[str, DepartmentId], list[str]]:
    known = {word_key(department.name): department.id for department in tx.of(Department).where()}
    new_names = []
    for record in records:
        if word_key(record.department) not in known:
            made = tx.of(Department).add(Department(DepartmentId(0), record.department))
            known[word_key(record.department)] = made.id
            new_names.append(record.department)
    return known, new_names


def _teams(
    tx: Transaction, records: Iterable[ListRecord], departments: dict[str, DepartmentId]
) -> tuple[dict[tuple[DepartmentId, str], TeamId], list[str]]:
    by_id = {team.id: team for team in tx.of(Team).where()}
    known = {
        (team.department_id, word_key(team.name)): _final(team, by_id)
        for team in by_id.values()
        if team.department_id is not None
    }
    new_names = []
    for record in records:
        key = (departments[word_key(record.department)], word_key(record.team))
        if record.team and key not in known:
            known[key] = tx.of(Team).add(Team(TeamId(0), key[0], record.team, confirmed=False)).id
            new_names.append(record.team)
    return known, new_names


def _final(team: Team, by_id: dict[TeamId, Team]) -> TeamId:
    while team.merged_into_id is not None:
        team = by_id[team.merged_into_id]
    return team.id
