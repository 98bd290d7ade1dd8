"""Who becomes the caseworker of somebody else's citizen does not do so unseen."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from koordinator.domain.access import Action, Actor, Channel, Relation
from koordinator.domain.access_grant import AccessGrant, ToldOfGrant
from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    LeaveReason,
    PrimaryCaseworkerPeriod,
    PrimaryCaseworkerWish,
)
from koordinator.domain.codes import GrantKind, Role
from koordinator.domain.course import Course
from koordinator.domain.errors import NotYours
from koordinator.domain.ids import CaseFileId, EmployeeId, RowId
from koordinator.domain.organisation import Employee, RolePeriod, TeamMembership
from koordinator.domain.register import CaseFile, CaseStatus
from koordinator.texts.overview import notice_heading
from koordinator.usecases.access_grants import AccessGrants
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.courses import Courses
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.import_list import ImportReport, Tally
from koordinator.usecases.ports_lists import GrantNotice
from koordinator.usecases.primary_caseworkers import PrimaryCaseworkers
from koordinator.usecases.register import Register
from tests.support.histories import days_ago
from tests.support.lists import case, import_file, list_import, write_list
from tests.support.office import Bench
from tests.support.relations import STRANGER, Relations, relations

CPR = "1203784444"
EMAIL = "kim@kommune.example"
ME = {"Sagsbehandler": "Kim Møller", "Sagsbehandlers e-mail": EMAIL}
CLOSED = {"Sagsbehandler": "Tina", "Sagsbehandlers e-mail": "tina@kommune.example", "Status": "Afsluttet"}


class PutIn(Protocol):
    def __call__(self, *rows: dict[str, str], taking: bool = False) -> ImportReport: ...


@pytest.fixture
def world(bench: Bench) -> Relations:
    """Everybody holds a role, and the stranger has the CPR number of the lists' good row."""
    made = relations(bench)
    made.citizens[STRANGER] = made.histories.save(replace(made.citizens[STRANGER], cpr=CPR, name="Lone Bæk"))
    made.histories.save(replace(made.employee, email=EMAIL))
    return made


@pytest.fixture
def tina(world: Relations) -> Employee:
    """She uses the program."""
    (tina,) = world.histories.all(Employee, name="Tina")
    world.histories.add(RolePeriod(RowId(0), tina.id, Role.COORDINATOR, days_ago(9)))
    return world.histories.save(replace(tina, email=CLOSED["Sagsbehandlers e-mail"]))


@pytest.fixture
def put_in(bench: Bench, world: Relations, tmp_path: Path) -> PutIn:
    def run(*rows: dict[str, str], taking: bool = False) -> ImportReport:
        lists = list_import(bench)
        preview = lists.preview(write_list(tmp_path / "liste.csv", rows))
        return lists.run(world.actor(Role.COORDINATOR), preview, taking=taking)

    return run


def test_a_list_makes_nobody_the_caseworker_of_anothers_citizen_unseen(
    bench: Bench, world: Relations, put_in: PutIn
) -> None:
    put_in(case("S1", **ME))

    with pytest.raises(NotYours):
        Citizens(bench.office).open(world.actor(Role.COORDINATOR), world.citizens[STRANGER].id)


def test_with_a_row_all_cases_of_the_citizen_wait_and_the_rest_of_the_list_goes_in(
    world: Relations, put_in: PutIn
) -> None:
    ole = {"CPR-nr.": "010150-4449", "Navn": "Ole Dam", "Sagsbehandler": "Ida Mikkelsen"}

    report = put_in(case("S1", **ME), case("S2", Sagsbehandler="Ida Mikkelsen"), case("S3", **ole))

    assert [record.case_number for record in report.held] == ["S1", "S2"]
    assert (report.cases, report.taken) == (Tally(created=1), 0)
    assert {each.number for each in world.histories.all(CaseFile)} == {"S3"}


@pytest.mark.parametrize("row", [CLOSED, {}], ids=["closed", "to Ida"])
def test_those_are_told_whose_case_the_same_list_takes_away(
    world: Relations, put_in: PutIn, tina: Employee, row: dict[str, str]
) -> None:
    lone = tinas_case(world, tina)

    assert [each.case_number for each in put_in(case("T1", **row), case("S2", **ME)).held] == ["T1", "S2"]
    assert put_in(case("T1", **row), case("S2", **ME), taking=True).taken == 1

    assert told(world, lone) == [(GrantKind.LIST, tina.id)]


