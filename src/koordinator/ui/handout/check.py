"""Checking a paper: a PDF that is chosen or dropped, and what it turned out to be."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.paper_check import CheckedPaper, PaperState
from koordinator.texts import paper_check as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.layout import column

_TONES: Final[dict[PaperState, Tone]] = {
    PaperState.UNCHANGED: Tone.DONE,
    PaperState.CHANGED: Tone.OVERDUE,
    PaperState.LOCKED: Tone.OVERDUE,
    PaperState.UNKNOWN: Tone.SOON,
}


class CheckedDialog(Question):
    """What a file is, and whether it is as it was made."""

    def __init__(self, parent: QWidget, checked: CheckedPaper) -> None:
        super().__init__(parent, checked.file_name, "")
        self.setAccessibleDescription(texts.verdict(checked))
        self.body.addWidget(Panel(texts.verdict(checked), _TONES[checked.state]))
        title, *lines = texts.lines(checked.known) if checked.known is not None else ("",)
        if title:
            said = (Label(line, wraps=True) for line in lines)
            self.body.addLayout(column(Label(title, Role.STRONG, wraps=True), *said, gap=4))
        self.add_answers(texts.CLOSE)

    @classmethod
    def show_result(cls, parent: QWidget, checked: CheckedPaper) -> None:
        """Until it is closed."""
        cls(parent, checked).exec()


class CheckPaperButton(Button):
    """Asks for a PDF and checks it. A place that takes dropped files is named with `take_drops_on`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.CHECK, icon="file-check")
        self._desk = desk
        self._drops: PdfDrops | None = None
        self.setToolTip(tooltip(texts.CHECK_HINT))
        self.clicked.connect(self._choose)

    def take_drops_on(self, place: QWidget) -> None:
        """A PDF that is dropped there is checked."""
        self._drops = PdfDrops(place, self.check)

    def check(self, path: Path) -> None:
        """Looks the file up and shows what it is."""
        checking, actor = self._desk.services.paper_check, self._desk.actor
        self._desk.tasks.read(
            self, lambda: checking.check(actor, path), lambda checked: CheckedDialog.show_result(self, checked)
        )

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, texts.CHOOSE, "", texts.PDF_FILES)
        if name:
            self.check(Path(name))


class PdfDrops(QObject):
    """Watches a place for one PDF that is dropped on it."""

    def __init__(self, place: QWidget, dropped: Callable[[Path], None]) -> None:
        super().__init__(place)
        self._dropped = dropped
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            path = _pdf(event)
            if path is not None:
                event.acceptProposedAction()
                if event.type() is QEvent.Type.Drop:
                    self._dropped(path)
                return True
        return super().eventFilter(watched, event)


def _pdf(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".pdf" else None
