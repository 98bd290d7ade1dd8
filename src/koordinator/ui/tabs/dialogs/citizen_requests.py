"""What a citizen asks about their own data: corrections and objections, noted and answered."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from koordinator.domain.citizen import Citizen
from koordinator.domain.citizen_request import OUTCOMES, CitizenRequest, RequestKind, RequestOutcome
from koordinator.domain.limits import PARAGRAPH
from koordinator.texts import citizen_requests as texts
from koordinator.texts import ui as ui_texts
from koordinator.texts.formats import date_short
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.notify import announce
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.fields import ChoiceField, DateField, NoteField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.screen_room import set_size
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.citizen_requests import RequestShelf

_SIZE: Final = (940, 560)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the citizen asks, in their own words."""

    kind: RequestKind
    words: str
    asked_on: date


@dataclass(frozen=True, slots=True)
class Reply:
    """What was decided, and what the citizen is told."""

    outcome: RequestOutcome
    answer: str


class WishDialog(FormDialog):
    @classmethod
    def ask(cls, parent: QWidget, today: date, start: Wish) -> Wish | None:
        """The wish, or None."""
        dialog = cls(parent, texts.NOTE, intro=texts.INTRO)
        kind = dialog.form.add(ChoiceField(texts.KIND, tuple(texts.KINDS_LONG.items()), start.kind))
        words = NoteField(texts.WORDS, start.words, limit=PARAGRAPH, required=True, voice=True)
        dialog.form.add(words)
        asked_on = dialog.form.add(DateField(texts.ASKED_ON, lambda: today, start.asked_on, required=True))
        asked_on.set_bounds(latest=today)
        if not dialog.run():
            return None
        return Wish(RequestKind(str(kind.value())), words.value(), asked_on.value() or today)


class ReplyDialog(FormDialog):
    @classmethod
    def ask(cls, parent: QWidget, request: CitizenRequest, start: Reply) -> Reply | None:
        """The reply, or None."""
        dialog = cls(parent, texts.KINDS[request.kind])
        dialog.form.body.addWidget(Label(request.words, Role.VOICE, wraps=True))
        options = tuple((each, texts.OUTCOMES[each]) for each in OUTCOMES[request.kind])
        outcome = dialog.form.add(ChoiceField(texts.OUTCOME, options, start.outcome))
        answer = dialog.form.add(NoteField(texts.ANSWER, start.answer, limit=PARAGRAPH, hint=texts.ANSWER_HINT))
        return Reply(RequestOutcome(str(outcome.value())), answer.value()) if dialog.run() else None


class RequestsDialog(QDialog):
    """Enter on one that is not answered answers it; on another it shows the answer."""

    def __init__(self, parent: QWidget | None, desk: Desk, citizen: Citizen) -> None:
        super().__init__(parent)
        self._desk, self.citizen = desk, citizen
        self._shelf: RequestShelf | None = None
        self.is_changed = False
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.HEADING)
        self.list: DataList[CitizenRequest] = DataList(
            texts.LIST,
            (
                Column(texts.WHAT, lambda each: texts.KINDS[each.kind], 120, Look.STRONG),
                Column(texts.WORDS, lambda each: each.words, least=220),
                Column(texts.WHEN, lambda each: date_short(each.asked_on), 110),
                Column(texts.STATE, texts.state, 344, badge=lambda each: Tone.SOON if each.is_open else Tone.NEUTRAL),
            ),
            lambda each: each.id,
            empty=texts.NONE,
        )
        self.note, self.settle = Button(texts.NOTE, Kind.PRIMARY, icon="plus"), Button(texts.SETTLE, icon="pencil")
        self.copy = Button(texts.COPY_LETTER, icon="copy")
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._said.hide()
        self._lay_out()
        self.list.selected.connect(self._rest)
        self.list.opened.connect(self._open)
        self.note.clicked.connect(self._wish)
        self.settle.clicked.connect(self._reply)
        self.copy.clicked.connect(self._copy)
        self._rest(None)
        self.note.setEnabled(False)
        set_size(self, *_SIZE)

    @classmethod
    def open_for(cls, parent: QWidget, desk: Desk, citizen: Citizen) -> bool:
        """Until it is closed; True when something was noted or answered."""
        dialog = cls(parent, desk, citizen)
        dialog.read()
        dialog.exec()
        return dialog.is_changed

    def read(self) -> None:
        """Reads what was asked; the look is logged."""
        requests, actor = self._desk.services.citizen_requests, self._desk.actor
        self._desk.tasks.read(self, lambda: requests.open(actor, self.citizen.id), self._show)

    def _lay_out(self) -> None:
        close = Button(ui_texts.CLOSE)
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        outer.addWidget(Label(f"{texts.HEADING}: {self.citizen.name}", Role.LEAD, wraps=True))
        outer.addWidget(Label(texts.INTRO, Role.MUTED, wraps=True))
        outer.addWidget(self.list, 1)
        outer.addWidget(self._said)
        outer.addLayout(row(self.note, self.settle, self.copy, STRETCH, close, gap=12))
        self.list.setFocus()

    def _show(self, shelf: RequestShelf) -> None:
        self._shelf = shelf
        self.list.set_rows(shelf.requests)
        if shelf.requests and self.list.current_row() is None:
            self.list.choose(shelf.requests[0].id)
        self.note.setEnabled(True)
        self._rest(self.list.current_row())

    def _rest(self, request: CitizenRequest | None) -> None:
        self.settle.setEnabled(request is not None and request.is_open)
        self.copy.setEnabled(request is not None and not request.is_open)

    def _wish(self) -> None:
        if self._shelf is None:
            return
        requests, actor, today = self._desk.services.citizen_requests, self._desk.actor, self._shelf.today
        ask_until_saved(
            self._desk.tasks,
            self,
            Wish(RequestKind.CORRECTION, "", today),
            partial(WishDialog.ask, self, today),
            lambda wish: requests.note(actor, self.citizen.id, wish.kind, wish.words, wish.asked_on),
            lambda shelf: self._changed(shelf, texts.NOTED),
        )

    def _open(self, request: CitizenRequest) -> None:
        if request.is_open:
            self._reply()
        else:
            Question.message(self, texts.state(request), texts.both(request))

    def _reply(self) -> None:
        request = self.list.current_row()
        if request is None or not request.is_open:
            return
        requests, actor = self._desk.services.citizen_requests, self._desk.actor
        ask_until_saved(
            self._desk.tasks,
            self,
            Reply(RequestOutcome.DONE, ""),
            partial(ReplyDialog.ask, self, request),
            lambda reply: requests.settle(actor, request.id, reply.outcome, reply.answer),
            lambda shelf: self._changed(shelf, texts.SETTLED),
        )

    def _changed(self, shelf: RequestShelf, said: str) -> None:
        self.is_changed = True
        self._show(shelf)
        self._say(said)

    def _copy(self) -> None:
        request, shelf = self.list.current_row(), self._shelf
        if request is not None and shelf is not None:
            QGuiApplication.clipboard().setText(texts.letter(request, shelf.name, shelf.sender, shelf.today))
            self._say(texts.COPIED)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self, words)
