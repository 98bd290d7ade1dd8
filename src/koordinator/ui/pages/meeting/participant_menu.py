"""What can be done about one participant before the meeting."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from koordinator.domain.invitation import InvitationWay
from koordinator.domain.limits import LINE, LONG
from koordinator.domain.meeting import InvitationAnswer, Participant
from koordinator.domain.paper import PaperKind
from koordinator.domain.party import party_of
from koordinator.texts import meeting as words
from koordinator.texts import meeting_inviting as inviting
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import first_name
from koordinator.ui import heavy
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.work import Work
from koordinator.usecases.invitations import Invited, ways_to

ANSWERS: Final = (InvitationAnswer.YES, InvitationAnswer.MAYBE, InvitationAnswer.NO)


class ParticipantActs:
    """`invited` takes what was produced for calling somebody on or off."""

    def __init__(self, work: Work, owner: QWidget, invited: Callable[[Invited], None]) -> None:
        self._work = work
        self._owner = owner
        self._invited = invited

    def offer(self, row: Participant) -> None:
        """The menu at the pointer."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for answer in (*ANSWERS, InvitationAnswer.NONE):
            key = texts.answer_key(answer)
            text = f"{words.ANSWERS[answer]}\t{key}" if key else words.ANSWERS[answer]
            menu.addAction(text, partial(self.answer, row, answer))
        menu.addAction(f"{inviting.REASON}\t{texts.REASON_KEY}", partial(self.give_reason, row))
        menu.addSeparator()
        menu.addAction(texts.WRITTEN, partial(self.write_for, row))
        menu.addAction(inviting.CARD, partial(self._make, PaperKind.INPUT_CARD, row))
        menu.addAction(inviting.CARD_LARGE, partial(self._make, PaperKind.INPUT_CARD, row, large_print=True))
        menu.addSeparator()
        menu.addAction(inviting.LETTER_PDF, partial(self._make, PaperKind.INVITATION, row))
        if InvitationWay.MAIL_DRAFT in ways_to(self._work.file, row):
            menu.addAction(inviting.DRAFT_TO_ONE, partial(self._draft, row))
        menu.addAction(f"{texts.REMOVE_PARTICIPANT}\tDelete", partial(self.remove, row))
        menu.popup(QCursor.pos())

    def answer(self, row: Participant, answer: InvitationAnswer) -> None:
        """Notes the answer; a reason given before goes with a no only."""
        work = self._work
        note = row.answer_note if answer is InvitationAnswer.NO else ""
        work.act(lambda: work.desk.services.meetings.answer(work.actor, row.id, answer, note))

    def give_reason(self, row: Participant) -> None:
        """Why somebody does not come; that is a no."""
        work = self._work
        asked = Asked(inviting.REASON, inviting.REASON, inviting.REASON_INTRO)
        reason = AskText.line(self._owner, asked, row.answer_note, limit=LINE)
        if reason is not None:
            no = InvitationAnswer.NO
            work.act(lambda: work.desk.services.meetings.answer(work.actor, row.id, no, reason))

    def write_for(self, row: Participant) -> None:
        """What somebody who cannot come has sent."""
        work, called = self._work, first_name(state.name_of(self._work.file, row))
        asked = Asked(texts.WRITTEN, texts.WRITTEN, texts.WRITTEN_INTRO.format(name=called))
        sent = AskText.paragraph(self._owner, asked, row.written_contribution, limit=LONG)
        if sent is not None:
            work.act(lambda: work.desk.services.meetings.contribute(work.actor, row.id, sent))

    def remove(self, row: Participant) -> None:
        """Takes somebody off the list; who was invited is asked about first, and told."""
        work, name = self._work, state.name_of(self._work.file, row)
        if row.invited_at is None or Question.confirm(
            self._owner, texts.REMOVE_PARTICIPANT, name, texts.REMOVE_PARTICIPANT
        ):
            invitations = work.desk.services.invitations
            work.desk.tasks.write(self._owner, lambda: invitations.take_off(work.actor, row.id), self._invited)

    def _draft(self, row: Participant) -> None:
        work = self._work
        invitations = work.desk.services.invitations
        work.desk.tasks.write(self._owner, lambda: invitations.draft_to(work.actor, row.id), self._invited)

    def _make(self, kind: PaperKind, row: Participant, *, large_print: bool = False) -> None:
        order = replace(self._work.order(kind), party=party_of(row), large_print=large_print)
        heavy.preview().show_order(self._owner, self._work.desk, order)
