"""What the keys do with what falls due: settle, answer, put off, and take it back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.domain.access import Action, may
from koordinator.domain.follow_up import MOVABLE, DueItem, DueKind
from koordinator.domain.ids import AgreementId, PendingDecisionId
from koordinator.domain.limits import PARAGRAPH
from koordinator.texts import follow_up_page as texts
from koordinator.ui.ask_value import AskDate, Asked, AskText
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.due.rows import Act, DueRow
from koordinator.ui.notify import MessageStrip
from koordinator.ui.tabs.dialogs.outcome import Outcome, OutcomeDialog


class Settling:
    """`changed` is called after each thing that was saved."""

    def __init__(self, desk: Desk, parent: QWidget, messages: MessageStrip, changed: Callable[[], None]) -> None:
        self._desk, self._parent, self._messages, self._changed = desk, parent, messages, changed

    def can(self, line: DueRow, act: Act) -> bool:
        """What is planned gets another day from those alone whose role plans."""
        is_planned = act is Act.NEW_DAY and line.item.kind in MOVABLE
        return line.can(act) and (not is_planned or may(self._desk.actor, Action.MOVE_FOLLOW_UP))

    def done(self, item: DueItem, today: date) -> None:
        """An agreement is kept, at once and with a way back; a decision asks for its answer."""
        if item.kind is DueKind.DECISION:
            self._answer(item, today)
            return
        promises, actor, key = self._desk.services.promises, self._desk.actor, AgreementId(item.thing_id)
        self._desk.tasks.write(
            self._parent,
            lambda: promises.done(actor, key),
            lambda _done: self._tell(texts.is_done(item.what), lambda: self._open_again(key)),
        )

    def not_done(self, item: DueItem) -> None:
        """Asks why."""
        promises, actor, key = self._desk.services.promises, self._desk.actor, AgreementId(item.thing_id)
        ask_until_saved(
            self._desk.tasks,
            self._parent,
            "",
            lambda reason: AskText.paragraph(self._parent, Asked(item.what, texts.WHY_NOT), reason, limit=PARAGRAPH),
            lambda reason: promises.not_done(actor, key, reason),
            lambda _done: self._tell(texts.is_dropped(item.what), lambda: self._open_again(key)),
        )

    def new_day(self, item: DueItem, today: date) -> None:
        """Asks for the day; the earlier one can be had back where there was one."""
        asked = Asked(item.what or texts.kind_line(item), texts.BY_DAY if item.what else texts.WHICH_DAY)
        bounds = (today, item.computed_on)
        before = item.due_on
        back = None if before is None else lambda: self._put_back(item, before)

        def save(day: date) -> date:
            self._putting_off(item, day)()
            return day

        ask_until_saved(
            self._desk.tasks,
            self._parent,
            before,
            lambda day: AskDate.day(self._parent, asked, lambda: today, day, bounds=bounds),
            save,
            lambda day: self._tell(texts.is_put_off(asked.heading, day), back),
        )

    def _answer(self, item: DueItem, today: date) -> None:
        promises, actor, key = self._desk.services.promises, self._desk.actor, PendingDecisionId(item.thing_id)
        ask_until_saved(
            self._desk.tasks,
            self._parent,
            Outcome("", today),
            lambda outcome: OutcomeDialog.ask(self._parent, item.what, today, outcome),
            lambda outcome: promises.decide(actor, key, outcome.text, outcome.on),
            lambda _decided: self._tell(texts.is_answered(item.what)),
        )

    def _open_again(self, key: AgreementId) -> None:
        promises, actor = self._desk.services.promises, self._desk.actor
        self._desk.tasks.write(self._parent, lambda: promises.open_again(actor, key), lambda _open: self._changed())

    def _put_back(self, item: DueItem, day: date) -> None:
        self._desk.tasks.write(self._parent, self._putting_off(item, day), lambda _moved: self._changed())

    def _putting_off(self, item: DueItem, day: date) -> Callable[[], object]:
        services, actor = self._desk.services, self._desk.actor
        if item.kind in MOVABLE:
            return lambda: services.visits.move(actor, item, day)
        return lambda: services.promises.put_off(actor, AgreementId(item.thing_id), day)

    def _tell(self, said: str, undo: Callable[[], None] | None = None) -> None:
        self._messages.done(said, undo)
        self._changed()
