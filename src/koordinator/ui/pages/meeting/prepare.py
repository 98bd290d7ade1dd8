"""Forbered: time and place, what the citizen wants, who comes, the agenda - and calling people to the meeting."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.meeting import InvitationAnswer
from koordinator.domain.meeting_rhythm import ProposedDay
from koordinator.domain.meeting_rules import appointment_of, was_invited_to
from koordinator.domain.paper import Paper, PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import party_of
from koordinator.texts import meeting as words
from koordinator.texts import meeting_inviting as inviting
from koordinator.texts import meeting_page as texts
from koordinator.ui import heavy, theme
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.override import override
from koordinator.ui.page import Shortcut
from koordinator.ui.pages.meeting import inviting_state, saving
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.inviting import InviteDialog
from koordinator.ui.pages.meeting.mail_drafts import MailDrafts
from koordinator.ui.pages.meeting.prepare_agenda import AgendaCard
from koordinator.ui.pages.meeting.prepare_participants import ParticipantsCard
from koordinator.ui.pages.meeting.prepare_preparation import PreparationCard
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tabs.dialogs.appointment import Frame, MoveDialog
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button, Kind, MenuButton
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.labels import set_look
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.usecases.invitations import Invited, asked_by_another
from koordinator.usecases.papers import HandedPaper

_BESIDE_WIDTH: Final = 960
_A_DAY: Final = timedelta(days=1)


class PrepareView(QWidget):
    """`subject_asked` when the name above the title is pressed, `consent_asked` when consent is to be mended."""

    subject_asked = Signal()
    consent_asked = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._papers: tuple[Paper, ...] = ()
        self._papers_of = 0
        self._drafts = MailDrafts()
        self._frame = PageScaffold()
        self._frame.crumb_clicked.connect(self.subject_asked)
        self._status = Badge("")
        self._more = MenuButton(texts.MORE)
        self.invite = Button(texts.INVITE)
        self.begin = Button(texts.BEGIN)
        self.save_papers = Button(texts.SAVE_PAPERS, icon="folder-open")
        self._made = Panel("", Tone.DONE)
        self._moved = Panel("", Tone.NEUTRAL)
        self._cancelled = Panel(words.TWO_CANCELLED, Tone.SOON)
        self._handed_over = Panel(inviting.HANDED_OVER, Tone.SOON)
        self.preparation = PreparationCard(work)
        self.participants = ParticipantsCard(work)
        self.agenda = AgendaCard(work)
        self._both = row(gap=20)
        self._lay_out()
        self._connect()

    def show_file(self) -> None:
        """Shows the meeting."""
        file = self._work.file
        if self._papers_of != file.meeting.id:
            self._papers, self._papers_of = (), file.meeting.id
        self._frame.set_title(state.heading(file), state.when_and_where(file))
        self._frame.set_crumb(file.people.name)
        self._status.show_as(words.STATUS[file.meeting.status], Tone.NEUTRAL)
        last = file.moves[-1] if file.moves else None
        self._moved.setVisible(last is not None)
        if last is not None:
            self._moved.set_text(texts.moved(last.from_starts_on, last.from_starts_clock, last.reason))
        self._cancelled.setVisible(file.cancelled_in_a_row > 1)
        self._handed_over.setVisible(asked_by_another(file))
        self._made.setVisible(bool(self._papers))
        self.save_papers.setVisible(bool(self._papers))
        self.invite.setText(texts.INVITE if file.not_invited or not file.participants else texts.INVITE_AGAIN)
        self.invite.setEnabled(bool(file.participants))
        self._choose_primary(first_invite=bool(file.not_invited))
        for card in (self.preparation, self.participants, self.agenda):
            card.show_file()
        self._frame.show_content()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below one another where there is no room for both, as with large text."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= theme.active().px(_BESIDE_WIDTH)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    def shortcuts(self) -> Sequence[Shortcut]:
        """The keys of the two lists, for the list under F1."""
        answers = (InvitationAnswer.YES, InvitationAnswer.MAYBE, InvitationAnswer.NO)
        noted = tuple(Shortcut(texts.answer_key(answer), words.ANSWERS[answer]) for answer in answers)
        reason = Shortcut(texts.REASON_KEY, inviting.REASON)
        moved = (Shortcut("Alt+Up", texts.ITEM_UP), Shortcut("Alt+Down", texts.ITEM_DOWN))
        return (*noted, reason, *moved, Shortcut("Delete", texts.REMOVE_CHOSEN))

    def _lay_out(self) -> None:
        self._made.add_button(self.save_papers)
        for part in (self._status, self._more, self.invite, self.begin):
            self._frame.add_action(part)
        for panel in (self._made, self._moved, self._cancelled, self._handed_over):
            self._frame.content.addWidget(panel)
        self._both.addLayout(column(self.preparation, STRETCH), 5)
        self._both.addLayout(column(self.participants, self.agenda, STRETCH, gap=16), 6)
        self._frame.content.addLayout(self._both, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _connect(self) -> None:
        self.participants.consent_asked.connect(self.consent_asked)
        self.preparation.consent_asked.connect(self.consent_asked)
        self.participants.invited.connect(self._produced)
        self.invite.clicked.connect(self._invite)
        self.begin.clicked.connect(self._begin)
        self.save_papers.clicked.connect(self._save_papers)
        self._more.clicked.connect(self._offer_more)

    def _choose_primary(self, *, first_invite: bool) -> None:
        set_look(self.invite, "kind", Kind.PRIMARY if first_invite else Kind.QUIET)
        set_look(self.begin, "kind", Kind.QUIET if first_invite else Kind.PRIMARY)

    def _offer_more(self) -> None:
        invited = was_invited_to(self._work.file.meeting)
        menu = QMenu(self)
        menu.addAction(texts.MOVE if invited else texts.CHANGE_TIME, self.move_meeting)
        preparation, agenda = map(self._work.order, (PaperKind.PREPARATION, PaperKind.AGENDA))
        for name, order in ((texts.MAKE_PREPARATION_SHEET, preparation), (texts.MAKE_AGENDA, agenda)):
            menu.addAction(name, partial(self._make, order))
            menu.addAction(texts.in_large_print(name), partial(self._make, replace(order, large_print=True)))
        menu.addSeparator()
        menu.addAction(texts.CANCEL_MEETING, self.cancel_meeting)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def move_meeting(self) -> None:
        """Another time or place; with a reason where somebody has been invited."""
        work, file = self._work, self._work.file
        later = replace(appointment_of(file.meeting), starts_on=max(file.meeting.starts_on, file.today) + _A_DAY)
        parties = tuple(party for each in file.participants if (party := party_of(each)) is not None)
        rhythms, subject_id = work.desk.services.rhythms, file.meeting.subject_id
        work.desk.tasks.read(self, lambda: rhythms.days_for(work.actor, subject_id, later, parties), self._ask_where_to)

    def _ask_where_to(self, days: tuple[ProposedDay, ...]) -> None:
        work, meeting = self._work, self._work.file.meeting
        frame = Frame(work.file.people.name, work.file.today, days)
        answer = MoveDialog.ask(self, frame, appointment_of(meeting), was_invited=was_invited_to(meeting))
        if answer is not None:
            to, reason = answer
            work.act(lambda: work.desk.services.meetings.move(work.actor, meeting, to, reason))

    def cancel_meeting(self) -> None:
        """The meeting called off, with a reason."""
        work, meeting = self._work, self._work.file.meeting
        asked = Asked(texts.CANCEL_MEETING, texts.CANCEL_REASON, texts.CANCEL_INTRO, texts.CANCEL_MEETING)
        reason = AskText.paragraph(self, asked, limit=PARAGRAPH)
        if reason is not None:
            self._produce(lambda: work.desk.services.invitations.cancel(work.actor, meeting, reason))

    def _invite(self) -> None:
        work, file = self._work, self._work.file
        everybody = not file.not_invited
        ways = InviteDialog.ask(self, file, file.participants if everybody else file.not_invited)
        if ways is not None:
            invitations, meeting_id = work.desk.services.invitations, file.meeting.id
            self._produce(lambda: invitations.invite(work.actor, meeting_id, ways, everybody=everybody))

    def _produce(self, work: Callable[[], Invited]) -> None:
        self._work.desk.tasks.write(self, work, self._produced)

    def _produced(self, invited: Invited) -> None:
        self._papers = tuple(paper for paper in invited.papers if paper.kind is not PaperKind.MAIL_DRAFT)
        self._papers_of = invited.file.meeting.id
        said = (inviting_state.produced(invited), texts.SAVE_PAPERS_NOW if self._papers else "")
        self._made.set_text(" ".join(filter(None, said)), Tone.INFO)
        self._work.take(invited.file)
        self._made.setVisible(bool(invited.papers))
        for paper in invited.papers:
            if paper.kind is PaperKind.MAIL_DRAFT:
                self._open_draft(paper)

    def _open_draft(self, paper: Paper) -> None:
        work, drafts = self._work, self._drafts

        def write() -> tuple[Path, HandedPaper]:
            draft = work.desk.services.papers.open(work.actor, paper.id)
            return drafts.write(work, draft), draft

        work.desk.tasks.write(self, write, self._opened_draft)

    def _opened_draft(self, written: tuple[Path, HandedPaper]) -> None:
        remark = self._drafts.open(*written)
        if remark:
            self._made.set_text(remark, Tone.SOON)
            self._made.show()

    def _save_papers(self) -> None:
        folder, papers = saving.choose_folder(self), self._papers
        if folder is not None:
            work = self._work
            work.desk.tasks.write(self, lambda: saving.save_all(work, papers, folder), self._tell_saved)

    def _tell_saved(self, count: int) -> None:
        self._made.set_text(texts.papers_saved(count), Tone.DONE)

    def _make(self, order: PaperOrder) -> None:
        heavy.preview().show_order(self, self._work.desk, order)

    def _begin(self) -> None:
        work = self._work
        work.act(lambda: work.desk.services.meeting_room.open(work.actor, work.file.meeting.id))
