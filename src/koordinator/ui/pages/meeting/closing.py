"""Afslut: what is missing before people leave, the summary, three questions, the next meeting, the sheet."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from koordinator.domain.closing_check import Lack, Missing
from koordinator.domain.limits import LONG, PARAGRAPH
from koordinator.domain.meeting_rhythm import ProposedDay
from koordinator.domain.meeting_rules import Appointment, appointment_of
from koordinator.domain.minutes_content import MinutesContent
from koordinator.texts import meeting_page as texts
from koordinator.texts.meeting_summary import A_MINUTE, spoken_summary, word_count
from koordinator.ui.ask import Question
from koordinator.ui.pages.meeting.closing_missing import MissingCard
from koordinator.ui.pages.meeting.closing_questions import QuestionsCard
from koordinator.ui.pages.meeting.take_home import TakeHomeCard
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tabs.dialogs.appointment import Frame, NextMeetingDialog
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, column, row
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.meetings import MeetingSuggestion

SUMMARY_DRAFT = "summary"
_REASON_DRAFT = "without_citizen_reason"


class ClosingView(QFrame):
    """What is missing is said and hinders nothing; `asked` with what has to be put right in the room itself."""

    asked = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.missing = MissingCard()
        self.missing.asked.connect(self._put_right)
        self.close_meeting = Button(texts.CLOSE_MEETING, Kind.PRIMARY)
        self.close_meeting.clicked.connect(self._close)
        self.put_back = Button(texts.PUT_BACK)
        self.put_back.clicked.connect(self._put_back)
        self.without = _Without(work)
        self.summary = SummaryCard(work)
        self.questions = QuestionsCard(work)
        self.next = NextMeetingCard(work)
        self.take_home = TakeHomeCard(work)
        self._lay_out()

    def show_file(self) -> None:
        """Shows what is missing and what is there."""
        file = self._work.file
        self.missing.show_missing(file.missing)
        self.put_back.setVisible(not file.can_undo)
        self.close_meeting.setText(texts.CLOSE_ANYWAY if file.missing else texts.CLOSE_MEETING)
        for part in (self.without, self.summary, self.questions, self.next):
            part.show_file()

    def take_keyboard(self) -> None:
        """Where one begins to close a meeting."""
        self.summary.edit.setFocus()

    def _lay_out(self) -> None:
        lacking, rest = ScrollColumn(gap=16), ScrollColumn(gap=16)
        lacking.content.addWidget(self.missing)
        lacking.content.addStretch(1)
        for part in (self.without, self.summary, self.questions, self.next, self.take_home):
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

    def _put_right(self, point: Missing) -> None:
        here: dict[Lack, Callable[[], object]] = {
            Lack.WITHOUT_CITIZEN: self.without.edit.setFocus,
            Lack.NEXT_MEETING: self.next.ask,
            Lack.SUMMARY: self.summary.edit.setFocus,
            Lack.EVALUATION: self.questions.take_keyboard,
        }
        if point.lack in here:
            here[point.lack]()
        else:
            self.asked.emit(point)

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
    """The meeting in plain words, written out of the notes when the meeting comes to its end, and free to change."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.SUMMARY)
        self._work = work
        self._suggested_for = 0
        self.edit = NoteEdit(texts.SUMMARY, limit=LONG, lines=4, most_lines=18)
        self.edit.committed.connect(lambda _text: self._save())
        self.edit.changed.connect(self._count)
        work.drafts.keep_of(self.edit, SUMMARY_DRAFT)
        self.suggest = Button(texts.SUGGEST_SUMMARY)
        self.suggest.clicked.connect(lambda: self._suggest(self._take_again))
        self.read = CheckBox(texts.READ_ALOUD)
        self.read.clicked.connect(self._save)
        self._length = Label(role=Role.SMALL_MUTED)
        self.body.addWidget(Label(texts.SUMMARY_HINT, Role.MUTED, wraps=True))
        self.body.addWidget(self.edit)
        self.body.addWidget(self._length)
        below = Flow(gap=12)
        below.addWidget(self.read)
        below.addWidget(self.suggest)
        self.body.addLayout(below)

    def show_file(self) -> None:
        """Shows what is stored, and what was typed without being saved; the first time what the notes say."""
        file, meeting = self._work.file, self._work.file.meeting
        if not self.edit.editor().hasFocus():
            self.edit.set_text(meeting.summary)
        self.read.setChecked(meeting.summary_read)
        self._work.drafts.restore(self.edit, SUMMARY_DRAFT)
        self._count()
        if file.can_undo and not self.edit.text().strip() and self._suggested_for != meeting.id:
            self._suggested_for = meeting.id
            self._suggest(self._take_where_empty)

    def _count(self) -> None:
        self._length.setText(texts.reading_time(word_count(self.edit.text()), A_MINUTE))

    def _save(self) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        text, read_aloud = self.edit.text(), self.read.isChecked()

        def save() -> MeetingFile:
            closing = work.desk.services.meeting_closing
            file = closing.summarise(work.actor, meeting_id, text, read_aloud=read_aloud)
            work.drafts.clear(meeting_id, SUMMARY_DRAFT)
            return file

        work.act(save)

    def _suggest(self, then: Callable[[MinutesContent], None]) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id

        def take(minutes: MinutesContent) -> None:
            if work.is_open and work.file.meeting.id == meeting_id:
                then(minutes)

        work.desk.tasks.read(self, lambda: work.desk.services.meeting_closing.minutes(work.actor, meeting_id), take)

    def _take_where_empty(self, minutes: MinutesContent) -> None:
        if not self.edit.text().strip():
            self._take(minutes)

    def _take_again(self, minutes: MinutesContent) -> None:
        self._take(minutes)
        self.edit.setFocus()

    def _take(self, minutes: MinutesContent) -> None:
        self.edit.rewrite(spoken_summary(minutes))
        self.edit.commit()


