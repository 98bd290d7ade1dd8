"""The form of a line of the take-over checklist: it waits, is taken over, or is not handed over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import TakeoverId
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.takeover import Takeover, TakeoverOutcome, is_put_off
from koordinator.texts import takeover as texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choices import Choices, Pick, choices_from, choices_of, or_none
from koordinator.ui.widgets.fields import DateField, NoteField
from koordinator.ui.widgets.form import FormDialog

_WAITS: Final = None


class TakeoverDialog(FormDialog):
    """What is asked for follows from how far it is."""

    def __init__(self, parent: QWidget, before: Takeover, choices: Choices, line: Takeover, *, corrects: bool) -> None:
        super().__init__(parent, _heading(before, choices, corrects), intro=texts.CORRECT_INTRO if corrects else "")
        self._line, self._today = before, choices.today()
        department = line.department_id or None
        self._department = self.form.add(
            Pick(texts.DEPARTMENT, or_none(choices.departments), department, required=True)
        )
        self._what = self.form.add(NoteField(texts.WHAT, line.what, limit=PARAGRAPH, required=True))
        self._state = self.form.add(Pick(texts.STANDS, choices_of(texts.STATES), line.outcome))
        expected_on = line.expected_on if department is not None else None
        self._expected = DateField(texts.EXPECTED_ON, choices.today, expected_on, required=True)
        self._employee = Pick(texts.MEANWHILE, or_none(choices.employees), line.employee_id)
        self.form.add_beside(self._expected, self._employee)
        self._wait_reason = self.form.add(
            NoteField(texts.WAIT_REASON, line.wait_reason, limit=PARAGRAPH, hint=texts.WAIT_REASON_HINT)
        )
        self._taken_on = self.form.add(
            DateField(texts.TAKEN_OVER_ON, choices.today, line.until_on or self._today, required=True)
        )
        self._taken_on.set_bounds(line.from_on, self._today)
        self._outcome_reason = self.form.add(
            NoteField(texts.OUTCOME_REASON, line.outcome_reason, limit=PARAGRAPH, required=True)
        )
        self._state.changed.connect(self._show_what_belongs)
        self._show_what_belongs()

    @classmethod
    def edit(cls, parent: QWidget, line: Takeover, choices: Choices, start: Takeover) -> Takeover | None:
        """The line as it was filled in, beginning with `start`; for one that is over, the new line that corrects it."""
        corrects = not line.waits
        before = replace(line, id=TakeoverId(0), version=0) if corrects else line
        dialog = cls(parent, before, choices, start, corrects=corrects)
        return dialog.thing() if dialog.run() else None

    def thing(self) -> Takeover:
        """What stands in the form."""
        outcome = self._state.key
        ends_on = self._taken_on.value() if outcome is TakeoverOutcome.TAKEN_OVER else self._today
        return replace(
            self._line,
            department_id=self._department.key or self._line.department_id,
            what=self._what.value(),
            expected_on=(self._expected.value() if outcome is _WAITS else None) or self._line.expected_on,
            employee_id=self._employee.key,
            wait_reason=self._wait_reason.value(),
            until_on=None if outcome is _WAITS else ends_on,
            outcome=outcome,
            outcome_reason=self._outcome_reason.value() if outcome is TakeoverOutcome.NOT_HANDED_OVER else "",
        )

    @override
    def accepts(self) -> bool:
        line = self.thing()
        if self._line.id and line.waits and is_put_off(line.expected_on, self._line) and not line.wait_reason:
            self._wait_reason.show_fault(texts.PUT_OFF)
            self._wait_reason.setFocus()
            return False
        return True

    def _show_what_belongs(self) -> None:
        outcome = self._state.key
        for field in (self._expected, self._employee, self._wait_reason):
            field.setVisible(outcome is _WAITS)
        self._taken_on.setVisible(outcome is TakeoverOutcome.TAKEN_OVER)
        self._outcome_reason.setVisible(outcome is TakeoverOutcome.NOT_HANDED_OVER)
        self.fit()


def change_takeover(desk: Desk, owner: QWidget, line: Takeover, today: date, saved: Callable[[], None]) -> None:
    """Asks about the line, saves it, and goes on to `saved`."""
    services, actor = desk.services, desk.actor

    def ask(choices: Choices) -> None:
        def fill_in(start: Takeover) -> Takeover | None:
            filled = TakeoverDialog.edit(owner, line, choices, start)
            return filled if filled != line else None

        def save(filled: Takeover) -> Takeover:
            return services.takeovers.save(actor, filled)

        ask_until_saved(desk.tasks, owner, line, fill_in, save, lambda _line: saved())

    desk.tasks.read(owner, lambda: choices_from(services.organisation.view(actor), today), ask)


def _heading(line: Takeover, choices: Choices, corrects: bool) -> str:
    if corrects:
        return texts.CORRECT
    names = dict(choices.departments)
    return texts.CHANGE.format(department=names[line.department_id]) if line.id else texts.ADD
