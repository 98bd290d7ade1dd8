"""One ring round whatever has the keyboard, drawn over the window so that every control shows it alike."""

import weakref
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
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
        self._ring: _Ring | None = None
        self._by_mouse = False
        # A turn later: whatever has the keyboard when a window opens, the window is seen before its ring.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._surround)
        app.focusChanged.connect(self._follow)

    def _follow(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.leave()
        self._ring = None
        self._by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._soon.start()

    def _surround(self) -> None:
        widget = QApplication.focusWidget()
        if widget is not None and not widget.isWindow() and not isinstance(widget, _SHOW_THEIR_OWN):
            self._ring = _Ring(widget, waits_for_key=self._by_mouse)


class _Ring(QWidget):
    """Lives in the window of what it stands round and goes with it; it must not keep a closed dialog alive."""

    def __init__(self, widget: QWidget, *, waits_for_key: bool) -> None:
        super().__init__(widget.window())
        self._widget: weakref.ref[QWidget] | None = weakref.ref(widget)
        self._waits_for_key = waits_for_key
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for above in _up_to_window(widget):
            above.installEventFilter(self)
        self._place()

    def leave(self) -> None:
        self._widget = None
        self.hide()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._waits_for_key and watched is self._target():
            self._waits_for_key = False
            self._place()
        elif isinstance(event, _MOVES):
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.active().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, inset in ((tokens.focus_halo, 1.0), (tokens.focus, 3.0)):
            painter.setPen(QPen(QColor(colour), 2))
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(ring, _RADIUS, _RADIUS)

    def _target(self) -> QWidget | None:
        widget = self._widget() if self._widget is not None else None
        return widget if widget is not None and isValid(widget) else None

    def _place(self) -> None:
        widget = self._target()
        if widget is None:
            self.hide()
            return
        visible = _visible_part(widget)
        shown = not self._waits_for_key and widget.isVisible() and not visible.isEmpty()
        if shown and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            self.setGeometry(visible.adjusted(-_OUTSET, -_OUTSET, _OUTSET, _OUTSET))
            self.show()
            self.raise_()
        else:
            self.hide()


def _visible_part(widget: QWidget) -> QRect:
    """In the window's coordinates; what is scrolled out of sight is left out."""
    window = widget.window()
    visible = QRect(widget.mapTo(window, QPoint()), widget.size())
    for above in _up_to_window(widget):
        if above is not widget and isinstance(above.parentWidget(), QAbstractScrollArea):
            visible = visible.intersected(QRect(above.mapTo(window, QPoint()), above.size()))
    return visible


def _up_to_window(widget: QWidget) -> Iterator[QWidget]:
    """The widget, what it lies in, and so on, the window last."""
    above: QWidget | None = widget
    while above is not None:
        yield above
        above = None if above.isWindow() else above.parentWidget()
