"""Labelled fields for forms: a label, the editor, a hint, and below it the sentence that says what is wrong."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.email_address import is_email
from koordinator.domain.limits import LINE
from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.date_edits import DateEdit, TimeEdit, Today
from koordinator.ui.widgets.labels import Label, Role, set_look
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.note_edit import NoteEdit

_COUNT_FROM = 0.8
_BESIDE_THE_BOX = 30
_MARKED = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Field(QWidget):
    """`fault` is the sentence for what is in the field now, or nothing; `check` shows it."""

    changed = Signal()

    def __init__(self, label: str, editor: QWidget, *, hint: str = "", required: bool = False) -> None:
        super().__init__()
        self.required = required
        self._words = label
        self._editor = editor.focusProxy() or editor
        self._label = Label(texts.required_label(label) if required else label, Role.STRONG, wraps=True)
        self._label.setBuddy(self._editor)
        self._hint_text = hint
        self._hint = Label(wraps=True, role=Role.SMALL_MUTED)
        self._fault = Label(wraps=True, role=Role.FAULT)
        self._fault.hide()
        self.setFocusProxy(self._editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._label, self._hint, editor, self._fault):
            column.addWidget(part)
        self.show_hint("")

    def value(self) -> object:
        """What is in the field now."""
        raise NotImplementedError

    def fault(self) -> str:
        return ""

    def check(self) -> bool:
        """Shows the fault, or takes it away. True when there is none."""
        fault = self.fault()
        self.show_fault(fault)
        return not fault

    def show_fault(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        set_look(self._editor, "fault", "true" if sentence else "")
        self._editor.setAccessibleDescription(sentence or self._hint.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self._editor, QAccessible.Event.DescriptionChanged))

    def only_show(self) -> None:
        """Asks for nothing and cannot be changed any more. Words can still be gone to, read to the end and copied."""
        self._label.setText(self._words)
        self._set_only_shown()

    def _set_only_shown(self) -> None:
        self.setEnabled(False)

    def shown_fault(self) -> str:
        return self._fault.text()

    def show_hint(self, instead: str) -> None:
        """Another hint for a while; nothing brings the field's own one back."""
        self._hint.setText(instead or self._hint_text)
        self._hint.setVisible(bool(self._hint.text()))
        self._editor.setAccessibleDescription(self._hint.text())

    def _hide_label(self) -> None:
        self._label.hide()

    def _hint_below(self) -> None:
        """The hint explains words that stand in the editor itself."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.removeWidget(self._hint)
            layout.insertWidget(layout.count() - 1, self._hint)
            self._hint.setContentsMargins(theme.active().px(_BESIDE_THE_BOX), 0, 0, 0)

    def _touched(self) -> None:
        if self._fault.text():
            self.check()
        self.changed.emit()


class TextField(Field):
    """One line."""

    def __init__(
        self, label: str, text: str = "", *, limit: int, required: bool = False, hint: str = "", placeholder: str = ""
    ) -> None:
        self._line = LineEdit(label, text, placeholder)
        super().__init__(label, self._line, hint=hint, required=required)
        self._limit = limit
        self._line.textChanged.connect(self._typed)

    @override
    def value(self) -> str:
        return self._line.text().strip()

    def set_value(self, text: str) -> None:
        self._line.setText(text)

    @override
    def _set_only_shown(self) -> None:
        self._line.setReadOnly(True)
        self._hint.hide()

    @override
    def fault(self) -> str:
        return _text_fault(self.value(), self._limit, required=self.required)

    def _typed(self) -> None:
        length = len(self.value())
        self.show_hint(texts.characters_left(length, self._limit) if length >= self._limit * _COUNT_FROM else "")
        if length > self._limit:
            self.check()
        self._touched()


class EmailField(TextField):
    """An address that mail can be sent to, or nothing."""

    def __init__(self, label: str, text: str = "") -> None:
        super().__init__(label, text, limit=LINE)

    @override
    def fault(self) -> str:
        is_wrong = bool(self.value()) and not is_email(self.value())
        return super().fault() or (texts.not_an_email(self.value()) if is_wrong else "")


class NoteField(Field):
    """Several lines; `voice` marks the citizen's own words."""

    def __init__(
        self, label: str, text: str = "", *, limit: int, required: bool = False, hint: str = "", voice: bool = False
    ) -> None:
        self._note = NoteEdit(label, limit=limit, lines=3)
        super().__init__(label, self._note, hint=hint, required=required)
        self._limit = limit
        if voice:
            self._note.set_voice()
        self._note.set_text(text)
        self._note.changed.connect(self._touched)

    @override
    def value(self) -> str:
        return self._note.text().strip()

    def set_value(self, text: str) -> None:
        self._note.set_text(text)

    @override
    def _set_only_shown(self) -> None:
        # Qt's own read-only leaves the keyboard no way to mark words.
        self._note.editor().setTextInteractionFlags(_MARKED)

    @override
    def fault(self) -> str:
        return _text_fault(self.value(), self._limit, required=self.required)

    @override
    def show_fault(self, sentence: str) -> None:
        """The note says itself when it is too long."""
        if not self._note.is_too_long():
            super().show_fault(sentence)


