"""Stands over everything once the database was found damaged: nothing more is saved, and what was typed is kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from koordinator.domain.output_file import text_file
from koordinator.texts import rescue as texts
from koordinator.ui.ask import Question
from koordinator.ui.notify import announce
from koordinator.ui.tasks import Tasks
from koordinator.ui.tokens import Tone
from koordinator.ui.typed_text import typed_text
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Panel

Write = Callable[[Path, bytes], object]
"""Writes a file that the person chose. Raises a DomainError; runs on a worker."""


class DamageStrip(QWidget):
    def __init__(self, window: QWidget, tasks: Tasks, write: Write) -> None:
        super().__init__()
        self._window, self._tasks, self._write = window, tasks, write
        panel = Panel(texts.STOPPED, Tone.OVERDUE)
        self.keep = Button(texts.KEEP_TYPED)
        self.keep.clicked.connect(self._keep)
        panel.add_button(self.keep)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 8, 24, 0)
        outer.addWidget(panel)
        self.setAccessibleName(texts.STOPPED)
        announce(window, texts.STOPPED)

    def _keep(self) -> None:
        text = typed_text(self._window)
        if not text:
            Question.message(self._window, texts.KEEP_TYPED, texts.NOTHING_TYPED)
            return
        name, _ = QFileDialog.getSaveFileName(self._window, texts.KEEP_TYPED, texts.TYPED_NAME, texts.TEXT_FILES)
        if name:
            path = Path(name)
            self._tasks.compute(self, lambda: self._write(path, text_file(text)), lambda _nothing: self._kept(path))

    def _kept(self, path: Path) -> None:
        Question.message(self._window, texts.KEEP_TYPED, texts.TYPED_SAVED.format(path=path))
