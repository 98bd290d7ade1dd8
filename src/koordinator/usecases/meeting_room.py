"""The meeting while it is held: opened, who came, what was said - each act saved at once and undone as a whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import time

from koordinator.domain.access import Action, Actor
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import EmployeeId, MeetingId, NoteId
from koordinator.domain.meeting import AgendaItem, Attendance, Meeting, MeetingNote, MeetingOperation, Participant
from koordinator.domain.meeting_rules import (
    MeetingBegun,
    attended,
    check_running,
    expected,
    opened,
    put_back,
    with_contribution,
)
from koordinator.domain.note_rules import (
    NoteDraft,
    check_may_change,
    last_order_key,
    moved_note,
    rewritten_note,
    written_note,
)
from koordinator.domain.party import Party
from koordinator.usecases.journal import Journal, undo_last_act
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.participants import check_not_there, new_participant
from koordinator.usecases.ports import Office, Transaction


class Room:
    """One act in the room of a running meeting: its transaction, its journal, and the meeting as it was."""

    def __init__(self, tx: Transaction, actor: Actor, meeting: Meeting) -> None:
        self.tx = tx
        self.actor = actor
        self.meeting = meeting
        self.journal = Journal(tx, meeting.id)

    def write(self, draft: NoteDraft) -> None:
        """A new note after the others. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
        key = last_order_key(self.tx.of(MeetingNote).where(meeting_id=self.meeting.id))
        self.journal.add(written_note(self.meeting.id, draft, self.actor.employee_id, self.tx.now, key))

    def file(self) -> MeetingFile:
        """The whole meeting as it stands now."""
        return load_meeting_file(self.tx, self.tx.of(Meeting).get(self.meeting.id), self.actor.employee_id)


@contextmanager
def in_room(office: Office, actor: Actor, meeting_id: MeetingId, what: str) -> Iterator[Room]:
    """One act in the room. Raises NotFound or MeetingNotRunning."""
    with office.act(actor, Action.RUN_MEETING) as tx:
        meeting = tx.of(Meeting).get(meeting_id)
        check_running(meeting)
        tx.about("meeting", meeting.id, meeting.subject_id, what)
        yield Room(tx, actor, meeting)


