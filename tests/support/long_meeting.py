"""A running meeting of three hours: 400 notes and 60 agreements, as the room wrote them."""

from datetime import timedelta
from typing import Final

from koordinator.domain.agreement_rules import Promise, promised
from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import ORDER_GAP, NoteDraft, written_note
from koordinator.usecases.meeting_room import in_room
from tests.support.meeting_world import MeetingWorld, employee_party
from tests.support.office import TODAY

NOTES: Final = 400
AGREEMENTS: Final = 60
_SAID: Final = "Jeg bliver så træt af at skulle fortælle det samme til fire forskellige mennesker hver eneste gang."


def long_meeting(world: MeetingWorld) -> MeetingId:
    """The notes go round the agenda and the four kinds; the first agreements have no name and no day yet."""
    file = world.running()
    meeting_id = file.meeting.id
    kinds = tuple(NoteKind)
    with in_room(world.bench.office, world.actor, meeting_id, "long") as room:
        for number in range(NOTES):
            item = file.agenda[number % len(file.agenda)]
            draft = NoteDraft(kinds[number % len(kinds)], f"{_SAID} ({number})", item.id)
            room.journal.add(
                written_note(meeting_id, draft, world.actor.employee_id, room.tx.now, (number + 1) * ORDER_GAP)
            )
        for number in range(AGREEMENTS):
            who = employee_party(world.kim) if number % 3 else None
            promise = Promise(f"Ringer til skolen om morgenerne ({number})", who, TODAY + timedelta(days=number))
            subject_id, uid = room.meeting.subject_id, room.tx.new_uid()
            room.journal.add(promised(uid, subject_id, promise, room.tx.today, meeting_id))
    return meeting_id
