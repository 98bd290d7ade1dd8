"""Every list shows those only whom the actor may see, and the owner everybody."""

from datetime import timedelta
from typing import Final

import pytest

from koordinator.domain.access import Actor, Relation
from koordinator.domain.citizen import FamilyMembership, FamilyRole
from koordinator.domain.citizen_list import CitizenFilter
from koordinator.domain.codes import MeetingStatus, Role
from koordinator.domain.errors import NotAllowed, NotYours
from koordinator.domain.handover import Handover, HandoverKind, HandoverTerms
from koordinator.domain.ids import EmployeeId
from koordinator.domain.meeting import Meeting
from koordinator.domain.organisation import Employee
from koordinator.domain.search import HitKind
from koordinator.storage.audit_key import audit_key
from koordinator.storage.first_page import FirstPageDoor
from koordinator.usecases.citizen_list import CitizenListing
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.follow_up import FollowUp
from koordinator.usecases.guide_list import GuideListing
from koordinator.usecases.overview import Overview
from koordinator.usecases.ports_diary import DiaryScope
from koordinator.usecases.search import Searching
from koordinator.usecases.year_wheel import Whose
from tests.support.desk import services_at
from tests.support.office import TODAY, Bench
from tests.support.relations import STRANGER, Relations, relations

_SEEN: Final = {
    Role.CASEWORKER: {"Own", "Shared", "Granted"},
    Role.COORDINATOR: {"Own", "Shared", "Granted", "Untaken"},
    Role.TEAM_MEMBER: {"Own", "Shared", "Granted", "Team"},
}
_EVERYBODY: Final = {*(each.title() for each in Relation if each is not Relation.ANY), STRANGER.title()}


@pytest.fixture
def world(bench: Bench) -> Relations:
    """Each citizen has a meeting ahead and an agreement, and a name that is found by the same letters."""
    made = relations(bench)
    for citizen in made.citizens.values():
        made.histories.meeting(citizen.subject_id, TODAY + timedelta(days=2), MeetingStatus.PLANNED)
        made.histories.agreement(citizen.subject_id, TODAY, f"Ringe til {citizen.name}")
    return made


def _everybody_and_each_role(bench: Bench, world: Relations) -> list[tuple[Actor, set[str]]]:
    return [(bench.actor, _EVERYBODY), *((world.actor(role), seen) for role, seen in _SEEN.items())]


def test_borgere_og_familier(bench: Bench, world: Relations) -> None:
    for actor, seen in _everybody_and_each_role(bench, world):
        found = CitizenListing(bench.office).lines(actor, CitizenFilter())
        assert ({line.name for line in found.lines}, found.total) == (seen, len(seen))
        searched = CitizenListing(bench.office).lines(actor, CitizenFilter(text="n"))
        assert {line.name for line in searched.lines} <= seen


def test_the_first_page_and_the_guide(bench: Bench, world: Relations) -> None:
    door = FirstPageDoor(bench.database, audit_key(bench.database), bench.clock)
    for actor, seen in _everybody_and_each_role(bench, world):
        assert {line.name for line in Overview(door).open(actor, everybody=True).lines} == seen
        in_course = seen - {Relation.UNTAKEN.title()}
        assert {line.name for line in GuideListing(bench.office).of_all(actor).lines} == in_course


def test_meetings_and_what_falls_due(bench: Bench, world: Relations) -> None:
    follow_up = FollowUp(bench.office)
    for actor, seen in _everybody_and_each_role(bench, world):
        assert {entry.subject_name for entry in follow_up.meetings(actor, DiaryScope())} == seen
        due = {item.subject_name for group in follow_up.open(actor, DiaryScope()).groups for item in group.items}
        assert due == seen


def test_a_citizens_own_meetings_are_for_who_may_see_the_citizen(bench: Bench, world: Relations) -> None:
    actor, follow_up = world.actor(Role.COORDINATOR), FollowUp(bench.office)
    own, stranger = world.citizens[Relation.OWN], world.citizens[STRANGER]

    assert len(follow_up.meetings(actor, DiaryScope(citizen_id=own.id))) == 1
    assert bench.log()[-1].subject_id == own.subject_id
    for look in (follow_up.meetings, follow_up.open):
        with pytest.raises(NotAllowed):
            look(actor, DiaryScope(citizen_id=stranger.id))


