"""Rows, columns and lines that wrap. Gaps are steps of 4 pixels and do not grow with the text."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from koordinator.ui.override import override


class Stretch:
    """Takes the room that is left."""


STRETCH: Final = Stretch()
Part: TypeAlias = QWidget | QLayout | Stretch


def row(*parts: Part, gap: int = 8) -> QHBoxLayout:
    layout = QHBoxLayout()
    _fill(layout, parts, gap)
    return layout


def column(*parts: Part, gap: int = 8) -> QVBoxLayout:
    layout = Column()
    _fill(layout, parts, gap)
    return layout


def holder(layout: QLayout) -> QWidget:
    """A bare widget round a layout, where Qt wants a widget."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def clear(layout: QLayout) -> None:
    """Takes everything out of `layout`, at any depth, and lets Qt delete the widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


class Column(QVBoxLayout):
    """Knows how tall it is in each width it is asked about.

    A page asks its columns again and again, in a few widths in turn, and Qt remembers the last one alone: a long list
    of lines that wrap would be measured anew each time.
    """

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}
        self._least_heights: dict[int, int] = {}

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    @override
    def minimumHeightForWidth(self, width: int) -> int:
        if width not in self._least_heights:
            # Qt tells it of the width that it reckoned last, which need not be the one that is remembered here.
            super().heightForWidth(width)
            self._least_heights[width] = super().minimumHeightForWidth(width)
        return self._least_heights[width]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        self._least_heights.clear()
        super().invalidate()


class Separator(QFrame):
    """A hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)


class Flow(QLayout):
    """Puts its widgets in a line and goes on in the next one when there is no room."""

    def __init__(self, gap: int = 8, *, between_lines: int | None = None) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._between_lines = gap if between_lines is None else between_lines
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moves=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moves=True)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, moves: bool) -> int:
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, line_height = rect.x(), y + line_height + self._between_lines, 0
            if moves:
                item.setGeometry(QRect(QPoint(x, y), hint.boundedTo(QSize(rect.width(), hint.height()))))
            x, line_height = x + hint.width() + self._gap, max(line_height, hint.height())
        return y + line_height - rect.y()


def _fill(layout: QBoxLayout, parts: Sequence[Part], gap: int) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part, 0, _place_of(part, layout))
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addStretch(1)


def _place_of(part: QWidget, layout: QBoxLayout) -> Qt.AlignmentFlag:
    """In a column what keeps its width (a badge, a link) stands at the left; Qt would centre it."""
    keeps_width = part.sizePolicy().horizontalPolicy() in (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
    is_column = layout.direction() == QBoxLayout.Direction.TopToBottom
    return Qt.AlignmentFlag.AlignLeft if is_column and keeps_width else Qt.AlignmentFlag(0)
