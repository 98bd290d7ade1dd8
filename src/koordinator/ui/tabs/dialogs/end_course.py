"""Ending a course: the reason, the citizen's own word, and whom to call afterwards."""

from PySide6.QtWidgets import QWidget

from koordinator.domain.course import EndReason
from koordinator.domain.course_rules import CourseEnd
from koordinator.domain.limits import LINE, PARAGRAPH
from koordinator.texts import subject as texts
from koordinator.texts.formats import first_name
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of, or_none
from koordinator.ui.widgets.fields import NoteField, TextField
from koordinator.ui.widgets.form import FormDialog


class EndCourseDialog(FormDialog):
    """Gives the end, or None."""

    @classmethod
    def ask(cls, parent: QWidget, name: str) -> CourseEnd | None:
        """Asks; only the reason must be chosen."""
        dialog = cls(parent, texts.END_COURSE, intro=texts.END_COURSE_INTRO, save=texts.END_COURSE)
        called = first_name(name)
        reasons = or_none(choices_of(texts.END_REASONS))
        reason = dialog.form.add(Pick(texts.REASON, reasons, None, required=True))
        word = dialog.form.add(NoteField(texts.CITIZENS_WORD.format(name=called), limit=PARAGRAPH, voice=True))
        call = dialog.form.add(TextField(texts.CALL_AFTERWARDS.format(name=called), limit=LINE))
        chosen: EndReason | None = reason.key if dialog.run() else None
        return CourseEnd(chosen, word.value(), call.value()) if chosen is not None else None
