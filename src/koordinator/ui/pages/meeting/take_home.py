"""Tag med hjem: the sheet in the citizen's hand before the coat is on."""

from dataclasses import replace
from functools import partial

from koordinator.domain.paper import PaperKind
from koordinator.texts import meeting_page as texts
from koordinator.ui import heavy
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow


class TakeHomeCard(Card):
    """Made of the meeting as it stands now, and shown, to be printed before people leave."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.TAKE_HOME)
        self._work = work
        self.make, self.make_large = Button(texts.SAVE_SHEET, icon="file-text"), Button(texts.SAVE_SHEET_LARGE)
        self.make.clicked.connect(partial(self._make, large_print=False))
        self.make_large.clicked.connect(partial(self._make, large_print=True))
        buttons = Flow(gap=8)
        buttons.addWidget(self.make)
        buttons.addWidget(self.make_large)
        self.body.addWidget(Label(texts.TAKE_HOME_HINT, Role.MUTED, wraps=True))
        self.body.addLayout(buttons)

    def _make(self, *, large_print: bool) -> None:
        order = replace(self._work.order(PaperKind.TAKE_HOME), large_print=large_print)
        heavy.preview().show_order(self, self._work.desk, order)
