"""A party: the citizen, an employee or a contact person - whoever can take part or promise something."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from koordinator.domain.ids import CitizenId, ContactPersonId, EmployeeId


class PartyKind(StrEnum):
    """Which register the party stands in."""

    CITIZEN = "citizen"
    EMPLOYEE = "employee"
    CONTACT_PERSON = "contact_person"


@dataclass(frozen=True, slots=True)
class Party:
    """A reference to one person in one of the three registers."""

    kind: PartyKind
    id: int


class NamesParty(Protocol):
    """A row that refers to a party by at most one of three keys."""

    @property
    def citizen_id(self) -> CitizenId | None: ...

    @property
    def employee_id(self) -> EmployeeId | None: ...

    @property
    def contact_person_id(self) -> ContactPersonId | None: ...


def party_of(row: NamesParty) -> Party | None:
    """The party that the row refers to, or None when it names nobody yet."""
    if row.citizen_id is not None:
        return Party(PartyKind.CITIZEN, row.citizen_id)
    if row.employee_id is not None:
        return Party(PartyKind.EMPLOYEE, row.employee_id)
    if row.contact_person_id is not None:
        return Party(PartyKind.CONTACT_PERSON, row.contact_person_id)
    return None


@dataclass(frozen=True, slots=True)
class PartyKeys:
    """The three keys that a row stores for a party; one is set, or none."""

    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None


def keys_of(party: Party | None) -> PartyKeys:
    """The keys to store for the party."""
    if party is None:
        return PartyKeys()
    if party.kind is PartyKind.CITIZEN:
        return PartyKeys(citizen_id=CitizenId(party.id))
    if party.kind is PartyKind.EMPLOYEE:
        return PartyKeys(employee_id=EmployeeId(party.id))
    return PartyKeys(contact_person_id=ContactPersonId(party.id))
