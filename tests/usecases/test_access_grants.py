"""Adgang ved særligt behov: exactly one citizen, for a reason, until tomorrow night, and somebody is told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.access import Action, Actor, Channel, Relation
from koordinator.domain.access_grant import AccessGrant, SeveralCitizens, Told, ToldOfGrant, WantedCitizen
from koordinator.domain.citizen import Citizen, PrimaryCaseworkerPeriod
from koordinator.domain.codes import Role
from koordinator.domain.cpr import CprNumber
from koordinator.domain.danish_day import danish_day
from koordinator.domain.errors import FieldMissing, NotAllowed, NotFound, NotYours
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.organisation import Employee, RolePeriod, TeamMembership
from koordinator.domain.register import CaseStatus
from koordinator.storage.audit_key import audit_key
from koordinator.storage.first_page import FirstPageDoor
from koordinator.usecases.access_grants import AccessGrants
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.organisation import Organisation
from koordinator.usecases.overview import Overview
from koordinator.usecases.ports_lists import GrantNotice
from tests.support.histories import days_ago
from tests.support.office import TODAY, Bench
from tests.support.relations import STRANGER, Relations, relations

WHY = "Borgeren står her nu, og Tina er syg"


@pytest.fixture
def world(bench: Bench) -> Relations:
    """The stranger has a CPR number and a birthday, and Tina, who coordinates, uses the program."""
    made = relations(bench)
    _uses(made, *made.histories.all(Employee, name="Tina"))
    stranger = made.citizens[STRANGER]
    made.citizens[STRANGER] = made.histories.save(
        replace(stranger, cpr="1203784444", born_on=date(1978, 3, 12), name="Lone Bæk")
    )
    return made


@pytest.fixture
def grants(bench: Bench) -> AccessGrants:
    return AccessGrants(bench.office)


def _uses(world: Relations, employee: Employee) -> None:
    world.histories.add(RolePeriod(RowId(0), employee.id, Role.COORDINATOR, days_ago(9)))


def _told(world: Relations, citizen: Citizen) -> set[EmployeeId]:
    (grant,) = world.histories.all(AccessGrant, subject_id=citizen.subject_id)
    return {each.told_id for each in world.histories.all(ToldOfGrant, grant_id=grant.id)}


def _notices(bench: Bench, employee_id: EmployeeId) -> tuple[GrantNotice, ...]:
    with bench.office.glance() as view:
        return view.overview.grant_notices(employee_id)


def _by_cpr(citizen: Citizen) -> WantedCitizen:
    return WantedCitizen(CprNumber(citizen.cpr))


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.COORDINATOR, Role.TEAM_MEMBER])
def test_a_citizen_is_open_until_the_end_of_tomorrow_and_no_longer(
    bench: Bench, world: Relations, grants: AccessGrants, role: Role
) -> None:
    actor, lone, citizens = world.actor(role), world.citizens[STRANGER], Citizens(bench.office)
    with pytest.raises(NotYours):
        citizens.open(actor, lone.id)

    opened = grants.open(actor, _by_cpr(lone), WHY)

    assert citizens.open(actor, lone.id).citizen.name == "Lone Bæk"
    assert opened.until_at is not None
    assert danish_day(opened.until_at - timedelta(seconds=1)) == TODAY + timedelta(days=1)
    assert danish_day(opened.until_at) == TODAY + timedelta(days=2)
    bench.clock.moment = opened.until_at
    with pytest.raises(NotYours):
        citizens.open(actor, lone.id)


def test_it_is_logged_as_what_it_is(bench: Bench, world: Relations, grants: AccessGrants) -> None:
    lone = world.citizens[STRANGER]
    grants.open(world.actor(Role.CASEWORKER), _by_cpr(lone), WHY)

    entry = bench.log()[-1]
    assert (entry.action, entry.kind, entry.subject_id) == (Action.BREAK_GLASS, "access_grant", lone.subject_id)
    assert WHY not in entry.codes


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (WantedCitizen(CprNumber("0101010000")), NotFound),
        (WantedCitizen(name="Lone Bæk", born_on=date(1978, 3, 13)), NotFound),
        (WantedCitizen(name="Lone", born_on=date(1978, 3, 12)), NotFound),
        (WantedCitizen(name="Lone Bæk"), FieldMissing),
        (WantedCitizen(born_on=date(1978, 3, 12)), FieldMissing),
        (WantedCitizen(), FieldMissing),
    ],
)
def test_nobody_is_found_by_guessing_and_each_try_is_logged(
    bench: Bench, world: Relations, grants: AccessGrants, wanted: WantedCitizen, error: type[Exception]
) -> None:
    before = len(bench.log())
    with pytest.raises(error):
        grants.open(world.actor(Role.COORDINATOR), wanted, WHY)

    assert len(world.histories.all(AccessGrant)) == 1
    assert len(bench.log()) == before + (error is NotFound)


def test_by_the_whole_name_and_the_birthday(bench: Bench, world: Relations, grants: AccessGrants) -> None:
    wanted = WantedCitizen(name=" lone  bæk", born_on=date(1978, 3, 12))
    assert grants.open(world.actor(Role.CASEWORKER), wanted, WHY).citizen_id == world.citizens[STRANGER].id

    twin = bench.add_citizen("Lone Bæk", "", born_on=date(1978, 3, 12))
    with pytest.raises(SeveralCitizens):
        grants.open(world.actor(Role.CASEWORKER), wanted, WHY)
    assert twin.cpr == ""


def test_a_reason_is_required(world: Relations, grants: AccessGrants) -> None:
    with pytest.raises(FieldMissing):
        grants.open(world.actor(Role.CASEWORKER), _by_cpr(world.citizens[STRANGER]), "  ")


def test_who_has_access_already_is_given_none(bench: Bench, world: Relations, grants: AccessGrants) -> None:
    own = world.histories.save(replace(world.citizens[Relation.OWN], cpr="0101504449"))
    for actor in (world.actor(Role.COORDINATOR), bench.actor):
        assert grants.open(actor, _by_cpr(own), WHY).until_at is None
    assert len(world.histories.all(AccessGrant)) == 1


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR])
def test_who_works_with_no_citizens_opens_none(world: Relations, grants: AccessGrants, role: Role) -> None:
    with pytest.raises(NotAllowed):
        grants.open(world.actor(role), _by_cpr(world.citizens[STRANGER]), WHY)


def _leader(world: Relations, name: str, *, of: Employee | None = None) -> Employee:
    leader = world.histories.employee(name)
    world.histories.add(RolePeriod(RowId(0), leader.id, Role.SUPERVISOR, days_ago(9)))
    if of is not None:
        (place, *_) = world.histories.all(TeamMembership, employee_id=of.id)
        world.histories.add(TeamMembership(RowId(0), leader.id, place.team_id, days_ago(9)))
    return leader


def test_all_who_have_the_citizen_and_use_the_program_are_told(
    bench: Bench, world: Relations, grants: AccessGrants
) -> None:
    lone, birgit, ib = world.citizens[STRANGER], *map(world.histories.employee, ("Birgit", "Ib"))
    (tina,) = world.histories.all(Employee, name="Tina")
    world.histories.add(PrimaryCaseworkerPeriod(RowId(0), lone.id, birgit.id, days_ago(2)))
    world.histories.case(lone, caseworker=ib)
    _uses(world, ib)

    grants.open(world.actor(Role.CASEWORKER), _by_cpr(lone), WHY)

    assert _told(world, lone) == {tina.id, ib.id}


def test_what_was_opened_once_is_counted_once_with_all_who_were_told(
    bench: Bench, world: Relations, grants: AccessGrants
) -> None:
    lone, ib = world.citizens[STRANGER], world.histories.employee("Ib")
    world.histories.case(lone, caseworker=ib)
    _uses(world, ib)
    grants.open(world.actor(Role.CASEWORKER), _by_cpr(lone), WHY)
    (notice,) = _notices(bench, ib.id)
    grants.note_seen(Actor(ib.id, frozenset({Role.COORDINATOR}), Channel.WINDOW), notice.grant_id)

    (line,) = [each for each in grants.overview(bench.actor).grants if each.about == "Lone Bæk"]

    assert line.told == (Told("Tina", has_read=False), Told("Ib", has_read=True))
    assert "grants=2 " in bench.log()[-1].codes
    (tina,) = world.histories.all(Employee, name="Tina")
    assert [each.reason for each in _notices(bench, tina.id)] == [WHY]

    Organisation(bench.office).merge_employees(bench.actor, ib.id, tina.id)
    (line,) = [each for each in grants.overview(bench.actor).grants if each.about == "Lone Bæk"]
    assert [each.name for each in line.told] == ["Tina"]
    assert len(_notices(bench, tina.id)) == 1


def test_whoever_had_the_newest_case_is_told_where_nobody_else_has_the_citizen(
    bench: Bench, world: Relations, grants: AccessGrants
) -> None:
    ole = bench.add_citizen("Ole Dam", "0101504449")
    (tina,) = world.histories.all(Employee, name="Tina")
    world.histories.case(ole, status=CaseStatus.CLOSED, caseworker=world.histories.employee(), opened_on=days_ago(500))
    world.histories.case(ole, status=CaseStatus.CLOSED, caseworker=tina)

    grants.open(world.actor(Role.CASEWORKER), _by_cpr(ole), WHY)

    assert _told(world, ole) == {tina.id}


def test_a_leader_of_ones_own_team_is_told_before_another(bench: Bench, world: Relations, grants: AccessGrants) -> None:
    lost = bench.add_citizen("Ib Lund", "0101504449")
    world.histories.course(lost.subject_id)
    actor = world.actor(Role.CASEWORKER)
    grants.open(actor, _by_cpr(lost), WHY)
    assert world.histories.all(ToldOfGrant)[-1].told_id == bench.actor.employee_id

    bench.clock.pass_days(3)
    own = _leader(world, "Inge", of=world.employee)
    grants.open(actor, _by_cpr(lost), WHY)
    assert world.histories.all(ToldOfGrant)[-1].told_id == own.id


def test_it_is_told_on_the_first_page_until_it_has_been_read(
    bench: Bench, world: Relations, grants: AccessGrants
) -> None:
    (tina,) = world.histories.all(Employee, name="Tina")
    as_tina = Actor(tina.id, frozenset({Role.COORDINATOR}), Channel.WINDOW)
    overview = Overview(FirstPageDoor(bench.database, audit_key(bench.database), bench.clock))
    assert overview.open(as_tina).grant_notices == ()
    grants.open(world.actor(Role.CASEWORKER), _by_cpr(world.citizens[STRANGER]), WHY)

    (notice,) = overview.open(as_tina).grant_notices
    assert (notice.who, notice.subject_name, notice.reason) == ("Kim Møller", "Lone Bæk", WHY)
    assert overview.open(world.actor(Role.CASEWORKER)).grant_notices == ()
    with pytest.raises(NotAllowed):
        grants.note_seen(bench.actor, notice.grant_id)

    grants.note_seen(as_tina, notice.grant_id)
    assert overview.open(as_tina).grant_notices == ()
    (read,) = world.histories.all(ToldOfGrant, grant_id=notice.grant_id)
    assert read.seen_at == bench.clock.now()
    bench.clock.pass_days(1)
    grants.note_seen(as_tina, notice.grant_id)
    assert world.histories.all(ToldOfGrant, grant_id=notice.grant_id) == (read,)


def test_an_auditor_looks_back_on_all_and_a_leader_on_her_own_teams(
    bench: Bench, world: Relations, grants: AccessGrants
) -> None:
    grants.open(world.actor(Role.CASEWORKER), _by_cpr(world.citizens[STRANGER]), WHY)
    own, other = _leader(world, "Inge", of=world.employee), _leader(world, "Karl")
    auditor = world.histories.employee("Rie")

    def looked_back(employee: Employee, role: Role) -> list[str]:
        found = grants.overview(Actor(employee.id, frozenset({role}), Channel.WINDOW))
        return [line.about for line in found.grants]

    assert set(looked_back(auditor, Role.AUDITOR)) == {"Granted", "Lone Bæk"}
    assert set(looked_back(own, Role.SUPERVISOR)) == {"Granted", "Lone Bæk"}
    assert looked_back(other, Role.SUPERVISOR) == []
    found = grants.overview(bench.actor)
    assert {holder.name: holder.roles for holder in found.holders}["Inge"] == (Role.SUPERVISOR,)
    (line,) = [each for each in found.grants if each.about == "Lone Bæk"]
    assert (line.who, line.is_open, line.is_mine) == ("Kim Møller", True, False)
    assert line.told == (Told("Tina", has_read=False),)
    assert str(world.citizens[STRANGER].subject_id) in bench.log()[-1].codes.partition("subjects=")[2].split()


def test_a_look_back_ends_after_a_year(bench: Bench, world: Relations, grants: AccessGrants) -> None:
    assert len(grants.overview(bench.actor).grants) == 1
    bench.clock.pass_days(366)
    assert grants.overview(bench.actor).grants == ()
