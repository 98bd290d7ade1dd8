"""The form of a citizen's master data."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from koordinator.domain.citizen import Citizen
from koordinator.domain.cpr import CprNumber, masked_cpr
from koordinator.domain.limits import LINE, SHORT
from koordinator.texts import subject as texts
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of
from koordinator.ui.widgets.fields import CheckField, EmailField, TextField
from koordinator.ui.widgets.form import FormDialog


class CitizenDialog(FormDialog):
    """A new citizen, or corrections; the number is checked when it is saved."""

    def __init__(self, parent: QWidget, citizen: Citizen) -> None:
        super().__init__(parent, texts.EDIT_CITIZEN if citizen.id else texts.NEW_CITIZEN)
        self._citizen = citizen
        self._name = self.form.add(TextField(texts.NAME, citizen.name, limit=LINE, required=True))
        self._cpr_shown = _shown_cpr(citizen)
        hint = texts.OTHER_CPR_HINT if citizen.id and citizen.cpr else ""
        self._cpr = self.form.add(TextField(texts.CPR, self._cpr_shown, limit=SHORT, hint=hint))
        self._address = self.form.add(TextField(texts.ADDRESS, citizen.address, limit=LINE))
        self._postal_code = TextField(texts.POSTAL_CODE, citizen.postal_code, limit=SHORT)
        self._city = TextField(texts.CITY, citizen.city, limit=SHORT)
        self.form.add_beside(self._postal_code, self._city)
        self._protected = self.form.add(
            CheckField(texts.PROTECTED, citizen.protected_address, hint=texts.PROTECTED_HINT)
        )
        self._phone = TextField(texts.PHONE, citizen.phone, limit=SHORT)
        self._email = EmailField(texts.EMAIL, citizen.email)
        self.form.add_beside(self._phone, self._email)
        self._preferred = Pick(texts.PREFERRED_CONTACT, choices_of(texts.PREFERRED), citizen.preferred_contact)
        self._language = TextField(texts.LANGUAGE, citizen.language, limit=SHORT)
        self.form.add_beside(self._preferred, self._language)
        self._interpreter = self.form.add(CheckField(texts.NEEDS_INTERPRETER, citizen.needs_interpreter))
        self._exempt = self.form.add(CheckField(texts.POST_EXEMPT, citizen.digital_post_exempt))

    @classmethod
    def edit(cls, parent: QWidget, citizen: Citizen) -> Citizen | None:
        """The citizen as the form was filled in."""
        dialog = cls(parent, citizen)
        return dialog.thing() if dialog.run() else None

    def thing(self) -> Citizen:
        """What stands in the form; a CPR number whose mask was left alone stays as it is."""
        cpr = self._cpr.value()
        return replace(
            self._citizen,
            name=self._name.value(),
            cpr=self._citizen.cpr if cpr == self._cpr_shown else cpr,
            address=self._address.value(),
            postal_code=self._postal_code.value(),
            city=self._city.value(),
            protected_address=self._protected.value(),
            phone=self._phone.value(),
            email=self._email.value(),
            preferred_contact=self._preferred.key,
            language=self._language.value(),
            needs_interpreter=self._interpreter.value(),
            digital_post_exempt=self._exempt.value(),
        )


def _shown_cpr(citizen: Citizen) -> str:
    """What is stored is masked; what was typed and refused comes back as it was typed."""
    return masked_cpr(CprNumber(citizen.cpr)) if citizen.id and citizen.cpr.isdigit() else citizen.cpr
