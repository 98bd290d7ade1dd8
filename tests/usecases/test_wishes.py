"""What follows from the talk with the citizen: who takes part, who had better not, and where."""

import json
from typing import Any

import pytest

from koordinator.domain.ids import RowId
from koordinator.domain.meeting import MeetingNotAhead, PlaceKind, Preparation
from koordinator.domain.paper import PaperKind
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.presence_wish import not_wanted, there_against_wish
from koordinator.usecases.consents import Consents
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import MeetingWorld, employee_party
from tests.support.office import TODAY


def wished(file: MeetingFile, *, wanted: bool) -> list[Party | None]:
    return [party_of(wish) for wish in file.wishes if wish.wanted is wanted]


def test_whoever_is_wanted_takes_part(world: MeetingWorld) -> None:
    file = world.planned()
    jens, kim = Party(PartyKind.CONTACT_PERSON, world.jens), employee_party(world.kim)

    changed = world.meetings.wish(world.actor, file.meeting.id, (jens, kim), wanted=True)

    assert wished(changed, wanted=True) == [jens, kim]
    assert [party_of(each) for each in changed.participants][-1] == jens
    assert len(changed.participants) == 5
    assert changed.preparation is not None
    assert changed.preparation.prepared_on == TODAY
    again = world.meetings.wish(world.actor, file.meeting.id, (jens,), wanted=True)
    assert (wished(again, wanted=True), len(again.participants)) == ([jens], 5)


def test_whoever_is_not_wanted_is_pointed_out_and_never_both(world: MeetingWorld) -> None:
    file = world.planned()
    kim = employee_party(world.kim)
    world.meetings.wish(world.actor, file.meeting.id, (kim,), wanted=True)

    changed = world.meetings.wish(world.actor, file.meeting.id, (kim, employee_party(world.ida)), wanted=False)

    assert wished(changed, wanted=True) == []
    assert not_wanted(changed.wishes) == {kim, employee_party(world.ida)}
    assert [party_of(each) for each in there_against_wish(changed.wishes, changed.participants)] == [kim]


def test_a_wanted_one_gets_a_calendar_file_where_others_have_one(world: MeetingWorld) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file

    changed = world.meetings.wish(world.actor, file.meeting.id, (employee_party(world.ida),), wanted=True)

    assert changed.meeting.calendar_sequence == 1
    assert [each.employee_id for each in changed.not_invited] == [world.ida]


def test_where_the_citizen_would_like_to_meet(world: MeetingWorld) -> None:
    file = world.planned()
    world.meetings.prepare(world.actor, Preparation(RowId(0), file.meeting.id, place_wish="Ved åen"))

    changed = world.meetings.prefer_place(world.actor, file.meeting.id, PlaceKind.ELSEWHERE)

    assert changed.preparation is not None
    assert (changed.preparation.place_kind, changed.preparation.place_wish) == (PlaceKind.ELSEWHERE, "Ved åen")
    assert changed.meeting.place_kind is PlaceKind.HOME
    nobody_knows = world.meetings.prefer_place(world.actor, file.meeting.id, None).preparation
    assert nobody_knows is not None
    assert nobody_knows.place_kind is None


def test_the_sheet_says_what_is_known(world: MeetingWorld) -> None:
    file = world.planned()
    world.meetings.prepare(world.actor, Preparation(RowId(0), file.meeting.id, wants_present="og min nabo"))
    world.meetings.wish(world.actor, file.meeting.id, (employee_party(world.kim),), wanted=True)
    world.meetings.prefer_place(world.actor, file.meeting.id, PlaceKind.VIDEO)

    sheet: Any = json.loads(world.make(PaperKind.PREPARATION, world.subject_id, meeting_id=file.meeting.id).content)[0]

    assert (sheet["wants_present"], sheet["place_kind"]) == ("Kim Møller\nog min nabo", "video")


def test_what_is_said_goes_on_into_the_consent(world: MeetingWorld) -> None:
    consents = Consents(world.bench.office)
    assert consents.open(world.actor, world.subject_id).suggested == ()
    file = world.planned()
    (money,) = [theme.id for theme in file.themes if theme.name == "Økonomi"]
    world.meetings.prepare(
        world.actor, Preparation(RowId(0), file.meeting.id, must_not_be_discussed="Bo ikke om økonomi.")
    )
    world.meetings.wish(world.actor, file.meeting.id, (employee_party(world.ida),), wanted=False)

    suggested = consents.open(world.actor, world.subject_id).suggested

    assert [(each.recipient.party, each.theme_id) for each in suggested] == [
        (employee_party(world.ida), None),
        (employee_party(world.bo), money),
    ]


def test_what_was_said_before_a_meeting_that_nobody_closed_goes_on_into_no_consent(world: MeetingWorld) -> None:
    forgotten = world.planned().meeting
    world.meetings.wish(world.actor, forgotten.id, (employee_party(world.ida),), wanted=False)
    world.bench.clock.pass_days(14)

    assert Consents(world.bench.office).open(world.actor, world.subject_id).suggested == ()


def test_nothing_is_wished_of_a_meeting_that_is_over(world: MeetingWorld) -> None:
    meeting_id = world.running().meeting.id

    with pytest.raises(MeetingNotAhead):
        world.meetings.wish(world.actor, meeting_id, (), wanted=True)
    with pytest.raises(MeetingNotAhead):
        world.meetings.prefer_place(world.actor, meeting_id, None)
