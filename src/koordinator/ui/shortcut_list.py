"""What F1 shows: every key that does something, on this page and everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui.page import Shortcut
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row


class ShortcutList(QDialog):
    @classmethod
    def show_for(cls, parent: QWidget, everywhere: Sequence[Shortcut], here: Sequence[Shortcut]) -> None:
        cls(parent, everywhere, here).exec()

    def __init__(self, parent: QWidget, everywhere: Sequence[Shortcut], here: Sequence[Shortcut]) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.PROGRAM)
        self.setAccessibleName(texts.SHORTCUTS_HEADING)
        close = Button(texts.CLOSE, Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(texts.SHORTCUTS_HEADING, Role.LEAD))
        column.addWidget(Label(texts.SHORTCUTS_TEXT, Role.MUTED, wraps=True))
        for heading, shortcuts in ((texts.SHORTCUTS_HERE, here), (texts.SHORTCUTS_EVERYWHERE, everywhere)):
            if shortcuts:
                column.addWidget(Label(heading, Role.CARD))
                column.addLayout(_table(shortcuts))
        column.addStretch()
        column.addLayout(row(STRETCH, close))


def _table(shortcuts: Sequence[Shortcut]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, shortcut in enumerate(shortcuts):
        keys = QKeySequence(shortcut.keys).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(Badge(keys), number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(shortcut.text, wraps=True), number, 1)
    return grid
