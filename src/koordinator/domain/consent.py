"""Consent to share information between named parties; it can be withdrawn at any time."""

from dataclasses import dataclass
from datetime import date, datetime

from koordinator.domain.ids import CitizenId, ConsentId


@dataclass(frozen=True, slots=True)
class Consent:
    """A citizen's consent, with the exact text that was shown.

    `legal_basis` is filled in where something other than consent allows the sharing, with
    `basis_reason`. Source: forvaltningsloven § 28, retssikkerhedsloven § 11 a.
    """

    id: ConsentId
    citizen_id: CitizenId
    purpose: str
    shared_with: str
    text: str
    not_covered: str = ""
    legal_basis: str = ""
    basis_reason: str = ""
    given_by: str = ""
    from_on: date | None = None
    until_on: date | None = None
    withdrawn_at: datetime | None = None
    version: int = 0

    def holds_on(self, day: date) -> bool:
        """True when the consent is in force on the day: begun, not run out and not withdrawn."""
        begun = self.from_on is None or self.from_on <= day
        not_over = self.until_on is None or day < self.until_on
        return begun and not_over and self.withdrawn_at is None
