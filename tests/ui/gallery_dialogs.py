"""A form with every kind of field, as a page would make it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.ui.widgets.fields import CheckField, ChoiceField, DateField, NoteField, TextField, TimeField
from koordinator.ui.widgets.form import FormDialog


def today() -> date:
    return date(2026, 11, 21)


class AgreementForm(FormDialog):
    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Ny aftale", intro="Hvem gør hvad, og hvornår? Aftalen kommer med i planen.")
        self.what = self.form.add(NoteField("Hvad", limit=2_000, required=True, hint="Skriv det, så Lone forstår det."))
        people = [(None, "Vælg en person"), (1, "Mette Holm"), (2, "Kim Møller · Familie")]
        self.who = self.form.add(ChoiceField("Hvem", people, required=True))
        self.on = DateField("Senest", today, date(2026, 12, 4), required=True)
        self.at = TimeField("Klokken")
        self.form.add_beside(self.on, self.at)
        self.phone = self.form.add(TextField("Telefon", "99 12 34 56", limit=80))
        self.words = self.form.add(NoteField("Med Lones egne ord", "Én at ringe til.", limit=2_000, voice=True))
        self.told = self.form.add(CheckField("Lone har fået det at vide", is_on=True))

    @classmethod
    def ask(cls, parent: QWidget | None) -> str | None:
        form = cls(parent)
        return form.what.value() if form.run() else None
