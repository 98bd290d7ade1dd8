"""What is done by mistake in the room leaves nothing behind, and takes nothing with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.agenda import in_position
from koordinator.domain.ids import AgendaItemId, RowId
from koordinator.domain.meeting import Attendance, InvitationAnswer, MeetingStatus
from koordinator.domain.meeting_journal import UndoBlocked
from koordinator.domain.network_questions import TakenQuestion
from koordinator.domain.party import Party, PartyKind
from tests.support.meeting_world import SOON, MeetingWorld
from tests.support.office import TODAY

NEXT = replace(SOON, starts_on=TODAY + timedelta(days=52))


def test_who_said_no_and_then_yes_is_expected_when_the_meeting_is_opened_again(world: MeetingWorld) -> None:
    file = world.planned()
    kim = file.participants[2]
    world.meetings.answer(world.actor, kim.id, InvitationAnswer.NO)
    file = world.room.open(world.actor, file.meeting.id)

    world.room.put_back(world.actor, file.meeting.id)
    world.meetings.answer(world.actor, kim.id, InvitationAnswer.YES)
    file = world.room.open(world.actor, file.meeting.id)

    assert file.participants[2].attendance is Attendance.UNKNOWN


def test_a_moved_meeting_that_is_put_back_still_lacks_its_invitations(world: MeetingWorld) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file
    file = world.meetings.move(world.actor, file.meeting, NEXT, "Syg")
    assert file.meeting.status is MeetingStatus.PLANNED

    file = world.room.open(world.actor, file.meeting.id)
    file = world.room.put_back(world.actor, file.meeting.id)

    assert file.meeting.status is MeetingStatus.PLANNED


def test_a_next_meeting_that_somebody_was_added_to_is_not_taken_away(world: MeetingWorld) -> None:
    file = world.closing.set_next(world.actor, world.running().meeting.id, NEXT)
    assert file.next_meeting is not None
    world.meetings.add_participant(world.actor, file.next_meeting.id, Party(PartyKind.CONTACT_PERSON, world.jens))

    with pytest.raises(UndoBlocked):
        world.room.undo(world.actor, file.meeting.id)


def test_a_next_meeting_with_a_point_of_its_own_is_not_taken_away(world: MeetingWorld) -> None:
    file = world.closing.set_next(world.actor, world.running().meeting.id, NEXT)
    assert file.next_meeting is not None
    following = world.meetings.open(world.actor, file.next_meeting.id)
    last = in_position(following.agenda)[-1]
    kim = following.participants[2].id
    after = replace(last, id=AgendaItemId(0), position=last.position + 1, title="Skolen", presenter_id=kim, version=0)
    world.meetings.save_item(world.actor, after)

    with pytest.raises(UndoBlocked):
        world.room.undo(world.actor, file.meeting.id)


def test_a_next_meeting_that_a_question_waits_for_is_not_taken_away(world: MeetingWorld) -> None:
    file = world.closing.set_next(world.actor, world.running().meeting.id, NEXT)
    assert file.next_meeting is not None
    with world.bench.office.aside() as tx:
        waiting = TakenQuestion(RowId(0), world.subject_id, "contact:1", "Skolen", TODAY, world.mette)
        tx.of(TakenQuestion).add(replace(waiting, meeting_id=file.next_meeting.id))

    with pytest.raises(UndoBlocked):
        world.room.undo(world.actor, file.meeting.id)


def test_who_presents_a_point_can_be_taken_off_in_the_room_and_brought_back(world: MeetingWorld) -> None:
    file = world.planned()
    first, kim = file.agenda[0], file.participants[2]
    world.meetings.save_item(world.actor, replace(first, presenter_id=kim.id))
    file = world.room.open(world.actor, file.meeting.id)

    file = world.room.remove_participant(world.actor, kim)
    assert file.agenda[0].presenter_id is None
    file = world.room.undo(world.actor, file.meeting.id)

    assert (file.agenda[0].presenter_id, len(file.participants)) == (kim.id, 4)
