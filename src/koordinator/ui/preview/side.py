"""Beside a paper: what this copy leaves out and why, and whether it is kept already."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout

from koordinator.domain.left_out import LeftOut
from koordinator.texts import paper_orders
from koordinator.texts import preview as texts
from koordinator.ui import theme
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear
from koordinator.ui.widgets.scroll_column import ScrollColumn

_WIDTH: Final = 264
_MOST: Final = 0.28


class PreviewSide(ScrollColumn):
    """Says it in sentences; empty parts are not shown."""

    def __init__(self) -> None:
        super().__init__(gap=12, least=QSize(160, 80))
        self._state = Panel("")
        self._heading = Label(texts.LEFT_OUT, Role.CARD)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        for part in (self._state, self._heading):
            self.content.addWidget(part)
        self.content.addLayout(self._lines)
        self.content.addStretch(1)

    def show_state(self, words: str, tone: Tone = Tone.INFO) -> None:
        """Whether what is seen is kept."""
        self._state.set_text(words, tone)
        self._state.setAccessibleName(words)
        self._state.setVisible(bool(words))

    def show_left_out(self, left_out: Sequence[LeftOut] | None, replaced: Sequence[str] = ()) -> None:
        """None where nobody knows: a paper that was kept before does not say."""
        clear(self._lines)
        self._heading.setVisible(bool(left_out))
        if left_out:
            self._lines.addWidget(bullets(map(paper_orders.left_out_sentence, left_out), Role.SMALL))
        elif left_out is not None:
            self._lines.addWidget(Label(paper_orders.NOTHING_LEFT_OUT, wraps=True))
        if replaced:
            self._lines.addWidget(Panel(texts.replaced(replaced), Tone.SOON))

    def take_width(self, whole: int) -> None:
        """Of a window that is so wide: the paper needs the most of it."""
        self.setFixedWidth(min(theme.active().px(_WIDTH), int(whole * _MOST)))
