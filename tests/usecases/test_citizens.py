"""A citizen's page and master data on a real database."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.citizen import CprTaken, FamilyRole, PrimaryCaseworkerPeriod, RelationKind
from koordinator.domain.errors import FieldTooLong, NotAllowed, NotFound, StaleVersion
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import CitizenId, ContactPersonId, RowId
from koordinator.domain.organisation import Role
from koordinator.domain.register import ContactPerson
from koordinator.domain.steps import Step
from koordinator.usecases.citizens import Citizens, new_citizen
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.register import Register
from tests.support.histories import Histories, counted_statements, days_ago
from tests.support.lists import import_file, row, write_list
from tests.support.office import TODAY, Bench


@pytest.fixture
def citizens(bench: Bench) -> Citizens:
    return Citizens(bench.office)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


def test_a_new_citizen_is_a_subject_of_their_own(bench: Bench, citizens: Citizens) -> None:
    lone = citizens.save(bench.actor, new_citizen("Lone Bæk", "120378-4444"))
    anna = citizens.save(bench.actor, new_citizen("Anna Bæk"))

    assert lone.subject_id != anna.subject_id
    assert (lone.cpr, lone.version) == ("1203784444", 1)
    assert lone.uid != anna.uid


def test_the_file_holds_everything_that_is_registered(bench: Bench, citizens: Citizens, histories: Histories) -> None:
    lone, anna, ida = bench.add_citizen(), bench.add_citizen("Anna Bæk", ""), histories.employee()
    histories.course(lone.subject_id, Step.MEETINGS, days_ago(50), by=ida)
    case = histories.case(lone, caseworker=ida)
    contact = Register(bench.office).save_contact(bench.actor, contact_of(lone.id, "Nabo Jens"))
    relation = Register(bench.office).relate(bench.actor, anna.id, lone.id, RelationKind.CUSTODY_HOLDER)
    members = (NewMember(anna.id, FamilyRole.CHILD), NewMember(lone.id, FamilyRole.ADULT))
    family = Families(bench.office).create(bench.actor, "Familien Bæk", members)
    consent = histories.consent(lone, "Sundhed", TODAY + timedelta(days=200))

    file = citizens.open(bench.actor, lone.id)

    assert file.citizen == lone
    assert file.course_file.course is not None
    assert file.course_file.step is not None
    assert file.course_file.step.step is Step.MEETINGS
    assert file.course_file.coordinator is not None
    assert file.employees[file.course_file.coordinator.employee_id] == ida
    assert file.course_file.next_step.kind is NextStepKind.PLAN_NEXT_MEETING
    assert (file.cases, file.contacts, file.consents) == ((case,), (contact,), (consent,))
    assert [(row.relation_id, row.kind, row.citizen) for row in file.relatives] == [
        (relation.id, RelationKind.CHILD, anna)
    ]
    assert file.family is not None
    assert file.family.family == family
    assert [member.citizen for member in file.family.members] == [lone, anna]
    assert file.departments[case.department_id].name == "Familie"
    assert file.primary_caseworker is None


def test_siblings_with_another_primary_caseworker(bench: Bench, citizens: Citizens, histories: Histories) -> None:
    anna, bo, ida = bench.add_citizen("Anna Bæk", ""), bench.add_citizen("Bo Bæk", ""), histories.employee()
    Register(bench.office).relate(bench.actor, anna.id, bo.id, RelationKind.SIBLING)
    histories.add(PrimaryCaseworkerPeriod(RowId(0), bo.id, ida.id, days_ago(9)))

    (elsewhere,) = citizens.open(bench.actor, anna.id).siblings_elsewhere

    assert (elsewhere.sibling, elsewhere.employee_id) == (bo, ida.id)
    assert citizens.open(bench.actor, bo.id).siblings_elsewhere == ()


def test_a_look_is_logged_and_so_is_the_cpr_number(bench: Bench, citizens: Citizens) -> None:
    lone = bench.add_citizen()
    before = len(bench.log())

    citizens.open(bench.actor, lone.id)
    assert citizens.show_cpr(bench.actor, lone.id) == "1203784444"

    entries = bench.log()[before:]
    assert [entry.action for entry in entries] == [Action.OPEN_CITIZEN, Action.SHOW_CPR]
    assert all((entry.thing_id, entry.subject_id) == (lone.id, lone.subject_id) for entry in entries)


def test_a_look_that_fails_leaves_nothing_behind(bench: Bench, citizens: Citizens) -> None:
    before = len(bench.log())

    with pytest.raises(NotFound):
        citizens.open(bench.actor, CitizenId(999))

    assert len(bench.log()) == before


def test_opening_takes_as_many_statements_however_much_there_is(
    bench: Bench, citizens: Citizens, histories: Histories
) -> None:
    lone, ida = bench.add_citizen(), histories.employee()
    histories.case(lone, caseworker=ida)
    histories.add(contact_of(lone.id, "Nabo Jens"))
    actor = bench.actor
    citizens.open(actor, lone.id)
    with counted_statements() as small:
        citizens.open(actor, lone.id)
    for number in range(10):
        histories.case(lone, caseworker=histories.employee(f"Kollega {number}"))
        histories.add(contact_of(lone.id, f"Nabo {number}"))
        histories.meeting(lone.subject_id, days_ago(number))
        histories.agreement(lone.subject_id, days_ago(number))

    with counted_statements() as large:
        citizens.open(actor, lone.id)

    assert large.statements == small.statements


def test_two_citizens_never_share_a_cpr_number(bench: Bench, citizens: Citizens) -> None:
    lone = bench.add_citizen()

    with pytest.raises(CprTaken) as taken:
        citizens.save(bench.actor, new_citizen("En anden", "1203784444"))

    assert taken.value.name == "Lone Bæk"
    assert citizens.save(bench.actor, replace(lone, phone="12345678")).version == 2


def test_the_number_is_looked_for_by_its_index(bench: Bench, citizens: Citizens) -> None:
    actor, lone = bench.actor, bench.add_citizen()
    with counted_statements() as asked:
        citizens.save(actor, replace(lone, phone="12345678"))

    reads = [text for text in asked.texts if text.startswith("SELECT") and "citizen" in text]
    with bench.database.read() as connection:
        plans = [
            row[-1] for text in reads for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}").fetchall()
        ]
    assert any("ux_citizen_cpr" in plan for plan in plans)
    assert not [plan for plan in plans if plan.startswith("SCAN")]


def test_a_replaced_cpr_number_brings_its_own_date_of_birth_and_is_found_by_a_list(
    bench: Bench, citizens: Citizens, tmp_path: Path
) -> None:
    lone = citizens.save(bench.actor, new_citizen("Lone Bæk", "720378-4444"))
    assert lone.born_on == date(1978, 3, 12)

    changed = citizens.save(bench.actor, replace(lone, cpr="130380-4445"))

    assert (changed.cpr, changed.born_on) == ("1303804445", date(1980, 3, 13))
    report = import_file(bench, write_list(tmp_path / "liste.csv", [row(**{"CPR-nr.": "130380-4445"})]))
    assert (report.citizens.created, report.citizens.updated) == (0, 1)
    without = citizens.save(bench.actor, replace(citizens.open(bench.actor, lone.id).citizen, cpr=""))
    assert without.born_on is None


def test_a_stale_change_is_refused_and_nothing_is_overwritten(bench: Bench, citizens: Citizens) -> None:
    lone = bench.add_citizen()
    citizens.save(bench.actor, replace(lone, phone="12345678"))
    before = len(bench.log())

    with pytest.raises(StaleVersion):
        citizens.save(bench.actor, replace(lone, phone="87654321"))

    assert citizens.open(bench.actor, lone.id).citizen.phone == "12345678"
    assert len(bench.log()) == before + 1


def test_a_field_over_its_limit_is_refused(bench: Bench, citizens: Citizens) -> None:
    with pytest.raises(FieldTooLong):
        citizens.save(bench.actor, new_citizen("L" * 201))


def test_protected_address_and_exemption_from_digital_post(bench: Bench, citizens: Citizens) -> None:
    lone = bench.add_citizen()

    changed = citizens.save(bench.actor, replace(lone, protected_address=True, digital_post_exempt=True))

    assert (changed.protected_address, changed.digital_post_exempt) == (True, True)
    assert bench.changes[-1] == {"citizen"}


def test_a_supervisor_opens_no_citizen(bench: Bench, citizens: Citizens) -> None:
    lone = bench.add_citizen()
    supervisor = Actor(bench.actor.employee_id, frozenset({Role.SUPERVISOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        citizens.open(supervisor, lone.id)


def contact_of(citizen_id: CitizenId, name: str) -> ContactPerson:
    return ContactPerson(ContactPersonId(0), citizen_id, name)
