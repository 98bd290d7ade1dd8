from dataclasses import replace
from datetime import date

from koordinator.domain.assessment_model import RegisterFact
from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import (
    AssessmentModelId,
    CaseFileId,
    CitizenId,
    ContactPersonId,
    DepartmentId,
    EmployeeId,
    SubjectId,
)
from koordinator.domain.register import CaseFile, CaseStatus, ContactKind, ContactPerson
from koordinator.domain.registered_facts import RegisterExtract, counts, registered_facts
from koordinator.domain.released_model import ReleasedModel, model_in_force

TODAY = date(2026, 11, 21)
LONE = Citizen(CitizenId(1), "", SubjectId(1), "", "Lone Bæk")
ANNA = Citizen(CitizenId(2), "", SubjectId(2), "", "Anna Bæk")
PETER, IDA = EmployeeId(7), EmployeeId(8)
EMPLOYEES = {PETER: "Peter Kjærgaard", IDA: "Ida Mikkelsen"}
DEPARTMENTS = {DepartmentId(1): "Familie", DepartmentId(2): "Arbejdsmarked", DepartmentId(3): "Ældre"}
NOTHING = RegisterExtract(TODAY, (LONE,), (), (), (), EMPLOYEES, DEPARTMENTS)


def case(number: str, citizen: Citizen = LONE, **said: object) -> CaseFile:
    plain = CaseFile(CaseFileId(0), number, citizen.id, DepartmentId(1))
    return replace(plain, **said)  # type: ignore[arg-type]


def contact(name: str, **said: object) -> ContactPerson:
    return replace(ContactPerson(ContactPersonId(0), LONE.id, name), **said)  # type: ignore[arg-type]


def test_open_cases_and_their_departments_are_counted() -> None:
    cases = (
        case("1", title="Bostøtte", department_id=DepartmentId(3)),
        case("2", status=CaseStatus.WAITING),
        case("3", department_id=DepartmentId(2)),
        case("4", status=CaseStatus.CLOSED, department_id=DepartmentId(2)),
    )

    facts = registered_facts(replace(NOTHING, cases=cases))

    assert facts[RegisterFact.OPEN_CASES] == ("Bostøtte", "2", "3")
    assert facts[RegisterFact.DEPARTMENTS] == ("Arbejdsmarked", "Familie", "Ældre")
    assert counts(facts) == {
        RegisterFact.OPEN_CASES: 3,
        RegisterFact.DEPARTMENTS: 3,
        RegisterFact.CONTACT_PERSONS: 0,
        RegisterFact.FAMILY_MEMBERS_WITH_CASES: 1,
    }


def test_a_contact_person_is_counted_once_however_they_are_registered() -> None:
    contacts = (
        contact("Ida M.", employee_id=IDA),
        contact("peter kjærgaard", organisation="Jobcenter"),
        contact("Lise Rømer"),
        contact("lise  rømer"),
    )
    cases = (case("1", caseworker_id=PETER), case("2", caseworker_id=IDA), case("3"))

    facts = registered_facts(replace(NOTHING, cases=cases, contacts=contacts))

    assert facts[RegisterFact.CONTACT_PERSONS] == ("Ida Mikkelsen", "lise  rømer", "Peter Kjærgaard")


def test_only_professionals_of_today_are_somebody_to_coordinate_among() -> None:
    contacts = (
        contact("Over", until_on=TODAY),
        contact("Ahead", from_on=date(2026, 11, 22)),
        contact("From today", from_on=TODAY, until_on=date(2026, 11, 22)),
        contact("Mother", kind=ContactKind.RELATIVE),
        contact("Guardian", kind=ContactKind.GUARDIAN),
    )
    closed = case("1", caseworker_id=PETER, status=CaseStatus.CLOSED)

    facts = registered_facts(replace(NOTHING, contacts=contacts, cases=(closed,)))

    assert facts[RegisterFact.CONTACT_PERSONS] == ("From today",)


def test_the_family_counts_beside_the_citizen_and_only_there() -> None:
    cases = (case("1"), case("2", ANNA, department_id=DepartmentId(2), caseworker_id=PETER))
    beside = registered_facts(replace(NOTHING, relatives=(ANNA,), cases=cases))
    together = registered_facts(replace(NOTHING, citizens=(LONE, ANNA), cases=cases))

    assert beside[RegisterFact.FAMILY_MEMBERS_WITH_CASES] == ("Lone Bæk", "Anna Bæk")
    assert beside[RegisterFact.DEPARTMENTS] == ("Familie",)
    assert beside[RegisterFact.CONTACT_PERSONS] == ()
    assert together[RegisterFact.DEPARTMENTS] == ("Arbejdsmarked", "Familie")
    assert together[RegisterFact.CONTACT_PERSONS] == ("Peter Kjærgaard",)


def test_the_model_in_force_is_the_one_that_came_last() -> None:
    first = ReleasedModel(AssessmentModelId(1), "standard", "1", "", date(2026, 1, 1))
    second = ReleasedModel(AssessmentModelId(2), "standard", "2", "", date(2026, 11, 21))
    ahead = ReleasedModel(AssessmentModelId(4), "standard", "4", "", date(2026, 11, 22))

    assert model_in_force((second, first, ahead), TODAY) == second
    assert model_in_force((first, second), date(2026, 11, 20)) == first
    assert model_in_force((first,), date(2025, 12, 31)) is None
