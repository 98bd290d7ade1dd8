"""The form of a note: who was in touch, what was said or agreed, and when."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from koordinator.domain.contact_note import Contact, ContactKind
from koordinator.domain.danish_day import danish_clock, danish_day, moment_of
from koordinator.domain.limits import LINE, PARAGRAPH
from koordinator.texts import contact_notes as texts
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of
from koordinator.ui.widgets.fields import DateField, NoteField, TextField, TimeField
from koordinator.ui.widgets.form import FormDialog


class ContactNoteDialog(FormDialog):
    """Ten seconds: two fields are enough, the time is now until it is changed."""

    def __init__(self, parent: QWidget, heading: str, start: Contact, now: datetime, intro: str) -> None:
        super().__init__(parent, heading, intro=intro)
        self._start, self._now = start, now
        today = danish_day(now)
        self._who = self.form.add(TextField(texts.WHO, start.who, limit=LINE, required=True, hint=texts.WHO_HINT))
        self._what = self.form.add(NoteField(texts.WHAT, start.what, limit=PARAGRAPH, required=True))
        self._kind: Pick[ContactKind] = self.form.add(Pick(texts.KIND, choices_of(texts.KINDS), start.kind))
        self._day = DateField(texts.DAY, lambda: today, danish_day(start.contacted_at), required=True)
        self._day.set_bounds(latest=today)
        self._at = TimeField(texts.CLOCK, danish_clock(start.contacted_at), required=True)
        self.form.add_beside(self._day, self._at)

    @classmethod
    def ask(cls, parent: QWidget, heading: str, start: Contact, now: datetime, intro: str = "") -> Contact | None:
        """The contact as it was filled in, or None."""
        dialog = cls(parent, heading, start, now, intro)
        return dialog.contact() if dialog.run() else None

    def contact(self) -> Contact:
        """What is in the fields. A time that was not touched stays as exact as it was."""
        return Contact(self._kind.key, self._who.value(), self._what.value(), self._moment())

    @override
    def accepts(self) -> bool:
        if self._moment() > self._now:
            self._at.show_fault(texts.NOT_YET)
            self._at.setFocus()
            return False
        return True

    def _moment(self) -> datetime:
        start, day, at = self._start.contacted_at, self._day.value(), self._at.value()
        untouched = (day, at) == (danish_day(start), danish_clock(start))
        return start if untouched or day is None or at is None else moment_of(day, at)
