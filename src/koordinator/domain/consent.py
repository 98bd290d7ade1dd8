"""Consent to share information, for all who are invited or for some, with exceptions; it can be withdrawn any time."""

from dataclasses import dataclass
from datetime import date, datetime

from koordinator.domain.ids import (
    CitizenId,
    ConsentId,
    ContactPersonId,
    DepartmentId,
    EmployeeId,
    RowId,
    ThemeId,
)
from koordinator.domain.party import Party, PartyKeys, keys_of, party_of


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom something may be shared with or not: one person, or everybody in a department."""

    party: Party | None = None
    department_id: DepartmentId | None = None

    @property
    def keys(self) -> PartyKeys:
        """The keys to store for the person; none for a department."""
        return keys_of(self.party)


@dataclass(frozen=True, slots=True)
class Consent:
    """A citizen's consent, with the exact text that was shown.

    It is for all who are invited, or for those its `ConsentParty` rows name, but for what its `ConsentException`
    rows leave out. `shared_with` and `not_covered` say the same in words, as they stood on the day; they decide
    nothing. `legal_basis` is filled in where something other than consent allows the sharing, with `basis_reason`.
    `given_at` is when it was registered, whatever day it is from.
    Source: forvaltningsloven § 28, retssikkerhedsloven § 11 a.
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
    all_invited: bool = True
    from_on: date | None = None
    until_on: date | None = None
    given_at: datetime | None = None
    withdrawn_at: datetime | None = None
    version: int = 0

    @property
    def is_other_basis(self) -> bool:
        """Something other than the citizen's yes allows the sharing."""
        return bool(self.legal_basis)

    def has_begun(self, day: date) -> bool:
        """True from its first day on, also when it is over."""
        return self.from_on is None or self.from_on <= day

    def holds_on(self, day: date) -> bool:
        """True when the consent is in force on the day: begun, not run out and not withdrawn."""
        not_over = self.until_on is None or day < self.until_on
        return self.has_begun(day) and not_over and self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class ConsentParty:
    """Somebody whom the consent names: a person or a department."""

    id: RowId
    consent_id: ConsentId
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None
    department_id: DepartmentId | None = None

    @property
    def recipient(self) -> Recipient:
        """Who is named."""
        return Recipient(party_of(self), self.department_id)


@dataclass(frozen=True, slots=True)
class ConsentException:
    """Whom the consent leaves out: of one theme, or (`theme_id` None) of everything, "ikke omfattet"."""

    id: RowId
    consent_id: ConsentId
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None
    department_id: DepartmentId | None = None
    theme_id: ThemeId | None = None

    @property
    def recipient(self) -> Recipient:
        """Who is left out."""
        return Recipient(party_of(self), self.department_id)


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """A consent whole: what it says, whom it names, and what it leaves out."""

    consent: Consent
    parties: tuple[ConsentParty, ...] = ()
    exceptions: tuple[ConsentException, ...] = ()


def consent_party(recipient: Recipient) -> ConsentParty:
    """The recipient as named by a consent that is not stored yet."""
    keys = recipient.keys
    return ConsentParty(
        RowId(0), ConsentId(0), keys.citizen_id, keys.employee_id, keys.contact_person_id, recipient.department_id
    )


def consent_exception(recipient: Recipient, theme_id: ThemeId | None = None) -> ConsentException:
    """The recipient as left out, of the theme or of everything, by a consent that is not stored yet."""
    keys = recipient.keys
    return ConsentException(
        RowId(0),
        ConsentId(0),
        keys.citizen_id,
        keys.employee_id,
        keys.contact_person_id,
        recipient.department_id,
        theme_id,
    )
