"""Questions for the meeting: what the network and the efforts make one ask, each with one click to take it along."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.network_questions import Standing
from koordinator.texts import network as texts
from koordinator.ui.desk import Desk
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Separator, clear, column, row
from koordinator.usecases.network import Wanted
from koordinator.usecases.network_file import AskedQuestion, NetworkFile

_FIRST: Final = 6
"""So many are shown before one asks for all."""


class QuestionsCard(Card):
    """`taken` after something has been put on an agenda or kept for one."""

    taken = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.QUESTIONS)
        self._desk = desk
        self._file: NetworkFile | None = None
        self._shows_all = False
        self.waiting = Panel("", Tone.INFO)
        self.put = Button(texts.PUT_ON_AGENDA)
        self.put.clicked.connect(self._take_waiting)
        self.waiting.add_button(self.put)
        self._empty = Label(texts.NO_QUESTIONS, Role.MUTED, wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.more = LinkButton()
        self.more.clicked.connect(self._show_all)
        self.buttons: list[Button] = []
        for part in (self.waiting, self._empty):
            self.body.addWidget(part)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more)

    def show_network(self, file: NetworkFile) -> None:
        """Shows the questions, and those that wait for a meeting when there is one."""
        if self._file is None or self._file.people.subject_id != file.people.subject_id:
            self._shows_all = len(file.questions) <= _FIRST + 1
        self._file = file
        offers = bool(file.waiting) and file.next_meeting is not None
        if file.next_meeting is not None:
            self.waiting.set_text(texts.waiting_offer(len(file.waiting), file.next_meeting.starts_on))
        self.waiting.setVisible(offers)
        self._empty.setVisible(not file.questions)
        self._show_rows(file.questions)

    def _show_rows(self, questions: tuple[AskedQuestion, ...]) -> None:
        """The keyboard stays at the place where it was: on the question that has moved up."""
        at = next((number for number, button in enumerate(self.buttons) if button.hasFocus()), None)
        clear(self._rows)
        self.buttons = []
        shown = questions if self._shows_all else questions[:_FIRST]
        for number, question in enumerate(shown):
            if number:
                self._rows.addWidget(Separator())
            self._rows.addWidget(self._line(question))
        self.more.setVisible(not self._shows_all)
        self.more.set_words(texts.show_all(len(questions)))
        if at is not None and self.buttons:
            self.buttons[min(at, len(self.buttons) - 1)].setFocus()

    def _line(self, asked: AskedQuestion) -> QWidget:
        words = texts.question(asked.content)
        line = QWidget()
        if asked.standing is Standing.OPEN:
            button = Button(texts.TAKE_UP)
            button.setAccessibleName(texts.take_up(words))
            button.clicked.connect(lambda: self._take(asked))
            self.buttons.append(button)
            whole = row(Label(words, wraps=True), button, gap=12)
            whole.setStretch(0, 1)
            line.setLayout(whole)
        else:
            line.setLayout(column(Label(words, wraps=True), Label(self._standing(asked), Role.SMALL_MUTED), gap=0))
        return line

    def _standing(self, asked: AskedQuestion) -> str:
        meeting = self._file.next_meeting if self._file is not None else None
        if asked.standing is Standing.ON_AGENDA and meeting is not None:
            return texts.on_agenda(meeting.starts_on)
        return texts.WAITS

    def _show_all(self) -> None:
        self._shows_all = True
        if self._file is not None:
            self._show_rows(self._file.questions)
            if len(self.buttons) > _FIRST:
                self.buttons[_FIRST].setFocus()

    def _take(self, asked: AskedQuestion) -> None:
        if self._file is None:
            return
        network, actor, subject_id = self._desk.services.network, self._desk.actor, self._file.people.subject_id
        wanted = Wanted(asked.question.key, texts.agenda_title(asked.content))
        self._write(lambda: network.take_up(actor, subject_id, wanted))

    def _take_waiting(self) -> None:
        if self._file is not None:
            network, actor, subject_id = self._desk.services.network, self._desk.actor, self._file.people.subject_id
            self._write(lambda: network.take_up_waiting(actor, subject_id))

    def _write(self, work: Callable[[], object]) -> None:
        self._desk.tasks.write(self, work, lambda _done: self.taken.emit())
