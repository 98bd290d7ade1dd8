"""One ring round whatever has the keyboard, drawn over the window so that every control shows it alike."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

from koordinator.ui import theme
from koordinator.ui.override import override

_OUTSET: Final = 4
_RADIUS: Final = 10
_SHOW_THEIR_OWN: Final = (QLineEdit, QComboBox, QAbstractScrollArea)
_MOVES: Final = (QMoveEvent, QResizeEvent, QShowEvent, QHideEvent)


class FocusRing(QObject):
    """Follows the application's focus. A click shows no ring until a key is pressed."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._watched: list[QWidget] = []
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, _MOVES):
            self._place()
        elif isinstance(event, QKeyEvent) and self._frame is None and self._watched and watched is self._watched[0]:
            self._draw_round(self._watched[0])
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None or isinstance(new, _SHOW_THEIR_OWN):
            return
        if new.isWindow() or not new.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return
        self._watch(new)
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._draw_round(new)

    def _watch(self, widget: QWidget) -> None:
        above: QWidget | None = widget
        while above is not None:
            above.installEventFilter(self)
            self._watched.append(above)
            above = None if above.isWindow() else above.parentWidget()

    def _leave(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None

    def _draw_round(self, widget: QWidget) -> None:
        self._frame = _Frame(widget.window())
        self._place()

    def _place(self) -> None:
        if self._frame is None or not isValid(self._frame) or not self._watched:
            return
        widget = self._watched[0]
        visible = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
        for above in self._watched[1:]:
            if isinstance(above.parentWidget(), QAbstractScrollArea):
                room = QRect(above.mapTo(widget.window(), QPoint()), above.size())
                visible = visible.intersected(room)
        self._frame.setGeometry(visible.adjusted(-_OUTSET, -_OUTSET, _OUTSET, _OUTSET))
        self._frame.setVisible(widget.isVisible() and not visible.isEmpty())
        self._frame.raise_()


class _Frame(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.active().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, inset in ((tokens.focus_halo, 1.0), (tokens.focus, 3.0)):
            painter.setPen(QPen(QColor(colour), 2))
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, _RADIUS, _RADIUS)