@pytest.mark.parametrize("first", [CLOSED, CLOSED | ME], ids=["closed", "closed and moved"])
def test_a_list_that_closes_a_case_makes_the_next_list_no_free_way(
    world: Relations, put_in: PutIn, tina: Employee, first: dict[str, str]
) -> None:
    lone = tinas_case(world, tina)
    put_in(case("T1", **first))

    assert len(put_in(case("T1", **ME)).held) == 1
    put_in(case("T1", **ME), taking=True)

    assert told(world, lone) == [(GrantKind.LIST, tina.id)]


def test_who_has_something_of_the_citizen_takes_no_case_unseen(world: Relations, put_in: PutIn, tina: Employee) -> None:
    lone = tinas_case(world, tina)
    world.histories.add(case_file(world, "K1", lone, world.employee))

    assert len(put_in(case("T1", **ME)).held) == 1
    put_in(case("T1", **ME), taking=True)

    assert told(world, lone) == [(GrantKind.LIST, tina.id)]
    assert put_in(case("T1", **ME)).held == ()


def test_taken_over_it_is_an_entry_of_its_own_and_those_who_have_the_citizen_are_told(
    bench: Bench, world: Relations, put_in: PutIn
) -> None:
    lone, tina = world.citizens[STRANGER], world.histories.all(Employee, name="Tina")[0]
    world.histories.add(RolePeriod(RowId(0), tina.id, Role.COORDINATOR, days_ago(9)))

    report = put_in(case("S1", **ME), taking=True)

    assert (report.held, report.taken, report.cases) == ((), 1, Tally(created=1))
    assert Citizens(bench.office).open(world.actor(Role.COORDINATOR), lone.id).citizen.id == lone.id
    entries = [each for each in bench.log() if each.action is Action.TAKE_FROM_LIST]
    assert [each.subject_id for each in entries] == [lone.subject_id]
    assert told(world, lone) == [(GrantKind.LIST, tina.id)]
    (notice,) = notices(bench, tina.id)
    assert (notice.kind, notice.subject_name, notice.who) == (GrantKind.LIST, "Lone Bæk", "Kim Møller")
    assert put_in(case("S1", **ME)).held == ()


def test_who_has_lost_the_citizen_puts_the_notice_away(
    bench: Bench, world: Relations, put_in: PutIn, tina: Employee
) -> None:
    tinas_case(world, tina)
    put_in(case("T1", **ME), taking=True)
    (notice,) = notices(bench, tina.id)

    AccessGrants(bench.office).note_seen(Actor(tina.id, frozenset({Role.CASEWORKER}), Channel.WINDOW), notice.grant_id)

    assert notices(bench, tina.id) == ()
    assert all(each.action is not Action.ACCESS_REFUSED for each in bench.log())


def test_what_is_told_opens_nothing(bench: Bench, world: Relations) -> None:
    lone, now = world.citizens[STRANGER], bench.clock.now()
    world.histories.add(AccessGrant(RowId(0), lone.subject_id, world.employee.id, "", now, now, kind=GrantKind.CHOSEN))
    with pytest.raises(NotYours):
        Citizens(bench.office).open(world.actor(Role.COORDINATOR), lone.id)


def test_nobody_is_asked_about_citizens_of_ones_own_or_of_nobodys(
    world: Relations, put_in: PutIn, bench: Bench
) -> None:
    world.histories.save(replace(world.citizens[STRANGER], cpr=""))
    world.histories.save(replace(world.citizens[Relation.OWN], cpr=CPR, name="Lone Bæk"))
    bench.add_citizen("Ole Dam", "0101504449")

    report = put_in(case("S1", **ME), case("S2", **ME, **{"CPR-nr.": "010150-4449", "Navn": "Ole Dam"}))

    assert (report.held, report.cases) == ((), Tally(created=2))


def test_a_case_that_opens_again_is_asked_about_too(world: Relations, put_in: PutIn) -> None:
    put_in(case("S1", **(ME | {"Status": "Afsluttet"})))

    assert [each.case_number for each in put_in(case("S1", **ME)).held] == ["S1"]


def test_the_owner_of_a_one_person_database_has_everybody(bench: Bench, world: Relations, tmp_path: Path) -> None:
    world.histories.save(replace(world.histories.all(Employee, id=bench.actor.employee_id)[0], email=EMAIL, name="Jeg"))
    world.histories.save(replace(world.histories.all(Employee, id=world.employee.id)[0], email=""))
    report = import_file(bench, write_list(tmp_path / "liste.csv", [case("S1", **ME)]))

    assert (report.held, report.cases) == ((), Tally(created=1))


