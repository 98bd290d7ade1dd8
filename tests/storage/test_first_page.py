"""The first page's plain door gives what the office gives, and leaves the same trace."""

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.errors import NotAllowed, NotFound
from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import Employee, Role, RolePeriod, SeveralEmployees, Team, TeamMembership
from koordinator.domain.setting import Setting
from koordinator.storage.audit_key import audit_key
from koordinator.storage.first_page import FirstPageDoor
from koordinator.usecases.overview import Overview
from koordinator.usecases.workplace import Workplaces
from tests.support import caseload
from tests.support.office import Bench


@pytest.fixture
def door(bench: Bench) -> FirstPageDoor:
    return FirstPageDoor(bench.database, audit_key(bench.database), bench.clock)


@pytest.mark.parametrize("everybody", [False, True])
def test_overview_is_the_office_s(bench: Bench, door: FirstPageDoor, everybody: bool) -> None:
    caseload.fill(bench)

    plain = Overview(door).open(bench.actor, everybody=everybody)

    assert plain == Overview(bench.office).open(bench.actor, everybody=everybody)
    assert len(plain.waiting) > 20


def test_looks_are_logged_alike_and_in_one_chain(bench: Bench, door: FirstPageDoor) -> None:
    caseload.fill(bench, 6)
    for way in (bench.office, door, door, bench.office):
        Overview(way).open(bench.actor)

    entries = [entry for entry in bench.log() if entry.action is Action.OPEN_OVERVIEW]

    assert len(entries) == 4
    assert {entry._replace(sequence=0, previous_seal="", seal="") for entry in entries} == {
        entries[0]._replace(sequence=0, previous_seal="", seal="")
    }


@pytest.mark.parametrize("kind", [Setting, Employee, RolePeriod, Team, TeamMembership])
def test_rows_are_the_office_s(bench: Bench, door: FirstPageDoor, kind: type[object]) -> None:
    caseload.fill(bench, 6)

    with door.aside() as look, bench.office.glance() as tx:
        plain, rows = look.of(kind).where(), tx.of(kind).where()

    assert plain == rows
    assert [type(value) for row in plain for value in vars_of(row)] == [
        type(value) for row in rows for value in vars_of(row)
    ]


def vars_of(thing: object) -> list[object]:
    return [getattr(thing, name) for name in thing.__dataclass_fields__]  # type: ignore[attr-defined]


def test_workplace_is_the_office_s(bench: Bench, door: FirstPageDoor) -> None:
    caseload.fill(bench, 6)

    place = Workplaces(door, Channel.WINDOW).find()

    assert place == Workplaces(bench.office, Channel.WINDOW).find()
    assert place is not None
    assert (place.name, place.title, place.teams) == ("Mette Holm", "Socialrådgiver", ("Myndighed Voksen",))
    assert place.actor == bench.actor


def test_workplace_of_somebody_named(bench: Bench, door: FirstPageDoor) -> None:
    with bench.office.aside() as tx:
        for _ in range(2):
            tx.of(Employee).add(Employee(EmployeeId(0), "Bo Lund"))
        ida = tx.of(Employee).add(Employee(EmployeeId(0), "Ida Mikkelsen"))
    places = Workplaces(door, Channel.WINDOW)

    found = places.find("ida mikkelsen")

    assert found is not None
    assert found.actor == Actor(ida.id, frozenset(), Channel.WINDOW)
    with pytest.raises(NotFound):
        places.find("Nis")
    with pytest.raises(SeveralEmployees):
        places.find("Bo Lund")


def test_who_may_not_look_leaves_the_trace_of_a_refusal(bench: Bench, door: FirstPageDoor) -> None:
    before = len(bench.log())
    supervisor = Actor(bench.actor.employee_id, frozenset({Role.SUPERVISOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        Overview(door).open(supervisor)

    assert [entry.action for entry in bench.log()[before:]] == [Action.ACCESS_REFUSED]


def test_what_fails_half_way_is_undone(bench: Bench, door: FirstPageDoor) -> None:
    before = len(bench.log())

    with pytest.raises(ZeroDivisionError), door.act(bench.actor, Action.OPEN_OVERVIEW):
        raise ZeroDivisionError
    Overview(door).open(bench.actor)

    assert len(bench.log()) == before + 1


def test_thing_that_is_not_there(door: FirstPageDoor) -> None:
    with door.aside() as look, pytest.raises(NotFound):
        look.of(Employee).get(999)
