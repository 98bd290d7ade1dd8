"""Whoever was let in for a special need and takes something on there can stay, and does not do so unseen."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from koordinator.domain.access import Actor, Channel, Relation
from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.citizen import Citizen
from koordinator.domain.codes import GrantKind, MeetingStatus, Role
from koordinator.domain.errors import NotAllowed, NotYours
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.organisation import Employee, RolePeriod
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.steps import Step
from koordinator.usecases.access_grants import AccessGrants
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.meeting_room import MeetingRoom
from koordinator.usecases.promises import Promises
from tests.support.histories import counted_statements, days_ago
from tests.support.office import TODAY, Bench
from tests.support.relations import Relations, grant, relations
from tests.usecases.test_taking import notices, told


@pytest.fixture
def world(bench: Bench) -> Relations:
    return relations(bench)


@pytest.fixture
def lone(world: Relations) -> Citizen:
    """Tina's, and open to Kim for some hours."""
    return world.citizens[Relation.GRANTED]


@pytest.fixture
def tina(world: Relations) -> Actor:
    (tina,) = world.histories.all(Employee, name="Tina")
    world.histories.add(RolePeriod(RowId(0), tina.id, Role.COORDINATOR, days_ago(9)))
    return Actor(tina.id, frozenset({Role.COORDINATOR}), Channel.WINDOW)


@pytest.fixture
def kim(world: Relations) -> Actor:
    return world.actor(Role.COORDINATOR)


def promise(by: EmployeeId) -> Promise:
    return Promise("Ringer til skolen", Party(PartyKind.EMPLOYEE, by), TODAY + timedelta(days=60))


def by_an_agreement(bench: Bench, world: Relations, actor: Actor, lone: Citizen) -> None:
    Promises(bench.office).promise(actor, lone.subject_id, promise(world.employee.id))


def by_an_agreement_that_was_anothers(bench: Bench, world: Relations, actor: Actor, lone: Citizen) -> None:
    before = world.histories.agreement(lone.subject_id, None, by=world.histories.employee("Ib"))
    Promises(bench.office).change(actor, before, promise(world.employee.id))


def by_a_question_to_answer(bench: Bench, world: Relations, actor: Actor, lone: Citizen) -> None:
    Promises(bench.office).ask(actor, lone.subject_id, Question("Bevilling", employee_id=world.employee.id))


def by_leading_a_meeting(bench: Bench, world: Relations, actor: Actor, lone: Citizen) -> None:
    meeting = world.histories.meeting(lone.subject_id, TODAY, MeetingStatus.RUNNING)
    MeetingRoom(bench.office).choose_roles(actor, meeting.id, world.employee.id, None)


def by_writing_the_minutes(bench: Bench, world: Relations, actor: Actor, lone: Citizen) -> None:
    meeting = world.histories.meeting(lone.subject_id, TODAY, MeetingStatus.RUNNING)
    MeetingRoom(bench.office).choose_roles(actor, meeting.id, None, world.employee.id)


def by_taking_part(bench: Bench, world: Relations, actor: Actor, lone: Citizen) -> None:
    meeting = world.histories.meeting(lone.subject_id, TODAY, MeetingStatus.RUNNING)
    MeetingRoom(bench.office).add_participant(actor, meeting.id, Party(PartyKind.EMPLOYEE, world.employee.id))


Way = Callable[[Bench, Relations, Actor, Citizen], None]
WAYS: tuple[Way, ...] = (
    by_an_agreement,
    by_an_agreement_that_was_anothers,
    by_a_question_to_answer,
    by_leading_a_meeting,
    by_writing_the_minutes,
    by_taking_part,
)


