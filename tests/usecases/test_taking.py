"""Who becomes the caseworker of somebody else's citizen does not do so unseen."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from koordinator.domain.access import Action, Relation
from koordinator.domain.access_grant import AccessGrant
from koordinator.domain.citizen import Citizen, FamilyRole
from koordinator.domain.codes import GrantKind, Role
from koordinator.domain.errors import NotYours
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.organisation import Employee, RolePeriod, TeamMembership
from koordinator.domain.register import CaseFile
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.courses import Courses
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.import_list import ImportReport, Tally
from koordinator.usecases.ports_lists import GrantNotice
from tests.support.histories import days_ago
from tests.support.lists import case, import_file, list_import, write_list
from tests.support.office import Bench
from tests.support.relations import STRANGER, Relations, relations

CPR = "1203784444"
EMAIL = "kim@kommune.example"
ME = {"Sagsbehandler": "Kim Møller", "Sagsbehandlers e-mail": EMAIL}


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


def test_the_rest_of_the_list_goes_in_and_what_is_held_back_is_asked_about(world: Relations, put_in: PutIn) -> None:
    report = put_in(case("S1", **ME), case("S2", Sagsbehandler="Ida Mikkelsen"))

    assert [record.case_number for record in report.held] == ["S1"]
    assert (report.cases, report.taken) == (Tally(created=1), 0)
    assert {each.number for each in world.histories.all(CaseFile)} == {"S2"}


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


def test_a_citizen_of_anothers_who_comes_into_a_family_is_told_of(bench: Bench, world: Relations) -> None:
    tina = world.histories.all(Employee, name="Tina")[0]
    world.histories.add(RolePeriod(RowId(0), tina.id, Role.COORDINATOR, days_ago(9)))
    members = tuple(NewMember(world.citizens[each].id, FamilyRole.ADULT) for each in (Relation.OWN, Relation.SHARED))

    Families(bench.office).create(world.actor(Role.COORDINATOR), "Familien Bæk", members)

    assert told(world, world.citizens[Relation.SHARED]) == [(GrantKind.FAMILY, tina.id)]
    assert told(world, world.citizens[Relation.OWN]) == []


def told(world: Relations, citizen: Citizen) -> list[tuple[GrantKind, EmployeeId | None]]:
    grants = world.histories.all(AccessGrant, subject_id=citizen.subject_id)
    return [(each.kind, each.told_id) for each in grants if each.kind is not GrantKind.NEED]


def notices(bench: Bench, employee_id: EmployeeId) -> tuple[GrantNotice, ...]:
    with bench.office.glance() as view:
        return view.overview.grant_notices(employee_id)
