"""Whose time is up, why, and what keeps them all the same.

A citizen's or a family's time runs from the day on which the last course ended that they had or were part of. While
any of them is open, nothing runs. A citizen who never had one runs from the day they were last used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from koordinator.domain import limits
from koordinator.domain.codes import EndReason, SubjectKind
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId, RowId, SubjectId
from koordinator.domain.retention import PeriodInForce, RetentionKind


class Stretch(NamedTuple):
    """A course that a subject had, or was part of as a member of a family, until the day it was over for them.

    `until_on` is None while it is open. `ended_by` is the code of why, or nothing.
    """

    until_on: date | None
    ended_by: str = ""


class HeldSubject(NamedTuple):
    """A citizen or a family that is held. `last_used_on` matters only to one without any stretch."""

    subject_id: SubjectId
    kind: SubjectKind
    thing_id: int
    name: str
    stretches: tuple[Stretch, ...] = ()
    last_used_on: date | None = None


class Ended(NamedTuple):
    """What a subject's period is counted from: the kind of period, and the day."""

    kind: RetentionKind
    on: date


@dataclass(frozen=True, slots=True)
class Hold:
    """Must not be deleted: for a reason, until it is lifted, or until a day where one is named.

    Without a day it is a legal hold ("Må ikke slettes"). Nothing of it changes but that it is lifted once.
    """

    id: RowId
    subject_id: SubjectId
    reason: str
    set_by_id: EmployeeId
    set_at: datetime
    until_on: date | None = None
    lifted_at: datetime | None = None
    lifted_by_id: EmployeeId | None = None

    def holds_on(self, day: date) -> bool:
        """True when nothing of the subject may be deleted on the day."""
        return self.lifted_at is None and (self.until_on is None or day < self.until_on)


class DueSubject(NamedTuple):
    """A citizen or a family whose time is up since `due_on`; `hold` is what keeps them all the same, None for nothing.

    `event_on` is the day that the period is counted from.
    """

    subject_id: SubjectId
    kind: SubjectKind
    thing_id: int
    name: str
    period: PeriodInForce
    event_on: date
    due_on: date
    hold: Hold | None = None


class OldThings(NamedTuple):
    """Many small things of one kind whose time is up: so many, all of `before` or earlier."""

    kind: RetentionKind
    number: int
    before: date
    period: PeriodInForce


class MustBeKept(DomainError):
    """A hold forbids the deletion. `until` is None where it holds until it is lifted."""

    name: str
    reason: str
    until: date | None


class StillInUse(DomainError):
    """A course is open, or the time is not up: `due_on` is the first day of deletion, None where none is known."""

    name: str
    due_on: date | None


class KeptTooShort(DomainError):
    """What is kept longer is kept until a day that is still to come."""

    earliest: date


def ended(held: HeldSubject) -> Ended | None:
    """What the period is counted from, or None while it does not run.

    Who has died has done so whatever came after; who moved away may have come back, so there only the last day counts.
    """
    if not held.stretches:
        return Ended(RetentionKind.WITHOUT_COURSE, held.last_used_on) if held.last_used_on else None
    days = [each.until_on for each in held.stretches if each.until_on is not None]
    if len(days) < len(held.stretches):
        return None
    last = max(days)
    reasons = {each.ended_by for each in held.stretches}
    if EndReason.DIED in reasons:
        return Ended(RetentionKind.DECEASED, last)
    of_the_last = {each.ended_by for each in held.stretches if each.until_on == last}
    kind = RetentionKind.MOVED if EndReason.MOVED_AWAY in of_the_last else RetentionKind.SUBJECT
    return Ended(kind, last)


def due_subject(
    held: HeldSubject, periods: Mapping[RetentionKind, PeriodInForce], hold: Hold | None, today: date
) -> DueSubject | None:
    """The subject with why its time is up, or None when it is not."""
    end = ended(held)
    if end is None:
        return None
    period = periods[end.kind]
    due_on = period.due_on(end.on)
    if due_on is None or due_on > today:
        return None
    return DueSubject(held.subject_id, held.kind, held.thing_id, held.name, period, end.on, due_on, hold)


def hold_on(holds: Iterable[Hold], day: date) -> Hold | None:
    """What keeps a subject on the day: the one without a day goes before those with one, and the longest of those."""
    standing = [each for each in holds if each.holds_on(day)]
    return max(standing, key=lambda each: (each.until_on or date.max, each.id), default=None)


def checked_hold(hold: Hold, today: date) -> Hold:
    """The hold when it has a reason, and a day to come where it has one.

    Raises KeptTooShort, FieldMissing, FieldTooLong or UnusableCharacter.
    """
    if hold.until_on is not None and hold.until_on <= today:
        raise KeptTooShort(today)
    return limits.checked_fields(hold, {"reason": limits.PARAGRAPH}, required=("reason",))
