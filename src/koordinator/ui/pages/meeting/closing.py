"""Afslut: what is missing before people leave, the summary, three questions, the next meeting - then it is closed."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame

from koordinator.domain.limits import LONG, PARAGRAPH
from koordinator.domain.meeting_rules import Appointment, appointment_of
from koordinator.domain.minutes_content import MinutesContent
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.texts.meeting_summary import spoken_summary
from koordinator.ui.ask import Question
from koordinator.ui.pages.meeting.closing_questions import QuestionsCard
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tabs.dialogs.appointment import Frame, NextMeetingDialog
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, row
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.meetings import MeetingSuggestion

SUMMARY_DRAFT = "summary"
_REASON_DRAFT = "without_citizen_reason"


class ClosingView(QFrame):
    """What is missing is said and hinders nothing."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._missing = Card(texts.MISSING)
        self._list = column(gap=8)
        self._missing.body.addLayout(self._list)
        self.close_meeting = Button(texts.CLOSE_MEETING, Kind.PRIMARY)
        self.close_meeting.clicked.connect(self._close)
        self.put_back = Button(texts.PUT_BACK)
        self.put_back.clicked.connect(self._put_back)
        self._without = _Without(work)
        self.summary = SummaryCard(work)
        self.questions = QuestionsCard(work)
        self.next = NextMeetingCard(work)
        self._lay_out()
        self.setFocusProxy(self.summary.edit)

    def show_file(self) -> None:
        """Shows what is missing and what is there."""
        file = self._work.file
        clear(self._list)
        self._missing.set_title(words.missing_count(len(file.missing)))
        for point in file.missing:
            self._list.addWidget(Label(f"○  {words.missing(point)}", wraps=True))
        if not file.missing:
            self._list.addWidget(Label(texts.ALL_THERE, Role.MUTED, wraps=True))
        self.put_back.setVisible(not file.can_undo)
        self.close_meeting.setText(texts.CLOSE_ANYWAY if file.missing else texts.CLOSE_MEETING)
        for part in (self._without, self.summary, self.questions, self.next):
            part.show_file()

    def _lay_out(self) -> None:
        lacking, rest = ScrollColumn(gap=16), ScrollColumn(gap=16)
        lacking.content.addWidget(self._missing)
        lacking.content.addStretch(1)
        for part in (self._without, self.summary, self.questions, self.next):
            rest.content.addWidget(part)
        rest.content.addStretch(1)
        left = column(gap=12)
        left.addWidget(lacking, 1)
        left.addLayout(row(self.put_back, STRETCH, self.close_meeting))
        both = row(gap=24)
        both.addWidget(rest, 7)
        both.addLayout(left, 5)
        both.setContentsMargins(24, 18, 24, 18)
        self.setLayout(both)

    def _put_back(self) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        work.act(lambda: work.desk.services.meeting_room.put_back(work.actor, meeting_id))

    def _close(self) -> None:
        work, file = self._work, self._work.file
        self.summary.edit.commit()
        question = texts.closing_question(len(file.missing))
        if Question.confirm(self, texts.CLOSE_QUESTION, question, self.close_meeting.text()):
            work.act(lambda: work.desk.services.meeting_closing.close(work.actor, file.meeting.id))


