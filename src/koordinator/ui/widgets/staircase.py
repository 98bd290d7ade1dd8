"""The staircase with the citizen standing on a step. A higher step is not a fault: no step is red."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.widgets.labels import Label

_GAP: Final = 2.0
_HEIGHTS: Final = (0.31, 0.655, 1.0)


@dataclass(frozen=True, slots=True)
class _Size:
    width: int
    height: int
    text: TextSize


_SMALL: Final = _Size(168, 84, TextSize.SMALL)
_LARGE: Final = _Size(252, 140, TextSize.CARD)


class Staircase(Label):
    """Small in a header; large where the answers of an assessment light it up."""

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        self._size = _LARGE if large else _SMALL
        self._step: int | None = None
        self._last: int | None = None
        self._is_preview = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_step(None)

    def set_step(self, step: int | None, before: int | None = None) -> None:
        """The citizen stands on `step`; 0 is on the ground, None is not assessed: no one is drawn.

        `before` is marked with a word where they have just come from it.
        """
        self._show(step, before if before != step else None, is_preview=False, name=texts.step_of_steps(step, before))

    def preview(self, step: int | None, last: int | None = None) -> None:
        """Where the answers point so far; `last` is marked with a word."""
        self._show(step, last, is_preview=True, name=texts.step_pointed_at(step, last))

    @override
    def sizeHint(self) -> QSize:
        look = theme.active()
        return QSize(look.px(self._size.width), look.px(self._size.height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(1, texts.STEPS + 1):
            self._paint_step(painter, number)
        if self._step == 0:
            painter.fillRect(self._step_box(0), QColor(theme.active().tokens.person))
        if self._step is not None:
            self._paint_person(painter, self._step_box(self._step))

    def _show(self, step: int | None, last: int | None, *, is_preview: bool, name: str) -> None:
        self._step, self._last, self._is_preview = step, last, is_preview
        self.setAccessibleName(name)
        self.update()

    def _person_height(self) -> float:
        return self.height() * 0.26

    def _step_box(self, number: int) -> QRectF:
        """The block of step `number`; 0 is a strip of ground to the left of the first."""
        ground = 0.18 * self.width() if self._step == 0 else 0.0
        each = (self.width() - ground - _GAP * (texts.STEPS - 1)) / texts.STEPS
        if number == 0:
            return QRectF(0, self.height() - 3, ground - _GAP, 3)
        top_room = self._person_height() if self._step == texts.STEPS else 0.0
        tall = (self.height() - top_room) * _HEIGHTS[number - 1]
        return QRectF(ground + (number - 1) * (each + _GAP), self.height() - tall, each, tall)

    def _paint_step(self, painter: QPainter, number: int) -> None:
        tokens = theme.active().tokens
        is_lit = number == self._step
        pair = (tokens.steps if is_lit else tokens.unlit_steps)[number - 1]
        box = self._step_box(number)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.fill))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(pair.ink))
        painter.setFont(theme.active().font(self._size.text, bold=is_lit))
        line = painter.fontMetrics().height()
        small = QFontMetrics(theme.active().font(TextSize.SMALL)).height() if number == self._last else 0
        inset = min(6.0, max(0.0, (box.height() - line - small) / 2))
        at = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(box.adjusted(0, inset, 0, 0), at, texts.step_badge(number))
        if small:
            painter.setFont(theme.active().font(TextSize.SMALL))
            word = texts.STEP_LAST if self._is_preview else texts.STEP_BEFORE
            painter.drawText(box.adjusted(0, inset + line - 2, 0, 0), at, word)

    def _paint_person(self, painter: QPainter, box: QRectF) -> None:
        """A head and shoulders that stand on `box`; only an outline while nothing is decided."""
        tall = self._person_height() - 2
        colour = QColor(theme.active().tokens.person)
        if self._is_preview:
            painter.setPen(QPen(colour, 2))
            painter.setBrush(QColor(theme.active().tokens.surface))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        head = tall * 0.36
        feet = QPointF(box.center().x(), box.top() - 1)
        shoulders = QRectF(feet.x() - head, feet.y() - tall * 0.24, 2 * head, tall * 0.24)
        painter.drawRoundedRect(shoulders, 3, 3)
        painter.drawEllipse(QPointF(feet.x(), feet.y() - tall * 0.26 - head), head, head)
