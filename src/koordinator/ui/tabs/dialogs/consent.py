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
    def ask(cls, parent: QWidget, file: CitizenFile) -> Consent | None:
        """The consent as it was filled in, or None."""
        name = file.citizen.name
        dialog = cls(parent, texts.NEW_CONSENT, intro=texts.CONSENT_INTRO)
        purpose = dialog.form.add(NoteField(texts.CONSENT_PURPOSE, limit=PARAGRAPH, required=True))
        shared = dialog.form.add(TextField(texts.SHARED_WITH, limit=LINE, required=True))
        missing = dialog.form.add(
            NoteField(texts.NOT_COVERED, limit=PARAGRAPH, hint=texts.NOT_COVERED_HINT, voice=True)
        )
        text = dialog.form.add(NoteField(texts.CONSENT_TEXT, texts.standard_consent(name), limit=LONG, required=True))
        given_by = TextField(texts.GIVEN_BY, name, limit=LINE, required=True)
        until = DateField(texts.UNTIL_ON, lambda: file.course_file.today)
        dialog.form.add_beside(given_by, until)
        if not dialog.run():
            return None
        consent = new_consent(file.citizen.id, purpose.value(), shared.value(), text.value())
        return replace(consent, not_covered=missing.value(), given_by=given_by.value(), until_on=until.value())


class BasisDialog(FormDialog):
    """What the law allows without consent, and why it is needed."""

    @classmethod
    def ask(cls, parent: QWidget, file: CitizenFile) -> Consent | None:
        """The basis as it was filled in, or None."""
        dialog = cls(parent, texts.NEW_BASIS)
        purpose = dialog.form.add(NoteField(texts.CONSENT_PURPOSE, limit=PARAGRAPH, required=True))
        shared = dialog.form.add(TextField(texts.SHARED_WITH, limit=LINE, required=True))
        basis = dialog.form.add(TextField(texts.BASIS, limit=LINE, required=True))
        reason = dialog.form.add(NoteField(texts.BASIS_REASON, limit=PARAGRAPH, required=True))
        if not dialog.run():
            return None
        consent = new_consent(file.citizen.id, purpose.value(), shared.value(), "")
        return replace(consent, legal_basis=basis.value(), basis_reason=reason.value())