class SummaryCard(Card):
    """The meeting in plain words; what was written can be suggested."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.SUMMARY)
        self._work = work
        self.edit = NoteEdit(texts.SUMMARY, limit=LONG, lines=4, most_lines=10)
        self.edit.committed.connect(lambda _text: self._save())
        work.keep_drafts_of(self.edit, SUMMARY_DRAFT)
        self.suggest = Button(texts.SUGGEST_SUMMARY)
        self.suggest.clicked.connect(self._suggest)
        self.read = CheckBox(texts.READ_ALOUD)
        self.read.clicked.connect(self._save)
        self.body.addWidget(Label(texts.SUMMARY_HINT, Role.MUTED, wraps=True))
        self.body.addWidget(self.edit)
        self.body.addLayout(row(self.read, STRETCH, self.suggest))

    def show_file(self) -> None:
        """Shows what is stored, and what was typed without being saved."""
        meeting = self._work.file.meeting
        if not self.edit.editor().hasFocus():
            self.edit.set_text(meeting.summary)
        self.read.setChecked(meeting.summary_read)
        self.suggest.setVisible(not self.edit.text().strip())
        self._work.restore(self.edit, SUMMARY_DRAFT)

    def _save(self) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        text, read_aloud = self.edit.text(), self.read.isChecked()

        def save() -> MeetingFile:
            closing = work.desk.services.meeting_closing
            file = closing.summarise(work.actor, meeting_id, text, read_aloud=read_aloud)
            work.clear_draft(SUMMARY_DRAFT)
            return file

        work.act(save)

    def _suggest(self) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        work.desk.tasks.read(
            self, lambda: work.desk.services.meeting_closing.minutes(work.actor, meeting_id), self._take
        )

    def _take(self, minutes: MinutesContent) -> None:
        self.edit.restore_draft(spoken_summary(minutes))
        self.edit.setFocus()


class _Without(Card):
    """Why the meeting was held without the citizen."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.edit = NoteEdit(texts.WITHOUT_REASON, limit=PARAGRAPH, lines=2)
        self.edit.committed.connect(self._save)
        work.keep_drafts_of(self.edit, _REASON_DRAFT)
        self.body.addWidget(Label(texts.WITHOUT_REASON, Role.MUTED))
        self.body.addWidget(self.edit)

    def show_file(self) -> None:
        """Only where the citizen was not there."""
        file = self._work.file
        self.set_title(texts.with_name(texts.WITHOUT_CITIZEN, file.people.name))
        self.setVisible(not file.with_citizen)
        if not self.edit.editor().hasFocus():
            self.edit.set_text(file.meeting.without_citizen_reason)
        self._work.restore(self.edit, _REASON_DRAFT)

    def _save(self, reason: str) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id

        def save() -> MeetingFile:
            file = work.desk.services.meeting_closing.explain_absence(work.actor, meeting_id, reason)
            work.clear_draft(_REASON_DRAFT)
            return file

        work.act(save)


class NextMeetingCard(Card):
    """When we meet again."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.NEXT_MEETING)
        self._work = work
        self._words = Label(role=Role.MUTED, wraps=True)
        self.set = Button(texts.SET_NEXT, icon="calendar-plus")
        self.set.clicked.connect(self._ask)
        self.body.addWidget(self._words)
        self.body.addLayout(row(self.set, STRETCH))

    def show_file(self) -> None:
        """Shows what is agreed."""
        following = self._work.file.next_meeting
        self.set.setText(texts.SET_NEXT if following is None else texts.CHANGE_NEXT)
        said = texts.next_meeting(following.starts_on, following.starts_clock) if following else texts.NO_NEXT
        self._words.setText(said)

    def _ask(self) -> None:
        work, following = self._work, self._work.file.next_meeting
        if following is not None:
            self._choose(appointment_of(following))
            return
        subject_id = work.file.meeting.subject_id
        work.desk.tasks.read(self, lambda: work.desk.services.meetings.suggest(work.actor, subject_id), self._suggested)

    def _suggested(self, suggestion: MeetingSuggestion) -> None:
        """This meeting's place and length; it is not held yet, and the suggestion looks at those that are."""
        here = appointment_of(self._work.file.meeting)
        self._choose(replace(here, starts_on=suggestion.appointment.starts_on))

    def _choose(self, start: Appointment) -> None:
        work, file = self._work, self._work.file
        chosen = NextMeetingDialog.ask(self, Frame(file.people.name, file.today), start)
        if chosen is not None:
            work.act(lambda: work.desk.services.meeting_closing.set_next(work.actor, file.meeting.id, chosen))
