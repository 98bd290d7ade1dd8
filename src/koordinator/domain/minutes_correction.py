"""Putting closed minutes right: a new version that says what changed, made of the one before it."""

from dataclasses import dataclass, replace

from koordinator.domain import limits
from koordinator.domain.meeting import AgendaKind, NoteKind
from koordinator.domain.minutes_content import AgendaContent, MinutesContent, NoteContent
from koordinator.domain.note_rules import WordsOfAnother


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put right, and why.

    `notes` are the words of each note, by agenda item and in order; an empty text takes the note out.
    `remark` is what the citizen says of the minutes, word for word.
    """

    reason: str
    summary: str
    notes: tuple[tuple[str, ...], ...]
    remark: str = ""


def correction_of(content: MinutesContent, reason: str = "", remark: str = "") -> Correction:
    """The correction that leaves every word as it stands."""
    notes = tuple(tuple(note.text for note in item.notes) for item in content.agenda)
    return Correction(reason, content.summary, notes, remark)


def corrected(content: MinutesContent, correction: Correction) -> MinutesContent:
    """The next version of the minutes. Who was there, and what counts, stays as it was when the meeting was closed.

    Raises FieldMissing without a reason, WordsOfAnother when the citizen's words would be another's,
    FieldTooLong or UnusableCharacter.
    """
    given = zip(content.agenda, correction.notes, strict=True)
    agenda = tuple(replace(item, notes=_notes(item.notes, texts)) for item, texts in given)
    remark = limits.checked("remark", correction.remark, limits.LONG)
    return replace(
        content,
        number=(content.number or 0) + 1,
        correction=limits.checked("reason", correction.reason, limits.PARAGRAPH, required=True),
        summary=limits.checked("summary", correction.summary, limits.LONG),
        agenda=_with_remark(agenda, remark) if remark else agenda,
    )


def _notes(notes: tuple[NoteContent, ...], texts: tuple[str, ...]) -> tuple[NoteContent, ...]:
    put_right = (_note(note, text) for note, text in zip(notes, texts, strict=True))
    return tuple(note for note in put_right if note.text)


def _note(note: NoteContent, text: str) -> NoteContent:
    words = limits.checked("text", text, limits.LONG)
    if note.in_citizens_words and words != note.text:
        raise WordsOfAnother
    return replace(note, text=words)


def _with_remark(agenda: tuple[AgendaContent, ...], remark: str) -> tuple[AgendaContent, ...]:
    """Under the last item when that has no title of its own: what belongs to no item stands there."""
    said = NoteContent(NoteKind.SAID, remark)
    if agenda and not agenda[-1].title:
        return (*agenda[:-1], replace(agenda[-1], notes=(*agenda[-1].notes, said)))
    return (*agenda, AgendaContent(AgendaKind.OTHER, "", 0, notes=(said,)))
