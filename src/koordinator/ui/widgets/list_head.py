"""The head of a list: shares the room between the columns, and shows by which one the rows are sorted."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView

from koordinator.ui import theme
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.widgets.table_model import Column

_LEAST_LEFT: Final = 200
_GIVES_WAY: Final = 0.65
_MODE: Final = QHeaderView.ResizeMode


class ListHead(QHeaderView):
    """`sort_asked` when the head of a column that has an order is pressed."""

    sort_asked = Signal(int, Qt.SortOrder)

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._columns = tuple(columns)
        self._given: tuple[int, ...] = (0,) * len(self._columns)
        self._sorted: tuple[int | None, Qt.SortOrder] = (None, Qt.SortOrder.AscendingOrder)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(48)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        if any(column.order for column in self._columns):
            self.setSectionsClickable(True)
            self.setSortIndicatorShown(True)
            self._point_at(*self._sorted)
            self.sortIndicatorChanged.connect(self._ask)

    def begin(self) -> None:
        """Once the head stands in its list, and so knows of its columns."""
        for number, column in enumerate(self._columns):
            self.setSectionResizeMode(number, _MODE.Interactive if column.width else _MODE.Stretch)

    def share(self, room: int) -> None:
        """Gives each column its width; one that was drawn wider by hand keeps that while nothing has to give way."""
        self.setFont(theme.active().font(TextSize.SMALL, bold=True))
        widths = widths_within(self._columns, room, theme.active().px)
        for number, (before, width) in enumerate(zip(self._given, widths, strict=True)):
            if width not in (0, before):
                self.resizeSection(number, width)
        self._given = widths

    def _ask(self, number: int, order: Qt.SortOrder) -> None:
        if self._columns[number].order is None:
            self._point_at(*self._sorted)
            return
        self._sorted = (number, order)
        self.sort_asked.emit(number, order)

    def _point_at(self, number: int | None, order: Qt.SortOrder) -> None:
        """Moves the arrow, and nothing else."""
        self.blockSignals(True)  # noqa: FBT003
        self.setSortIndicator(-1 if number is None else number, order)
        self.blockSignals(False)  # noqa: FBT003


def widths_within(columns: Sequence[Column[Any]], room: int, px: Callable[[float], int]) -> tuple[int, ...]:
    """The widths in `room`; 0 for a column that takes what is left: its least, as long as the others can give way."""
    wanted = [px(column.width) for column in columns]
    least = [px(_least(column)) for column in columns]
    lack = sum(max(pair) for pair in zip(wanted, least, strict=True)) - room
    gives = [max(width - floor, 0) for width, floor in zip(wanted, least, strict=True)]
    share = min(max(lack, 0) / sum(gives), 1.0) if any(gives) else 0.0
    return tuple(width - round(give * share) for width, give in zip(wanted, gives, strict=True))


def _least(column: Column[Any]) -> float:
    """A badge, a button and a number cannot be made narrower; words can be set on more lines or shortened."""
    if column.least or not column.width:
        return column.least or _LEAST_LEFT
    return column.width if column.badge or column.is_action or column.is_number else column.width * _GIVES_WAY
