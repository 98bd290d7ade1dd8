"""Who got it, when and how, a line each; a note that was wrong is withdrawn with a reason and stays."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from koordinator.domain.access import Action, roles_for
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.paper import Handout
from koordinator.texts import handout as texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.focus import place_kept
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear, column, row


class HandoutLines(QWidget):
    """`changed` hears of a note that was withdrawn; without it they are only shown."""

    def __init__(self, desk: Desk, changed: Callable[[Handout], None] | None) -> None:
        super().__init__()
        self._desk, self._changed = desk, changed
        self._may_withdraw = changed is not None and bool(desk.actor.roles & roles_for(Action.HAND_OUT))
        self._lines = column(gap=4)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._lines)

    def show_handouts(self, handouts: Sequence[Handout]) -> None:
        """The first first; what was withdrawn stands among them."""
        with place_kept(self):
            clear(self._lines)
            for handout in handouts:
                self._add(handout)
        self.setVisible(bool(handouts))

    def _add(self, handout: Handout) -> None:
        role = Role.BODY if handout.counts else Role.SMALL_MUTED
        words = Label(texts.withdrawn(handout), role, wraps=True)
        line = row(words, gap=8)
        line.setStretch(0, 1)
        if handout.counts and self._may_withdraw:
            button = LinkButton(texts.WITHDRAW)
            button.setAccessibleName(f"{texts.WITHDRAW}: {texts.line(handout)}")
            button.clicked.connect(lambda: self._ask(handout))
            line.addWidget(button)
        self._lines.addLayout(line)

    def _ask(self, handout: Handout) -> None:
        handouts, actor = self._desk.services.handouts, self._desk.actor
        asked = Asked(
            texts.WITHDRAW_HEADING,
            texts.WITHDRAW_WHY,
            texts.WITHDRAW_INTRO.format(line=texts.line(handout)),
            texts.WITHDRAW,
        )
        ask_until_saved(
            self._desk.tasks,
            self,
            "",
            lambda start: AskText.paragraph(self, asked, start, limit=PARAGRAPH),
            lambda reason: handouts.withdraw(actor, handout.id, reason),
            self._withdrawn,
        )

    def _withdrawn(self, handout: Handout) -> None:
        if self._changed is not None:
            self._changed(handout)