def test_without_anybody_who_uses_the_program_a_leader_is_told(world: Relations, put_in: PutIn) -> None:
    far, near = (world.histories.employee(name) for name in ("Anna", "Vera"))
    for leader in (far, near):
        world.histories.add(RolePeriod(RowId(0), leader.id, Role.SUPERVISOR, days_ago(9)))
    (place, *_) = world.histories.all(TeamMembership, employee_id=world.employee.id)
    world.histories.add(TeamMembership(RowId(0), near.id, place.team_id, days_ago(9)))

    put_in(case("S1", **ME), taking=True)

    assert told(world, world.citizens[STRANGER]) == [(GrantKind.LIST, near.id)]


def test_it_stands_in_the_look_back_though_there_was_nobody_to_tell(
    bench: Bench, world: Relations, put_in: PutIn
) -> None:
    with bench.office.aside() as tx:
        for period in tx.of(RolePeriod).where(role=Role.SUPERVISOR):
            tx.of(RolePeriod).remove(period.id)

    put_in(case("S1", **ME), taking=True)

    assert told(world, world.citizens[STRANGER]) == [(GrantKind.LIST, None)]


def test_a_colleague_who_chooses_another_coordinator_is_told_of(bench: Bench, world: Relations) -> None:
    bo = world.histories.all(Employee, name="Bo")[0]
    subject = world.citizens[Relation.COLLEAGUE].subject_id
    for employee in (bo, world.employee):
        world.histories.add(RolePeriod(RowId(0), employee.id, Role.COORDINATOR, days_ago(9)))

    Courses(bench.office).choose_coordinator(world.actor(Role.COORDINATOR), subject, world.employee.id)
    Courses(bench.office).choose_coordinator(world.actor(Role.COORDINATOR), subject, world.employee.id)

    assert told(world, world.citizens[Relation.COLLEAGUE]) == [(GrantKind.CHOSEN, bo.id)]


def test_who_no_longer_coordinates_is_told_though_the_actor_has_a_case_too(
    bench: Bench, world: Relations, tina: Employee
) -> None:
    lone = world.citizens[STRANGER]
    world.histories.case(lone, caseworker=world.employee)

    Courses(bench.office).choose_coordinator(world.actor(Role.COORDINATOR), lone.subject_id, tina.id)
    assert told(world, lone) == []

    Courses(bench.office).choose_coordinator(world.actor(Role.COORDINATOR), lone.subject_id, world.employee.id)
    assert told(world, lone) == [(GrantKind.CHOSEN, tina.id)]


def test_the_fast_sagsbehandler_and_the_caseworker_who_are_changed_are_told(
    bench: Bench, world: Relations, tina: Employee
) -> None:
    own, kim = world.citizens[Relation.OWN], world.actor(Role.COORDINATOR)
    world.histories.add(PrimaryCaseworkerPeriod(RowId(0), own.id, tina.id, days_ago(9)))
    hers = world.histories.case(own, caseworker=tina)

    PrimaryCaseworkers(bench.office).choose(kim, own.id, world.employee.id)
    saved = Register(bench.office).save_case(kim, replace(hers, note="Ny"))
    assert told(world, own) == [(GrantKind.CHOSEN, tina.id)]

    Register(bench.office).save_case(kim, replace(saved, caseworker_id=world.histories.employee("Ib").id))
    assert told(world, own) == [(GrantKind.CHOSEN, tina.id)] * 2


def test_the_caseworker_whose_case_is_closed_is_told(bench: Bench, world: Relations, tina: Employee) -> None:
    own, kim, register = world.citizens[Relation.OWN], world.actor(Role.COORDINATOR), Register(bench.office)
    for caseworker in (tina, world.employee, None):
        case = world.histories.case(own, caseworker=caseworker)
        closed = register.save_case(kim, replace(case, status=CaseStatus.CLOSED))
        register.save_case(kim, replace(closed, note="Ny"))

    assert told(world, own) == [(GrantKind.ENDED, tina.id)]
    (notice,) = notices(bench, tina.id)
    assert notice_heading(notice.who, "Lone", notice.kind) == "Kim Møller afsluttede en sagsbehandlers arbejde med Lone"


