"""The card with the subject's handover: who takes over, the checklist, and what is done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from koordinator.domain.access import Action, roles_for
from koordinator.domain.handover import Handover, HandoverItem
from koordinator.domain.paper import PaperKind
from koordinator.texts import handover as texts
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.handing_over import HandingOver
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tabs.write_letter import write_letter
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, clear, column


class HandoverCard(Card):
    """Hidden where none is under way, none can go back and nothing is left to tick."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.CARD_TITLE)
        self._desk = desk
        self._may_write = bool(desk.actor.roles & roles_for(Action.HAND_OVER))
        self._doing = HandingOver(desk, self, self.changed.emit)
        self._view: SubjectView | None = None
        self._words = Label(wraps=True)
        self.items = QVBoxLayout()
        self._boxes: list[CheckBox] = []
        self._buttons = Flow(gap=8)
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self.body.addLayout(column(self._words, gap=0))
        self.body.addLayout(self.items)
        self.body.addLayout(self._buttons)
        self.body.addWidget(self._said)

    def show_subject(self, view: SubjectView) -> None:
        """Shows the handover that is under way, or the one that can go back or has something left to tick."""
        self._view = view
        handover = view.course_file.handover
        clear(self.items)
        self._boxes.clear()
        clear(self._buttons)
        self._said.setText("")
        self._said.hide()
        self.setVisible(handover is not None)
        if handover is None:
            return
        giver, receiver = self._name(view, handover.giver_id), self._name(view, handover.receiver_id)
        self._words.setText(texts.heading(handover, giver, receiver, view.course_file.today))
        for item in view.course_file.handover_items:
            self._boxes.append(self._tick_box(item))
            self.items.addWidget(self._boxes[-1])
        for words, kind, act in self._deeds(view, handover, giver):
            button = Button(words, kind)
            button.clicked.connect(act)
            self._buttons.addWidget(button)

    def begin(self) -> None:
        """The keyboard goes to the first line that is not ticked."""
        box = next((each for each in self._boxes if not each.isChecked()), None)
        if box is not None:
            box.setFocus()

    def _deeds(
        self, view: SubjectView, handover: Handover, giver: str
    ) -> tuple[tuple[str, Kind, Callable[[], object]], ...]:
        doing, name = self._doing, view.name
        read = (texts.SEE, Kind.QUIET, partial(doing.read, handover, name))
        if not self._may_write:
            return (read,)
        letter = (texts.LETTER, Kind.QUIET, partial(self._write_letter, view, handover))
        if handover.can_return:
            return ((texts.GIVE_BACK, Kind.QUIET, partial(doing.give_back, handover, giver)), read, letter)
        if not handover.is_open:
            return (read, letter)
        now = ((texts.NOW, Kind.QUIET, partial(doing.carry_out, handover)),)
        return (
            *(now if handover.presses_on(view.course_file.today) else ()),
            read,
            (texts.INTRODUCE, Kind.QUIET, partial(doing.introduce, handover, name)),
            letter,
            (texts.CALL_OFF, Kind.QUIET, partial(doing.call_off, handover)),
        )

    def _tick_box(self, item: HandoverItem) -> CheckBox:
        box = CheckBox(item.what)
        box.setChecked(item.done_on is not None)
        box.setEnabled(self._may_write)
        box.clicked.connect(lambda is_on: self._doing.tick(item.id, is_done=is_on))
        return box

    def _write_letter(self, view: SubjectView, handover: Handover) -> None:
        write_letter(self._desk, self, (PaperKind.HANDOVER,), view.subject_id, handover, self._tell)

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    @staticmethod
    def _name(view: SubjectView, employee_id: int) -> str:
        file = view.citizen or view.family
        known = {key: employee.name for key, employee in file.employees.items()} if file is not None else {}
        return next((name for key, name in known.items() if key == employee_id), "")