@pytest.mark.parametrize("way", WAYS)
def test_those_who_have_the_citizen_are_told_of_whoever_stays(
    bench: Bench, world: Relations, lone: Citizen, tina: Actor, kim: Actor, way: Way
) -> None:
    way(bench, world, kim, lone)

    assert told(world, lone) == [(GrantKind.JOINED, tina.employee_id)]
    (notice,) = notices(bench, tina.employee_id)
    assert (notice.who, notice.subject_name, notice.kind) == ("Kim Møller", lone.name, GrantKind.JOINED)
    bench.clock.pass_days(3)
    assert Citizens(bench.office).open(kim, lone.id).citizen.id == lone.id


def test_it_is_told_once_and_stands_in_the_look_back(
    bench: Bench, world: Relations, lone: Citizen, tina: Actor, kim: Actor
) -> None:
    for way in WAYS:
        way(bench, world, kim, lone)

    assert told(world, lone) == [(GrantKind.JOINED, tina.employee_id)]
    lines = AccessGrants(bench.office).overview(bench.actor).grants
    assert [(line.grant.kind, line.who) for line in lines if line.told] == [(GrantKind.JOINED, "Kim Møller")]


def test_what_a_colleague_who_has_the_citizen_gives_one_to_do_is_told_to_nobody(
    bench: Bench, world: Relations, lone: Citizen, tina: Actor, kim: Actor
) -> None:
    by_an_agreement(bench, world, tina, lone)
    by_leading_a_meeting(bench, world, kim, lone)

    assert told(world, lone) == []
    bench.clock.pass_days(3)
    assert Citizens(bench.office).open(kim, lone.id).citizen.id == lone.id


def test_what_one_does_for_the_citizen_and_does_not_keep_is_told_to_nobody(
    bench: Bench, world: Relations, lone: Citizen, tina: Actor, kim: Actor
) -> None:
    Promises(bench.office).promise(kim, lone.subject_id, promise(tina.employee_id))

    assert told(world, lone) == []
    bench.clock.pass_days(3)
    with pytest.raises(NotYours):
        Citizens(bench.office).open(kim, lone.id)


def test_who_has_to_do_with_the_citizen_besides_the_access_is_not_told_of(
    bench: Bench, world: Relations, kim: Actor
) -> None:
    for relation in (Relation.OWN, Relation.SHARED):
        grant(bench, world.citizens[relation], kim.employee_id)
        by_an_agreement(bench, world, kim, world.citizens[relation])

        assert told(world, world.citizens[relation]) == []


def test_who_stays_with_the_family_on_trin_3_is_told_to_its_coordinator(
    bench: Bench, world: Relations, lone: Citizen, tina: Actor, kim: Actor
) -> None:
    family = world.histories.family("Familien Dam", lone)
    world.histories.course(family.subject_id, Step.ONE_CASEWORK, by=world.histories.all(Employee, name="Tina")[0])

    Promises(bench.office).promise(kim, family.subject_id, promise(kim.employee_id))

    assert told(world, family) == [(GrantKind.JOINED, tina.employee_id)]


def test_a_leader_is_told_of_whoever_stays_where_nobody_has_the_citizen(bench: Bench, world: Relations) -> None:
    lone = world.citizens[Relation.UNTAKEN]
    grant(bench, lone, world.employee.id)

    by_an_agreement(bench, world, world.actor(Role.TEAM_MEMBER), lone)

    assert told(world, lone) == [(GrantKind.JOINED, bench.actor.employee_id)]


def test_what_is_refused_is_told_to_nobody(bench: Bench, world: Relations, tina: Actor) -> None:
    with pytest.raises(NotAllowed):
        by_an_agreement(bench, world, world.actor(Role.CASEWORKER), world.citizens[Relation.GRANTED])

    assert notices(bench, tina.employee_id) == ()


def test_a_change_costs_those_who_were_let_in_nowhere_one_look_and_the_owner_none(
    bench: Bench, world: Relations, lone: Citizen, tina: Actor
) -> None:
    for actor, looks in ((bench.actor, 0), (tina, 1)):
        with counted_statements() as count:
            by_an_agreement(bench, world, actor, lone)
        assert sum("access_grant" in text for text in count.texts) == looks
