"""The tab Dokumenter: every paper that was made, with its exact bytes, and whom it was handed to."""

from koordinator.domain.paper import Paper
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.save_paper import save_paper
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.papers import HandedPaper, PaperList


class DocumentsTab(SubjectTab):
    """The newest first; opening one saves it where the person says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._list = PaperList((), ())
        self._card: ThingsCard[Paper] = ThingsCard(
            tab_texts.PAPERS,
            (
                Column(tab_texts.PAPER, lambda paper: texts.PAPERS[paper.kind], 0, Look.STRONG, _file_name),
                Column(tab_texts.READER, lambda paper: texts.READERS[paper.reader], 150),
                Column(tab_texts.MADE_AT, lambda paper: formats.moment_short(paper.made_at), 180),
                Column(tab_texts.TO_WHOM, self._handed, 240),
            ),
            lambda paper: paper.id,
            self._open,
            empty=tab_texts.NO_PAPERS,
        )
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        inside = column(self._card, self._said, STRETCH, gap=8)
        inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inside)

    @override
    def show_subject(self, view: SubjectView) -> None:
        papers, actor = self._desk.services.papers, self._desk.actor
        self._desk.tasks.read(self, lambda: papers.of_subject(actor, view.subject_id), self._show)

    def _show(self, papers: PaperList) -> None:
        self._list = papers
        self._card.show_things(papers.papers[::-1])

    def _handed(self, paper: Paper) -> str:
        handouts = [each for each in self._list.handouts if each.paper_id == paper.id]
        return texts.handed_out(handouts[-1].recipient, handouts[-1].handed_on, handouts[-1].way) if handouts else ""

    def _open(self, paper: Paper) -> None:
        papers, actor = self._desk.services.papers, self._desk.actor
        self._desk.tasks.read(self, lambda: papers.open(actor, paper.id), self._save)

    def _save(self, opened: HandedPaper) -> None:
        save_paper(self._desk, self, opened, self._said.setText)


def _file_name(paper: Paper) -> str:
    return paper.file_name
