"""Adgang ved særligt behov: a citizen or family opened by somebody who does not work with them, for a stated reason."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from koordinator.domain import limits
from koordinator.domain.codes import GrantKind
from koordinator.domain.cpr import CprNumber
from koordinator.domain.danish_day import moment_of
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId, RowId, SubjectId


class SeveralCitizens(DomainError):
    """More than one citizen has the name and the birthday; the CPR number tells them apart."""

    name: str


@dataclass(frozen=True, slots=True)
class WantedCitizen:
    """Whom somebody asks for, who must know exactly whom: the CPR number, or the whole name with the birthday."""

    cpr: CprNumber | None = None
    name: str = ""
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class AccessGrant:
    """Who may see whom, why, and until when (`until_at` is the first moment without).

    What is told of another kind than NEED opens nothing: it ends when it begins, and has no reason of its own.
    `told_id` is the colleague who is told of it, None where there was nobody to tell; `seen_at` when they had read it.
    """

    id: RowId
    subject_id: SubjectId
    employee_id: EmployeeId
    reason: str
    from_at: datetime
    until_at: datetime
    told_id: EmployeeId | None = None
    seen_at: datetime | None = None
    kind: GrantKind = GrantKind.NEED


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A grant with names. `is_mine` is one that the person who looks was to be told of."""

    grant: AccessGrant
    who: str
    about: str
    told: str
    is_open: bool
    is_mine: bool


def checked_reason(reason: str) -> str:
    """The reason as it is kept. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked("reason", reason, limits.PARAGRAPH, required=True)


def open_until(today: date) -> datetime:
    """The end of the day after today: what is opened on a Friday evening is not open on Monday."""
    return moment_of(today + timedelta(days=2), time.min)
