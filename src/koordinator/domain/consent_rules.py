"""How a consent is given, what stands in its place where the law allows sharing without it, and its withdrawal."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from koordinator.domain import limits
from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.consent import Consent
from koordinator.domain.folding import folded

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


def covers(consents: Iterable[Consent], day: date, names: Iterable[str], called: str) -> bool:
    """Whether something may be shared on the day with somebody who is known by these names.

    The words of a consent in force have to name the person or where they belong, and none may leave them out; for
    that being `called` by the first name is enough. In doubt the answer is no.
    """
    in_force = [consent for consent in consents if consent.holds_on(day)]
    known = [name for name in names if name]
    left_out = any(_mentions(consent.not_covered, name) for consent in in_force for name in (*known, called))
    return not left_out and any(_mentions(consent.shared_with, name) for consent in in_force for name in known)


def _mentions(words: str, name: str) -> bool:
    """The name stands in the words as whole words, however it is written."""
    return bool(folded(name)) and f" {folded(name)} " in f" {folded(words)} "


def _checked(consent: Consent, required: tuple[str, ...]) -> Consent:
    if consent.from_on is not None and consent.until_on is not None and consent.until_on <= consent.from_on:
        raise PeriodBackwards(consent.from_on, consent.until_on)
    return limits.checked_fields(consent, _LIMITS, required=required)
