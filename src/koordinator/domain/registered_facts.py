"""What the register can count about a subject, so that a person only has to confirm it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from koordinator.domain.assessment_model import RegisterFact
from koordinator.domain.citizen import Citizen
from koordinator.domain.folding import danish_order, folded
from koordinator.domain.ids import CitizenId, DepartmentId, EmployeeId
from koordinator.domain.register import CaseFile, ContactKind, ContactPerson

RegisteredFacts: TypeAlias = Mapping[RegisterFact, tuple[str, ...]]
"""For each fact the names of what was counted; their number is the count."""


@dataclass(frozen=True, slots=True)
class RegisterExtract:
    """What is registered round a subject on a day.

    `citizens` are the subject's own, `relatives` the others of the family. `cases` are those of all of
    them, `contacts` the subject's own. `employees` and `departments` hold those that the cases name.
    """

    today: date
    citizens: tuple[Citizen, ...]
    relatives: tuple[Citizen, ...]
    cases: tuple[CaseFile, ...]
    contacts: tuple[ContactPerson, ...]
    employees: Mapping[EmployeeId, str]
    departments: Mapping[DepartmentId, str]


def registered_facts(extract: RegisterExtract) -> dict[RegisterFact, tuple[str, ...]]:
    """The facts of the extract; a family's are those of all its members together."""
    own = {citizen.id for citizen in extract.citizens}
    open_cases = [case for case in extract.cases if case.status.is_open]
    own_cases = [case for case in open_cases if case.citizen_id in own]
    return {
        RegisterFact.OPEN_CASES: tuple(case.title or case.number for case in own_cases),
        RegisterFact.DEPARTMENTS: _departments(extract, own_cases),
        RegisterFact.CONTACT_PERSONS: _contact_persons(extract, own_cases),
        RegisterFact.FAMILY_MEMBERS_WITH_CASES: _with_cases(extract, {case.citizen_id for case in open_cases}),
    }


def counts(facts: RegisteredFacts) -> dict[RegisterFact, int]:
    """The numbers alone."""
    return {fact: len(names) for fact, names in facts.items()}


def _departments(extract: RegisterExtract, cases: Iterable[CaseFile]) -> tuple[str, ...]:
    names = (extract.departments[each] for each in {case.department_id for case in cases})
    return tuple(sorted(names, key=danish_order))


def _contact_persons(extract: RegisterExtract, cases: Iterable[CaseFile]) -> tuple[str, ...]:
    """Professionals of the network and caseworkers of open cases, each once; relatives and guardians are none.

    Who is not tied to an employee is known by name: the same GP of two children is one person to talk to.
    """
    professionals = [each for each in extract.contacts if _counts(each, extract.today)]
    employees = {each.employee_id: each.name for each in professionals if each.employee_id is not None}
    caseworkers = {case.caseworker_id for case in cases if case.caseworker_id is not None}
    employees |= {each: extract.employees[each] for each in caseworkers}
    known = {folded(name) for name in employees.values()}
    others = {folded(each.name): each.name for each in professionals if each.employee_id is None}
    names = (*employees.values(), *(name for key, name in others.items() if key not in known))
    return tuple(sorted(names, key=danish_order))


def _counts(contact: ContactPerson, today: date) -> bool:
    has_begun = contact.from_on is None or contact.from_on <= today
    is_over = contact.until_on is not None and contact.until_on <= today
    return contact.kind is ContactKind.PROFESSIONAL and has_begun and not is_over


def _with_cases(extract: RegisterExtract, with_cases: set[CitizenId]) -> tuple[str, ...]:
    everybody = (*extract.citizens, *extract.relatives)
    return tuple(citizen.name for citizen in everybody if citizen.id in with_cases)
