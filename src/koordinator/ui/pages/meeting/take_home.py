"""Tag med hjem: the sheet in the citizen's hand before the coat is on."""

from dataclasses import replace
from functools import partial

from koordinator.domain.paper import PaperKind
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting import saving
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow
from koordinator.usecases.papers import HandedPaper


class TakeHomeCard(Card):
    """Made of the meeting as it stands now, and saved where the person says, to be printed from there."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.TAKE_HOME)
        self._work = work
        self.make, self.make_large = Button(texts.SAVE_SHEET, icon="file-text"), Button(texts.SAVE_SHEET_LARGE)
        self._saved = Label(role=Role.MUTED, wraps=True)
        self.make.clicked.connect(partial(self._make, large_print=False))
        self.make_large.clicked.connect(partial(self._make, large_print=True))
        buttons = Flow(gap=8)
        buttons.addWidget(self.make)
        buttons.addWidget(self.make_large)
        self.body.addWidget(Label(texts.TAKE_HOME_HINT, Role.MUTED, wraps=True))
        self.body.addLayout(buttons)
        self.body.addWidget(self._saved)
        self._saved.hide()

    def _make(self, *, large_print: bool) -> None:
        work, order = self._work, replace(self._work.order(PaperKind.TAKE_HOME), large_print=large_print)
        work.desk.tasks.write(self, lambda: work.desk.services.papers.make(work.actor, order), self._save)

    def _save(self, handed: HandedPaper) -> None:
        path, work = saving.choose_file(self, handed.paper.file_name), self._work
        if path is not None:
            said = texts.sheet_saved(path.name)
            work.desk.tasks.write(self, lambda: saving.save_one(work, handed, path), lambda _done: self._tell(said))

    def _tell(self, said: str) -> None:
        self._saved.setText(said)
        self._saved.show()
