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
    Each is one, however many are told of it (see `ToldOfGrant`).
    """

    id: RowId
    subject_id: SubjectId
    employee_id: EmployeeId
    reason: str
    from_at: datetime
    until_at: datetime
    kind: GrantKind = GrantKind.NEED


@dataclass(frozen=True, slots=True)
class ToldOfGrant:
    """A colleague who is told of a grant; `seen_at` (UTC) is when they had read it."""

    id: RowId
    grant_id: RowId
    told_id: EmployeeId
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The name of somebody who is told, and whether they have read it."""

    name: str
    has_read: bool


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A grant with names. `told` is empty where there was nobody to tell; `is_mine` is for the looker to read yet."""

    grant: AccessGrant
    who: str
    about: str
    told: tuple[Told, ...]
    is_open: bool
    is_mine: bool


def checked_reason(reason: str) -> str:
    """The reason as it is kept. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked("reason", reason, limits.PARAGRAPH, required=True)


def open_until(today: date) -> datetime:
    """The end of the day after today: what is opened on a Friday evening is not open on Monday."""
    return moment_of(today + timedelta(days=2), time.min)
