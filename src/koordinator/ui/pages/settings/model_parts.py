"""What the editor of assessment models is built of."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from koordinator.texts import model_editor as texts
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import IconButton
from koordinator.ui.widgets.fields import Field, TextField
from koordinator.ui.widgets.form import Form
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.scroll_column import ScrollColumn

_LEAST: Final = QSize(100, 120)
_MOST_DIGITS: Final = 4


class EditorColumn(ScrollColumn):
    """Asks for little room, whatever is in it: the page round it does not grow with it."""

    def __init__(self, gap: int = 12) -> None:
        super().__init__(gap=gap, least=_LEAST)

    @override
    def sizeHint(self) -> QSize:
        return _LEAST

    def bring_into_view(self, widget: QWidget) -> None:
        """Scrolls to a widget, once one that has only just been shown has found its place."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(widget) if isValid(widget) else None)


class NamedFields(Form):
    """Fields that stand for the fields of a thing, by their names there."""

    edited = Signal(str, object)
    """A field's name and what is in it now; not for what cannot be stored."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        super().__init__()
        self.body.setSpacing(10)
        self._named = dict(fields)
        self._is_showing = False
        for name, field in self._named.items():
            self.add(field)
            field.changed.connect(lambda name=name: self._touched(name))

    def show_values(self, values: Mapping[str, object]) -> None:
        """Shows what is there; a field that says so already is left in peace, with its cursor."""
        self._is_showing = True
        for name, value in values.items():
            field = self._named[name]
            if field.value() != value or field.shown_fault():
                field.set_value(value)  # type: ignore[attr-defined]
                field.show_fault("")
        self._is_showing = False

    def field(self, name: str) -> Field | None:
        return self._named.get(name)

    def _touched(self, name: str) -> None:
        if not self._is_showing:
            field = self._named[name]
            if field.check():
                self.edited.emit(name, field.value())


class CountField(TextField):
    """A whole number from 0, or nothing."""

    def __init__(self, label: str, hint: str) -> None:
        super().__init__(label, limit=_MOST_DIGITS, hint=hint)

    @override
    def fault(self) -> str:
        return super().fault() if not self.value() or self.value().isdecimal() else texts.WHOLE_NUMBER


class MoveButtons(QWidget):
    """Up, down and away, for the row that is chosen."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._up = IconButton("chevron-up", texts.UP)
        self._down = IconButton("chevron-down", texts.DOWN)
        self._remove = IconButton("trash", texts.REMOVE)
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._remove.clicked.connect(self.removed)
        self.setLayout(row(self._up, self._down, self._remove, gap=0))

    def show_place(self, at: int | None, count: int) -> None:
        self._up.setEnabled(at is not None and at > 0)
        self._down.setEnabled(at is not None and at < count - 1)
        self._remove.setEnabled(at is not None)
