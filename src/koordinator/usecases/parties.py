"""Names and addresses of the parties that rows refer to, fetched once for a whole screen or paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from koordinator.domain.belonging import Belonging, Belongings
from koordinator.domain.citizen import Citizen
from koordinator.domain.content_parts import ThemeContent
from koordinator.domain.ids import CitizenId, ContactPersonId, DepartmentId, EmployeeId, TeamId, ThemeId
from koordinator.domain.organisation import Department, Employee, Team, TeamMembership
from koordinator.domain.party import NamesParty, Party, PartyKind, party_of
from koordinator.domain.register import ContactKind, ContactPerson
from koordinator.domain.theme import Theme
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople
from koordinator.usecases.themes import themes_of


class HasId(Protocol):
    """A stored thing."""

    @property
    def id(self) -> int: ...


Thing = TypeVar("Thing", bound=HasId)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties round a subject: its citizens and their contact persons, every employee that is named; the themes."""

    citizens: Mapping[CitizenId, Citizen]
    contacts: Mapping[ContactPersonId, ContactPerson]
    employees: Mapping[EmployeeId, Employee]
    belongings: Mapping[EmployeeId, Belonging]
    departments: Mapping[DepartmentId, Department]
    teams: Mapping[TeamId, Team]
    themes: Mapping[ThemeId, Theme]

    def name(self, party: Party | None) -> str:
        """The party's name, empty for nobody."""
        person = self._person(party)
        return person.name if person else ""

    def email(self, party: Party | None) -> str:
        """The party's e-mail address, a contact person's own or that of the employee behind it; or empty."""
        person = self._person(party)
        if isinstance(person, ContactPerson) and not person.email and person.employee_id is not None:
            return self.email(Party(PartyKind.EMPLOYEE, person.employee_id))
        return person.email if person else ""

    def organisation(self, party: Party | None) -> str:
        """Where the party belongs: a department's or team's name, an outside organisation, or empty."""
        person = self._person(party)
        if isinstance(person, Employee):
            return self._home_of(person.id)
        if isinstance(person, ContactPerson):
            inside = self._home_of(person.employee_id) if person.employee_id is not None else ""
            return person.organisation or self.department(person.department_id) or inside
        return ""

    def role(self, party: Party | None) -> str:
        """What the party is there as, in the register's own words, or empty."""
        person = self._person(party)
        if isinstance(person, Employee):
            return person.title
        return person.role if isinstance(person, ContactPerson) else ""

    def citizen(self, party: Party | None) -> Citizen | None:
        """The citizen, when the party is one."""
        person = self._person(party)
        return person if isinstance(person, Citizen) else None

    def contact_kind(self, party: Party | None) -> ContactKind | None:
        """Who the party is to the citizen, when it is a contact person."""
        person = self._person(party)
        return person.kind if isinstance(person, ContactPerson) else None

    def department(self, department_id: DepartmentId | None) -> str:
        """The department's name, or empty."""
        return self.departments[department_id].name if department_id is not None else ""

    def theme(self, *chosen: ThemeId | None) -> ThemeContent | None:
        """The first of the themes that is one, as papers hold it; None where none is chosen."""
        theme = next((self.themes[each] for each in chosen if each is not None), None)
        return ThemeContent(theme.key, theme.name) if theme else None

    def employee(self, employee_id: EmployeeId | None) -> str:
        """The employee's name, or empty."""
        return self.employees[employee_id].name if employee_id is not None else ""

    def _person(self, party: Party | None) -> Citizen | Employee | ContactPerson | None:
        if party is None:
            return None
        if party.kind is PartyKind.CITIZEN:
            return self.citizens[CitizenId(party.id)]
        if party.kind is PartyKind.EMPLOYEE:
            return self.employees[EmployeeId(party.id)]
        return self.contacts[ContactPersonId(party.id)]

    def _home_of(self, employee_id: EmployeeId) -> str:
        belonging = self.belongings.get(employee_id, Belonging())
        team = self.teams[belonging.team_id].name if belonging.team_id is not None else ""
        return self.department(belonging.department_id) or team


def parties_for(
    tx: Transaction,
    people: SubjectPeople,
    rows: Iterable[NamesParty] = (),
    employee_ids: Iterable[EmployeeId | None] = (),
) -> Parties:
    """The parties that a screen or paper about the subject names: those of the rows and the employees besides."""
    named = [party for row in rows if (party := party_of(row)) is not None]
    own_contacts = tx.of(ContactPerson).where(citizen_id=people.citizen_ids)
    contacts = by_id((*own_contacts, *_those(tx, ContactPerson, named, PartyKind.CONTACT_PERSON)))
    citizens = by_id((*people.citizens, *_those(tx, Citizen, named, PartyKind.CITIZEN)))
    wanted = {party.id for party in named if party.kind is PartyKind.EMPLOYEE}
    wanted |= {each for each in employee_ids if each is not None}
    wanted |= {contact.employee_id for contact in contacts.values() if contact.employee_id is not None}
    ids = tuple(sorted(wanted))
    teams = tx.of(Team).where()
    belongings = Belongings(teams, tx.of(TeamMembership).where(employee_id=ids))
    return Parties(
        citizens,
        contacts,
        by_id(tx.of(Employee).where(id=ids)),
        {EmployeeId(each): belongings.on(EmployeeId(each), tx.today) for each in ids},
        by_id(tx.of(Department).where()),
        by_id(teams),
        by_id(themes_of(tx)),
    )


def by_id(things: Iterable[Thing]) -> dict[Any, Thing]:
    """The things by their keys."""
    return {thing.id: thing for thing in things}


def _those(tx: Transaction, cls: type[Thing], named: Iterable[Party], kind: PartyKind) -> tuple[Thing, ...]:
    ids = tuple(sorted({party.id for party in named if party.kind is kind}))
    return tx.of(cls).where(id=ids) if ids else ()
