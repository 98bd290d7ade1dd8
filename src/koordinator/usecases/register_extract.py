"""What is registered round a subject, read for an assessment: a few reads, however large the family is."""

from koordinator.domain.citizen import Citizen, FamilyMembership, Relation
from koordinator.domain.ids import CitizenId
from koordinator.domain.organisation import Department, Employee
from koordinator.domain.periods import holds_on
from koordinator.domain.register import CaseFile, ContactPerson
from koordinator.domain.registered_facts import RegisterExtract
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople


def register_extract(tx: Transaction, people: SubjectPeople) -> RegisterExtract:
    """The subject's own cases and contact persons, and the cases of the family round it."""
    ids = frozenset(people.citizen_ids)
    relatives = tx.of(Citizen).where(id=_relatives(tx, people))
    cases = tx.of(CaseFile).where(citizen_id=ids.union(citizen.id for citizen in relatives))
    caseworkers = frozenset(case.caseworker_id for case in cases if case.caseworker_id is not None)
    return RegisterExtract(
        today=tx.today,
        citizens=people.citizens,
        relatives=relatives,
        cases=cases,
        contacts=tx.of(ContactPerson).where(citizen_id=ids),
        employees={employee.id: employee.name for employee in tx.of(Employee).where(id=caseworkers)},
        departments={department.id: department.name for department in tx.of(Department).where()},
    )


def _relatives(tx: Transaction, people: SubjectPeople) -> frozenset[CitizenId]:
    """The others of a citizen's family: those who are its members today, and the near relatives."""
    own = frozenset(people.citizen_ids)
    if people.is_family:
        return frozenset()
    found = {row.other_citizen_id for row in _near(tx.of(Relation).where(citizen_id=own))}
    found |= {row.citizen_id for row in _near(tx.of(Relation).where(other_citizen_id=own))}
    memberships = tx.of(FamilyMembership).where(citizen_id=own)
    families = frozenset(row.family_id for row in memberships if holds_on(row, tx.today))
    members = tx.of(FamilyMembership).where(family_id=families)
    found |= {row.citizen_id for row in members if holds_on(row, tx.today)}
    return frozenset(found - own)


def _near(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
    return tuple(row for row in relations if row.kind.is_near)
