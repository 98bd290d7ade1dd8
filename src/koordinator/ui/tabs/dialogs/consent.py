"""The forms of a consent, and of what allows sharing in its place."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from koordinator.domain.consent import Consent
from koordinator.domain.limits import LINE, LONG, PARAGRAPH
from koordinator.texts import register as texts
from koordinator.ui.widgets.fields import DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.citizen_file import CitizenFile
from koordinator.usecases.consents import new_consent


class ConsentDialog(FormDialog):
    """A consent in the words that were shown to the citizen."""

    @classmethod
    def ask(cls, parent: QWidget, file: CitizenFile, start: Consent | None = None) -> Consent | None:
        """The consent as it was filled in, or None."""
        name = file.citizen.name
        given = start or replace(new_consent(file.citizen.id, "", "", texts.standard_consent(name)), given_by=name)
        dialog = cls(parent, texts.NEW_CONSENT, intro=texts.CONSENT_INTRO)
        purpose = dialog.form.add(NoteField(texts.CONSENT_PURPOSE, given.purpose, limit=PARAGRAPH, required=True))
        shared = dialog.form.add(TextField(texts.SHARED_WITH, given.shared_with, limit=LINE, required=True))
        missing = dialog.form.add(
            NoteField(texts.NOT_COVERED, given.not_covered, limit=PARAGRAPH, hint=texts.NOT_COVERED_HINT, voice=True)
        )
        text = dialog.form.add(NoteField(texts.CONSENT_TEXT, given.text, limit=LONG, required=True))
        given_by = TextField(texts.GIVEN_BY, given.given_by, limit=LINE, required=True)
        until = DateField(texts.UNTIL_ON, lambda: file.course_file.today, given.until_on)
        dialog.form.add_beside(given_by, until)
        if not dialog.run():
            return None
        consent = new_consent(file.citizen.id, purpose.value(), shared.value(), text.value())
        return replace(consent, not_covered=missing.value(), given_by=given_by.value(), until_on=until.value())


class BasisDialog(FormDialog):
    """What the law allows without consent, and why it is needed."""

    @classmethod
    def ask(cls, parent: QWidget, file: CitizenFile, start: Consent | None = None) -> Consent | None:
        """The basis as it was filled in, or None."""
        given = start or new_consent(file.citizen.id, "", "", "")
        dialog = cls(parent, texts.NEW_BASIS)
        purpose = dialog.form.add(NoteField(texts.CONSENT_PURPOSE, given.purpose, limit=PARAGRAPH, required=True))
        shared = dialog.form.add(TextField(texts.SHARED_WITH, given.shared_with, limit=LINE, required=True))
        basis = dialog.form.add(TextField(texts.BASIS, given.legal_basis, limit=LINE, required=True))
        reason = dialog.form.add(NoteField(texts.BASIS_REASON, given.basis_reason, limit=PARAGRAPH, required=True))
        if not dialog.run():
            return None
        consent = new_consent(file.citizen.id, purpose.value(), shared.value(), "")
        return replace(consent, legal_basis=basis.value(), basis_reason=reason.value())
