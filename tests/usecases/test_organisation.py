"""Departments, teams and employees on a real database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.citizen import PrimaryCaseworkerPeriod
from koordinator.domain.errors import FieldMissing, FieldTooLong, NotAllowed, StaleVersion
from koordinator.domain.ids import CaseFileId, DepartmentId, EmployeeId, RowId, TeamId
from koordinator.domain.organisation import (
    AuthorityPeriod,
    Department,
    Employee,
    MergedIntoItself,
    NameTaken,
    NobodyAdministers,
    Role,
    RolePeriod,
    Team,
    TeamKind,
    TeamMembership,
)
from koordinator.domain.register import CaseFile
from koordinator.usecases.organisation import Organisation, new_department, new_employee, new_team
from tests.support.colleagues import change_colleague
from tests.support.office import TODAY, Bench


@pytest.fixture
def organisation(bench: Bench) -> Organisation:
    return Organisation(bench.office)


def employee(name: str, **fields: object) -> Employee:
    return Employee(EmployeeId(0), name, **fields)  # type: ignore[arg-type]


def test_a_new_database_holds_the_four_departments_and_an_owner_with_every_role(
    bench: Bench, organisation: Organisation
) -> None:
    view = organisation.view(bench.actor)

    assert [department.name for department in view.departments] == [
        "Arbejdsmarked og Uddannelse",
        "Familie",
        "Handicap",
        "Sundhed",
    ]
    (owner,) = view.colleagues
    assert owner.roles == frozenset(Role)
    assert owner.has_authority


def test_each_change_is_one_entry_in_the_log(bench: Bench, organisation: Organisation) -> None:
    before = len(bench.log())
    saved = organisation.save_employee(bench.actor, employee("Ida Mikkelsen"))
    (colleague,) = (row for row in organisation.view(bench.actor).colleagues if row.employee.id == saved.id)
    organisation.save_colleague(bench.actor, replace(colleague, has_authority=True))

    entries = [entry for entry in bench.log()[before:] if entry.action is Action.EDIT_ORGANISATION]
    assert len(entries) == 2
    assert all(entry.thing_id == saved.id for entry in entries)
    assert "Ida" not in str(entries)


def test_a_name_is_needed_has_a_limit_and_stands_once(bench: Bench, organisation: Organisation) -> None:
    with pytest.raises(FieldMissing):
        organisation.save_department(bench.actor, new_department())
    with pytest.raises(FieldTooLong):
        organisation.save_employee(bench.actor, employee("x" * 201))
    with pytest.raises(NameTaken):
        organisation.save_department(bench.actor, Department(DepartmentId(0), "Familie"))


def test_a_stale_department_is_not_overwritten(bench: Bench, organisation: Organisation) -> None:
    first = organisation.save_department(bench.actor, Department(DepartmentId(0), "Borgerservice"))
    organisation.save_department(bench.actor, Department(first.id, "Borgerservice og IT", version=first.version))

    with pytest.raises(StaleVersion):
        organisation.save_department(bench.actor, Department(first.id, "Rådhuset", version=first.version))


def test_a_merged_employee_gives_the_history_to_the_other(bench: Bench, organisation: Organisation) -> None:
    citizen = bench.add_citizen()
    kept = organisation.save_employee(bench.actor, employee("Ida Mikkelsen", email="ida@kommune.example"))
    with bench.office.aside() as tx:
        twin = tx.of(Employee).add(employee("Ida Mikkelsen", confirmed=False))
        team = tx.of(Team).add(Team(TeamId(0), DepartmentId(1), "Myndighed Voksen", confirmed=False))
        for who in (kept, twin):
            tx.of(TeamMembership).add(TeamMembership(RowId(0), who.id, team.id, TODAY))
        case = tx.of(CaseFile).add(
            CaseFile(CaseFileId(0), "S1", citizen.id, DepartmentId(1), caseworker_id=twin.id, version=0)
        )
        tx.of(PrimaryCaseworkerPeriod).add(PrimaryCaseworkerPeriod(RowId(0), citizen.id, twin.id, date(2026, 1, 1)))

    organisation.merge_employees(bench.actor, twin.id, kept.id)

    with bench.office.aside() as tx:
        assert tx.of(CaseFile).get(case.id).caseworker_id == kept.id
        assert tx.of(CaseFile).get(case.id).version == case.version + 1
        assert tx.of(PrimaryCaseworkerPeriod).where(employee_id=kept.id)
        assert len(tx.of(TeamMembership).where(employee_id=kept.id)) == 1
        assert tx.of(Employee).get(twin.id).merged_into_id == kept.id
    assert [row.employee.name for row in organisation.view(bench.actor).colleagues].count("Ida Mikkelsen") == 1


def test_authority_and_roles_of_one_who_was_two_are_said_once(bench: Bench, organisation: Organisation) -> None:
    with bench.office.aside() as tx:
        kept, twin = (tx.of(Employee).add(employee(name)) for name in ("Ida Mikkelsen", "Ida M."))
        for who, since, until in ((kept, 100, 20), (twin, 50, None), (kept, 300, 200)):
            days = TODAY - timedelta(days=since), None if until is None else TODAY - timedelta(days=until)
            tx.of(AuthorityPeriod).add(AuthorityPeriod(RowId(0), who.id, *days))
            tx.of(RolePeriod).add(RolePeriod(RowId(0), who.id, Role.COORDINATOR, *days))

    organisation.merge_employees(bench.actor, twin.id, kept.id)

    with bench.office.aside() as tx:
        for rows in (tx.of(AuthorityPeriod).where(employee_id=kept.id), tx.of(RolePeriod).where(employee_id=kept.id)):
            assert [((TODAY - row.from_on).days, row.until_on is None) for row in rows] == [(100, True), (300, False)]


def test_merging_with_oneself_is_refused(bench: Bench, organisation: Organisation) -> None:
    with pytest.raises(MergedIntoItself):
        organisation.merge_employees(bench.actor, EmployeeId(1), EmployeeId(1))
    with pytest.raises(MergedIntoItself):
        organisation.merge_teams(bench.actor, TeamId(1), TeamId(1))


def test_saving_a_team_confirms_it_and_merging_moves_its_members(bench: Bench, organisation: Organisation) -> None:
    with bench.office.aside() as tx:
        found = tx.of(Team).add(Team(TeamId(0), DepartmentId(2), "PPR ", confirmed=False))
        member = tx.of(Employee).add(employee("Anne Nørgaard"))
        tx.of(TeamMembership).add(TeamMembership(RowId(0), member.id, found.id, TODAY))
    assert organisation.view(bench.actor).unconfirmed_teams == (found,)
    kept = organisation.save_team(bench.actor, Team(TeamId(0), DepartmentId(2), "PPR"))

    organisation.merge_teams(bench.actor, found.id, kept.id)

    view = organisation.view(bench.actor)
    assert view.unconfirmed_teams == ()
    assert next(row for row in view.colleagues if row.employee == member).teams == (kept,)


def test_roles_teams_and_authority_hold_from_today(bench: Bench, organisation: Organisation) -> None:
    saved = organisation.save_employee(bench.actor, employee("Bo Thygesen"))
    cross = organisation.save_team(bench.actor, Team(TeamId(0), None, "Familieteamet", TeamKind.CROSS))
    place = TeamMembership(RowId(0), saved.id, cross.id, TODAY)
    roles = frozenset({Role.COORDINATOR, Role.SUPERVISOR})
    change_colleague(organisation, bench.actor, saved.id, roles=roles, places=(place,))
    bench.clock.pass_days(30)
    change_colleague(organisation, bench.actor, saved.id, roles=frozenset({Role.SUPERVISOR}), places=())

    colleague = next(row for row in organisation.view(bench.actor).colleagues if row.employee.id == saved.id)
    assert colleague.roles == {Role.SUPERVISOR}
    assert colleague.teams == ()
    with bench.office.aside() as tx:
        (membership,) = tx.of(TeamMembership).where(employee_id=saved.id)
    assert (membership.from_on, membership.until_on) == (TODAY, bench.clock.today())


def test_authority_can_be_given_and_taken(bench: Bench, organisation: Organisation) -> None:
    saved = organisation.save_employee(bench.actor, employee("Kim Møller"))
    change_colleague(organisation, bench.actor, saved.id, has_authority=True)
    assert next(row for row in organisation.view(bench.actor).colleagues if row.employee.id == saved.id).has_authority
    change_colleague(organisation, bench.actor, saved.id, has_authority=False)
    assert not next(
        row for row in organisation.view(bench.actor).colleagues if row.employee.id == saved.id
    ).has_authority


def test_a_professional_may_not_change_the_organisation(bench: Bench, organisation: Organisation) -> None:
    guest = Actor(EmployeeId(1), frozenset({Role.CASEWORKER}), Channel.WINDOW)
    with pytest.raises(NotAllowed):
        organisation.save_employee(guest, new_employee())
    assert new_team(None).kind is TeamKind.CROSS
    assert new_team(DepartmentId(1)).kind is TeamKind.HOME


def test_a_colleague_is_saved_whole_or_not_at_all(bench: Bench, organisation: Organisation) -> None:
    (owner,) = organisation.view(bench.actor).colleagues
    cross = organisation.save_team(bench.actor, Team(TeamId(0), None, "Familieteamet", TeamKind.CROSS))
    places = (TeamMembership(RowId(0), owner.employee.id, cross.id, TODAY, share_percent=40),)
    renamed = replace(owner, employee=replace(owner.employee, name="Mette Holm"), places=places, has_authority=False)

    with pytest.raises(NobodyAdministers):
        organisation.save_colleague(bench.actor, replace(renamed, roles=frozenset({Role.COORDINATOR})))
    assert organisation.view(bench.actor).colleagues == (owner,)
    organisation.save_colleague(bench.actor, renamed)

    (saved,) = organisation.view(bench.actor).colleagues
    assert (saved.employee.name, saved.teams, saved.roles, saved.has_authority) == (
        "Mette Holm", (cross,), owner.roles, False,
    )  # fmt: skip


def test_the_home_team_is_kept_beside_the_team_across_and_history_stays(
    bench: Bench, organisation: Organisation
) -> None:
    home = organisation.save_team(bench.actor, Team(TeamId(0), DepartmentId(1), "Voksen"))
    cross = organisation.save_team(bench.actor, Team(TeamId(0), None, "Familieteamet", TeamKind.CROSS))
    (owner,) = organisation.view(bench.actor).colleagues
    until = TODAY + timedelta(days=90)
    places = (
        TeamMembership(RowId(0), owner.employee.id, home.id, TODAY, share_percent=60),
        TeamMembership(RowId(0), owner.employee.id, cross.id, TODAY, until, 40),
    )
    organisation.save_colleague(bench.actor, replace(owner, places=places))
    bench.clock.pass_days(10)

    (now,) = organisation.view(bench.actor).colleagues
    assert set(now.teams) == {home, cross}
    more = tuple(replace(row, share_percent=50) if row.team_id == cross.id else row for row in now.places)
    organisation.save_colleague(bench.actor, replace(now, places=more))

    (after,) = organisation.view(bench.actor).colleagues
    today = bench.clock.today()
    assert {(row.team_id, row.from_on, row.until_on, row.share_percent) for row in after.places} == {
        (home.id, TODAY, None, 60),
        (cross.id, TODAY, today, 40),
        (cross.id, today, until, 50),
    }
    organisation.save_colleague(bench.actor, replace(after, places=()))
    assert organisation.view(bench.actor).colleagues[0].teams == ()
    # What never held a whole day is taken away; what did stays.
    assert len(organisation.view(bench.actor).colleagues[0].places) == 2
