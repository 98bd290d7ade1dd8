"""What a dialog says, which gives way to what it asks where the screen is too small for both."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from koordinator.ui.override import override
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.layout import column, holder

_LEAST_LINES: Final = 4
_GAP: Final = 8
_BESIDE_BAR: Final = 8


class ScrolledWords(QScrollArea):
    """As tall as its words; where the screen has no room for them it has the keyboard, and they are scrolled."""

    def __init__(self, *words: Label) -> None:
        super().__init__()
        self.setAccessibleName("\n".join(each.text() for each in words))
        self._body = column(*words, gap=_GAP)
        self._words = holder(self._body)
        self._width = self._words.sizeHint().width()
        self.setWidget(self._words)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)

    def reckon_for(self, width: int) -> None:
        """Its height is that of the words in this width."""
        self._width = width
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def give_way(self, height: int) -> None:
        """So much less than its words need, but never less than a few lines."""
        self.setMaximumHeight(max(self.sizeHint().height() - max(height, 0), self.minimumSizeHint().height()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._words.sizeHint().width(), self._body.totalHeightForWidth(self._width))

    @override
    def minimumSizeHint(self) -> QSize:
        least = _LEAST_LINES * self._words.fontMetrics().lineSpacing()
        return QSize(self._words.minimumSizeHint().width(), min(least, self.sizeHint().height()))

    def _make_room_for_bar(self, _least: int, most: int) -> None:
        self._body.setContentsMargins(0, 0, _BESIDE_BAR if most else 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.NoFocus)
