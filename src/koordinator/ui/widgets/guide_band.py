"""The band under a citizen's name: the one next thing, why, and its button; what is done and what comes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.badges import Chip, Progress
from koordinator.ui.widgets.buttons import Button, Kind, LinkButton
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, clear, row

_RADIUS: Final = 10
_EDGE: Final = 6


class GuideBand(QFrame):
    """`acted` when the button is pressed, `remarked` when the words after the remark are."""

    acted = Signal()
    remarked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._step: int | None = None
        self._overline = Label("", Role.SMALL_MUTED)
        self._headline = Label("", Role.CARD, wraps=True)
        self._why = Label("", Role.MUTED, wraps=True)
        self._chips = Flow(gap=6)
        self._button = Button("", Kind.PRIMARY)
        self._button.clicked.connect(self.acted)
        self._remark = Label("", Role.BODY, wraps=True)
        self._answer = LinkButton()
        self._answer.clicked.connect(self.remarked)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._overline)
        words.addWidget(self._headline)
        words.addWidget(self._why)
        words.addWidget(self._remark)
        words.addLayout(row(self._answer, STRETCH))
        words.addSpacing(2)
        words.addLayout(self._chips)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 14, 18, 14)
        line.setSpacing(18)
        line.addLayout(words, 1)
        line.addWidget(self._button)

    def show_next(
        self, headline: str, due: str = "", action: str = "", step: int | None = None, *, why: str = ""
    ) -> None:
        """`due` is a phrase ("senest 4. december"), `action` the button's words; what is empty is not shown."""
        self._overline.setText(texts.next_step_overline(due))
        self._headline.setText(headline)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(headline)
        self.show_remark("", "")
        self._step = step
        self.update()

    def focus_button(self) -> bool:
        """Gives the keyboard to the button; False where there is nothing to do."""
        if self._button.isHidden():
            return False
        self._button.setFocus()
        return True

    def show_remark(self, remark: str, answer: str) -> None:
        """A remark beside the next thing, and the words that answer it."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self._answer.set_words(answer)
        self._answer.setVisible(bool(answer))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A card whose left edge has the colour of the step."""
        tokens = theme.active().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.fillPath(outline, QColor(tokens.surface))
        painter.save()
        painter.setClipPath(outline)
        edge = tokens.steps[self._step - 1].fill if self._step else tokens.line
        painter.fillRect(0, 0, _EDGE, self.height(), QColor(edge))
        painter.restore()
        painter.setPen(QColor(tokens.line))
        painter.drawPath(outline)

    def show_way(self, stations: Sequence[tuple[str, Progress]]) -> None:
        clear(self._chips)
        for text, progress in stations:
            self._chips.addWidget(Chip(text, progress))
