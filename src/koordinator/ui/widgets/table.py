"""A list with columns: fixed row height, elided text, everything reachable from the keyboard."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.widgets.cell_painter import CellPainter
from koordinator.ui.widgets.table_model import Column, TableModel

Row = TypeVar("Row")
_ROW_HEIGHT: Final = 44
_TALL_ROW_HEIGHT: Final = 56
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DataList(QTableView, Generic[Row]):
    """`opened` when a row is clicked or Enter is pressed on it; `acted` when its button is, with the column's number.

    With `fits_rows` the list is as tall as its rows, for a short list in a card.
    """

    opened = Signal(object)
    acted = Signal(object, int)
    selected = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        key_of: Callable[[Row], Hashable],
        *,
        empty: str = "",
        fits_rows: bool = False,
        has_head: bool = True,
    ) -> None:
        super().__init__()
        self._key_of = key_of
        self._empty = empty
        self._fits_rows = fits_rows
        self._columns = tuple(columns)
        self._rows = TableModel(columns, self)
        self._sorted: tuple[int | None, Qt.SortOrder] = (None, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self._cells = CellPainter(self._rows, self)
        self.setItemDelegate(self._cells)
        self._behave()
        self._set_up_head(has_head)
        self._measure()
        theme.active().changed.connect(self._take_look)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows `rows`; the row that was chosen before stays chosen if it is still there."""
        current = self.current_row()
        kept = self._key_of(current) if current is not None else None
        at = self.currentIndex().column()
        self._rows.set_rows(rows)
        number = self._rows.index_of(kept, self._key_of) if kept is not None else None
        if number is not None:
            self.setCurrentIndex(self._rows.index(number, max(at, 0)))
        self.updateGeometry()

    def rows(self) -> Sequence[Row]:
        """In the order in which they are shown."""
        return self._rows.rows

    def current_row(self) -> Row | None:
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def choose(self, key: Hashable) -> None:
        number = self._rows.index_of(key, self._key_of)
        if number is not None:
            self.setCurrentIndex(self._rows.index(number, 0))

    @override
    def sizeHint(self) -> QSize:
        head = self.horizontalHeader().sizeHint().height() if not self.horizontalHeader().isHidden() else 0
        lines = max(len(self._rows.rows), 1) if self._fits_rows else 8
        return QSize(480, head + lines * self.verticalHeader().defaultSectionSize() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        if self._fits_rows:
            return QSize(240, self.sizeHint().height())
        return QSize(240, 4 * self.verticalHeader().defaultSectionSize())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier and index.isValid():
            self._press(index)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Qt would look through every row on the GUI thread; there is a search box for that."""

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position()
        index = self.indexAt(at.toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and self._button_box(index).contains(at):
            self._press(index)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self._rows.rows and self._empty:
            painter.setPen(QColor(theme.active().tokens.muted))
            box = self.viewport().rect().adjusted(10, 12, -10, -12)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), self._empty)
        if self.hasFocus() and self.currentIndex().isValid():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.active().tokens.focus), 2))
            painter.drawRoundedRect(self._focus_box(self.currentIndex()), 6, 6)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        tall = QSizePolicy.Policy.Fixed if self._fits_rows else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentRowChanged.connect(self._chosen)

    def _set_up_head(self, has_head: bool) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setVisible(has_head)
        head.setHighlightSections(False)
        head.setSectionsMovable(False)
        head.setMinimumSectionSize(48)
        for number, column in enumerate(self._columns):
            stretches = column.width == 0
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(number, mode)
        if any(column.order for column in self._columns):
            head.setSectionsClickable(True)
            head.setSortIndicatorShown(True)
            self._point_at(None, Qt.SortOrder.AscendingOrder)
            head.sortIndicatorChanged.connect(self._sort)

    def _sort(self, number: int, order: Qt.SortOrder) -> None:
        column = self._columns[number]
        if column.order is None:
            self._point_at(*self._sorted)
            return
        self._sorted = (number, order)
        self._rows.sort(number, order)
        self.scrollTo(self.currentIndex())
        announce(self, texts.sorted_by(column.title, descending=order == Qt.SortOrder.DescendingOrder))

    def _point_at(self, number: int | None, order: Qt.SortOrder) -> None:
        """Moves the arrow in the head, and nothing else."""
        head = self.horizontalHeader()
        head.blockSignals(True)  # noqa: FBT003
        head.setSortIndicator(-1 if number is None else number, order)
        head.blockSignals(False)  # noqa: FBT003
        self._sorted = (number, order)

    def _measure(self) -> None:
        look = theme.active()
        tall = any(column.detail for column in self._columns)
        self.verticalHeader().setDefaultSectionSize(look.px(_TALL_ROW_HEIGHT if tall else _ROW_HEIGHT))
        for number, column in enumerate(self._columns):
            if column.width:
                self.setColumnWidth(number, look.px(column.width))
        self.updateGeometry()

    def _take_look(self) -> None:
        self._cells.take_look()
        self._measure()

    def _chosen(self, new: QModelIndex) -> None:
        self._cells.chosen_row = new.row()
        self.selected.emit(self.current_row())

    def _clicked(self, index: QModelIndex) -> None:
        if not self._columns[index.column()].is_action:
            self.opened.emit(self._rows.rows[index.row()])

    def _press(self, index: QModelIndex) -> None:
        row = self._rows.rows[index.row()]
        column = self._columns[index.column()]
        if column.is_action and column.text(row):
            self.acted.emit(row, index.column())
        else:
            self.opened.emit(row)

    def _hover(self, row: int) -> None:
        before, self._cells.hovered_row = self._cells.hovered_row, row
        if before != row:
            for number in (before, row):
                if number >= 0:
                    top = self.rowViewportPosition(number)
                    self.viewport().update(0, top, self.viewport().width(), self.rowHeight(number))

    def _button_box(self, index: QModelIndex) -> QRectF:
        """The button in a cell; empty where there is none."""
        column = self._columns[index.column()]
        text = column.text(self._rows.rows[index.row()]) if column.is_action else ""
        return self._cells.button_box(self.visualRect(index), text) if text else QRectF()

    def _focus_box(self, index: QModelIndex) -> QRectF:
        button = self._button_box(index)
        if not button.isEmpty():
            return button.adjusted(-3, -3, 3, 3)
        rect = self.visualRect(index)
        return QRectF(1, rect.top() + 1, self.viewport().width() - 2, rect.height() - 2)