class _Without(Card):
    """Why the meeting was held without the citizen."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.edit = NoteEdit(texts.WITHOUT_REASON, limit=PARAGRAPH, lines=2)
        self.edit.committed.connect(self._save)
        work.drafts.keep_of(self.edit, _REASON_DRAFT)
        self.body.addWidget(Label(texts.WITHOUT_REASON, Role.MUTED))
        self.body.addWidget(self.edit)

    def show_file(self) -> None:
        """Only where the citizen was not there."""
        file = self._work.file
        self.set_title(texts.with_name(texts.WITHOUT_CITIZEN, file.people.name))
        self.setVisible(not file.with_citizen)
        if not self.edit.editor().hasFocus():
            self.edit.set_text(file.meeting.without_citizen_reason)
        self._work.drafts.restore(self.edit, _REASON_DRAFT)

    def _save(self, reason: str) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id

        def save() -> MeetingFile:
            file = work.desk.services.meeting_closing.explain_absence(work.actor, meeting_id, reason)
            work.drafts.clear(meeting_id, _REASON_DRAFT)
            return file

        work.act(save)


class NextMeetingCard(Card):
    """When we meet again."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.NEXT_MEETING)
        self._work = work
        self._words = Label(role=Role.MUTED, wraps=True)
        self.set = Button(texts.SET_NEXT, icon="calendar-plus")
        self.set.clicked.connect(self.ask)
        self.body.addWidget(self._words)
        self.body.addLayout(row(self.set, STRETCH))

    def show_file(self) -> None:
        """Shows what is agreed."""
        following = self._work.file.next_meeting
        self.set.setText(texts.SET_NEXT if following is None else texts.CHANGE_NEXT)
        said = texts.next_meeting(following.starts_on, following.starts_clock) if following else texts.NO_NEXT
        self._words.setText(said)

    def ask(self) -> None:
        """Sets it, or puts it at another time."""
        work, following = self._work, self._work.file.next_meeting
        if following is not None:
            self._choose(appointment_of(following))
            return
        subject_id = work.file.meeting.subject_id
        work.desk.tasks.read(self, lambda: work.desk.services.meetings.suggest(work.actor, subject_id), self._suggested)

    def _suggested(self, suggestion: MeetingSuggestion) -> None:
        """This meeting's place and length, on the first day that suits."""
        here = appointment_of(self._work.file.meeting)
        self._choose(replace(here, starts_on=suggestion.appointment.starts_on), suggestion.days)

    def _choose(self, start: Appointment, days: tuple[ProposedDay, ...] = ()) -> None:
        work, file = self._work, self._work.file
        chosen = NextMeetingDialog.ask(self, Frame(file.people.name, file.today, days), start)
        if chosen is not None:
            work.act(lambda: work.desk.services.meeting_closing.set_next(work.actor, file.meeting.id, chosen))