class ChoiceField(Field):
    """One of some (key, words). With `required`, None among the keys means: not chosen yet."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[object, str]],
        chosen: object = None,
        *,
        required: bool = False,
        hint: str = "",
    ) -> None:
        self._choice = Choice(options, label)
        self._choice.choose(chosen)
        super().__init__(label, self._choice, hint=hint, required=required)
        self._choice.currentIndexChanged.connect(lambda _index: self._touched())

    @override
    def value(self) -> object:
        return self._choice.key()

    def set_value(self, key: object) -> None:
        self._choice.choose(key)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        self._choice.set_options(options)

    @override
    def fault(self) -> str:
        return texts.CHOOSE_ONE if self.required and self.value() is None else ""


class DateField(Field):
    def __init__(
        self, label: str, today: Today, day: date | None = None, *, required: bool = False, hint: str = ""
    ) -> None:
        self._date = DateEdit(label, today, day)
        super().__init__(label, self._date, hint=hint, required=required)
        self._earliest: date | None = None
        self._latest: date | None = None
        self._date.changed.connect(self._touched)
        self._date.editingFinished.connect(self._check_if_filled)

    def set_bounds(self, earliest: date | None = None, latest: date | None = None) -> None:
        """Both days are allowed themselves."""
        self._earliest, self._latest = earliest, latest

    @override
    def value(self) -> date | None:
        return self._date.day()

    def set_value(self, day: date | None) -> None:
        self._date.set_day(day)

    @override
    def fault(self) -> str:
        if self._date.is_unreadable():
            return texts.NOT_A_DATE
        day = self.value()
        if day is None:
            return texts.MISSING if self.required else ""
        if self._earliest is not None and day < self._earliest:
            return texts.date_before(self._earliest)
        if self._latest is not None and day > self._latest:
            return texts.date_after(self._latest)
        return ""

    def _check_if_filled(self) -> None:
        if self._date.text().strip():
            self.check()


class TimeField(Field):
    def __init__(self, label: str, at: time | None = None, *, required: bool = False, hint: str = "") -> None:
        self._time = TimeEdit(label, at)
        super().__init__(label, self._time, hint=hint, required=required)
        self._time.changed.connect(self._touched)
        self._time.editingFinished.connect(self._check_if_filled)

    @override
    def value(self) -> time | None:
        return self._time.at()

    def set_value(self, at: time | None) -> None:
        self._time.set_at(at)

    @override
    def fault(self) -> str:
        if self._time.is_unreadable():
            return texts.NOT_A_TIME
        return texts.MISSING if self.required and self.value() is None else ""

    def _check_if_filled(self) -> None:
        if self._time.text().strip():
            self.check()


class CheckField(Field):
    """Yes or no; the words stand beside the box."""

    def __init__(self, label: str, is_on: bool = False, *, hint: str = "") -> None:
        self._box = CheckBox(label)
        self._box.setChecked(is_on)
        super().__init__(label, self._box, hint=hint)
        self._hide_label()
        self._hint_below()
        self._box.toggled.connect(lambda _on: self._touched())

    @override
    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, is_on: bool) -> None:
        self._box.setChecked(is_on)


def _text_fault(text: str, limit: int, *, required: bool) -> str:
    if len(text) > limit:
        return texts.too_long(len(text), limit)
    return texts.MISSING if required and not text else ""