def test_the_fast_sagsbehandler_whom_the_citizen_does_not_want_any_more_is_told(
    bench: Bench, world: Relations, tina: Employee
) -> None:
    own, kim, primary = world.citizens[Relation.OWN], world.actor(Role.COORDINATOR), PrimaryCaseworkers(bench.office)
    world.histories.add(PrimaryCaseworkerPeriod(RowId(0), own.id, tina.id, days_ago(9)))

    for wish in (PrimaryCaseworkerWish.NOT_WANTED, PrimaryCaseworkerWish.WANTED, PrimaryCaseworkerWish.NOT_WANTED):
        primary.note_wish(kim, own.id, wish)

    assert told(world, own) == [(GrantKind.ENDED, tina.id)]


def test_those_who_have_a_family_are_told_who_comes_into_it(bench: Bench, world: Relations, tina: Employee) -> None:
    theirs = _family_of_tinas(world)

    new = NewMember(world.citizens[Relation.OWN].id, FamilyRole.ADULT)
    Families(bench.office).take_in(world.actor(Role.COORDINATOR), theirs.id, new)

    assert told(world, theirs) == [(GrantKind.FAMILY, tina.id)]


def test_nobody_ends_anothers_casework_by_way_of_a_family(bench: Bench, world: Relations) -> None:
    theirs, families, kim = _family_of_tinas(world), Families(bench.office), world.actor(Role.COORDINATOR)
    lone, shared = (_membership(world, world.citizens[each]) for each in (STRANGER, Relation.SHARED))

    for membership, because in ((lone, LeaveReason.OTHER), (lone, LeaveReason.DIED), (shared, LeaveReason.DIED)):
        with pytest.raises(NotYours):
            families.leave(kim, membership.id, because)
    families.leave(kim, shared.id)

    assert {each.until_on for each in world.histories.all(Course)} == {None}
    assert [each.citizen_id for each in world.histories.all(FamilyMembership, family_id=theirs.id, until_on=None)] == [
        lone.citizen_id
    ]


def test_a_citizen_of_anothers_who_comes_into_a_family_is_told_of(bench: Bench, world: Relations) -> None:
    tina = world.histories.all(Employee, name="Tina")[0]
    world.histories.add(RolePeriod(RowId(0), tina.id, Role.COORDINATOR, days_ago(9)))
    members = tuple(NewMember(world.citizens[each].id, FamilyRole.ADULT) for each in (Relation.OWN, Relation.SHARED))

    Families(bench.office).create(world.actor(Role.COORDINATOR), "Familien Bæk", members)

    assert told(world, world.citizens[Relation.SHARED]) == [(GrantKind.FAMILY, tina.id)]
    assert told(world, world.citizens[Relation.OWN]) == []


def case_file(world: Relations, number: str, citizen: Citizen, by: Employee) -> CaseFile:
    return CaseFile(CaseFileId(0), number, citizen.id, world.histories.department().id, caseworker_id=by.id)


def tinas_case(world: Relations, tina: Employee) -> Citizen:
    """The citizen of the lists, who is hers by one open case and nothing else."""
    world.histories.save(replace(world.citizens[STRANGER], cpr=""))
    lone = world.histories.save(replace(world.citizens[Relation.UNTAKEN], cpr=CPR, name="Lone Bæk"))
    world.histories.add(case_file(world, "T1", lone, tina))
    return lone


def _family_of_tinas(world: Relations) -> Family:
    """Two citizens of Tina's, with whom Kim has to do as far as there is something to answer."""
    members = (world.citizens[STRANGER], world.citizens[Relation.SHARED])
    family = world.histories.family("Familien Dam", *members)
    decision = world.histories.decision(family.subject_id, days_ago(0))
    world.histories.save(replace(decision, employee_id=world.employee.id))
    return family


def _membership(world: Relations, citizen: Citizen) -> FamilyMembership:
    (found,) = world.histories.all(FamilyMembership, citizen_id=citizen.id)
    return found


def told(world: Relations, citizen: Citizen | Family) -> list[tuple[GrantKind, EmployeeId | None]]:
    """Who was told of each, in their order; None where nobody was."""
    found: list[tuple[GrantKind, EmployeeId | None]] = []
    for grant in world.histories.all(AccessGrant, subject_id=citizen.subject_id):
        if grant.kind is not GrantKind.NEED:
            readers = world.histories.all(ToldOfGrant, grant_id=grant.id)
            found += [(grant.kind, each.told_id) for each in readers] or [(grant.kind, None)]
    return found


def notices(bench: Bench, employee_id: EmployeeId) -> tuple[GrantNotice, ...]:
    with bench.office.glance() as view:
        return view.overview.grant_notices(employee_id)
