"""The staircase that lights up while answers come, why, what would change it, and last time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from koordinator.texts import assessment as words
from koordinator.ui.pages.assessment.parts import ScrollColumn
from koordinator.ui.pages.assessment.view_state import ResultView
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Separator, clear, column
from koordinator.ui.widgets.staircase import Staircase


class ResultCard(Card):
    def __init__(self) -> None:
        super().__init__(" ", fills=True)
        self._shown: ResultView | None = None
        self._staircase = Staircase(large=True)
        self._lines = column(gap=8)
        scroll = ScrollColumn()
        scroll.content.setContentsMargins(0, 4, 2, 0)
        scroll.content.addWidget(self._staircase, 0, Qt.AlignmentFlag.AlignHCenter)
        scroll.content.addSpacing(4)
        scroll.content.addLayout(self._lines)
        scroll.content.addStretch(1)
        self.body.addWidget(scroll, 1)

    def show_result(self, view: ResultView) -> None:
        if view == self._shown:
            return
        self._shown = view
        self.set_title(view.heading)
        self._staircase.preview(_number(view.step), _number(view.last_step))
        clear(self._lines)
        _section(self._lines, words.BECAUSE, view.because)
        if view.missing:
            self._lines.addWidget(Label(view.missing, Role.MUTED, wraps=True))
        _section(self._lines, words.WOULD_CHANGE, view.changes, view.change_note)
        if view.disagreements:
            self._lines.addWidget(Label(view.otherwise, Role.VOICE, wraps=True))
            self._lines.addWidget(bullets(view.disagreements))
        self._lines.addWidget(Separator())
        self._lines.addWidget(Label(view.last, Role.SMALL_MUTED, wraps=True))
        if view.differences:
            self._lines.addWidget(bullets(view.differences, Role.SMALL_MUTED))


def _number(step: int | None) -> int | None:
    return None if step is None else int(step)


def _section(lines: QVBoxLayout, heading: str, clauses: Sequence[str], note: str = "") -> None:
    """A heading with its clauses; nothing where there are none."""
    if clauses:
        lines.addWidget(Label(heading, Role.STRONG, wraps=True))
        lines.addWidget(bullets(clauses))
    if note:
        lines.addWidget(Label(note, Role.SMALL_MUTED, wraps=True))
