"""A list whose lines are painted: sixty citizens cost no more than the few that are seen."""

from collections.abc import Sequence
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from koordinator.ui.override import override
from koordinator.ui.pages.overview.line_painters import LinePainter

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_LEAST_WIDTH: Final = 200


class Line(Protocol):
    """What stands in a list."""

    @property
    def spoken(self) -> str: ...


AnyLine = TypeVar("AnyLine", bound=Line)


class LineList(QListView, Generic[AnyLine]):
    """`opened` when a line's words are pressed, `acted` when its button is, or Enter on the line.

    `moved_to` with the row that the keyboard comes to.

    The list is as tall as its lines: the page round it scrolls.
    """

    opened = Signal(object)
    moved_to = Signal(int)
    acted = Signal(object)

    def __init__(self, name: str, painter: LinePainter[AnyLine]) -> None:
        super().__init__()
        self._painter = painter
        # Kept from the last change of size: asking Qt for the viewport makes every kind of widget known first.
        self._line_width = 0
        self._heights: list[int] = []
        self._measured_at = -1
        self._model: _LineModel[AnyLine] = _LineModel(self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_Painting(painter, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[AnyLine]) -> None:
        """Shows `lines`; the first is the one that Enter acts on."""
        self._model.show_lines(lines)
        self._measured_at = -1
        if lines:
            self.setCurrentIndex(self._model.index(0, 0))
        self.updateGeometry()

    def lines(self) -> Sequence[AnyLine]:
        """In the order in which they are shown."""
        return self._model.lines

    def current(self) -> AnyLine | None:
        """The line that the keyboard is on."""
        index = self.currentIndex()
        return self._model.lines[index.row()] if index.isValid() else None

    def line_width(self) -> int:
        """What a line has, also before the list has been laid out."""
        return max(self._line_width, _LEAST_WIDTH)

    def heights(self) -> Sequence[int]:
        """Of every line; measured once for each width, for a layout asks for them many times."""
        width = self.line_width()
        if self._measured_at != width:
            self._heights = [self._painter.height(line, width) for line in self._model.lines]
            self._measured_at = width
        return self._heights

    def open_current(self) -> None:
        line = self.current()
        if line is not None:
            self.opened.emit(line)

    def act_on_current(self) -> None:
        line = self.current()
        if line is not None:
            self.acted.emit(line)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, sum(self.heights()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._line_width = event.size().width()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_painter"):
            self._painter.take_look()
            self._measured_at = -1
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """The page follows the keyboard."""
        super().currentChanged(current, previous)
        self.moved_to.emit(current.row())
        if self.hasFocus():
            bring_into_view(self, self.visualRect(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.open_current() if with_shift else self.act_on_current()
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """The search box finds citizens; a letter typed here would move the line unseen."""

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(event.position().toPoint())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(QPoint(-1, -1))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        line, rect = self._model.lines[index.row()], self.visualRect(index)
        if self._painter.button_box(line, rect).contains(at):
            self.acted.emit(line)
        elif self._painter.words_box(line, rect).contains(at):
            self.opened.emit(line)

    def _point_at(self, at: QPoint) -> None:
        index = self.indexAt(at) if at.x() >= 0 else _NOWHERE
        presses = False
        if index.isValid():
            line, rect = self._model.lines[index.row()], self.visualRect(index)
            boxes = (self._painter.button_box(line, rect), self._painter.words_box(line, rect))
            presses = any(box.contains(at) for box in boxes)
        shape = Qt.CursorShape.PointingHandCursor if presses else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        self._painter.pointed = (index.row(), at) if presses else (-1, at)
        self.viewport().update()


def bring_into_view(widget: QWidget, rect: QRect) -> None:
    """Scrolls the page round the widget so that this part of it is seen."""
    above: QWidget | None = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inside = above.widget() if isinstance(above, QScrollArea) else None
    if isinstance(above, QScrollArea) and inside is not None:
        at = widget.mapTo(inside, rect.center())
        above.ensureVisible(at.x(), at.y(), 0, rect.height())


class _LineModel(QAbstractListModel, Generic[AnyLine]):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[AnyLine] = ()

    def show_lines(self, lines: Sequence[AnyLine]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.lines[index.row()].spoken
        return None


class _Painting(QStyledItemDelegate, Generic[AnyLine]):
    def __init__(self, painter: LinePainter[AnyLine], view: LineList[AnyLine]) -> None:
        super().__init__(view)
        self._painter = painter
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._view.line_width(), self._view.heights()[index.row()])

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.row()
        has_keyboard = self._view.hasFocus() and row == self._view.currentIndex().row()
        rect: QRect = option.rect
        self._painter.paint(painter, rect, self._view.lines()[row], row=row, has_keyboard=has_keyboard)
