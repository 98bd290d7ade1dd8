"""The tab Dokumenter: every paper that was made, with its exact bytes, and whom it was handed to."""

from dataclasses import replace

from koordinator.domain.access import Action, roles_for
from koordinator.domain.assessment import Assessment
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper import Paper
from koordinator.domain.paper_order import note_order
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts import preview as preview_texts
from koordinator.texts.assessment import step_short
from koordinator.texts.handout import in_short
from koordinator.texts.handover import LETTER
from koordinator.texts.paper_orders import made_for
from koordinator.ui import heavy
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskChoice, Asked
from koordinator.ui.desk import Desk
from koordinator.ui.handout.case_folder import CaseFolderButton
from koordinator.ui.handout.check import CheckPaperButton
from koordinator.ui.handout.paper_card import PaperHandoutsCard
from koordinator.ui.override import override
from koordinator.ui.tabs.access_button import AccessButton
from koordinator.ui.tabs.save_paper import save_paper
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.tabs.write_letter import letter_kinds, write_letter
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, column
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.assessments import AssessmentHistory
from koordinator.usecases.papers import HandedPaper, PaperList


class DocumentsTab(SubjectTab):
    """The newest first; opening one shows it as it was kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._may_make = bool(desk.actor.roles & roles_for(Action.MAKE_PAPER))
        self._view: SubjectView | None = None
        self._list = PaperList((), ())
        self._card: ThingsCard[Paper] = ThingsCard(
            tab_texts.PAPERS,
            (
                Column(tab_texts.PAPER, lambda paper: texts.PAPERS[paper.kind], 0, Look.STRONG, _file_name),
                Column(tab_texts.READER, _reader, 150),
                Column(tab_texts.MADE_AT, lambda paper: formats.moment_short(paper.made_at), 180),
                Column(tab_texts.TO_WHOM, self._handed, 240),
            ),
            lambda paper: paper.id,
            self._open,
            add=(tab_texts.ASSESSMENT_NOTE, self._ask_which) if self._may_make else None,
            empty=tab_texts.NO_PAPERS,
        )
        self._look = Button(preview_texts.LOOK_FIRST, icon="eye")
        self._look.clicked.connect(self._look_at_all)
        self._letter = Button(LETTER)
        self._letter.clicked.connect(self._write_letter)
        if self._may_make:
            self._card.add_to_head(self._letter)
        self._access = AccessButton(desk, self.changed.emit)
        self._check = CheckPaperButton(desk)
        self._check.take_drops_on(self)
        self._handed_out = PaperHandoutsCard(desk, self.changed.emit)
        self._handed_out.serve(self._card.list)
        self._card.list.selected.connect(self._show_handouts)
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._lay_out(CaseFolderButton(desk, self._whom))

    def _lay_out(self, folder: CaseFolderButton) -> None:
        below = Flow(gap=8)
        for button in (self._look, folder, self._access, self._check):
            below.addWidget(button)
        # Shown before it stands anywhere it would be a window of its own, and take the keyboard.
        if not self._may_make:
            self._look.hide()
        self._card.body.insertLayout(0, below)
        inside = column(self._handed_out, self._card, self._said, STRETCH, gap=8)
        inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inside)

    @override
    def show_subject(self, view: SubjectView) -> None:
        self._view = view
        self._access.show_subject(view)
        papers, actor = self._desk.services.papers, self._desk.actor
        self._desk.tasks.read(self, lambda: papers.of_subject(actor, view.subject_id), self._show)

    def _show(self, papers: PaperList) -> None:
        self._list = papers
        self._card.show_things(papers.papers[::-1])
        self._handed_out.setVisible(bool(papers.papers))
        self._show_handouts(self._card.list.current_row())

    def _show_handouts(self, paper: Paper | None) -> None:
        self._handed_out.show_paper(paper, self._list.handouts)

    def _handed(self, paper: Paper) -> str:
        return in_short([each for each in self._list.handouts if each.paper_id == paper.id])

    def _whom(self) -> tuple[SubjectId, None] | None:
        return (self._view.subject_id, None) if self._view is not None else None

    def _open(self, paper: Paper) -> None:
        """A calendar and a draft of a mail are for other programs, and are saved."""
        papers, actor = self._desk.services.papers, self._desk.actor
        if paper.file_name.endswith(".pdf"):
            self._desk.tasks.read(self, lambda: papers.open(actor, paper.id), self._show_paper)
        else:
            self._desk.tasks.read(
                self,
                lambda: papers.release(actor, paper.id),
                lambda released: save_paper(self._desk, self, released, self._said.setText),
            )

    def _look_at_all(self) -> None:
        """Everything that can be made about the subject, before any of it is kept."""
        view = self._view
        if view is not None and heavy.preview().show_subject(self, self._desk, view.subject_id):
            self.changed.emit()

    def _write_letter(self) -> None:
        """Those that there is something to write about; the page is read again, with the letter in it."""
        view = self._view
        if view is not None:
            handover = view.course_file.handover
            kinds = letter_kinds(view)
            write_letter(self._desk, self, kinds, view.subject_id, handover, self._letter_saved)

    def _letter_saved(self, sentence: str) -> None:
        self._said.setText(sentence)
        self.changed.emit()

    def _ask_which(self) -> None:
        """The note of a locked assessment, the newest first."""
        if self._view is not None:
            assessments, actor, key = self._desk.services.assessments, self._desk.actor, self._view.subject_id
            self._desk.tasks.read(self, lambda: assessments.history(actor, key), self._make_note)

    def _make_note(self, history: AssessmentHistory) -> None:
        if not history.locked:
            Question.message(self, tab_texts.ASSESSMENT_NOTE, tab_texts.NO_LOCKED_ASSESSMENT)
            return
        options = [(each.id, _decided(each)) for each in history.locked]
        asked = Asked(tab_texts.ASSESSMENT_NOTE, tab_texts.WHICH_ASSESSMENT, save=tab_texts.DO_MAKE)
        key = AskChoice.one_of(self, asked, options, options[0][0])
        chosen = next((each for each in history.locked if each.id == key), None)
        if chosen is not None:
            papers, actor = self._desk.services.papers, self._desk.actor
            order = note_order(chosen.subject_id, chosen.id)
            self._desk.tasks.write(self, lambda: papers.make(actor, order), self._made)

    def _made(self, note: HandedPaper) -> None:
        self._show(replace(self._list, papers=(*self._list.papers, note.paper)))
        self._show_paper(note)

    def _show_paper(self, opened: HandedPaper) -> None:
        if heavy.preview().show_kept(self, self._desk, opened):
            self.changed.emit()


def _reader(paper: Paper) -> str:
    """For whom it is written, or the one person who may have it."""
    return made_for(paper) or texts.READERS[paper.reader]


def _file_name(paper: Paper) -> str:
    return paper.file_name


def _decided(assessment: Assessment) -> str:
    """21.11.2026 · Trin 2"""
    step, on = assessment.decided_step, assessment.decided_on
    parts = (formats.date_short(on) if on is not None else "", step_short(step) if step is not None else "")
    return " · ".join(filter(None, parts))
