"""How a consent is given, what stands in its place where the law allows sharing without it, and its withdrawal."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from koordinator.domain import limits
from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.consent import Consent

_LIMITS: Final = {
    "purpose": limits.PARAGRAPH,
    "shared_with": limits.LINE,
    "text": limits.LONG,
    "not_covered": limits.PARAGRAPH,
    "legal_basis": limits.LINE,
    "basis_reason": limits.PARAGRAPH,
    "given_by": limits.LINE,
}
_CONSENT_SAYS: Final = ("purpose", "shared_with", "text", "given_by")
_OTHER_BASIS_SAYS: Final = ("purpose", "shared_with", "legal_basis", "basis_reason")


def given_consent(consent: Consent) -> Consent:
    """The consent when it says for what, with whom, in which words and by whom (the citizen or who holds custody).

    Voluntary, specific and informed: forvaltningsloven § 28. Raises FieldMissing, FieldTooLong,
    UnusableCharacter or PeriodBackwards.
    """
    return _checked(replace(consent, legal_basis="", basis_reason=""), _CONSENT_SAYS)


def other_basis(consent: Consent) -> Consent:
    """What allows the sharing instead of consent, and why it is needed.

    Source: forvaltningsloven § 28, stk. 2. Raises FieldMissing, FieldTooLong, UnusableCharacter or PeriodBackwards.
    """
    return _checked(replace(consent, given_by=""), _OTHER_BASIS_SAYS)


def withdrawn(consent: Consent, at: datetime) -> Consent:
    """The consent as withdrawn; the first withdrawal stands."""
    return consent if consent.withdrawn_at is not None else replace(consent, withdrawn_at=at)


def _checked(consent: Consent, required: tuple[str, ...]) -> Consent:
    if consent.from_on is not None and consent.until_on is not None and consent.until_on <= consent.from_on:
        raise PeriodBackwards(consent.from_on, consent.until_on)
    return limits.checked_fields(consent, _LIMITS, required=required)
