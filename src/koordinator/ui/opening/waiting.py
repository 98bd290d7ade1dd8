"""A small window while something before the program's own window takes its time: the key store may ask the person."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QProgressBar

from koordinator.texts import opening as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui import theme
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column

_WIDTH: Final = 380
_LOOKS_EVERY_MS: Final = 30


class Waiting(QDialog):
    """`until` is true when what is waited for has come, false when the person closed the window."""

    def __init__(self, is_done: Callable[[], bool], heading: str, text: str) -> None:
        super().__init__()
        self._is_done = is_done
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(heading)
        self.setMinimumWidth(theme.active().px(_WIDTH))
        moving = QProgressBar()
        moving.setRange(0, 0)
        moving.setTextVisible(False)
        moving.setAccessibleName(heading)
        inside = column(Label(heading, Role.LEAD), moving, Label(text, Role.MUTED, wraps=True), gap=12)
        inside.setContentsMargins(28, 24, 28, 24)
        self.setLayout(inside)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        self._clock.start(_LOOKS_EVERY_MS)

    @classmethod
    def until(cls, is_done: Callable[[], bool], heading: str = texts.WAITING, text: str = texts.WAITING_TEXT) -> bool:
        """Shows the window until it is done."""
        return cls(is_done, heading, text).exec() == QDialog.DialogCode.Accepted

    def _look(self) -> None:
        if self._is_done():
            self.accept()
