"""The line of a goal's scores over time."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from koordinator.domain.plan_rules import BEST_PROGRESS, LEAST_PROGRESS
from koordinator.ui import theme
from koordinator.ui.override import override

WIDEST_LINE: Final = 280
"""Beside other cards: a line that is drawn out says less."""
_LINE_HEIGHT: Final = 40
_DOT: Final = 3
_EDGE: Final = 6


class ScoreLine(QWidget):
    """The citizen's scores of a goal over time, from 1 at the bottom to 10 at the top; at least two of them.

    As wide as there is room, or `widest`.
    """

    def __init__(self, scores: Sequence[int], spoken: str, *, widest: int = 0) -> None:
        super().__init__()
        self._scores = tuple(scores)
        self.setAccessibleName(spoken)
        self.setFixedHeight(theme.active().px(_LINE_HEIGHT))
        if widest:
            self.setFixedWidth(theme.active().px(widest))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.active().tokens.accent)
        painter.setPen(QPen(colour, 3))
        each = (self.width() - 2 * _EDGE) / (len(self._scores) - 1)
        tall = (self.height() - 2 * _EDGE) / (BEST_PROGRESS - LEAST_PROGRESS)
        points = [QPointF(_EDGE + n * each, _EDGE + tall * (BEST_PROGRESS - s)) for n, s in enumerate(self._scores)]
        painter.drawPolyline(points)
        painter.setBrush(colour)
        for point in points:
            painter.drawEllipse(point, _DOT, _DOT)
