"""How far long work is, and the button that stops it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.layout import STRETCH, row


class ProgressWords(NamedTuple):
    """What the bar is called, what stands on the button, what is said once it is pressed, and how far it is."""

    name: str
    stop: str
    stopping: str
    so_far: Callable[[int, int], str]


class Progress(QWidget):
    """`stop_asked` when the person no longer wants it; what is being done is then finished first."""

    stop_asked = Signal()

    def __init__(self, words: ProgressWords) -> None:
        super().__init__()
        self._words = words
        self._bar, self._so_far, self.stop = QProgressBar(), Label(wraps=True), Button(words.stop)
        self._bar.setAccessibleName(words.name)
        self._bar.setTextVisible(False)
        self.stop.clicked.connect(self._stop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self._bar)
        outer.addWidget(self._so_far)
        outer.addLayout(row(self.stop, STRETCH))

    def begin(self) -> None:
        """Nobody knows yet how much there is."""
        self._bar.setRange(0, 0)
        self._so_far.setText("")
        self.stop.setEnabled(True)

    def show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        if self.stop.isEnabled():
            self._so_far.setText(self._words.so_far(done, total))

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._so_far.setText(self._words.stopping)
        self.stop_asked.emit()
