"""Whether the database's file is whole, and what it holds as it was written: looked at by itself, and when asked."""

from datetime import datetime
from typing import Final

from koordinator.texts import condition as texts
from koordinator.texts.formats import moment_short
from koordinator.ui.desk import Desk
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.pages.security.check_card import CheckCard
from koordinator.ui.pages.security.condition import Condition, Watch
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.progress import Progress, ProgressWords

_WORDS: Final = ProgressWords(texts.LOOKING, texts.STOP, texts.STOPPING, texts.so_far)


class ConditionTab(PageTab):
    def __init__(self, desk: Desk, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self._cancel: Cancel | None = None
        self._verdict = Label(role=Role.STRONG, wraps=True)
        self._pages, self._whole = Label(wraps=True), Label(wraps=True)
        self._look = Button(texts.LOOK, icon="shield")
        self._progress = Progress(_WORDS)
        self._progress.hide()
        self._look.clicked.connect(self._begin)
        self._progress.stop_asked.connect(self._stop)
        card = Card(texts.TITLE)
        for part in (self._verdict, self._pages, self._whole, Label(texts.MEANING, Role.MUTED, wraps=True)):
            card.body.addWidget(part)
        card.body.addLayout(row(self._look, STRETCH))
        card.body.addWidget(self._progress)
        what_then = Card(texts.IF_DAMAGED)
        what_then.body.addWidget(Label(texts.IF_DAMAGED_TEXT, wraps=True))
        both = row(column(card, STRETCH), column(CheckCard(desk), what_then, STRETCH, gap=16), gap=20)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)

    @override
    def reload(self) -> None:
        self._show(self._watch.condition())

    def _show(self, condition: Condition) -> None:
        self._verdict.setText(texts.verdict(is_damaged=condition.is_damaged, is_known=condition.pages_at is not None))
        self._verdict.set_role(Role.WARNING if condition.is_damaged else Role.STRONG)
        self._pages.setText(texts.pages_at(_local(condition.pages_at)))
        self._pages.setVisible(condition.pages_at is not None)
        self._whole.setText(texts.whole_at(_local(condition.whole_at)))
        self._look.setEnabled(not condition.is_damaged)

    def _begin(self) -> None:
        self._look.setEnabled(False)
        self._progress.begin()
        self._progress.show()
        self._progress.stop.setFocus()
        self._cancel = self._watch.look(self, self._done, self._progress.show_progress)

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel.request()

    def _done(self, condition: Condition) -> None:
        self._progress.hide()
        self._show(condition)
        self._look.setFocus()
        announce(self, self._verdict.text())


def _local(moment: datetime | None) -> str:
    return "" if moment is None else moment_short(moment)
