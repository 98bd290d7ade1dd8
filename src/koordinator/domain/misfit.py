"""Misfit watch: what speaks for a step that no longer fits, and brings a subject forward for reassessment.

Source: the municipality's model for cross-professional coordination (the step follows the need); the
thresholds are the municipality's own (`MisfitLimits`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId, RowId, SubjectId


class MisfitReason(StrEnum):
    """What speaks for assessing again, the heaviest first."""

    NEW_CASES = "new_cases"
    NEW_DEPARTMENTS = "new_departments"
    NEW_CONTACTS = "new_contacts"
    MEETINGS_CANCELLED = "meetings_cancelled"
    AGREEMENTS_OVERDUE = "agreements_overdue"
    STEP_MOVED = "step_moved"
    LONG_AGO = "long_ago"


GROWTH: Final = (MisfitReason.NEW_CASES, MisfitReason.NEW_DEPARTMENTS, MisfitReason.NEW_CONTACTS)
"""The register has grown since the step was decided."""
_WEIGHT_OF: Final = {reason: weight for weight, reason in enumerate(MisfitReason)}


@dataclass(frozen=True, slots=True)
class Sign:
    """So many of something that speaks for a misfit: when the first and the newest of them came about.

    `of` is the number that `count` is a part of, 0 where it is a part of nothing; `words` name the newest.
    """

    reason: MisfitReason
    first_on: date
    newest_on: date
    count: int = 1
    of: int = 0
    words: str = ""


class MisfitLimits(NamedTuple):
    """How much it takes in this municipality before a subject comes forward."""

    contacts: int
    cancelled: int
    overdue: int
    overdue_percent: int
    moves: int
    moves_within_days: int


@dataclass(frozen=True, slots=True)
class MisfitLook:
    """Somebody looked at the signs and judged that no reassessment is needed, for a reason.

    `seen` holds each reason with its count ("new_cases=1 step_moved=2"), as it was on the day.
    `renewed_on` is the latest day on which the step was found to stand although its reassessment was due:
    its time runs anew from then.
    """

    id: RowId
    subject_id: SubjectId
    looked_on: date
    looked_by_id: EmployeeId
    seen: str
    reason: str
    renewed_on: date | None = None


class LookedAt(NamedTuple):
    """The latest look of a subject, as the guide knows it."""

    looked_on: date
    seen: str
    renewed_on: date | None = None

    def count_of(self, reason: MisfitReason) -> int:
        """How many of it were seen; 0 when there were none."""
        return next((int(count) for name, _, count in self._parts() if name == reason), 0)

    def covers(self, sign: Sign) -> bool:
        """True when nothing of the sign has come since the look; a day that comes is never covered beforehand."""
        if sign.reason is MisfitReason.LONG_AGO:
            return False
        return sign.newest_on <= self.looked_on and sign.count <= self.count_of(sign.reason)

    def _parts(self) -> Iterable[tuple[str, str, str]]:
        return (part.partition("=") for part in self.seen.split())


class NothingToSee(DomainError):
    """Nothing speaks for another step just now, so there is nothing to judge."""

    name: str


def seen_codes(signs: Iterable[Sign]) -> str:
    """What was seen, as it is kept (see `MisfitLook.seen`)."""
    return " ".join(f"{sign.reason}={sign.count}" for sign in signs)


def moved_too_often(moved_on: Iterable[date], today: date, limits: MisfitLimits) -> Sign | None:
    """The moves between steps of the last year (or what the municipality counts), when they are too many."""
    recent = sorted(day for day in moved_on if day > today - timedelta(days=limits.moves_within_days))
    if len(recent) < limits.moves or not recent:
        return None
    return Sign(MisfitReason.STEP_MOVED, recent[0], recent[-1], len(recent))


def is_enough(sign: Sign, limits: MisfitLimits) -> bool:
    """True when there is so much of it that the subject is to come forward."""
    if sign.reason is MisfitReason.NEW_CONTACTS:
        return sign.count >= limits.contacts
    if sign.reason is MisfitReason.MEETINGS_CANCELLED:
        return sign.count >= limits.cancelled
    if sign.reason is MisfitReason.AGREEMENTS_OVERDUE:
        return sign.count >= limits.overdue and 100 * sign.count > limits.overdue_percent * sign.of
    return True


def heaviest_first(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """The signs in the order of their reasons."""
    return tuple(sorted(signs, key=lambda sign: _WEIGHT_OF[sign.reason]))
