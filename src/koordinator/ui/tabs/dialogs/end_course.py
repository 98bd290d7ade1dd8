"""Ending a course: the reason, the citizen's own word, and whom to call afterwards."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from koordinator.domain.course import Course, EndReason
from koordinator.domain.course_rules import CourseEnd, needs_somebody_to_call
from koordinator.domain.limits import LINE, PARAGRAPH
from koordinator.domain.paper import PaperKind
from koordinator.texts import handover as words
from koordinator.texts import subject as texts
from koordinator.texts import ui as ui_texts
from koordinator.texts.formats import first_name
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of, or_none
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tabs.write_letter import write_letter
from koordinator.ui.widgets.fields import NoteField, TextField
from koordinator.ui.widgets.form import FormDialog


class EndCourseDialog(FormDialog):
    """Gives the end, or None."""

    def __init__(self, parent: QWidget, name: str, start: CourseEnd | None = None) -> None:
        super().__init__(parent, texts.END_COURSE, intro=texts.END_COURSE_INTRO, save=texts.END_COURSE)
        called = first_name(name)
        reasons = or_none(choices_of(texts.END_REASONS))
        reason, word, call = (start.reason, start.citizens_word, start.call_afterwards) if start else (None, "", "")
        self._reason: Pick[EndReason | None] = self.form.add(Pick(texts.REASON, reasons, reason, required=True))
        self._word = self.form.add(
            NoteField(texts.CITIZENS_WORD.format(name=called), word, limit=PARAGRAPH, voice=True)
        )
        self._call = self.form.add(TextField(texts.CALL_AFTERWARDS.format(name=called), call, limit=LINE))

    @classmethod
    def ask(cls, parent: QWidget, name: str, start: CourseEnd | None = None) -> CourseEnd | None:
        """Asks for the reason, and whom to call where somebody is to be called."""
        dialog = cls(parent, name, start)
        reason = dialog._reason.key if dialog.run() else None
        return CourseEnd(reason, dialog._word.value(), dialog._call.value()) if reason is not None else None

    @override
    def accepts(self) -> bool:
        reason = self._reason.key
        is_missing = reason is not None and needs_somebody_to_call(reason) and not self._call.value()
        self._call.show_fault(ui_texts.MISSING if is_missing else "")
        if is_missing:
            self._call.setFocus()
        return not is_missing


def end_course(desk: Desk, owner: QWidget, view: SubjectView, saved: Callable[[], None]) -> None:
    """Asks how the subject's course ends, ends it, and goes on to `saved`."""
    courses, actor, subject_id = desk.services.courses, desk.actor, view.subject_id

    def ask(start: CourseEnd | None) -> CourseEnd | None:
        return EndCourseDialog.ask(owner, view.name, start)

    def offer_letter(course: Course) -> None:
        saved()
        readable = course.end_reason is not EndReason.DIED
        if readable and Question.confirm(owner, words.OFFER_END, words.OFFER_END_TEXT, words.LETTER):
            write_letter(desk, owner, (PaperKind.END_OF_COURSE,), subject_id, None, lambda _sentence: saved())

    ask_until_saved(desk.tasks, owner, None, ask, lambda end: courses.end(actor, subject_id, end), offer_letter)
