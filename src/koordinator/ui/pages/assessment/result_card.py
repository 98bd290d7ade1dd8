"""The staircase that lights up while answers come, why, what would change it, and last time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.ui.pages.assessment.parts import ScrollColumn
from koordinator.ui.pages.assessment.view_state import ResultView
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Separator, clear, column
from koordinator.ui.widgets.staircase import Staircase


class ResultCard(Card):
    def __init__(self) -> None:
        super().__init__(" ", fills=True)
        self._shown: ResultView | None = None
        self._open: set[str] = set()
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
        self._show_lines(view)

    def _show_lines(self, view: ResultView) -> None:
        clear(self._lines)
        _section(self._lines, words.BECAUSE, view.because)
        if view.missing:
            self._lines.addWidget(Label(view.missing, Role.MUTED, wraps=True))
        _section(self._lines, words.WOULD_CHANGE, view.changes)
        if view.more_changes:
            self._add_fold(bullets(view.more_changes), texts.more_changes(len(view.more_changes)))
        if view.change_note:
            self._lines.addWidget(Label(view.change_note, Role.SMALL_MUTED, wraps=True))
        if view.disagreements:
            self._lines.addWidget(Label(view.otherwise, Role.VOICE, wraps=True))
            self._lines.addWidget(bullets(view.disagreements))
        self._lines.addWidget(Separator())
        self._lines.addWidget(Label(view.last, Role.SMALL_MUTED, wraps=True))
        if view.differences:
            self._lines.addWidget(bullets(view.differences, Role.SMALL_MUTED))
        if view.same:
            self._add_fold(bullets(view.same, Role.SMALL_MUTED), texts.ALL_ANSWERS_LAST)

    def _add_fold(self, rest: QWidget, words_on_it: str) -> None:
        """What does not fit at first, behind a word; once open it stays open while answers come."""
        link = LinkButton(words_on_it)
        is_open = words_on_it in self._open
        rest.setVisible(is_open)
        link.setVisible(not is_open)

        def unfold() -> None:
            self._open.add(words_on_it)
            rest.show()
            link.hide()

        link.clicked.connect(unfold)
        self._lines.addWidget(rest)
        self._lines.addWidget(link)


def _number(step: int | None) -> int | None:
    return None if step is None else int(step)


def _section(lines: QVBoxLayout, heading: str, clauses: Sequence[str]) -> None:
    """A heading with its clauses; nothing where there are none."""
    if clauses:
        lines.addWidget(Label(heading, Role.STRONG, wraps=True))
        lines.addWidget(bullets(clauses))
