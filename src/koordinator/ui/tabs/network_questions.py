"""Questions for the meeting: what the network and the efforts make one ask, each with one click to take it along."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from koordinator.domain.network_questions import Standing
from koordinator.texts import network as texts
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.table_model import Column
from koordinator.usecases.network import Wanted
from koordinator.usecases.network_file import AskedQuestion, NetworkFile


class QuestionsCard(ThingsCard[AskedQuestion]):
    """`taken` after something has been put on an agenda or kept for one."""

    taken = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            texts.QUESTIONS,
            (
                Column(texts.QUESTIONS, lambda row: texts.question(row.content), 0, detail=self._standing),
                Column("", _button, 170, is_action=True),
            ),
            lambda row: row.question.key,
            self._take,
            empty=texts.NO_QUESTIONS,
        )
        self._desk = desk
        self._file: NetworkFile | None = None
        self.list.horizontalHeader().hide()
        self.list.acted.connect(lambda row, _column: self._take(row))
        self.waiting = Panel("", Tone.INFO)
        self.put = Button(texts.PUT_ON_AGENDA)
        self.put.clicked.connect(self._take_waiting)
        self.waiting.add_button(self.put)
        self.body.insertWidget(0, self.waiting)

    def show_network(self, file: NetworkFile) -> None:
        """Shows the questions, and those that wait for a meeting when there is one."""
        self._file = file
        self.show_things(file.questions)
        offers = bool(file.waiting) and file.next_meeting is not None
        if file.next_meeting is not None:
            self.waiting.set_text(texts.waiting_offer(len(file.waiting), file.next_meeting.starts_on))
        self.waiting.setVisible(offers)

    def _standing(self, row: AskedQuestion) -> str:
        meeting = self._file.next_meeting if self._file is not None else None
        if row.standing is Standing.ON_AGENDA and meeting is not None:
            return texts.on_agenda(meeting.starts_on)
        return texts.WAITS if row.standing is Standing.WAITING else ""

    def _take(self, row: AskedQuestion) -> None:
        if self._file is None or row.standing is not Standing.OPEN:
            return
        network, actor, subject_id = self._desk.services.network, self._desk.actor, self._file.people.subject_id
        wanted = Wanted(row.question.key, texts.agenda_title(row.content))
        self._write(lambda: network.take_up(actor, subject_id, wanted))

    def _take_waiting(self) -> None:
        if self._file is not None:
            network, actor, subject_id = self._desk.services.network, self._desk.actor, self._file.people.subject_id
            self._write(lambda: network.take_up_waiting(actor, subject_id))

    def _write(self, work: Callable[[], object]) -> None:
        self._desk.tasks.write(self, work, lambda _done: self.taken.emit())


def _button(row: AskedQuestion) -> str:
    return texts.TAKE_UP if row.standing is Standing.OPEN else ""
