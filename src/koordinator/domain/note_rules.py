"""Notes in the room: in which order they stand, and who may change whose words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import AgendaItemId, EmployeeId, MeetingId, NoteId
from koordinator.domain.meeting import MeetingNote, NoteKind

ORDER_GAP: Final = 1024
"""Room between two notes, so that moving one seldom touches the others."""


class WordsOfAnother(DomainError):
    """The citizen's words are changed by nobody but the one who wrote them down, and only while the meeting runs."""


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What is written: the kind, the words, under which agenda item, and whether it is for the author alone."""

    kind: NoteKind
    text: str
    agenda_item_id: AgendaItemId | None = None
    private: bool = False


def written_note(
    meeting_id: MeetingId, draft: NoteDraft, author_id: EmployeeId, at: datetime, order_key: int
) -> MeetingNote:
    """A new note. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return MeetingNote(
        id=NoteId(0),
        meeting_id=meeting_id,
        agenda_item_id=draft.agenda_item_id,
        kind=draft.kind,
        text=_checked(draft.text),
        author_id=author_id,
        written_at=at,
        order_key=order_key,
        private=draft.private,
    )


def rewritten_note(note: MeetingNote, draft: NoteDraft, by_id: EmployeeId) -> MeetingNote:
    """The note as changed by an employee.

    Raises WordsOfAnother for the citizen's words (before or after) in another's note, or for another's
    private note; FieldMissing, FieldTooLong or UnusableCharacter.
    """
    if draft.kind is NoteKind.SAID or draft.private:
        _check_author(note, by_id)
    check_may_change(note, by_id)
    placed = placed_note(note, draft.kind, draft.agenda_item_id)
    return replace(placed, text=_checked(draft.text), private=draft.private)


def placed_note(note: MeetingNote, kind: NoteKind, agenda_item_id: AgendaItemId | None) -> MeetingNote:
    """The note word for word as another kind or under another agenda item; the citizen's words stay theirs."""
    was_said = note.in_citizens_words and kind is not NoteKind.SAID
    return replace(note, kind=kind, agenda_item_id=agenda_item_id, was_said=was_said)


def check_may_change(note: MeetingNote, by_id: EmployeeId) -> None:
    """Raises WordsOfAnother when the note holds what the citizen said, or is private, and somebody else wrote it."""
    if note.in_citizens_words or note.private:
        _check_author(note, by_id)


def check_may_place(note: MeetingNote, by_id: EmployeeId) -> None:
    """Raises WordsOfAnother when the note is another's private one."""
    if note.private:
        _check_author(note, by_id)


def last_order_key(notes: Iterable[MeetingNote]) -> int:
    """The order key for a note after all the others."""
    return max((note.order_key for note in notes), default=0) + ORDER_GAP


def in_order(notes: Iterable[MeetingNote]) -> tuple[MeetingNote, ...]:
    """The notes as they stand in the room."""
    return tuple(sorted(notes, key=lambda note: (note.order_key, note.id)))


def moved_note(notes: Iterable[MeetingNote], note_id: NoteId, after_id: NoteId | None) -> tuple[MeetingNote, ...]:
    """The notes whose order key has to change so that the note stands after the other (None: first).

    One note, or all of them when there is no room left between two.
    """
    ordered = in_order(notes)
    note = next(each for each in ordered if each.id == note_id)
    others = [each for each in ordered if each.id != note_id]
    place = 0 if after_id is None else 1 + next(n for n, each in enumerate(others) if each.id == after_id)
    before_key = others[place - 1].order_key if place else 0
    after_key = others[place].order_key if place < len(others) else before_key + 2 * ORDER_GAP
    middle = (before_key + after_key) // 2
    if before_key < middle < after_key:
        return (replace(note, order_key=middle),)
    others.insert(place, note)
    renumbered = [replace(each, order_key=n * ORDER_GAP) for n, each in enumerate(others, start=1)]
    return tuple(new for new, old in zip(renumbered, others, strict=True) if new != old)


def shown_to_all(notes: Iterable[MeetingNote]) -> tuple[MeetingNote, ...]:
    """The notes that stand, in order, without what is private or taken out: for the shared screen and the minutes."""
    return tuple(note for note in in_order(notes) if not note.private and not note.removed)


def shown_to(notes: Iterable[MeetingNote], reader_id: EmployeeId) -> tuple[MeetingNote, ...]:
    """The notes that stand, in order, without what is another's private note."""
    return tuple(
        note for note in in_order(notes) if not note.removed and (not note.private or note.author_id == reader_id)
    )


def _check_author(note: MeetingNote, by_id: EmployeeId) -> None:
    if note.author_id != by_id:
        raise WordsOfAnother


def _checked(text: str) -> str:
    return limits.checked("text", text, limits.LONG, required=True)
