"""The chosen paper of a list: who got it, and handing it out with one key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from koordinator.domain.access import Action, roles_for
from koordinator.domain.handouts import HandedThing
from koordinator.domain.paper import Handout, Paper
from koordinator.texts import handout as texts
from koordinator.texts.plan import PAPERS
from koordinator.ui.desk import Desk
from koordinator.ui.handout.handing import hand_out
from koordinator.ui.handout.lines import HandoutLines
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role, tooltip


class PaperHandoutsCard(Card):
    """Stands above the list. `changed` is called when somebody got the paper, or a note was withdrawn."""

    def __init__(self, desk: Desk, changed: Callable[[], None]) -> None:
        super().__init__()
        self._desk, self._changed = desk, changed
        self._paper: Paper | None = None
        self._nobody = Label(role=Role.MUTED, wraps=True)
        self._lines = HandoutLines(desk, lambda _withdrawn: changed())
        self.give = Button(texts.HAND_OUT, icon="mail")
        self.give.setToolTip(tooltip(texts.HAND_OUT_KEY))
        self._may_give = bool(desk.actor.roles & roles_for(Action.HAND_OUT))
        self.give.clicked.connect(self.hand_out)
        for part in (self._nobody, self._lines):
            self.body.addWidget(part)
        self.add_to_head(self.give)
        self.show_paper(None, ())

    def serve(self, papers: QWidget) -> None:
        """The key hands out what is chosen in the list."""
        key = QShortcut(QKeySequence(texts.KEY), papers, self.hand_out)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_paper(self, paper: Paper | None, handouts: Sequence[Handout]) -> None:
        """Who got the paper, of all the notes about the subject."""
        self._paper = paper
        its = [each for each in handouts if paper is not None and each.paper_id == paper.id]
        self.set_title(texts.handed_out_of(PAPERS[paper.kind]) if paper is not None else texts.HANDED_OUT)
        self._nobody.setText(texts.CHOOSE_A_PAPER if paper is None else texts.NOBODY_YET)
        self._nobody.setVisible(not any(each.counts for each in its))
        self._lines.show_handouts(its)
        self.give.setVisible(paper is not None and self._may_give)

    def hand_out(self) -> None:
        """Asks whom the paper was handed to."""
        paper = self._paper
        if paper is not None and self._may_give:
            hand_out(self._desk, self, paper.subject_id, HandedThing(paper.id), lambda _noted: self._changed())
