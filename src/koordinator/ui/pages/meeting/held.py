"""Afterwards: what was said and agreed, the minutes as a paper, and who got them. Nothing can be changed here."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.handouts import HandedThing
from koordinator.domain.ids import MeetingId, SubjectId
from koordinator.domain.meeting import MeetingStatus
from koordinator.texts import handout as handout_words
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.focus import place_kept
from koordinator.ui.handout.case_folder import CaseFolderButton
from koordinator.ui.handout.handing import hand_out
from koordinator.ui.handout.lines import HandoutLines
from koordinator.ui.pages.meeting import saving
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.held_papers import HeldPapers
from koordinator.ui.pages.meeting.room_parts import NoteRow
from koordinator.ui.pages.meeting.take_home import TakeHomeCard
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, clear, column, row
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.usecases.papers import PaperList


class HeldView(QWidget):
    """`subject_asked` when the name above the title is pressed, `plan_asked` by the button."""

    subject_asked = Signal()
    plan_asked = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._frame = PageScaffold()
        self._frame.crumb_clicked.connect(self.subject_asked)
        self._status = Badge("")
        self.papers = HeldPapers(work)
        self.to_plan = Button(texts.TO_PLAN)
        self._why = Panel("", Tone.NEUTRAL)
        self._letters = Panel(texts.SAVE_PAPERS_NOW, Tone.INFO)
        self._said, self._agreed, self._beside = Card(texts.NOTES), column(gap=16), column(gap=16)
        self.handouts = HandoutCard(work)
        self.take_home = TakeHomeCard(work)
        self._lay_out()
        self.to_plan.clicked.connect(self.plan_asked)

    def show_file(self) -> None:
        """Shows the meeting as it was; the keyboard stays where it is."""
        with place_kept(self):
            self._build()

    def _build(self) -> None:
        file, papers = self._work.file, self._work.opened.papers
        was_held = file.meeting.status is MeetingStatus.HELD
        letters = () if was_held else state.last_letters(file, papers.papers)
        self._frame.set_title(state.heading(file), state.when_and_where(file))
        self._frame.set_crumb(file.people.name)
        self._status.show_as(words.STATUS[file.meeting.status], Tone.DONE if was_held else Tone.NEUTRAL)
        for part in (self.to_plan, self._said, self.handouts, self.take_home):
            part.setVisible(was_held)
        self.papers.show_file(was_held=was_held)
        self._why.setVisible(not was_held)
        self._why.set_text(texts.CANCELLED_BECAUSE.format(reason=file.meeting.cancel_reason))
        self._letters.setVisible(bool(letters))
        self._show_notes()
        self._show_lists()
        self._show_beside()
        self.handouts.show_papers(papers)
        self._frame.show_content()

    def _lay_out(self) -> None:
        save = Button(texts.SAVE_PAPERS, icon="folder-open")
        save.clicked.connect(self._save_letters)
        self._letters.add_button(save)
        for part in (self._status, self.to_plan, self.papers.plan, self.papers.minutes):
            self._frame.add_action(part)
        for panel in (self._why, self._letters, self.papers.saved):
            self._frame.content.addWidget(panel)
        both = row(gap=20)
        both.addLayout(column(self._said, self._agreed, STRETCH, gap=16), 7)
        right = column(gap=16)
        right.addWidget(self.papers.card)
        right.addWidget(self.handouts)
        right.addWidget(self.take_home)
        right.addLayout(self._beside)
        right.addStretch(1)
        both.addLayout(right, 5)
        self._frame.content.addLayout(both, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _show_notes(self) -> None:
        file = self._work.file
        clear(self._said.body)
        views = state.said_in(file, self._work.opened.minutes)
        if not views:
            self._said.body.addWidget(Label(texts.NO_NOTES, Role.MUTED, wraps=True))
        for view in views:
            self._said.body.addWidget(Label(view.title, Role.STRONG, wraps=True))
            for note in view.notes:
                self._said.body.addWidget(NoteRow(note, state.note_heading(file, note)))

    def _show_lists(self) -> None:
        file = self._work.file
        clear(self._agreed)
        if file.meeting.status is not MeetingStatus.HELD:
            return
        self._add_list(self._agreed, texts.AGREED, [(view.what, view.detail) for view in state.promises(file)])
        earlier = [(view.what, view.settled or view.detail) for view in state.since_last(file)]
        self._add_list(self._agreed, texts.SINCE_LAST, earlier)
        self._add_list(self._agreed, texts.TO_DECIDE, [(view.what, view.who) for view in state.questions(file)])

    def _show_beside(self) -> None:
        file, minutes = self._work.file, self._work.opened.minutes
        clear(self._beside)
        if minutes is not None and minutes.summary:
            self._add_list(self._beside, texts.READ_SUMMARY, [(minutes.summary, "")])
        if file.meeting.opened_at is not None:
            self._add_list(self._beside, texts.ATTENDANCE, [(chip.text, "") for chip in state.chips(file)])
        title = texts.with_name(texts.CITIZENS_ANSWERS, file.people.name)
        self._add_list(self._beside, title, state.answers(file))
        following = file.next_meeting
        if following is not None:
            said = texts.next_meeting(following.starts_on, following.starts_clock)
            self._add_list(self._beside, texts.NEXT_MEETING, [(said, "")])

    def _add_list(self, into: QVBoxLayout, title: str, lines: Iterable[tuple[str, str]]) -> None:
        card = Card(title)
        for what, detail in lines:
            parts = [Label(what, wraps=True), *([Label(detail, Role.MUTED, wraps=True)] if detail else [])]
            card.body.addLayout(column(*parts, gap=0))
        if card.body.count():
            into.addWidget(card)

    def _save_letters(self) -> None:
        folder, work = saving.choose_folder(self), self._work
        if folder is not None:
            letters = state.last_letters(work.file, work.opened.papers.papers)
            work.desk.tasks.write(
                self,
                lambda: saving.save_all(work, letters, folder),
                lambda count: self.papers.show_saved(texts.papers_saved(count)),
            )


class HandoutCard(Card):
    """Who got the minutes, when and how."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.HANDED_OUT)
        self._work = work
        self._nobody = Label(role=Role.MUTED, wraps=True)
        self._lines = HandoutLines(work.desk, lambda _handout: work.stale.emit())
        self.note = Button(handout_words.HAND_OUT, icon="mail")
        self.note.clicked.connect(self._ask)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self._lines)
        self.case_folder = CaseFolderButton(work.desk, self._whom)
        both = Flow(gap=8)
        for button in (self.note, self.case_folder):
            both.addWidget(button)
        self.body.addLayout(both)

    def show_papers(self, papers: PaperList) -> None:
        """Shows whom the minutes reached."""
        made = state.minutes_papers(self._work.file, papers.papers)
        ids = {paper.id for paper in made}
        reached = [handout for handout in papers.handouts if handout.paper_id in ids]
        self._lines.show_handouts(reached)
        self._nobody.setText(texts.NOT_HANDED_OUT if made else texts.MAKE_FIRST)
        self._nobody.setVisible(not any(handout.counts for handout in reached))
        self.note.setEnabled(bool(made))

    def _whom(self) -> tuple[SubjectId, MeetingId]:
        meeting = self._work.file.meeting
        return meeting.subject_id, meeting.id

    def _ask(self) -> None:
        work = self._work
        made = state.minutes_papers(work.file, work.opened.papers.papers)
        subject_id = work.file.meeting.subject_id
        hand_out(work.desk, self, subject_id, HandedThing(made[-1].id), lambda _noted: work.stale.emit())
