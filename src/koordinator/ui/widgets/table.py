"""A list with columns, everything reachable from the keyboard. A long one has rows of one height, and cuts words."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.widgets.cell_painter import CellPainter
from koordinator.ui.widgets.list_head import ListHead
from koordinator.ui.widgets.table_model import Column, TableModel

Row = TypeVar("Row")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DataList(QTableView, Generic[Row]):
    """`opened` when a row is clicked or Enter is pressed on it; `acted` when its button is, with the column's number.

    With `fits_rows` the list is as tall as its rows, and a row as tall as its words, for a short list in a card.
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
        self._fits_rows, self._most_rows = fits_rows, 0
        self._columns = tuple(columns)
        self._rows = TableModel(columns, self)
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self._head = ListHead(self, columns, self._sort)
        self._cells = CellPainter(self._rows, self)
        self.setItemDelegate(self._cells)
        self._behave()
        self.horizontalHeader().setVisible(has_head)
        self._head.share()
        self._fit_rows()
        theme.active().changed.connect(self._take_look)

    def grow_to(self, most_rows: int) -> None:
        """From now on as tall as its rows up to so many, and scrolled where there are more."""
        self._most_rows = most_rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows `rows`; the row that was chosen before stays chosen if it is still there."""
        current = self.current_row()
        kept = self._key_of(current) if current is not None else None
        at = self.currentIndex().column()
        self._rows.set_rows(rows)
        number = self._rows.index_of(kept, self._key_of) if kept is not None else None
        if number is not None:
            self.setCurrentIndex(self._rows.index(number, max(at, 0)))
        self._fit_rows()

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
        each = self.verticalHeader().defaultSectionSize()
        if self._fits_rows:
            rows = max(self.verticalHeader().length(), each)
        else:
            rows = each * (min(max(len(self._rows.rows), 1), self._most_rows) if self._most_rows else 5)
        return QSize(480, head + rows + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        if self._fits_rows or self._most_rows:
            return QSize(240, self.sizeHint().height())
        return QSize(240, 4 * self.verticalHeader().defaultSectionSize())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.share()
        self._fit_rows()

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
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentRowChanged.connect(self._chosen)

    def _sort(self, number: int, order: Qt.SortOrder) -> None:
        self._rows.sort(number, order)
        self._fit_rows()
        self.scrollTo(self.currentIndex())
        title = self._columns[number].title
        announce(self, texts.sorted_by(title, descending=order == Qt.SortOrder.DescendingOrder))

    def _fit_rows(self) -> None:
        """Makes rows taller where their words need more than one line: each by itself in a short list."""
        widths = self._head.widths()
        if self._fits_rows:
            self.verticalHeader().setDefaultSectionSize(self._cells.row_height())
            for number in range(len(self._rows.rows)):
                self.setRowHeight(number, self._cells.height_of(number, widths))
        elif (height := self._cells.common_height(widths)) != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)
        elif not self._most_rows:
            return
        self.updateGeometry()

    def _take_look(self) -> None:
        self._cells.take_look()
        self._head.share()
        self._fit_rows()
        self.updateGeometry()

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
        return self._cells.button_box(self.visualRect(index), text, index.column()) if text else QRectF()

    def _focus_box(self, index: QModelIndex) -> QRectF:
        button = self._button_box(index)
        if not button.isEmpty():
            return button.adjusted(-3, -3, 3, 3)
        rect = self.visualRect(index)
        return QRectF(1, rect.top() + 1, self.viewport().width() - 2, rect.height() - 2)
