"""All pages of a paper as small pictures with their numbers; those that are seen are drawn."""

from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from koordinator.texts import preview as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.preview.shelf import Shelf, Wish
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.tokens import PAPER

WIDTH: Final = 104
"""A picture to find one's way by: larger text does not make it larger."""
_PAD: Final = 10
_NUMBER: Final = 24
_BAR: Final = 18
_AFTER_WHAT_IS_READ: Final = 1
_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class PageList(QListView):
    """`chosen` tells the page that was gone to, from 0."""

    chosen = Signal(int)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._pages = _Pages(shelf)
        self._painter = _Painter(shelf, self)
        self.setModel(self._pages)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(texts.PAGES)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._take_look()
        shelf.changed.connect(self._begin)
        shelf.drawn.connect(self._repaint)
        self.verticalScrollBar().valueChanged.connect(self._wish)
        self.verticalScrollBar().rangeChanged.connect(self._wish)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(now.row()))
        theme.active().changed.connect(self._take_look)

    def show_page(self, number: int) -> None:
        """Marks the page that is looked at; nobody is told."""
        self.selectionModel().blockSignals(True)  # noqa: FBT003
        self.setCurrentIndex(self._pages.index(number))
        self.selectionModel().blockSignals(False)  # noqa: FBT003
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wish()

    def _take_look(self) -> None:
        self.setFixedWidth(WIDTH + 2 * _PAD + _BAR)
        self._pages.layoutChanged.emit()

    def _begin(self) -> None:
        self._pages.begin()
        self._wish()

    def _repaint(self, number: int) -> None:
        self.update(self._pages.index(number))

    def _wish(self) -> None:
        """Only what is seen: a long paper is drawn as it is scrolled through."""
        count = self._pages.rowCount()
        if not count:
            return
        first = max(self.indexAt(self.viewport().rect().topLeft()).row(), 0)
        high = max(self._painter.size().height(), 1)
        last = min(first + self.viewport().height() // high + 1, count - 1)
        wanted = [self._painter.wish(number) for number in range(first, last + 1)]
        self._shelf.want(_AFTER_WHAT_IS_READ, wanted)


class _Pages(QAbstractListModel):
    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._count = 0

    def begin(self) -> None:
        """Another paper."""
        self.beginResetModel()
        self._count = len(self._shelf.sizes)
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return texts.page_of(index.row() + 1, self._count)
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, shelf: Shelf, view: QListView) -> None:
        super().__init__(view)
        self._shelf, self._view = shelf, view

    def wish(self, number: int) -> Wish:
        """The picture that the list shows of the page."""
        return Wish(number, round(WIDTH * self._view.devicePixelRatioF()))

    def size(self) -> QSize:
        """Of every page alike, as high as the highest."""
        look = theme.active()
        high = max((page.height_at(WIDTH) for page in self._shelf.sizes), default=1)
        return QSize(WIDTH + 2 * _PAD, high + look.px(_NUMBER) + _PAD)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self.size()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, number = theme.active(), index.row()
        is_current = self._view.currentIndex().row() == number
        box: QRect = option.rect
        wide = WIDTH
        left = box.left() + (box.width() - wide) // 2
        place = QRect(left, box.top() + _PAD, wide, self._shelf.sizes[number].height_at(wide))
        picture = self._shelf.picture(self.wish(number))
        painter.fillRect(place, QColor(PAPER))
        if picture is not None:
            painter.drawImage(place, picture)
        painter.setPen(QPen(QColor(look.tokens.accent if is_current else look.tokens.line), 3 if is_current else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setPen(QColor(look.tokens.text if is_current else look.tokens.muted))
        painter.setFont(look.font(TextSize.SMALL, bold=is_current))
        under = QRect(box.left(), place.bottom() + 3, box.width(), look.px(_NUMBER) - 4)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))
        if is_current and self._view.hasFocus():
            painter.setPen(QPen(QColor(look.tokens.focus), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
