"""What is done with a handover from the citizen's or the family's page: asked, saved, told."""

from collections.abc import Callable
from datetime import time
from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget

from koordinator.domain.handover import Handover
from koordinator.domain.ids import EmployeeId, RowId, SubjectId
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.meeting_rules import Appointment
from koordinator.texts import handover as texts
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.appointment import Frame, NextMeetingDialog
from koordinator.ui.tabs.dialogs.handover import HandOverDialog, ReadHandoverDialog, with_authority
from koordinator.usecases.handover_file import HandoverFile, Portfolio

_MEET_AT: Final = time(10)

Start = TypeVar("Start")
Filled = TypeVar("Filled")


class HandingOver:
    """`saved` is called when something was."""

    def __init__(self, desk: Desk, owner: QWidget, saved: Callable[[], None]) -> None:
        self._desk, self._owner, self._saved = desk, owner, saved
        self._handovers = desk.services.handovers

    def begin(self, subject_id: SubjectId, name: str, giver_id: EmployeeId) -> None:
        """Asks for the receiver and the day."""

        def ask(portfolio: Portfolio) -> None:
            if not with_authority(portfolio.receivers):
                Question.message(self._owner, texts.HAND_OVER_HEADING.format(name=name), texts.NOBODY_CAN)
                return
            self._fill_in(
                None,
                lambda start: HandOverDialog.ask(self._owner, name, portfolio, start),
                lambda asked: self._handovers.begin(self._desk.actor, asked[0], {subject_id: asked[1]}),
            )

        self._desk.tasks.read(self._owner, lambda: self._handovers.portfolio(self._desk.actor, giver_id), ask)

    def read(self, handover: Handover, name: str) -> None:
        """Shows all that is known; on the day it is carried out from there."""

        def show(file: HandoverFile) -> None:
            if ReadHandoverDialog.read(self._owner, name, file):
                self.carry_out(handover)

        self._with_file(handover, show)

    def carry_out(self, handover: Handover) -> None:
        """The receiver has it from today."""
        self._write(lambda: self._handovers.carry_out(self._desk.actor, handover.id))

    def tick(self, item_id: RowId, *, is_done: bool) -> None:
        """A line of the checklist."""
        self._write(lambda: self._handovers.tick(self._desk.actor, item_id, is_done=is_done))

    def introduce(self, handover: Handover, name: str) -> None:
        """Plans the introduction meeting, with a working day proposed."""

        def ask(file: HandoverFile) -> None:
            self._fill_in(
                Appointment(file.introduce_on, _MEET_AT),
                lambda start: NextMeetingDialog.ask(self._owner, Frame(name, file.today), start),
                lambda chosen: self._handovers.introduce(self._desk.actor, handover.id, chosen),
            )

        self._with_file(handover, ask)

    def call_off(self, handover: Handover) -> None:
        """With a reason."""
        asked = Asked(texts.CALL_OFF_HEADING, texts.CALL_OFF_REASON, save=texts.CALL_OFF)
        self._fill_in(
            "",
            lambda reason: AskText.paragraph(self._owner, asked, reason, limit=PARAGRAPH),
            lambda reason: self._handovers.cancel(self._desk.actor, handover.id, reason),
        )

    def give_back(self, handover: Handover, giver: str) -> None:
        """After an absence."""
        sure = texts.GIVE_BACK_ASK.format(giver=giver)
        if Question.confirm(self._owner, sure, "", texts.GIVE_BACK):
            self._write(lambda: self._handovers.give_back(self._desk.actor, handover.id))

    def _with_file(self, handover: Handover, then: Callable[[HandoverFile], None]) -> None:
        self._desk.tasks.read(self._owner, lambda: self._handovers.open(self._desk.actor, handover.id), then)

    def _fill_in(
        self, start: Start, ask: Callable[[Start | Filled], Filled | None], save: Callable[[Filled], object]
    ) -> None:
        ask_until_saved(self._desk.tasks, self._owner, start, ask, save, lambda _result: self._saved())

    def _write(self, work: Callable[[], object]) -> None:
        self._desk.tasks.write(self._owner, work, lambda _result: self._saved())
