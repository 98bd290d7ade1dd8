"""How a consent is given, what stands in its place where the law allows sharing without it, and its withdrawal."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Final

from koordinator.domain import limits
from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.consent import Consent, GivenConsent
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import ThemeId

_LIMITS: Final = {
    "purpose": limits.PARAGRAPH,
    "shared_with": limits.LONG,
    "text": limits.LONG,
    "not_covered": limits.LONG,
    "legal_basis": limits.LINE,
    "basis_reason": limits.PARAGRAPH,
    "given_by": limits.LINE,
}
_CONSENT_SAYS: Final = ("purpose", "shared_with", "text", "given_by")
_OTHER_BASIS_SAYS: Final = ("purpose", "shared_with", "legal_basis", "basis_reason")


class NobodyNamed(DomainError):
    """A consent that is not for all who are invited has to name somebody."""


class GeneralThemeExcepted(DomainError):
    """What is general may be shared with everybody who is covered; somebody can only be left out of all."""


def given_consent(given: GivenConsent, general: Collection[ThemeId] = ()) -> GivenConsent:
    """The consent when it says for what, with whom, in which words and by whom (the citizen or who holds custody).

    `general` are the themes that cannot be excepted. Voluntary, specific and informed: forvaltningsloven § 28.
    Raises FieldMissing, FieldTooLong, UnusableCharacter, PeriodBackwards, NobodyNamed or GeneralThemeExcepted.
    """
    consent = _checked(replace(given.consent, legal_basis="", basis_reason=""), _CONSENT_SAYS)
    return _whole(replace(given, consent=consent), general)


def other_basis(given: GivenConsent, general: Collection[ThemeId] = ()) -> GivenConsent:
    """What allows the sharing instead of consent, and why it is needed.

    Source: forvaltningsloven § 28, stk. 2. Raises as `given_consent`.
    """
    return _whole(replace(given, consent=_checked(replace(given.consent, given_by=""), _OTHER_BASIS_SAYS)), general)


def withdrawn(consent: Consent, at: datetime) -> Consent:
    """The consent as withdrawn; the first withdrawal stands."""
    return consent if consent.withdrawn_at is not None else replace(consent, withdrawn_at=at)


def _whole(given: GivenConsent, general: Collection[ThemeId]) -> GivenConsent:
    """Each recipient and each exception once; nobody is named where all are meant."""
    if not given.consent.all_invited and not given.parties:
        raise NobodyNamed
    if any(exception.theme_id in general for exception in given.exceptions):
        raise GeneralThemeExcepted
    parties = () if given.consent.all_invited else tuple(dict.fromkeys(given.parties))
    return replace(given, parties=parties, exceptions=tuple(dict.fromkeys(given.exceptions)))


def _checked(consent: Consent, required: tuple[str, ...]) -> Consent:
    if consent.from_on is not None and consent.until_on is not None and consent.until_on <= consent.from_on:
        raise PeriodBackwards(consent.from_on, consent.until_on)
    return limits.checked_fields(consent, _LIMITS, required=required)
