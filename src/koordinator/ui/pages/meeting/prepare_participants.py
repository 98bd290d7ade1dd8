"""Who is to come, and what they answered: a key for each answer."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from koordinator.domain.limits import LONG
from koordinator.domain.meeting import InvitationAnswer, Participant
from koordinator.domain.party import Party, party_of
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import first_name
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.coverage import COVERAGE_TONES, COVERAGE_WORDS, coverage, not_covered
from koordinator.ui.pages.meeting.dialogs import CandidateDialog, RolesDialog
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.meetings import MeetingSuggestion

_KEYS: Final = (InvitationAnswer.YES, InvitationAnswer.MAYBE, InvitationAnswer.NO)


class ParticipantsCard(Card):
    """J, N and M note an answer, Delete takes somebody off; a click offers the same in a menu.

    `consent_asked` when somebody is not covered and it is to be mended.
    """

    consent_asked = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__(texts.PARTICIPANTS)
        self._work = work
        self.add = Button(texts.ADD_PARTICIPANT, icon="user-plus")
        self.add.clicked.connect(self._add)
        self.add_to_head(self.add)
        self.list: DataList[Participant] = DataList(
            texts.PARTICIPANTS,
            (
                Column(texts.WHO, self._name, 0, Look.STRONG, self._about),
                Column(texts.ANSWER, lambda row: words.ANSWERS[row.answer], 145, badge=_tone),
                Column(texts.CONSENT, self._consent, 150, badge=self._consent_tone),
            ),
            lambda row: row.id,
            fits_rows=True,
            empty=texts.NOBODY_YET_TO_COME,
        )
        self._roles = Label(role=Role.MUTED, wraps=True)
        self.choose = Button(texts.ROLES, icon="users")
        self.choose.clicked.connect(self._ask_roles)
        self._left_out = Panel("", Tone.SOON)
        mend = Button(texts.TO_CONSENT)
        mend.clicked.connect(self.consent_asked)
        self._left_out.add_button(mend)
        self.body.addWidget(self.list)
        self.body.addWidget(self._left_out)
        below = row(gap=12)
        below.addWidget(self._roles, 1)
        below.addWidget(self.choose)
        self.body.addLayout(below)
        self.body.addWidget(Label(texts.ANSWER_KEYS, Role.SMALL_MUTED, wraps=True))
        self.list.opened.connect(self._offer)
        for answer in _KEYS:
            self._on_key(texts.answer_key(answer), partial(self._answer_current, answer))
        self.list.installEventFilter(self)

    def show_file(self) -> None:
        """Shows the participants."""
        file = self._work.file
        left_out = not_covered(file)
        self._left_out.setVisible(bool(left_out))
        self._left_out.set_text(left_out)
        self._roles.setText(state.roles(file))
        self.list.set_rows(self._work.file.participants)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            self._remove_current()
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(key), self.list, act, context=Qt.ShortcutContext.WidgetShortcut)

    def _name(self, row: Participant) -> str:
        return state.name_of(self._work.file, row)

    def _about(self, row: Participant) -> str:
        return state.about(self._work.file, row)

    def _consent(self, row: Participant) -> str:
        return COVERAGE_WORDS[coverage(self._work.file, row)]

    def _consent_tone(self, row: Participant) -> Tone:
        return COVERAGE_TONES[coverage(self._work.file, row)]

    def _ask_roles(self) -> None:
        work, meeting = self._work, self._work.file.meeting
        chosen = RolesDialog.ask(self, work.file)
        if chosen is not None:
            changed = replace(meeting, chair_id=chosen[0], minute_taker_id=chosen[1])
            work.act(lambda: work.desk.services.meetings.choose_roles(work.actor, changed))

    def _offer(self, row: Participant) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for answer in (*_KEYS, InvitationAnswer.NONE):
            key = texts.answer_key(answer)
            text = f"{words.ANSWERS[answer]}\t{key}" if key else words.ANSWERS[answer]
            menu.addAction(text, partial(self._answer, row, answer))
        menu.addSeparator()
        menu.addAction(texts.WRITTEN, partial(self._ask_written, row))
        menu.addAction(f"{texts.REMOVE_PARTICIPANT}\tDelete", partial(self._remove, row))
        menu.popup(QCursor.pos())

    def _answer_current(self, answer: InvitationAnswer) -> None:
        row = self.list.current_row()
        if row is not None:
            self._answer(row, answer)

    def _answer(self, row: Participant, answer: InvitationAnswer) -> None:
        work = self._work
        work.act(lambda: work.desk.services.meetings.answer(work.actor, row.id, answer))

    def _remove_current(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self._remove(row)

    def _remove(self, row: Participant) -> None:
        work, name = self._work, self._name(row)
        if row.invited_at is None or Question.confirm(self, texts.REMOVE_PARTICIPANT, name, texts.REMOVE_PARTICIPANT):
            work.act(lambda: work.desk.services.meetings.remove_participant(work.actor, row.id))

    def _ask_written(self, row: Participant) -> None:
        work, called = self._work, first_name(self._name(row))
        asked = Asked(texts.WRITTEN, texts.WRITTEN, texts.WRITTEN_INTRO.format(name=called))
        sent = AskText.paragraph(self, asked, row.written_contribution, limit=LONG)
        if sent is not None:
            work.act(lambda: work.desk.services.meetings.contribute(work.actor, row.id, sent))

    def _add(self) -> None:
        work, subject_id = self._work, self._work.file.meeting.subject_id
        work.desk.tasks.read(self, lambda: work.desk.services.meetings.suggest(work.actor, subject_id), self._choose)

    def _choose(self, suggestion: MeetingSuggestion) -> None:
        file, work = self._work.file, self._work
        there = {party_of(row) for row in file.participants}
        others = [each for each in suggestion.candidates if each.party not in there]
        if not others:
            called = first_name(file.people.name)
            Question.message(self, texts.ADD_PARTICIPANT, texts.NOBODY_ELSE.format(name=called))
            return
        party = CandidateDialog.ask(self, others)
        if party is not None:
            self._take(party, work)

    def _take(self, party: Party, work: Work) -> None:
        meeting_id = work.file.meeting.id
        work.act(lambda: work.desk.services.meetings.add_participant(work.actor, meeting_id, party))


def _tone(row: Participant) -> Tone:
    return state.ANSWER_TONES[row.answer]
