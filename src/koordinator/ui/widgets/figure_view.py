"""A drawing on the screen, and buttons over the places in it that can be opened: by click, Tab, arrows and Enter."""

from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QWidget

from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.labels import tooltip
from koordinator.usecases.ports_network import Drawn, DrawnSpot

_SMALLEST: Final = 0.82
"""A drawing is not made smaller than this for want of room: then it is moved about instead."""
_A_LITTLE: Final = 0.9
"""Where so much smaller is enough to see it whole, it is seen whole."""
_LARGEST: Final = 1.15
_ARROWS: Final = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS: Final = 2
"""How much more a step aside counts than one in the arrow's direction."""
_STRAIGHT: Final = 1.5
"""So many steps aside for one ahead are still in the arrow's direction."""


class FigureView(QScrollArea):
    """As wide as there is room, within limits. `opened` gives the number of the spot in the drawing's order."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._sheet = _Sheet()
        self._sheet.opened.connect(self.opened)
        self._sheet.reached.connect(self.ensureWidgetVisible)
        self.setWidget(self._sheet)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.active().changed.connect(self._fit)

    def show_drawn(self, drawn: Drawn) -> None:
        """Shows the drawing; a spot that had the keyboard gives it to the one of the same name."""
        self._sheet.show_drawn(drawn)
        self.setAccessibleName(drawn.alternative)
        self._fit()

    def spots(self) -> tuple[QAbstractButton, ...]:
        """The buttons, in the drawing's order."""
        return self._sheet.spots()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._sheet.natural.width()), self._sheet.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        natural, scale = self._sheet.natural, theme.active().text_scale
        if natural.isEmpty():
            return
        fits, smallest = self.width() / natural.width(), _SMALLEST * scale
        wanted = fits if fits >= smallest * _A_LITTLE else smallest
        self._sheet.set_scale(min(wanted, _LARGEST * scale))
        too_wide = self._sheet.width() > self.width()
        # With places to go to it moves along with the keyboard; without, the arrows move it.
        moves = too_wide and not self._sheet.spots()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if moves else Qt.FocusPolicy.NoFocus)
        bar = self.horizontalScrollBar().sizeHint().height() if too_wide else 0
        if self.height() != self._sheet.height() + bar:
            self.setFixedHeight(self._sheet.height() + bar)
            self.updateGeometry()


class _Sheet(QWidget):
    """The drawing itself, painted once for each size and look."""

    opened = Signal(int)
    reached = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        self._drawn: Drawn | None = None
        self._spots: list[_Spot] = []
        self._painted = QPixmap()
        self.natural = QRectF()

    def show_drawn(self, drawn: Drawn) -> None:
        focused = next((spot.accessibleName() for spot in self._spots if spot.hasFocus()), "")
        self._drawn = drawn
        self._renderer.load(QByteArray(drawn.svg.encode()))
        self._painted = QPixmap()
        self.natural = QRectF(0, 0, drawn.width, drawn.height)
        for spot in self._spots:
            spot.hide()
            spot.deleteLater()
        self._spots = [self._spot(number, place) for number, place in enumerate(drawn.spots)]
        for spot in self._spots:
            if focused and spot.accessibleName() == focused:
                spot.setFocus()
        self.update()

    def spots(self) -> tuple[QAbstractButton, ...]:
        return tuple(self._spots)

    def set_scale(self, scale: float) -> None:
        self.resize(round(self.natural.width() * scale), round(self.natural.height() * scale))
        for spot in self._spots:
            spot.take_place(scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._painted.size() != size:
            self._painted = QPixmap(size)
            self._painted.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._painted)
            self._renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
            self._painted.setDevicePixelRatio(ratio)
        QPainter(self).drawPixmap(0, 0, self._painted)

    def _spot(self, number: int, place: DrawnSpot) -> "_Spot":
        spot = _Spot(place, self)
        spot.clicked.connect(lambda _checked=False: self.opened.emit(number))
        spot.moved.connect(lambda way: self._move_from(spot, way))
        spot.show()
        return spot

    def _move_from(self, spot: "_Spot", way: QPoint) -> None:
        """To the nearest one in the arrow's direction; where none is, to one that lies at least that way."""
        here = spot.geometry().center()
        found: list[tuple[bool, int, int]] = []
        for number, other in enumerate(self._spots):
            by = other.geometry().center() - here
            ahead = by.x() * way.x() + by.y() * way.y()
            aside = abs(by.x() * way.y()) + abs(by.y() * way.x())
            if ahead > 0:
                found.append((aside > _STRAIGHT * ahead, ahead + _SIDEWAYS * aside, number))
        if found:
            spot = self._spots[min(found)[-1]]
            spot.setFocus(Qt.FocusReason.TabFocusReason)
            self.reached.emit(spot)


class _Spot(QAbstractButton):
    """Nothing to see until the mouse or the keyboard is on it."""

    moved = Signal(QPoint)

    def __init__(self, place: DrawnSpot, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._place = place
        self._words = QRect()
        self.setAccessibleName(place.name)
        self.setToolTip(tooltip(place.name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def take_place(self, scale: float) -> None:
        """Only the parts take a click: what lies between them may be somebody else's."""
        boxes = [
            QRectF(each.left * scale, each.top * scale, each.width * scale, each.height * scale)
            .adjusted(-2, -2, 2, 2)
            .toAlignedRect()
            for each in self._place.parts
        ]
        whole = QRegion()
        for box in boxes:
            whole += box
        around = whole.boundingRect()
        self.setGeometry(around)
        self.setMask(whole.translated(-around.topLeft()))
        self._words = boxes[0].translated(-around.topLeft())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            self.moved.emit(way)
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.active().tokens.accent), 1.2))
            painter.drawRoundedRect(QRectF(self._words).adjusted(1, 1, -1, -1), 6, 6)
