"""The pages of a paper under each other, as large as wished; the keyboard goes from page to page."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from koordinator.texts import preview as texts
from koordinator.ui import theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.preview.shelf import WIDEST, Shelf, Wish
from koordinator.ui.preview.zoom import Fit, Room, Zoom, next_step, percent_of, scale_of
from koordinator.ui.tokens import PAPER

_MARGIN: Final = 20
_GAP: Final = 16
_LINE: Final = 48
_FIRST: Final = 0
"""What is read is drawn before the small pictures beside it."""
_BACK: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_ON: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_Space)


class PageView(QAbstractScrollArea):
    """`page_changed` tells the page that is looked at, from 0; `zoomed` how large the pages are, in percent."""

    page_changed = Signal(int)
    zoomed = Signal(object, int)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._zoom: Zoom = Fit.WIDTH
        self._scale = 1.0
        self._tops: list[int] = []
        self._sizes: list[QSize] = []
        self.page = 0
        """The page that is looked at, from 0."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumSize(260, 200)
        shelf.changed.connect(self._begin)
        shelf.drawn.connect(lambda _number: self.viewport().update())
        theme.active().changed.connect(self.viewport().update)

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    @property
    def percent(self) -> int:
        """Of the paper's own size."""
        return percent_of(self._scale, self._room())

    def set_zoom(self, zoom: Zoom) -> None:
        """Another size; what stood at the top still does."""
        self._zoom = zoom
        self._lay_out()

    def step_zoom(self, *, larger: bool) -> None:
        self.set_zoom(next_step(self.percent, larger=larger))

    def go_to(self, page: int) -> None:
        """The page's top to the top."""
        if self._tops:
            number = min(max(page, 0), len(self._tops) - 1)
            self.verticalScrollBar().setValue(self._tops[number] - _GAP // 2)
            self._look_at(number)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._look_at(self._page_in_front())
        self._wish()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step_zoom(larger=event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A screen at a time, or a page where a whole one is seen."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self._tops) - 1)
        elif key in _BACK or (key == Qt.Key.Key_Space and shift):
            self._turn(forward=False)
        elif key in _ON:
            self._turn(forward=True)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.active().tokens
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens.sunken))
        for number in self._visible():
            self._paint_page(painter, number)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 4))
            painter.drawRect(self.viewport().rect())

    def _paint_page(self, painter: QPainter, number: int) -> None:
        place = self._place(number)
        exact = self._shelf.picture(self._wished(number))
        picture = exact or self._shelf.likeness(number)
        painter.fillRect(place, QColor(PAPER))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture is not exact)
            painter.drawImage(QRectF(place), picture)
        painter.setPen(QColor(theme.active().tokens.line))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _begin(self) -> None:
        """Another paper: from its first page. Nothing is asked of it by the places of the one before."""
        self.page, self._tops, self._sizes = -1, [], []
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._look_at(0)

    def _lay_out(self) -> None:
        pages = self._shelf.sizes
        anchor = self._anchor()
        self._tops, self._sizes = [], []
        if pages:
            self._scale = scale_of(self._zoom, pages, self._room())
            top = _MARGIN
            for page in pages:
                size = QSize(max(round(page.width * self._scale), 1), max(round(page.height * self._scale), 1))
                self._tops.append(top)
                self._sizes.append(size)
                top += size.height() + _GAP
        self._set_bars()
        if self._tops and anchor is not None:
            number, part = anchor
            self.verticalScrollBar().setValue(self._tops[number] + round(part * self._sizes[number].height()))
        self.viewport().update()
        self._wish()
        self.zoomed.emit(self._zoom, self.percent)

    def _anchor(self) -> tuple[int, float] | None:
        """Which page stands at the top, and how far down in it; none for a paper that is new here."""
        if not self._tops or len(self._tops) != len(self._shelf.sizes) or not self.verticalScrollBar().value():
            return None
        at = self.verticalScrollBar().value()
        number = self._page_at(at)
        return number, (at - self._tops[number]) / self._sizes[number].height()

    def _set_bars(self) -> None:
        seen = self.viewport().size()
        wide = max((size.width() for size in self._sizes), default=0) + 2 * _MARGIN
        high = self._tops[-1] + self._sizes[-1].height() + _MARGIN if self._tops else 0
        for bar, whole, part in (
            (self.horizontalScrollBar(), wide, seen.width()),
            (self.verticalScrollBar(), high, seen.height()),
        ):
            bar.setPageStep(part)
            bar.setSingleStep(_LINE)
            bar.setRange(0, max(whole - part, 0))

    def _turn(self, *, forward: bool) -> None:
        bar = self.verticalScrollBar()
        page = self.page
        if self._sizes and self._sizes[page].height() + _GAP <= self.viewport().height():
            self.go_to(page + (1 if forward else -1))
        else:
            step = self.viewport().height() - _LINE
            bar.setValue(bar.value() + (step if forward else -step))

    def _look_at(self, page: int) -> None:
        if page != self.page and self._tops:
            self.page = page
            said = texts.page_of(page + 1, len(self._tops))
            self.setAccessibleName(said)
            announce(self, said)
            self._shelf.read(page, self.setAccessibleDescription)
            self.page_changed.emit(page)

    def _page_in_front(self) -> int:
        """The one that fills most of the upper half; the last one at the very end."""
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            return len(self._tops) - 1
        return self._page_at(bar.value() + self.viewport().height() // 3)

    def _page_at(self, y: int) -> int:
        return max(bisect_right(self._tops, y) - 1, 0)

    def _visible(self) -> Iterator[int]:
        if not self._tops:
            return iter(())
        top = self.verticalScrollBar().value()
        return iter(range(self._page_at(top), self._page_at(top + self.viewport().height()) + 1))

    def _wish(self) -> None:
        """What is seen, and then the pages on either side of it."""
        seen = list(self._visible())
        beside = [seen[-1] + 1, seen[0] - 1] if seen else []
        wanted = [*seen, *(number for number in beside if 0 <= number < len(self._tops))]
        self._shelf.want(_FIRST, [self._wished(number) for number in wanted])

    def _wished(self, number: int) -> Wish:
        width = round(self._sizes[number].width() * self.devicePixelRatioF())
        return Wish(number, min(width, WIDEST))

    def _place(self, number: int) -> QRect:
        size = self._sizes[number]
        spare = self.viewport().width() - size.width()
        left = max(spare // 2, _MARGIN) - self.horizontalScrollBar().value()
        return QRect(QPoint(left, self._tops[number] - self.verticalScrollBar().value()), size)

    def _room(self) -> Room:
        margins = QSize(2 * _MARGIN, 2 * _MARGIN)
        return Room(self.viewport().size() - margins, self.logicalDpiX())
