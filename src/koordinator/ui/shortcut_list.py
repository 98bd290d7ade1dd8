"""What F1 shows: every key that does something, on this page and everywhere."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui.override import override
from koordinator.ui.page import Shortcut
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, holder, row
from koordinator.ui.widgets.screen_room import most_of_screen
from koordinator.ui.widgets.scroll_column import ScrollColumn

_BESIDE_LISTS: Final = QSize(24, 0)


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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(Label(texts.SHORTCUTS_HEADING, Role.LEAD))
        outer.addWidget(Label(texts.SHORTCUTS_TEXT, Role.MUTED, wraps=True))
        lists = [
            _table(heading, shortcuts)
            for heading, shortcuts in ((texts.SHORTCUTS_HERE, here), (texts.SHORTCUTS_EVERYWHERE, everywhere))
            if shortcuts
        ]
        self._scroll = ScrollColumn()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # The arrow keys scroll.
        self._scroll.setAccessibleName(texts.SHORTCUTS_HEADING)
        self._lists = holder(row(*lists, gap=32))
        self._scroll.content.addWidget(self._lists)
        self._scroll.content.addStretch()
        outer.addWidget(self._scroll, 1)
        outer.addLayout(row(STRETCH, close))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """As large as the lists need; Qt knows nothing of what is inside what scrolls."""
        super().showEvent(event)
        wanted = self.sizeHint() + self._lists.sizeHint() - self._scroll.sizeHint() + _BESIDE_LISTS
        self.resize(wanted.boundedTo(most_of_screen(self)))


def _table(heading: str, shortcuts: Sequence[Shortcut]) -> QVBoxLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for number, shortcut in enumerate(shortcuts):
        keys = QKeySequence(shortcut.keys).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(Badge(keys), number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(shortcut.text, wraps=True), number, 1)
    return column(Label(heading, Role.CARD), grid, STRETCH)
