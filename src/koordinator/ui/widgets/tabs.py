"""Tabs with a line under the chosen one; a tab's content is made when it is first looked at."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.labels import without_mnemonic
from koordinator.ui.widgets.layout import Separator

_ROUND_WORDS: Final = 34
"""Padding and margin of a tab in the style sheet, and a little for the shape of bold letters."""


class Tabs(QWidget):
    shown = Signal(str)
    """The key of the tab that is now in front."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._keys: list[str] = []
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self.bar = _TabBar()
        self.bar.setAccessibleName(name)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setCursor(Qt.CursorShape.PointingHandCursor)
        self._content = _Stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Separator())
        column.addSpacing(14)
        column.addWidget(self._content, 1)
        self.bar.currentChanged.connect(self._front)

    def add(self, key: str, title: str, make: Callable[[], QWidget]) -> None:
        self._keys.append(key)
        self._makers[key] = make
        self.bar.addTab(without_mnemonic(title))

    def show_tab(self, key: str) -> None:
        self.bar.setCurrentIndex(self._keys.index(key))

    def current(self) -> str:
        return self._keys[self.bar.currentIndex()]

    def made(self, key: str) -> QWidget | None:
        """The tab's content, if it has been looked at."""
        return self._made.get(key)

    def set_title(self, key: str, title: str) -> None:
        self.bar.setTabText(self._keys.index(key), without_mnemonic(title))

    def _front(self, index: int) -> None:
        key = self._keys[index]
        if key not in self._made:
            self._made[key] = self._makers[key]()
            self._content.add(self._made[key])
        self._content.show_only(self._made[key])
        self.shown.emit(key)


class _TabBar(QTabBar):
    """Each tab is as wide as when it is chosen and its words are bold, so that the others stay where they are."""

    @override
    def tabSizeHint(self, index: int) -> QSize:
        bold = QFontMetrics(theme.active().font(bold=True))
        return QSize(bold.horizontalAdvance(self.tabText(index)) + _ROUND_WORDS, super().tabSizeHint(index).height())


class _Stack(QWidget):
    """As tall as the tab in front, not as the tallest."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget) -> None:
        widget.hide()
        self._column.addWidget(widget)

    def show_only(self, shown: QWidget) -> None:
        for index in range(self._column.count()):
            item = self._column.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(widget is shown)
