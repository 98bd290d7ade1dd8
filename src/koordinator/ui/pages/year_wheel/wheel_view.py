"""The wheel on the screen: a month is chosen with the arrows or a click, and opened with Enter or two clicks."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from koordinator.texts import year_wheel_page as texts
from koordinator.ui import theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.usecases.ports_year_wheel import WheelPicture

_MONTHS: Final = 12
_DEGREES: Final = 360 // _MONTHS
_LEAST: Final = 400
_STEPS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_YEARS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENDS: Final = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: _MONTHS}
_OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WheelView(QWidget):
    """`chosen` with a month, 1 to 12; `opened` when its list is wanted; `turned` with the years to go."""

    chosen = Signal(int)
    opened = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._picture: WheelPicture | None = None
        self._drawn: QPixmap | None = None
        self._spoken: Sequence[str] = ()
        self._month = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(texts.WHEEL)
        self.setAccessibleDescription(texts.WHEEL_HINT)
        theme.active().changed.connect(self.updateGeometry)

    def show_picture(self, picture: WheelPicture) -> None:
        """The drawing, in the colours of the look in force."""
        self._picture, self._drawn = picture, None
        self.update()

    def show_month(self, month: int, spoken: Sequence[str]) -> None:
        """The chosen month, and what a screen reader says of each."""
        is_news = (month, tuple(spoken)) != (self._month, tuple(self._spoken))
        self._month, self._spoken = month, tuple(spoken)
        self.setAccessibleName(texts.wheel_name(spoken[month - 1]))
        if is_news and self.hasFocus():
            announce(self, spoken[month - 1])
        self.update()

    def month(self) -> int:
        """The chosen month."""
        return self._month

    def month_at(self, at: QPointF) -> int | None:
        """The month under a point, None in the middle and outside the wheel."""
        box = self._box()
        x, y = at.x() - box.center().x(), box.center().y() - at.y()
        share = math.hypot(x, y) / (box.width() / 2)
        if self._picture is None or not self._picture.inner <= share <= self._picture.outer:
            return None
        return int(math.degrees(math.atan2(x, y)) % 360 // _DEGREES) + 1

    @override
    def sizeHint(self) -> QSize:
        """It takes all the room it is given; the page scrolls only where there is less than this."""
        side = theme.active().px(_LEAST)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(self._month + _STEPS[key])
        elif key in _ENDS:
            self.chosen.emit(_ENDS[key])
        elif key in _YEARS:
            self.turned.emit(_YEARS[key])
        elif key in _OPENS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        month = self.month_at(event.position())
        if month is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(month)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.month_at(event.position()) is not None:
            self.opened.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn = None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        if self._drawn is None:
            self._drawn = self._draw(self._picture)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(self._box().topLeft(), self._drawn)
        self._mark_chosen(painter, self._picture)

    def _go(self, month: int) -> None:
        """Past December is January of the next year."""
        if 1 <= month <= _MONTHS:
            self.chosen.emit(month)
            return
        self.chosen.emit((month - 1) % _MONTHS + 1)
        self.turned.emit(1 if month > _MONTHS else -1)

    def _box(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _draw(self, picture: WheelPicture) -> QPixmap:
        ratio = self.devicePixelRatioF()
        side = round(self._box().width() * ratio)
        drawn = QPixmap(side, side)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(picture.svg.encode())).render(painter, QRectF(0, 0, side / ratio, side / ratio))
        painter.end()
        return drawn

    def _mark_chosen(self, painter: QPainter, picture: WheelPicture) -> None:
        """A line round the month; a second one outside it while the wheel has the keyboard."""
        tokens = theme.active().tokens
        painter.setPen(QPen(QColor(tokens.accent), 2.5))
        painter.drawPath(self._sector(picture.inner, picture.outer))
        if self.hasFocus():
            grown = 10 / self._box().width()
            painter.setPen(QPen(QColor(tokens.focus_halo), 1))
            painter.drawPath(self._sector(picture.inner + grown / 1.6, picture.outer - grown / 1.6, 1.2))
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawPath(self._sector(picture.inner + grown, picture.outer - grown, 1.8))

    def _sector(self, inner: float, outer: float, inset: float = 0.0) -> QPainterPath:
        """The chosen month's shape between two radii (in shares of half the width), `inset` degrees inside it."""
        box = self._box()
        start = 90 - (self._month - 1) * _DEGREES - inset
        sweep = -(_DEGREES - 2 * inset)
        path = QPainterPath()
        large, small = _scaled(box, outer), _scaled(box, inner)
        path.arcMoveTo(large, start)
        path.arcTo(large, start, sweep)
        path.arcTo(small, start + sweep, -sweep)
        path.closeSubpath()
        return path


def _scaled(box: QRectF, share: float) -> QRectF:
    side = box.width() * share
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
