"""Consent to share information: given, withdrawn, or another legal basis in its place.

The exact text that was shown is kept, so a consent is never edited: a new one is given.
"""

from collections.abc import Callable
from dataclasses import replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen
from koordinator.domain.consent import Consent
from koordinator.domain.consent_rules import given_consent, other_basis, withdrawn
from koordinator.domain.ids import CitizenId, ConsentId
from koordinator.usecases.ports import Office, Transaction


class Consents:
    """The use cases of consent."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def give(self, actor: Actor, consent: Consent) -> Consent:
        """A new consent, from today unless it says another day.

        Raises FieldMissing, FieldTooLong, UnusableCharacter, PeriodBackwards or NotFound.
        """
        return self._add(actor, consent, given_consent, "given=1")

    def share_on_other_basis(self, actor: Actor, consent: Consent) -> Consent:
        """What allows sharing where there is no consent: the legal basis and the reason.

        Raises FieldMissing, FieldTooLong, UnusableCharacter, PeriodBackwards or NotFound.
        """
        return self._add(actor, consent, other_basis, "other_basis=1")

    def withdraw(self, actor: Actor, consent_id: ConsentId) -> Consent:
        """From this moment nothing is shared on it. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_CONSENT) as tx:
            consent = tx.of(Consent).get(consent_id)
            _about(tx, consent, "withdrawn=1")
            over = withdrawn(consent, tx.now)
            return consent if over is consent else tx.of(Consent).save(over)

    def _add(self, actor: Actor, consent: Consent, checked: Callable[[Consent], Consent], codes: str) -> Consent:
        with self._office.act(actor, Action.EDIT_CONSENT) as tx:
            begun = replace(consent, from_on=consent.from_on or tx.today, withdrawn_at=None)
            saved = tx.of(Consent).add(checked(begun))
            _about(tx, saved, codes)
            return saved


def new_consent(citizen_id: CitizenId, purpose: str, shared_with: str, text: str) -> Consent:
    """A consent that is not stored yet."""
    return Consent(ConsentId(0), citizen_id, purpose, shared_with, text)


def _about(tx: Transaction, consent: Consent, codes: str) -> None:
    tx.about("consent", consent.id, tx.of(Citizen).get(consent.citizen_id).subject_id, codes)