class MeetingRoom:
    """Each method is one act and gives the whole meeting as it stands afterwards. All raise MeetingNotRunning."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor, meeting_id: MeetingId) -> MeetingFile:
        """The meeting, begun; one that runs already opens where it was. Raises NotFound or MeetingNotAhead."""
        with self._office.act(actor, Action.RUN_MEETING) as tx:
            meeting = tx.of(Meeting).get(meeting_id)
            begun = opened(meeting, tx.now)
            if begun != meeting:
                begun = tx.of(Meeting).save(begun)
                for participant in tx.of(Participant).where(meeting_id=meeting_id):
                    tx.of(Participant).save(expected(participant))
            tx.about("meeting", meeting_id, meeting.subject_id, "opened")
            return load_meeting_file(tx, begun, actor.employee_id)

    def put_back(self, actor: Actor, meeting_id: MeetingId) -> MeetingFile:
        """The meeting as if it had not been opened. Raises MeetingBegun once something has been written."""
        with in_room(self._office, actor, meeting_id, "put_back") as room:
            if room.tx.of(MeetingOperation).find(meeting_id=meeting_id, undone=False) is not None:
                raise MeetingBegun
            participants = room.tx.of(Participant).where(meeting_id=meeting_id)
            for participant in participants:
                room.tx.of(Participant).save(attended(participant, Attendance.UNKNOWN))
            room.tx.of(Meeting).save(put_back(room.meeting, participants))
            return room.file()

    def attend(
        self,
        actor: Actor,
        participant: Participant,
        attendance: Attendance,
        arrived: time | None = None,
        left: time | None = None,
    ) -> MeetingFile:
        """Whether the participant is there; late and left as wall times. Raises NotFound."""
        with in_room(self._office, actor, participant.meeting_id, f"attendance={attendance}") as room:
            stored = room.tx.of(Participant).get(participant.id)
            room.journal.save(attended(stored, attendance, arrived, left))
            return room.file()

    def contribute(self, actor: Actor, participant: Participant, contribution: str) -> MeetingFile:
        """What somebody who is not there sent in writing. Raises NotFound, FieldTooLong or UnusableCharacter."""
        with in_room(self._office, actor, participant.meeting_id, "contribution") as room:
            stored = with_contribution(room.tx.of(Participant).get(participant.id), contribution)
            room.journal.save(attended(stored, Attendance.WRITTEN if contribution.strip() else Attendance.ABSENT))
            return room.file()

    def add_participant(self, actor: Actor, meeting_id: MeetingId, party: Party) -> MeetingFile:
        """Somebody who came without being invited; they are there. Raises AlreadyTakesPart."""
        with in_room(self._office, actor, meeting_id, "participant_added") as room:
            check_not_there(room.tx, meeting_id, party)
            room.journal.add(attended(new_participant(meeting_id, party), Attendance.PRESENT))
            return room.file()

    def remove_participant(self, actor: Actor, participant: Participant) -> MeetingFile:
        """The meeting without somebody who was put on the list by mistake. Raises NotFound."""
        with in_room(self._office, actor, participant.meeting_id, "participant_removed") as room:
            for item in room.tx.of(AgendaItem).where(meeting_id=participant.meeting_id, presenter_id=participant.id):
                room.journal.save(replace(item, presenter_id=None))
            room.journal.remove(participant)
            return room.file()

    def choose_roles(
        self, actor: Actor, meeting_id: MeetingId, chair_id: EmployeeId | None, minute_taker_id: EmployeeId | None
    ) -> MeetingFile:
        """Who leads the meeting and who writes."""
        with in_room(self._office, actor, meeting_id, "roles") as room:
            room.journal.save(replace(room.meeting, chair_id=chair_id, minute_taker_id=minute_taker_id))
            return room.file()

    def tick_item(self, actor: Actor, item: AgendaItem, *, done: bool) -> MeetingFile:
        """The agenda item gone through, or taken up again. Raises NotFound."""
        with in_room(self._office, actor, item.meeting_id, "agenda_done") as room:
            room.journal.save(replace(room.tx.of(AgendaItem).get(item.id), done=done))
            return room.file()

    def rewrite_note(self, actor: Actor, note: MeetingNote, draft: NoteDraft) -> MeetingFile:
        """The note changed. Raises StaleVersion, WordsOfAnother, FieldMissing, FieldTooLong or UnusableCharacter."""
        with in_room(self._office, actor, note.meeting_id, f"note_changed={draft.kind}") as room:
            room.journal.save(rewritten_note(note, draft, actor.employee_id))
            return room.file()

    def remove_note(self, actor: Actor, note: MeetingNote) -> MeetingFile:
        """The meeting without the note. Raises StaleVersion or WordsOfAnother."""
        with in_room(self._office, actor, note.meeting_id, "note_removed") as room:
            check_may_change(note, actor.employee_id)
            room.journal.save(replace(note, removed=True))
            return room.file()

    def move_note(self, actor: Actor, note: MeetingNote, after_id: NoteId | None) -> MeetingFile:
        """The note standing after the other, or (None) first. Raises NotFound."""
        with in_room(self._office, actor, note.meeting_id, "note_moved") as room:
            notes = room.tx.of(MeetingNote).where(meeting_id=note.meeting_id, removed=False)
            known = {each.id for each in notes}
            if note.id not in known or after_id not in (None, *known):
                raise NotFound("meeting_note", str(note.id))
            for changed in moved_note(notes, note.id, after_id):
                room.journal.save(changed)
            return room.file()

    def undo(self, actor: Actor, meeting_id: MeetingId) -> MeetingFile:
        """The meeting without the last act. Raises NothingToUndo, or UndoBlocked and changes nothing."""
        with in_room(self._office, actor, meeting_id, "undo") as room:
            undo_last_act(room.tx, meeting_id)
            return room.file()
