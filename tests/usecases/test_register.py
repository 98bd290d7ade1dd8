"""Cases, efforts, other plans, contact persons, relations and consents on a real database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen, RelationKind
from koordinator.domain.citizen_rules import AlreadyRelated
from koordinator.domain.codes import Role
from koordinator.domain.consent import GivenConsent
from koordinator.domain.errors import FieldMissing, NotFound, StaleVersion
from koordinator.domain.ids import CaseFileId, ContactPersonId, EffortId, OtherPlanId
from koordinator.domain.register import CaseFile, CaseStatus, ContactPerson, Effort, OtherPlan
from koordinator.domain.register_rules import CaseNumberTaken
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.consents import Consents, new_consent
from koordinator.usecases.register import Register
from tests.support.histories import Histories
from tests.support.office import TODAY, Bench
from tests.support.relations import relations


@pytest.fixture
def register(bench: Bench) -> Register:
    return Register(bench.office)


@pytest.fixture
def lone(bench: Bench) -> Citizen:
    return bench.add_citizen()


def case_of(bench: Bench, citizen: Citizen, number: str = "S-1") -> CaseFile:
    return CaseFile(CaseFileId(0), number, citizen.id, Histories(bench).department().id)


def test_a_case_is_made_changed_and_closed(bench: Bench, register: Register, lone: Citizen) -> None:
    made = register.save_case(bench.actor, case_of(bench, lone))
    changed = register.save_case(bench.actor, replace(made, title="Bostøtte"))
    closed = register.save_case(bench.actor, replace(changed, status=CaseStatus.CLOSED))

    assert (made.registered_on, changed.version) == (TODAY, 2)
    assert (closed.status, closed.title, closed.registered_on) == (CaseStatus.CLOSED, "Bostøtte", TODAY)
    entries = bench.log()[-3:]
    assert [(entry.action, entry.kind, entry.thing_id) for entry in entries] == [
        (Action.EDIT_REGISTER, "case_file", made.id)
    ] * 3
    assert {entry.subject_id for entry in entries} == {lone.subject_id}


def test_a_case_number_is_used_once(bench: Bench, register: Register, lone: Citizen) -> None:
    register.save_case(bench.actor, case_of(bench, lone))
    other = bench.add_citizen("Anna Bæk", "")

    with pytest.raises(CaseNumberTaken) as taken:
        register.save_case(bench.actor, case_of(bench, other))

    assert (taken.value.number, taken.value.name) == ("S-1", "Lone Bæk")


def test_a_stale_case_is_refused(bench: Bench, register: Register, lone: Citizen) -> None:
    made = register.save_case(bench.actor, case_of(bench, lone))
    register.save_case(bench.actor, replace(made, status=CaseStatus.CLOSED))

    with pytest.raises(StaleVersion):
        register.save_case(bench.actor, replace(made, title="Bostøtte"))


def test_efforts_plans_and_contacts_are_made_and_ended(bench: Bench, register: Register, lone: Citizen) -> None:
    effort = register.save_effort(bench.actor, Effort(EffortId(0), lone.id, "Hjemmesygepleje"))
    plan = register.save_other_plan(bench.actor, OtherPlan(OtherPlanId(0), lone.id, "Genoptræningsplan"))
    contact = register.save_contact(bench.actor, ContactPerson(ContactPersonId(0), lone.id, "Nabo Jens"))

    assert register.save_effort(bench.actor, replace(effort, until_on=TODAY)).until_on == TODAY
    assert register.save_other_plan(bench.actor, replace(plan, until_on=TODAY)).until_on == TODAY
    assert register.save_contact(bench.actor, replace(contact, until_on=TODAY)).until_on == TODAY
    assert [entry.kind for entry in bench.log()[-3:]] == ["effort", "other_plan", "contact_person"]


def test_a_relation_stands_on_both_pages_and_can_be_taken_away(bench: Bench, register: Register, lone: Citizen) -> None:
    anna, citizens = bench.add_citizen("Anna Bæk", ""), Citizens(bench.office)
    relation = register.relate(bench.actor, lone.id, anna.id, RelationKind.CHILD)

    assert [row.kind for row in citizens.open(bench.actor, lone.id).relatives] == [RelationKind.CHILD]
    assert [row.kind for row in citizens.open(bench.actor, anna.id).relatives] == [RelationKind.PARENT]
    with pytest.raises(AlreadyRelated):
        register.relate(bench.actor, anna.id, lone.id, RelationKind.PARENT)
    register.unrelate(bench.actor, relation.id)
    assert citizens.open(bench.actor, anna.id).relatives == ()


def test_what_is_registered_about_nobody_is_refused(bench: Bench, register: Register, lone: Citizen) -> None:
    with pytest.raises(NotFound):
        register.save_effort(bench.actor, Effort(EffortId(0), type(lone.id)(999), "Hjemmesygepleje"))


def test_consent_is_given_and_withdrawn_once(bench: Bench, lone: Citizen) -> None:
    consents = Consents(bench.office)
    asked = replace(new_consent(lone.id, "Fælles plan", "Sundhed", "Jeg siger ja"), given_by="Lone Bæk")

    given = consents.give(bench.actor, GivenConsent(asked)).consent
    withdrawn = consents.withdraw(bench.actor, given.id)
    bench.clock.pass_days(1)

    assert (given.from_on, given.holds_on(TODAY), withdrawn.holds_on(TODAY)) == (TODAY, True, False)
    assert consents.withdraw(bench.actor, given.id) == withdrawn
    assert [(entry.action, entry.codes) for entry in bench.log()[-3:]] == [
        (Action.EDIT_CONSENT, "given=1"),
        (Action.EDIT_CONSENT, "withdrawn=1"),
        (Action.EDIT_CONSENT, "withdrawn=1"),
    ]


def test_another_basis_than_consent_says_why(bench: Bench, lone: Citizen) -> None:
    consents = Consents(bench.office)
    basis = replace(new_consent(lone.id, "Barnets sikkerhed", "Skolen", ""), until_on=TODAY + timedelta(days=30))

    with pytest.raises(FieldMissing):
        consents.share_on_other_basis(bench.actor, GivenConsent(basis))
    because = replace(basis, legal_basis="Barnets lov", basis_reason="Bekymring for barnet")
    shared = consents.share_on_other_basis(bench.actor, GivenConsent(because)).consent

    assert (shared.legal_basis, shared.from_on) == ("Barnets lov", TODAY)


@pytest.mark.parametrize(("role", "theirs"), [(Role.CASEWORKER, {"own"}), (Role.COORDINATOR, {"own", "untaken"})])
def test_it_is_known_beforehand_what_is_ones_own_to_change(
    bench: Bench, register: Register, role: Role, theirs: set[str]
) -> None:
    world = relations(bench)

    assert {name for name, each in world.citizens.items() if register.may_save(world.actor(role), each.id)} == theirs
    assert register.may_save(bench.actor, world.citizens["stranger"].id)
