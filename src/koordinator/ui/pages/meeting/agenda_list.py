"""The agenda as a list that is put in order by dragging."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication

from koordinator.domain.meeting import AgendaItem
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.table import DataList


class AgendaList(DataList[AgendaItem]):
    """`dropped` with an item and the position, from 1, that it was dragged to."""

    dropped = Signal(object, int)

    _pressed_at: QPoint | None = None
    _gap: int | None = None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = at if is_left and self.indexAt(at).isValid() else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, pressed = event.position().toPoint(), self._pressed_at
        if pressed is None:
            super().mouseMoveEvent(event)
        elif self._gap is not None or (at - pressed).manhattanLength() >= QApplication.startDragDistance():
            self._drag_over(self._gap_at(at))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, gap = self._pressed_at, self._gap
        self._pressed_at = None
        if pressed is None or gap is None:
            super().mouseReleaseEvent(event)
            return
        self._drag_over(None)
        self.setState(self.State.NoState)
        number = self.indexAt(pressed).row()
        position = gap + (gap <= number)
        if position != number + 1:
            self.dropped.emit(self.rows()[number], position)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(theme.active().tokens.accent), 3))
            below = self._gap == len(self.rows())
            edge = self.rowViewportPosition(self._gap - below) + below * self.verticalHeader().defaultSectionSize()
            painter.drawLine(4, max(edge, 2) - below, self.viewport().width() - 4, max(edge, 2) - below)

    def _drag_over(self, gap: int | None) -> None:
        """Between which rows the item would go; None when nothing is dragged."""
        self._gap = gap
        if gap is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def _gap_at(self, at: QPoint) -> int:
        tall = self.verticalHeader().defaultSectionSize()
        gap = round((at.y() + self.verticalOffset()) / tall)
        return min(max(gap, 0), len(self.rows()))
