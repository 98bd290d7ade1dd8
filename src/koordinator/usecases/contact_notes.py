"""Recording who agreed what, and what was said on the telephone, from anywhere in the program."""

from dataclasses import dataclass
from datetime import datetime

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen, Family, SubjectKind
from koordinator.domain.contact_note import Contact, ContactNote, correction, noted
from koordinator.domain.ids import ContactNoteId, SubjectId
from koordinator.usecases.ports import Office


@dataclass(frozen=True, slots=True)
class NoteSubject:
    """Whom a note is about, and the moment it was begun."""

    subject_id: SubjectId
    name: str
    now: datetime


class ContactNotes:
    """The use cases of the log of contacts."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def about(self, actor: Actor, kind: SubjectKind, key: int) -> NoteSubject:
        """The citizen or the family with the key, to write a note about. Raises NotFound."""
        with self._office.act(actor, Action.WRITE_CONTACT_NOTE) as tx:
            one = tx.of(Citizen).get(key) if kind is SubjectKind.CITIZEN else tx.of(Family).get(key)
            tx.about(kind.value, one.id, one.subject_id, "begun=1")
            return NoteSubject(one.subject_id, one.name, tx.now)

    def write(self, actor: Actor, subject_id: SubjectId, contact: Contact) -> ContactNote:
        """The contact is recorded. Raises FieldMissing, FieldTooLong, UnusableCharacter or ContactNotYet."""
        with self._office.act(actor, Action.WRITE_CONTACT_NOTE) as tx:
            note = tx.of(ContactNote).add(noted(contact, subject_id, actor.employee_id, tx.now))
            tx.about("contact_note", note.id, subject_id)
            return note

    def correct(self, actor: Actor, note_id: ContactNoteId, contact: Contact) -> ContactNote:
        """A new note stands in the old one's place; what it said stays. Raises ContactCorrected, and as `write`."""
        with self._office.act(actor, Action.WRITE_CONTACT_NOTE) as tx:
            note = tx.of(ContactNote).get(note_id)
            others = tx.of(ContactNote).where(subject_id=note.subject_id)
            new = tx.of(ContactNote).add(correction(note, contact, others, actor.employee_id, tx.now))
            tx.about("contact_note", new.id, new.subject_id, f"corrects={note.id}")
            return new
