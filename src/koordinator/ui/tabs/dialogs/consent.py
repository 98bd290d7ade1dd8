"""The forms of a consent, and of what allows sharing in its place."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from koordinator.domain.consent import Consent, GivenConsent
from koordinator.domain.ids import CitizenId
from koordinator.domain.letter_text import Line, filled, plain_text
from koordinator.domain.limits import LINE, LONG, PARAGRAPH
from koordinator.texts import consent as texts
from koordinator.ui.tabs.consent_view import exceptable, nameable, not_covered, shared_with, whose
from koordinator.ui.tabs.dialogs.choices import Pick
from koordinator.ui.tabs.dialogs.consent_fields import ExceptionsField, RecipientsField
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.usecases.consents import ConsentFile, new_consent


class SharingForm(FormDialog):
    """Whose it is, for what, with whom, and what is left out: what a consent and another basis have in common."""

    def __init__(self, parent: QWidget, heading: str, intro: str, file: ConsentFile, start: GivenConsent) -> None:
        super().__init__(parent, heading, intro=intro)
        self._file, consent = file, start.consent
        citizens = tuple((citizen.id, citizen.name) for citizen in file.people.citizens)
        self._whose: Pick[CitizenId] = Pick(texts.WHOSE, citizens, consent.citizen_id)
        if len(citizens) > 1:
            self.form.add(self._whose)
        self._purpose = self.form.add(NoteField(texts.CONSENT_PURPOSE, consent.purpose, limit=PARAGRAPH, required=True))
        sharing = ((True, texts.ALL_INVITED), (False, texts.SOME))
        self._all = self.form.add(Pick(texts.WHO_SHARES, sharing, consent.all_invited))
        self._named = self.form.add(RecipientsField(nameable(file), start.parties))
        self._exceptions = self.form.add(ExceptionsField(nameable(file), exceptable(file), start.exceptions))
        self._until = DateField(
            texts.UNTIL, lambda: file.today, consent.until_on - timedelta(days=1) if consent.until_on else None
        )
        self._until.set_bounds(earliest=file.today)
        self._all.changed.connect(self._show_named)
        self._show_named()

    def _show_named(self) -> None:
        self._named.setVisible(not self._all.key)

    def _filled(self) -> GivenConsent:
        """What is chosen now, with the words it makes."""
        parties = () if self._all.key else self._named.value()
        last = self._until.value()
        consent = new_consent(self._whose.key, self._purpose.value(), "", "")
        given = GivenConsent(
            replace(consent, all_invited=self._all.key, until_on=last + timedelta(days=1) if last else None),
            parties,
            self._exceptions.value(),
        )
        worded = replace(
            given.consent,
            shared_with=shared_with(self._file, given),
            not_covered=not_covered(self._file, given.exceptions),
        )
        return replace(given, consent=worded)


class ConsentDialog(SharingForm):
    """A consent in the words that were shown to the citizen; they follow what is chosen until somebody changes them."""

    def __init__(self, parent: QWidget, file: ConsentFile, start: GivenConsent, wording: tuple[Line, ...]) -> None:
        super().__init__(parent, texts.NEW_CONSENT, texts.CONSENT_INTRO, file, start)
        consent = start.consent
        self._wording = wording
        self._given_by = TextField(texts.GIVEN_BY, consent.given_by, limit=LINE, required=True)
        self.form.add_beside(self._given_by, self._until)
        self._text = self.form.add(
            NoteField(texts.CONSENT_TEXT, consent.text, limit=LONG, required=True, hint=texts.CONSENT_TEXT_HINT)
        )
        self._made = self._worded()
        again = Button(texts.WRITE_AGAIN, icon="refresh-cw")
        again.clicked.connect(self._write_again)
        self.form.body.addLayout(row(again, STRETCH))
        for field in (
            self._whose,
            self._purpose,
            self._all,
            self._named,
            self._exceptions,
            self._given_by,
            self._until,
        ):
            field.changed.connect(self._follow)
        self._whose.changed.connect(self._suggest_giver)
        if not consent.text:
            self._suggest_giver()
            self._write_again()

    @classmethod
    def ask(
        cls, parent: QWidget, file: ConsentFile, start: GivenConsent | None, wording: tuple[Line, ...]
    ) -> GivenConsent | None:
        """The consent as it was filled in, or None. `wording` is the municipality's text of the day."""
        dialog = cls(parent, file, start or GivenConsent(_usual(file), exceptions=file.suggested), wording)
        if not dialog.run():
            return None
        given = dialog._filled()
        return replace(
            given, consent=replace(given.consent, text=dialog._text.value(), given_by=dialog._given_by.value())
        )

    def _suggest_giver(self) -> None:
        """The citizen; of a child nobody knows who, until it is written."""
        citizen_id = self._whose.key
        is_child = citizen_id in self._file.people.children
        suggested = [citizen.name for citizen in self._file.people.citizens]
        self._given_by.show_hint(texts.GIVEN_BY_CHILD if is_child else "")
        if self._given_by.value() in ("", *suggested):
            self._given_by.set_value("" if is_child else whose(self._file, citizen_id))

    def _follow(self) -> None:
        if self._text.value() == self._made.strip():
            self._write_again()

    def _write_again(self) -> None:
        self._made = self._worded()
        self._text.set_value(self._made)

    def _worded(self) -> str:
        consent, last = self._filled().consent, self._until.value()
        values = texts.consent_values(
            whose(self._file, consent.citizen_id),
            self._given_by.value(),
            consent.purpose,
            consent.shared_with,
            consent.not_covered,
            last,
        )
        return plain_text(filled(self._wording, values, many=False))


class BasisDialog(SharingForm):
    """What the law allows without consent, and why it is needed."""

    def __init__(self, parent: QWidget, file: ConsentFile, start: GivenConsent) -> None:
        super().__init__(parent, texts.NEW_BASIS, texts.BASIS_INTRO, file, start)
        consent = start.consent
        self._basis = self.form.add(TextField(texts.BASIS, consent.legal_basis, limit=LINE, required=True))
        self._reason = self.form.add(
            NoteField(texts.BASIS_REASON, consent.basis_reason, limit=PARAGRAPH, required=True)
        )
        self.form.add(self._until)

    @classmethod
    def ask(cls, parent: QWidget, file: ConsentFile, start: GivenConsent | None = None) -> GivenConsent | None:
        """The basis as it was filled in, or None. It begins with nobody: only those it is needed for are chosen."""
        empty = replace(_usual(file), purpose="", given_by="", all_invited=False)
        dialog = cls(parent, file, start or GivenConsent(empty))
        if not dialog.run():
            return None
        given = dialog._filled()
        said = replace(given.consent, legal_basis=dialog._basis.value(), basis_reason=dialog._reason.value())
        return replace(given, consent=said)


def _usual(file: ConsentFile) -> Consent:
    first = file.people.citizens[0]
    return replace(new_consent(first.id, texts.USUAL_PURPOSE, "", ""), given_by=first.name)
