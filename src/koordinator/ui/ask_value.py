"""Dialogs that ask for one thing and return it; None when the person thought better of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.texts import ui as texts
from koordinator.ui.widgets.date_edits import Today
from koordinator.ui.widgets.fields import ChoiceField, DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog


@dataclass(frozen=True, slots=True)
class Asked:
    """The words round one field: a heading, a sentence, the field's label, the verb on the button."""

    heading: str
    label: str
    intro: str = ""
    save: str = texts.SAVE


class AskText(FormDialog):
    @classmethod
    def line(cls, parent: QWidget | None, asked: Asked, text: str = "", *, limit: int) -> str | None:
        dialog = cls(parent, asked.heading, intro=asked.intro, save=asked.save)
        field = dialog.form.add(TextField(asked.label, text, limit=limit, required=True))
        return field.value() if dialog.run() else None

    @classmethod
    def paragraph(cls, parent: QWidget | None, asked: Asked, text: str = "", *, limit: int) -> str | None:
        """Several lines, such as a reason."""
        dialog = cls(parent, asked.heading, intro=asked.intro, save=asked.save)
        field = dialog.form.add(NoteField(asked.label, text, limit=limit, required=True))
        return field.value() if dialog.run() else None


class AskDate(FormDialog):
    @classmethod
    def day(
        cls,
        parent: QWidget | None,
        asked: Asked,
        today: Today,
        day: date | None = None,
        *,
        bounds: tuple[date | None, date | None] = (None, None),
    ) -> date | None:
        """`bounds` are the first and the last day that may be chosen, each None where there is none."""
        dialog = cls(parent, asked.heading, intro=asked.intro, save=asked.save)
        field = dialog.form.add(DateField(asked.label, today, day, required=True))
        field.set_bounds(*bounds)
        return field.value() if dialog.run() else None


class AskChoice(FormDialog):
    @classmethod
    def one_of(
        cls, parent: QWidget | None, asked: Asked, options: Sequence[tuple[object, str]], chosen: object = None
    ) -> object | None:
        """One of the keys of (key, words)."""
        dialog = cls(parent, asked.heading, intro=asked.intro, save=asked.save)
        field = dialog.form.add(ChoiceField(asked.label, options, chosen, required=True))
        return field.value() if dialog.run() else None
