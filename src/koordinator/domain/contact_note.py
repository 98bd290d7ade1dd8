"""The light log of contacts: who agreed what, in one line; and notes of telephone calls.

On trin 1 caseworkers align ad hoc, and this log is all the structure there is. A telephone note also
meets the duty to record facts and essential steps as soon as possible (offentlighedsloven § 13).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import ContactNoteId, EmployeeId, SubjectId


class ContactKind(StrEnum):
    """How people were in touch."""

    AGREED = "agreed"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Contact:
    """What somebody fills in: who was in touch, what was agreed or said, and when (UTC)."""

    kind: ContactKind
    who: str
    what: str
    contacted_at: datetime


@dataclass(frozen=True, slots=True)
class ContactNote:
    """A contact as it was recorded. Never changed: a correction is a new note that names the `corrects_id`."""

    id: ContactNoteId
    subject_id: SubjectId
    kind: ContactKind
    who: str
    what: str
    contacted_at: datetime
    author_id: EmployeeId
    noted_at: datetime
    corrects_id: ContactNoteId | None = None

    @property
    def contact(self) -> Contact:
        """What was filled in."""
        return Contact(self.kind, self.who, self.what, self.contacted_at)


class ContactNotYet(DomainError):
    """A contact that has not taken place cannot be recorded; what is to come is an agreement or a meeting."""


class ContactCorrected(DomainError):
    """The note has been corrected already; the newest one is to be corrected instead."""


def checked_contact_note(contact: Contact, now: datetime) -> Contact:
    """The contact as it can be recorded.

    Raises FieldMissing (`who`, `what`), FieldTooLong, UnusableCharacter or ContactNotYet.
    """
    if contact.contacted_at > now:
        raise ContactNotYet
    field_limits = {"who": limits.LINE, "what": limits.PARAGRAPH}
    return limits.checked_fields(contact, field_limits, required=("who", "what"))


def noted(contact: Contact, subject_id: SubjectId, author_id: EmployeeId, now: datetime) -> ContactNote:
    """The note of the contact, not stored yet. Raises as `checked_contact_note`."""
    said = checked_contact_note(contact, now)
    return ContactNote(ContactNoteId(0), subject_id, said.kind, said.who, said.what, said.contacted_at, author_id, now)


def correction(
    note: ContactNote, contact: Contact, others: Iterable[ContactNote], author_id: EmployeeId, now: datetime
) -> ContactNote:
    """The note that stands in the other's place, not stored yet; `others` are the subject's notes.

    Raises ContactCorrected, and as `checked_contact_note`.
    """
    if any(other.corrects_id == note.id for other in others):
        raise ContactCorrected
    return replace(noted(contact, note.subject_id, author_id, now), corrects_id=note.id)


def standing(notes: Iterable[ContactNote]) -> tuple[ContactNote, ...]:
    """The notes that none has corrected, the latest contact first."""
    known = tuple(notes)
    corrected = {note.corrects_id for note in known}
    return tuple(
        sorted(
            (note for note in known if note.id not in corrected),
            key=lambda note: (note.contacted_at, note.id),
            reverse=True,
        )
    )


def earlier_wordings(note: ContactNote, notes: Iterable[ContactNote]) -> tuple[ContactNote, ...]:
    """What the note said before it was corrected, the newest wording first."""
    by_id = {each.id: each for each in notes}
    found = []
    before = note.corrects_id
    while before is not None:
        found.append(by_id[before])
        before = by_id[before].corrects_id
    return tuple(found)
