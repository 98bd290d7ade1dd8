"""Files that lie where the person said, to be dragged or pasted into the case system."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from koordinator.texts import handout as texts
from koordinator.ui.ask import Question
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.layout import STRETCH, row

_ROUND_A_LINE: Final = 4
_MOST_LINES: Final = 8


class FileList(QListWidget):
    """The files of a folder. They can be dragged out and copied, one or several; they are never moved away."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        super().__init__()
        self._folder = folder
        self.setAccessibleName(texts.FILES)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QListWidget.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setSpacing(_ROUND_A_LINE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItems(list(names))
        self.selectAll()
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)

    def copy(self) -> None:
        """Puts the chosen files on the clipboard, to be pasted into another program."""
        QGuiApplication.clipboard().setMimeData(self.mimeData(self.selectedItems()))

    @override
    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    @override
    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._folder / item.text())) for item in items])
        return data

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def sizeHint(self) -> QSize:
        """As tall as its lines, within reason."""
        lines = min(self.count(), _MOST_LINES)
        return QSize(super().sizeHint().width(), lines * self.sizeHintForRow(0) + 2 * _ROUND_A_LINE)


class ReadyDialog(Question):
    """Says where the files lie, and gives them away."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent, texts.READY, texts.READY_INTRO.format(folder=folder))
        self.files = FileList(folder, sorted(path.name for path in folder.iterdir()))
        open_folder = Button(texts.OPEN_FOLDER, icon="folder-open")
        open_folder.clicked.connect(lambda: _open(self, folder))
        copy = Button(texts.COPY_FILES, icon="copy")
        copy.clicked.connect(self.files.copy)
        self.body.addWidget(self.files)
        self.body.addLayout(row(open_folder, copy, STRETCH))
        self.add_answers(texts.CLOSE)

    @classmethod
    def show_files(cls, parent: QWidget, folder: Path) -> None:
        """Stays until it is closed; the files stay after that."""
        cls(parent, folder).exec()


def _open(parent: QWidget, folder: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        Question.message(parent, texts.OPEN_FOLDER, texts.CANNOT_OPEN.format(folder=folder))
