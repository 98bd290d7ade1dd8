"""Who is to come, and what they answered: a key for each answer, and answers that calendars sent back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from koordinator.domain.coverage import Standing
from koordinator.domain.meeting import InvitationAnswer, Participant
from koordinator.domain.party import Party, party_of
from koordinator.texts import meeting as words
from koordinator.texts import meeting_inviting as inviting
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import first_name
from koordinator.ui.ask import Question
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import inviting_state
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.coverage import STANDING_TONES, STANDING_WORDS, not_covered
from koordinator.ui.pages.meeting.dialogs import CandidateDialog, RolesDialog
from koordinator.ui.pages.meeting.participant_menu import ANSWERS, ParticipantActs
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.invitations import Invited
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.meetings import MeetingSuggestion

_REPLIES: Final = (".ics", ".eml", ".msg")
"""The last is not read, and whoever drops one is told what to do instead."""


class _Row(NamedTuple):
    """With its words: a list is measured again while the page already holds the next meeting."""

    participant: Participant
    name: str
    about: str
    standing: Standing

    @property
    def answer(self) -> InvitationAnswer:
        return self.participant.answer


class ParticipantsCard(Card):
    """J, N and M note an answer, G a reason, Delete takes somebody off; a click offers all in a menu.

    `consent_asked` when somebody is not covered and it is to be mended, `invited` when somebody was called on or off.
    """

    consent_asked = Signal()
    invited = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__(texts.PARTICIPANTS)
        self._work = work
        self._acts = ParticipantActs(work, self, self._invited)
        self.add = Button(texts.ADD_PARTICIPANT, icon="user-plus")
        self.read_reply = Button(inviting.READ_REPLY, icon="mail")
        self.read_reply.setToolTip(tooltip(inviting.READ_REPLY_HINT))
        self.add_to_head(self.read_reply)
        self.add_to_head(self.add)
        self.list = _make_list()
        self._roles = Label(role=Role.MUTED, wraps=True)
        self.choose = Button(texts.ROLES, icon="users")
        self._left_out = Panel("", Tone.SOON)
        self._against_wish = Panel("", Tone.SOON)
        self._note = Panel("", Tone.DONE)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)

    def show_file(self) -> None:
        """Shows the participants."""
        file = self._work.file
        self.list.set_rows([_row(file, participant) for participant in file.participants])
        left_out = not_covered(file)
        for panel, remark in ((self._left_out, left_out), (self._against_wish, inviting_state.against_wish(file))):
            panel.setVisible(bool(remark))
            panel.set_text(remark)
        self._roles.setText(state.roles(file))
        self.read_reply.setVisible(bool(file.invitations))

    def take_reply(self, path: Path) -> None:
        """Notes the answer that a calendar sent back."""
        work, meeting_id = self._work, self._work.file.meeting.id
        invitations = work.desk.services.invitations
        work.desk.tasks.write(self, lambda: invitations.take_reply(work.actor, meeting_id, path), self._replied)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for path in _dropped(event):
            self.take_reply(path)
        event.acceptProposedAction()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            self._on_current(self._acts.remove)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        mend = Button(texts.TO_CONSENT)
        mend.clicked.connect(self.consent_asked)
        self._left_out.add_button(mend)
        self._note.hide()
        for part in (self.list, self._note, self._against_wish, self._left_out):
            self.body.addWidget(part)
        below = row(gap=12)
        below.addWidget(self._roles, 1)
        below.addWidget(self.choose)
        self.body.addLayout(below)
        self.body.addWidget(Label(texts.ANSWER_KEYS, Role.SMALL_MUTED, wraps=True))

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.read_reply.clicked.connect(self._choose_reply)
        self.choose.clicked.connect(self._ask_roles)
        self.list.opened.connect(lambda row: self._acts.offer(row.participant))
        for answer in ANSWERS:
            note = partial(self._acts.answer, answer=answer)
            self._on_key(texts.answer_key(answer), partial(self._on_current, note))
        self._on_key(texts.REASON_KEY, partial(self._on_current, self._acts.give_reason))
        self.list.installEventFilter(self)

    def _on_key(self, key: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(key), self.list, act, context=Qt.ShortcutContext.WidgetShortcut)

    def _on_current(self, act: Callable[[Participant], None]) -> None:
        row = self.list.current_row()
        if row is not None:
            act(row.participant)

    def _invited(self, invited: Invited) -> None:
        self.invited.emit(invited)

    def _choose_reply(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, inviting.CHOOSE_REPLY, "", inviting.REPLY_FILES)
        if name:
            self.take_reply(Path(name))

    def _replied(self, noted: tuple[MeetingFile, Participant]) -> None:
        file, participant = noted
        said = inviting.reply_noted(state.name_of(file, participant), participant.answer)
        self._note.set_text(said)
        self._note.show()
        announce(self, said)
        self._work.take(file)

    def _ask_roles(self) -> None:
        work, meeting = self._work, self._work.file.meeting
        chosen = RolesDialog.ask(self, work.file)
        if chosen is not None:
            changed = replace(meeting, chair_id=chosen[0], minute_taker_id=chosen[1])
            work.act(lambda: work.desk.services.meetings.choose_roles(work.actor, changed))

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


def _make_list() -> DataList[_Row]:
    return DataList(
        texts.PARTICIPANTS,
        (
            Column(texts.WHO, lambda row: row.name, 0, Look.STRONG, lambda row: row.about),
            Column(texts.ANSWER, lambda row: words.ANSWERS[row.answer], 140, badge=_answer_tone),
            Column(texts.CONSENT, lambda row: STANDING_WORDS[row.standing], 175, badge=_consent_tone),
        ),
        lambda row: row.participant.id,
        fits_rows=True,
        empty=texts.NOBODY_YET_TO_COME,
    )


def _row(file: MeetingFile, participant: Participant) -> _Row:
    about = state.about(file, participant, inviting_state.called(file, participant))
    return _Row(participant, state.name_of(file, participant), about, file.standing(participant))


def _answer_tone(row: _Row) -> Tone:
    return state.ANSWER_TONES[row.answer]


def _consent_tone(row: _Row) -> Tone:
    return STANDING_TONES[row.standing]


def _dropped(event: QDropEvent) -> list[Path]:
    """The files that can be answers."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in _REPLIES]
