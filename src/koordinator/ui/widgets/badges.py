"""Small rounded words: the step, how urgent, whose answer, where in a row of steps."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.tokens import STEP_TONES, Tone
from koordinator.ui.widgets.labels import Label

_SIDE: Final = 10


class Badge(Label):
    """`air` is the room above and below the word."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL, *, air: int = 4) -> None:
        super().__init__(text)
        self._tone, self._air = tone, air
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_as(self, text: str, tone: Tone) -> None:
        self._tone = tone
        self.setText(text)
        self.update()

    def tone(self) -> Tone:
        return self._tone

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.active().font(TextSize.SMALL, bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * _SIDE, metrics.height() + self._air)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.active()
        pair = look.tokens.tones[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.fill))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.setPen(QColor(pair.ink))
        painter.setFont(look.font(TextSize.SMALL, bold=True))
        painter.drawText(self.rect().adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, self.text())


class StepBadge(Badge):
    """ "Trin 2"; 0 is no need, None is not assessed yet."""

    def __init__(self, step: int | None = None) -> None:
        super().__init__("")
        self.set_step(step)

    def set_step(self, step: int | None) -> None:
        self.show_as(texts.step_badge(step), STEP_TONES[step or 0])


class Progress(StrEnum):
    DONE = "done"
    NOW = "now"
    LATER = "later"


class Chip(Badge):
    """One step on the way: done (with a tick), the one we are at, or still to come."""

    def __init__(self, text: str, progress: Progress) -> None:
        tones = {Progress.DONE: Tone.DONE, Progress.NOW: Tone.NOW, Progress.LATER: Tone.NEUTRAL}
        names = {
            Progress.DONE: texts.chip_done,
            Progress.NOW: texts.chip_now,
            Progress.LATER: texts.chip_later,
        }
        super().__init__(f"✓ {text}" if progress is Progress.DONE else text, tones[progress], air=7)
        self.setAccessibleName(names[progress](text))
