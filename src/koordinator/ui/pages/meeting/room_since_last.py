"""Siden sidst: each agreement from before is gone through - done, came to nothing, or goes on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.domain.ids import AgreementId
from koordinator.domain.limits import PARAGRAPH
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.ask_value import AskDate, Asked, AskText
from koordinator.ui.focus import focus_inside, place_kept
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, clear, column, row
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.meeting_file import MeetingFile


class EarlierPromise(Card):
    """One agreement, with the three answers, or how it went and the way back."""

    done = Signal()
    not_done = Signal()
    goes_on = Signal()
    again = Signal()
    instead = Signal(str)

    def __init__(self, view: state.PromiseView) -> None:
        super().__init__(margin=14)
        self.agreement = view.agreement
        self._settled = bool(view.settled)
        self.setAccessibleName(view.what)
        self.body.setSpacing(4)
        self.body.addWidget(Label(view.what, Role.STRONG, wraps=True))
        detail = " · ".join(part for part in (view.detail, view.settled) if part)
        self.body.addWidget(Label(detail, Role.MUTED, wraps=True))
        answers = Flow(gap=8)
        if view.agreement.status is AgreementStatus.OPEN:
            for key, (words_, act) in self._answers().items():
                self._add(answers, words_, view.what, act, key=chr(key))
        else:
            self._add(answers, texts.OPEN_AGAIN, view.what, self.again.emit)
        self.body.addLayout(answers)

    @property
    def is_open(self) -> bool:
        """It has not been gone through at this meeting."""
        return not self._settled

    def take_keyboard(self) -> None:
        """At its first answer."""
        button = self.findChild(Button)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """G, B and V answer from any button of the card."""
        answer = self._answers().get(event.key())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if answer is not None and plain and self.agreement.status is AgreementStatus.OPEN:
            answer[1]()
        else:
            super().keyPressEvent(event)

    def _answers(self) -> dict[int, tuple[str, Callable[[], None]]]:
        return {
            Qt.Key.Key_G.value: (texts.DONE, self.done.emit),
            Qt.Key.Key_B.value: (texts.NOT_DONE, self.not_done.emit),
            Qt.Key.Key_V.value: (texts.GOES_ON, self.goes_on.emit),
        }

    def ask_for_another_way(self) -> NoteEdit:
        """The quiet question and its field; `instead` with what was written there."""
        field = NoteEdit(f"{texts.ANOTHER_SOLUTION}: {self.agreement.what}", limit=PARAGRAPH, lines=1)
        field.set_placeholder(texts.ANOTHER_SOLUTION)
        button = Button(texts.DO_INSTEAD)
        button.setAccessibleName(f"{texts.DO_INSTEAD}: {self.agreement.what}")

        def answer() -> None:
            if field.text().strip() and not field.is_too_long():
                self.instead.emit(field.text())
            else:
                field.setFocus()

        button.clicked.connect(answer)
        line = row(gap=8)
        line.addWidget(field, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(Label(words.ANOTHER_WAY, wraps=True))
        self.body.addLayout(line)
        return field

    def _add(self, line: Flow, text: str, about: str, act: Callable[[], None], *, key: str = "") -> None:
        button = Button(f"{text}  {key}" if key else text)
        button.setAccessibleName(f"{text}: {about}")
        button.clicked.connect(act)
        line.addWidget(button)


class SinceLast(QWidget):
    """The agreements that were open when the meeting began."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._shown: tuple[state.PromiseView, ...] | None = None
        self.fields: dict[AgreementId, NoteEdit] = {}
        self._cards: list[EarlierPromise] = []
        self._answered = False
        self._list = column(gap=10)
        self._list.setContentsMargins(0, 0, 0, 10)
        self.setLayout(self._list)

    def show_file(self) -> None:
        """Shows them; they are built anew only when one of them is another."""
        views = state.since_last(self._work.file)
        if views == self._shown:
            return
        self._shown = views
        had_keyboard = focus_inside(self) is not None
        with place_kept(self):
            self._build(views)
        if had_keyboard and self._answered:
            QTimer.singleShot(0, self, self.take_keyboard)
        self._answered = False

    def take_keyboard(self) -> bool:
        """At the first agreement that has not been gone through; False where all have."""
        still_open = next((card for card in self._cards if card.is_open), None)
        if still_open is not None:
            still_open.take_keyboard()
        return still_open is not None

    def _build(self, views: tuple[state.PromiseView, ...]) -> None:
        typed = {key: field.text() for key, field in self.fields.items()}
        clear(self._list)
        self.fields = {}
        self._cards = []
        if not views:
            self._list.addWidget(Label(texts.NOTHING_SINCE_LAST, Role.MUTED, wraps=True))
        for view in views:
            card = EarlierPromise(view)
            card.done.connect(lambda each=view.agreement: self._done(each))
            card.not_done.connect(lambda each=view.agreement: self._not_done(each))
            card.goes_on.connect(lambda each=view.agreement: self._goes_on(each))
            card.again.connect(lambda each=view.agreement: self._again(each))
            if view.another_way:
                self._ask_for_another_way(card, typed.get(view.agreement.id, ""))
            self._cards.append(card)
            self._list.addWidget(card)

    def _ask_for_another_way(self, card: EarlierPromise, typed: str) -> None:
        """The question with its field, which keeps what is typed when the cards are built anew."""
        agreement, name = card.agreement, f"instead:{card.agreement.id}"
        field = card.ask_for_another_way()
        self._work.drafts.keep_of(field, name, also_committed=True)
        self.fields[agreement.id] = field
        if typed:
            field.restore_draft(typed)
        else:
            self._work.drafts.restore(field, name)
        card.instead.connect(lambda what: self._instead(agreement, name, what))

    def _instead(self, agreement: Agreement, draft_name: str, what: str) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id

        def agree() -> MeetingFile:
            plan = work.desk.services.meeting_room_plan
            file = plan.instead(work.actor, meeting_id, agreement, what, texts.INSTEAD_REASON)
            work.drafts.clear(meeting_id, draft_name)
            return file

        work.act(agree)

    def _act(self, act: Callable[[], MeetingFile]) -> None:
        """The keyboard goes on to the next agreement."""
        self._answered = True
        self._work.act(act)

    def _done(self, agreement: Agreement) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        self._act(lambda: work.desk.services.meeting_room_plan.done(work.actor, meeting_id, agreement))

    def _not_done(self, agreement: Agreement) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        asked = Asked(texts.NOT_DONE, texts.NOT_DONE_REASON, agreement.what)
        reason = AskText.paragraph(self, asked, limit=PARAGRAPH)
        if reason is not None:
            plan = work.desk.services.meeting_room_plan
            self._act(lambda: plan.not_done(work.actor, meeting_id, agreement, reason))

    def _goes_on(self, agreement: Agreement) -> None:
        work, file = self._work, self._work.file
        asked = Asked(texts.GOES_ON, texts.NEW_DAY, texts.NEW_DAY_INTRO)
        day = AskDate.day(self, asked, lambda: file.today, bounds=(file.today, None))
        if day is not None:
            plan = work.desk.services.meeting_room_plan
            self._act(lambda: plan.goes_on(work.actor, file.meeting.id, agreement, day))

    def _again(self, agreement: Agreement) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        work.act(lambda: work.desk.services.meeting_room_plan.open_again(work.actor, meeting_id, agreement))
