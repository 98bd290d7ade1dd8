"""What came of something that had to be decided, and on which day the answer came."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.domain.limits import PARAGRAPH
from koordinator.texts import plan_tab as texts
from koordinator.ui.widgets.fields import DateField, NoteField
from koordinator.ui.widgets.form import FormDialog


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer and its day."""

    text: str
    on: date


class OutcomeDialog(FormDialog):
    """The answer may have come some days ago, never later than today."""

    @classmethod
    def ask(cls, parent: QWidget, what: str, today: date, filled: Outcome) -> Outcome | None:
        """The outcome, or None; `filled` is what stands in the fields."""
        dialog = cls(parent, what)
        text = dialog.form.add(NoteField(texts.OUTCOME_LABEL, filled.text, limit=PARAGRAPH, required=True))
        on = dialog.form.add(DateField(texts.OUTCOME_ON, lambda: today, filled.on, required=True))
        on.set_bounds(None, today)
        return Outcome(text.value(), on.value() or today) if dialog.run() else None
