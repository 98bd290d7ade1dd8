"""The list of everything on the way: what is answered, where one is, what is left."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.pages.assessment.view_state import Mark, WayLine
from koordinator.ui.widgets.labels import tooltip

_HEIGHT: Final = 30
_ICON: Final = 16
_ICON_AT: Final = 8
_TEXT_AT: Final = 34
_ICONS: Final = {Mark.ANSWERED: "check", Mark.UNKNOWN: "circle-help", Mark.OPEN: "circle"}
_HERE: Final = "circle-dot"
_ARROWS: Final[dict[int, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class WayList(QWidget):
    """Emits `gone_to` with a stop. Tab reaches the line one is at, the arrows the others."""

    gone_to = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def show_lines(self, lines: Sequence[WayLine]) -> None:
        """Shows the way; it is as long as the model has questions."""
        while len(self._lines) < len(lines):
            self._add_line()
        while len(self._lines) > len(lines):
            self._lines.pop().deleteLater()
        for button, line in zip(self._lines, lines, strict=True):
            button.show_line(line)

    def here(self) -> QWidget | None:
        """The line that one is at."""
        return next((line for line in self._lines if line.shown is not None and line.shown.is_here), None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(event.key())
        at = next((number for number, line in enumerate(self._lines) if line.hasFocus()), None)
        if way is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + way < len(self._lines):
            self._lines[at + way].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_line(self) -> None:
        line = _Line()
        line.clicked.connect(lambda: self.gone_to.emit(line.shown.stop) if line.shown is not None else None)
        self._lines.append(line)
        self._column.addWidget(line)


class _Line(QAbstractButton):
    def __init__(self) -> None:
        super().__init__()
        self.shown: WayLine | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.active().changed.connect(self.updateGeometry)

    def show_line(self, line: WayLine) -> None:
        self.shown = line
        self.setAccessibleName(line.name)
        self.setToolTip(tooltip(line.name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line.is_here else Qt.FocusPolicy.ClickFocus)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(160), theme.active().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(80), theme.active().px(_HEIGHT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the list's."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown is None:
            return
        look, line = theme.active(), self.shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.tokens.selected.fill if line.is_here else look.tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        icon = _HERE if line.is_here else _ICONS[line.mark]
        faint = line.mark is Mark.OPEN and not line.is_here
        pixmap = look.pixmap(icon, look.tokens.muted if faint else look.tokens.accent, _ICON)
        painter.drawPixmap(_ICON_AT, (self.height() - look.px(_ICON)) // 2, pixmap)
        painter.setFont(look.font(bold=line.is_here))
        painter.setPen(QColor(look.tokens.text))
        left = _TEXT_AT + look.px(_ICON) - _ICON
        room = QRect(left, 0, self.width() - left - 6, self.height())
        words = painter.fontMetrics().elidedText(line.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