def test_hits_of_a_search(bench: Bench, world: Relations) -> None:
    searching = Searching(bench.office)
    for actor, seen in _everybody_and_each_role(bench, world):
        for hits in (searching.hits(actor, "ringe til"), searching.settle(actor, "ringe til")):
            found = {hit.whose for hit in hits if hit.kind is HitKind.AGREEMENT}
            assert found <= seen
            assert len(found) == min(6, len(seen))
        names = {hit.title for hit in searching.hits(actor, "stranger") if hit.kind is HitKind.CITIZEN}
        assert names == seen & {STRANGER.title()}


def test_a_search_for_one_among_many_others_finds_ones_own(bench: Bench, world: Relations) -> None:
    for number in range(20):
        other = bench.add_citizen(f"Aase Ownsen {number}", "")
        world.histories.course(other.subject_id, by=world.histories.employee(f"Medarbejder {number}"))
    hits = Searching(bench.office).hits(world.actor(Role.CASEWORKER), "own")

    assert [hit.title for hit in hits if hit.kind is HitKind.CITIZEN] == ["Own"]


def test_what_a_colleague_has_to_hand_over(bench: Bench, world: Relations) -> None:
    handovers = services_at(bench).handovers
    colleague, elsewhere = (world.histories.all(Employee, name=name)[0].id for name in ("Bo", "Tina"))

    def shown(actor: Actor, giver: EmployeeId) -> set[str]:
        return {line.name for line in handovers.portfolio(actor, giver).lines}

    kim = world.actor(Role.COORDINATOR)
    assert shown(kim, colleague) == {"Colleague"}
    assert shown(kim, elsewhere) == {"Shared", "Granted"}
    assert shown(bench.actor, elsewhere) == {"Shared", "Granted", "Stranger"}
    terms = HandoverTerms(HandoverKind.PLANNED, elsewhere, TODAY)
    for name in (Relation.GRANTED, STRANGER):
        with pytest.raises(NotYours):
            handovers.begin(kim, terms, {world.citizens[name].subject_id: kim.employee_id})
    assert world.histories.all(Handover) == ()
    assert handovers.begin(kim, terms, {}) == ()


def test_a_family_is_made_of_those_whom_one_may_see(bench: Bench, world: Relations) -> None:
    families, actor = Families(bench.office), world.actor(Role.COORDINATOR)
    own, stranger = (NewMember(world.citizens[name].id, FamilyRole.ADULT) for name in (Relation.OWN, STRANGER))

    with pytest.raises(NotYours):
        families.create(actor, "Familien Own", (own, stranger))
    made = families.create(actor, "Familien Own", (own,))
    with pytest.raises(NotYours):
        families.take_in(actor, made.id, stranger)
    assert len(world.histories.all(FamilyMembership)) == 1


def test_a_wheel_holds_what_one_may_see(bench: Bench, world: Relations) -> None:
    wheels = services_at(bench).year_wheels
    for whose in Whose:
        found = wheels.open(world.actor(Role.COORDINATOR), TODAY.year, whose)
        assert {item.subject_name for month in found.wheel.months for item in month.items} <= _SEEN[Role.COORDINATOR]


def test_who_looks_at_an_open_meeting_again_must_still_have_to_do_with_it(bench: Bench, world: Relations) -> None:
    meetings = services_at(bench).meetings
    own, stranger = (
        world.histories.all(Meeting, subject_id=world.citizens[name].subject_id)[0].id
        for name in (Relation.OWN, STRANGER)
    )

    assert meetings.look_again(world.actor(Role.COORDINATOR), own).meeting.id == own
    with pytest.raises(NotYours):
        meetings.look_again(world.actor(Role.COORDINATOR), stranger)
