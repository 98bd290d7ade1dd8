"""Rows of frozen objects as a table. A plain read-only model: 100,000 rows cost nothing until they are seen."""

from collections.abc import Callable, Hashable, Sequence
from enum import StrEnum
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from koordinator.texts import ui as texts
from koordinator.ui.override import override
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.labels import tooltip

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_TOOLTIP_FROM: Final = 24
_ROLE = Qt.ItemDataRole


class Look(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    WARNING = "warning"


class Column(NamedTuple, Generic[Row]):
    """`width` is in pixels at 100 % text; 0 shares what is left. `order` makes the column sortable.

    `least` is how narrow it may become to make room for the others, or what a column that shares must at least have.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    look: Look = Look.PLAIN
    detail: Callable[[Row], str] | None = None
    """A second, smaller line."""
    badge: Callable[[Row], Tone | None] | None = None
    """The text is set as a badge in this tone."""
    is_action: bool = False
    """The text is a button; an empty text is no button."""
    is_number: bool = False
    order: Callable[[Row], Any] | None = None
    least: int = 0


class TableModel(QAbstractTableModel, Generic[Row]):
    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: Sequence[Row] = ()
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def index_of(self, key: Hashable, key_of: Callable[[Row], Hashable]) -> int | None:
        return next((number for number, row in enumerate(self.rows) if key_of(row) == key), None)

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: AnyIndex, role: int = _ROLE.DisplayRole) -> object:
        if role == _ROLE.DisplayRole:
            return self.columns[index.column()].text(self.rows[index.row()])
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(index)
        if role == _ROLE.ToolTipRole:
            column, row = self.columns[index.column()], self.rows[index.row()]
            said = (column.text(row), column.detail(row) if column.detail else "")
            return tooltip("\n".join(filter(None, said))) if max(map(len, said)) > _TOOLTIP_FROM else None
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == _ROLE.DisplayRole else None
        column = self.columns[section]
        if role == _ROLE.DisplayRole:
            return texts.sorted_title(column.title, self._direction(section))
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _ROLE.ToolTipRole:
            return texts.SORT_TIP if column.order else None
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].order if 0 <= column < len(self.columns) else None
        if key is None:
            return
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self.rows[index.row()] for index in before]
        self.rows = sorted(self.rows, key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        places = {id(row): number for number, row in enumerate(self.rows)}
        after = [self.index(places[id(row)], index.column()) for row, index in zip(kept, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _direction(self, section: int) -> bool | None:
        """Whether the rows are sorted by this column downwards; None if not by this one."""
        if self._sorted is None or self._sorted[0] != section:
            return None
        return self._sorted[1] == Qt.SortOrder.DescendingOrder

    def _spoken(self, index: AnyIndex) -> str:
        column, row = self.columns[index.column()], self.rows[index.row()]
        detail = column.detail(row) if column.detail else ""
        return texts.cell(column.title, ", ".join(part for part in (column.text(row), detail) if part))
