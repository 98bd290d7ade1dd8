"""Ret referat: what is put right in closed minutes, and why."""

from PySide6.QtWidgets import QWidget

from koordinator.domain.limits import LONG, PARAGRAPH
from koordinator.domain.minutes_content import AgendaContent, MinutesContent
from koordinator.domain.minutes_correction import Correction
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import quoted
from koordinator.ui.widgets.fields import NoteField
from koordinator.ui.widgets.form import Form, FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column


class CorrectionDialog(FormDialog):
    """The reason, the summary, every note that is not the citizen's own, and the citizen's remark."""

    @classmethod
    def ask(cls, parent: QWidget, minutes: MinutesContent, start: Correction) -> Correction | None:
        """The correction as it was filled in, or None."""
        dialog = cls(parent, texts.CORRECT, intro=texts.CORRECT_INTRO, save=texts.CORRECT_SAVE)
        name = minutes.subject.name
        reason = dialog.form.add(NoteField(texts.CORRECT_REASON, start.reason, limit=PARAGRAPH, required=True))
        summary = dialog.form.add(NoteField(texts.READ_SUMMARY, start.summary, limit=LONG))
        items = tuple(
            _ItemNotes(dialog.form, item, notes, words.said_by(name))
            for item, notes in zip(minutes.agenda, start.notes, strict=True)
        )
        remark = NoteField(texts.with_name(texts.CORRECT_REMARK, name), start.remark, limit=LONG, voice=True)
        dialog.form.add(remark)
        if not dialog.run():
            return None
        return Correction(reason.value(), summary.value(), tuple(item.texts() for item in items), remark.value())


class _ItemNotes:
    """The notes under one item: a field for each, but what the citizen said only stands there."""

    def __init__(self, form: Form, item: AgendaContent, given: tuple[str, ...], said_by: str) -> None:
        self._notes = tuple(
            note.text if note.in_citizens_words else NoteField(words.NOTE_KINDS[note.kind], text, limit=LONG)
            for note, text in zip(item.notes, given, strict=True)
        )
        if self._notes:
            form.body.addWidget(Label(item.title or texts.OTHER_NOTES, Role.CARD, wraps=True))
        for note in self._notes:
            if isinstance(note, NoteField):
                form.add(note)
            else:
                said = Label(quoted(note), Role.VOICE, wraps=True)
                form.body.addLayout(column(Label(said_by, Role.SMALL_MUTED), said, gap=0))

    def texts(self) -> tuple[str, ...]:
        """The words of each, in order."""
        return tuple(note.value() if isinstance(note, NoteField) else note for note in self._notes)
