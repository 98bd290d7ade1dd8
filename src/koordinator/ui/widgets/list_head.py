"""The head of a list: shares the room between the columns, and shows by which one the rows are sorted."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from koordinator.ui import theme
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.widgets.table_model import Column

Sort: TypeAlias = Callable[[int, Qt.SortOrder], None]
_LEAST_LEFT: Final = 200
_GIVES_WAY: Final = 0.65
_A_DATE: Final = 110
_MODE: Final = QHeaderView.ResizeMode


class ListHead:
    """`sort` is called with the column and the direction when the head of a column that has an order is pressed.

    The view keeps Qt's own head: one of ours in its place is now and then gone too early when both are thrown away.
    """

    def __init__(self, view: QTableView, columns: Sequence[Column[Any]], sort: Sort) -> None:
        self._view, self._columns, self._sort = view, tuple(columns), sort
        self._given: tuple[int, ...] = (0,) * len(self._columns)
        self._sorted: tuple[int | None, Qt.SortOrder] = (None, Qt.SortOrder.AscendingOrder)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(False)
        head.setMinimumSectionSize(48)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        for number, column in enumerate(self._columns):
            head.setSectionResizeMode(number, _MODE.Interactive if column.width else _MODE.Stretch)
        if any(column.order for column in self._columns):
            head.setSectionsClickable(True)
            head.setSortIndicatorShown(True)
            self._point_at(*self._sorted)
            head.sortIndicatorChanged.connect(self._ask)

    def share(self) -> None:
        """Gives each column its width; one that was drawn wider by hand keeps that while nothing has to give way."""
        head = self._view.horizontalHeader()
        head.setFont(theme.active().font(TextSize.SMALL, bold=True))
        widths = widths_within(self._columns, self._view.viewport().width(), theme.active().px)
        for number, (before, width) in enumerate(zip(self._given, widths, strict=True)):
            if width not in (0, before):
                head.resizeSection(number, width)
        self._given = widths

    def widths(self) -> list[int]:
        """As they are now."""
        return [self._view.columnWidth(number) for number in range(len(self._columns))]

    def _ask(self, number: int, order: Qt.SortOrder) -> None:
        if self._columns[number].order is None:
            self._point_at(*self._sorted)
            return
        self._sorted = (number, order)
        self._sort(number, order)

    def _point_at(self, number: int | None, order: Qt.SortOrder) -> None:
        """Moves the arrow, and nothing else."""
        head = self._view.horizontalHeader()
        head.blockSignals(True)  # noqa: FBT003
        head.setSortIndicator(-1 if number is None else number, order)
        head.blockSignals(False)  # noqa: FBT003


def widths_within(columns: Sequence[Column[Any]], room: int, px: Callable[[float], int]) -> tuple[int, ...]:
    """The widths in `room`; 0 for a column that takes what is left: its least, as long as the others can give way."""
    wanted = [px(column.width) for column in columns]
    least = [px(_least(column)) for column in columns]
    lack = sum(max(pair) for pair in zip(wanted, least, strict=True)) - room
    gives = [max(width - floor, 0) for width, floor in zip(wanted, least, strict=True)]
    share = min(max(lack, 0) / sum(gives), 1.0) if any(gives) else 0.0
    return tuple(width - round(give * share) for width, give in zip(wanted, gives, strict=True))


def _least(column: Column[Any]) -> float:
    """A badge, a button, a number and a date cannot be made narrower; words can be set on more lines or shortened."""
    if column.least or not column.width:
        return column.least or _LEAST_LEFT
    is_firm = column.badge or column.is_action or column.is_number or column.width <= _A_DATE
    return column.width if is_firm else column.width * _GIVES_WAY
