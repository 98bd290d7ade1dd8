"""The caseworkers that a list names: found in the register, or made as unconfirmed."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from koordinator.domain.ids import EmployeeId, RowId, TeamId
from koordinator.domain.list_import import word_key
from koordinator.domain.list_records import ListRecord
from koordinator.domain.organisation import Employee, TeamMembership
from koordinator.domain.periods import holds_on
from koordinator.usecases.ports import Transaction

TeamOf: TypeAlias = Callable[[ListRecord], TeamId | None]
CaseworkerKey: TypeAlias = tuple[str, ...]
"""What tells the caseworkers of a list apart; empty where a row names none."""


def caseworker_key(record: ListRecord) -> CaseworkerKey:
    """The e-mail address where there is one, else name and team."""
    if record.caseworker_email:
        return (record.caseworker_email.casefold(),)
    if record.caseworker:
        return (word_key(record.caseworker), word_key(record.department), word_key(record.team))
    return ()


class CaseworkerFinder:
    """Finds each caseworker once. Those it makes get the team, telephone number and e-mail address of the list.

    What a list says about somebody who is confirmed changes nothing: that is kept under Indstillinger.
    """

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._employees = {employee.id: employee for employee in tx.of(Employee).where()}
        self._by_email: dict[str, EmployeeId] = {}
        self._by_name: dict[str, list[EmployeeId]] = {}
        self._teams_of: dict[EmployeeId, set[TeamId]] = {}
        self._there_today: set[tuple[EmployeeId, TeamId]] = set()
        self._given_address: set[EmployeeId] = set()
        for employee in self._employees.values():
            self._remember(employee)
        for membership in tx.of(TeamMembership).where():
            employee_id = self._final(membership.employee_id)
            self._teams_of.setdefault(employee_id, set()).add(membership.team_id)
            if holds_on(membership, tx.today):
                self._there_today.add((employee_id, membership.team_id))
        self.new_names: list[str] = []

    def find_all(self, records: Iterable[ListRecord], team_of: TeamOf) -> dict[CaseworkerKey, EmployeeId]:
        """The employee of each caseworker that the records name."""
        found: dict[CaseworkerKey, EmployeeId] = {}
        last_said: dict[EmployeeId, ListRecord] = {}
        for record in records:
            key, team_id = caseworker_key(record), team_of(record)
            if not key:
                continue
            if key not in found:
                found[key] = self._by_email_address(record) or self._namesake(record, team_id) or self._made(record)
            if record.caseworker_email:
                self._given_address.add(found[key])
            self._join(found[key], team_id)
            if record.caseworker_phone or record.caseworker_email:
                last_said[found[key]] = record
        for employee_id, record in last_said.items():
            self._learn(employee_id, record)
        return found

    def _by_email_address(self, record: ListRecord) -> EmployeeId | None:
        return self._by_email.get(record.caseworker_email.casefold()) if record.caseworker_email else None

    def _namesake(self, record: ListRecord, team_id: TeamId | None) -> EmployeeId | None:
        """Somebody of that name in the team, or else who was; without a team to go by, the only one of that name.

        Two with different e-mail addresses are two. A confirmed colleague without a team is nobody's guess.
        """
        same_name = [
            employee
            for employee in map(self._employees.__getitem__, self._by_name.get(word_key(record.caseworker), ()))
            if not (record.caseworker_email and (employee.email or employee.id in self._given_address))
        ]
        in_team = [employee.id for employee in same_name if team_id in self._teams_of.get(employee.id, ())]
        if in_team:
            return min(in_team, key=lambda each: (each, team_id) not in self._there_today)
        if len(same_name) != 1:
            return None
        (only,) = same_name
        is_new_here = not only.confirmed and not self._teams_of.get(only.id)
        return only.id if team_id is None or is_new_here else None

    def _made(self, record: ListRecord) -> EmployeeId:
        name = record.caseworker or record.caseworker_email
        made = self._tx.of(Employee).add(
            Employee(EmployeeId(0), name, record.caseworker_email, record.caseworker_phone, confirmed=False)
        )
        self._employees[made.id] = made
        self._remember(made)
        self.new_names.append(name)
        return made.id

    def _join(self, employee_id: EmployeeId, team_id: TeamId | None) -> None:
        teams = self._teams_of.setdefault(employee_id, set())
        if team_id is not None and team_id not in teams and not self._employees[employee_id].confirmed:
            self._tx.of(TeamMembership).add(TeamMembership(RowId(0), employee_id, team_id, self._tx.today))
            teams.add(team_id)

    def _learn(self, employee_id: EmployeeId, record: ListRecord) -> None:
        """What the list's last row says; only what differs is stored, so that the same list changes nothing."""
        known = self._employees[employee_id]
        changed = replace(
            known,
            name=record.caseworker if record.caseworker and known.name == known.email else known.name,
            phone=record.caseworker_phone or known.phone,
            email=known.email or record.caseworker_email,
        )
        if changed != known and not known.confirmed:
            self._tx.of(Employee).save(changed)

    def _remember(self, employee: Employee) -> None:
        """One who was merged into another is found under both names, and is the other."""
        final = self._final(employee.id)
        if employee.email:
            self._by_email.setdefault(employee.email.casefold(), final)
        same_name = self._by_name.setdefault(word_key(employee.name), [])
        if final not in same_name:
            same_name.append(final)

    def _final(self, employee_id: EmployeeId) -> EmployeeId:
        while (into := self._employees[employee_id].merged_into_id) is not None:
            employee_id = into
        return employee_id
