"""The strip above the page where the program says quietly what happened."""

from collections.abc import Callable
from functools import cached_property
from typing import Final, NamedTuple

from PySide6 import QtGui  # QAccessible is made when it is first named: not before the first paint
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui.focus import focus_inside
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, IconButton
from koordinator.ui.widgets.card import Panel

_INFO_MS: Final = 6_000
_UNDO_MS: Final = 15_000


class _Notice(NamedTuple):
    text: str
    tone: Tone
    stays_ms: int | None
    undo: Callable[[], None] | None = None


class MessageStrip(QWidget):
    """Shows one message at a time. News goes by itself; a warning and an error stay until they are closed."""

    def __init__(self) -> None:
        super().__init__()
        self._undo_action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fade)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(24, 12, 24, 0)
        self.hide()

    @cached_property
    def _undo(self) -> Button:
        undo = Button(texts.UNDO)
        undo.clicked.connect(self._undo_it)
        return undo

    @cached_property
    def _panel(self) -> Panel:
        """Made for the first message: most days begin without one."""
        panel = Panel("")
        close = IconButton("x", texts.CLOSE_MESSAGE)
        close.clicked.connect(self.dismiss)
        panel.add_button(self._undo)
        panel.add_button(close)
        self._layout.addWidget(panel)
        return panel

    def info(self, text: str) -> None:
        self._show(_Notice(text, Tone.INFO, _INFO_MS))

    def done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Something was done; `undo` takes it back, once."""
        self._show(_Notice(text, Tone.DONE, _INFO_MS if undo is None else _UNDO_MS, undo))

    def warning(self, text: str) -> None:
        self._show(_Notice(text, Tone.SOON, None))

    def error(self, text: str) -> None:
        self._show(_Notice(text, Tone.OVERDUE, None))

    def dismiss(self) -> None:
        self._timer.stop()
        self._undo_action = None
        self.hide()

    def _show(self, notice: _Notice) -> None:
        self._undo_action = notice.undo
        self._panel.set_text(notice.text, notice.tone)
        self._panel.setAccessibleName(notice.text)
        self._undo.setVisible(notice.undo is not None)
        self.show()
        if notice.stays_ms is None:
            self._timer.stop()
        else:
            self._timer.start(notice.stays_ms)
        announce(self, notice.text)

    def _fade(self) -> None:
        if not self.isVisible() or self.underMouse() or (self.isActiveWindow() and focus_inside(self)):
            self._timer.start(_INFO_MS)
        else:
            self.dismiss()

    def _undo_it(self) -> None:
        action = self._undo_action
        self.dismiss()
        if action is not None:
            action()


def announce(widget: QWidget, text: str) -> None:
    """Lets a screen reader say `text` without moving the focus. What the lock has hidden is not read aloud either."""
    if widget.isVisible():
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, text))
