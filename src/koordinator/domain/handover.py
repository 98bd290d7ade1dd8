"""Handover (sagsbehandlerskift): one employee's work with a subject goes on to another, planned and with a checklist.

The citizen is told, introduced, and not asked again for what has been told already (the municipality's model for
cross-professional coordination). Nobody is without a coordinator meanwhile: the giver stays it until the day.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId, HandoverId, MeetingId, RowId, SubjectId
from koordinator.domain.working_days import IsHoliday, add_working_days

INTRODUCE_AFTER_WORKING_DAYS: Final = 5
"""The introduction meeting is proposed so many working days from today, or on the first one from the day itself."""
MOST_ITEMS: Final = 20


class HandoverKind(StrEnum):
    """Why it is handed over. After an absence it can go back."""

    PLANNED = "planned"
    ABSENCE = "absence"
    RESIGNATION = "resignation"


class HandoverOutcome(StrEnum):
    """How it ended. `OVERTAKEN`: somebody else was chosen, or the course ended, before it was carried out."""

    CARRIED_OUT = "carried_out"
    CANCELLED = "cancelled"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Handover:
    """A subject's handover. At most one of a subject is open at a time; one that is over stays as it is.

    `takes_effect_on` is the first day on which it can be carried out, `ended_on` when it was carried out or came to
    nothing. `told` is what the giver writes to the receiver. `returned_on` is when it went back after an absence.
    """

    id: HandoverId
    subject_id: SubjectId
    kind: HandoverKind
    giver_id: EmployeeId
    receiver_id: EmployeeId
    takes_effect_on: date
    begun_on: date
    told: str = ""
    meeting_id: MeetingId | None = None
    outcome: HandoverOutcome | None = None
    ended_on: date | None = None
    cancel_reason: str = ""
    returned_on: date | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Neither carried out nor come to nothing."""
        return self.outcome is None

    @property
    def can_return(self) -> bool:
        """It was for an absence, and the receiver has the work now."""
        carried_out = self.outcome is HandoverOutcome.CARRIED_OUT
        return carried_out and self.kind is HandoverKind.ABSENCE and self.returned_on is None

    def presses_on(self, day: date) -> bool:
        """Its day has come, and it is not carried out."""
        return self.is_open and self.takes_effect_on <= day


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """A line of the checklist; ticked by whom and when."""

    id: RowId
    handover_id: HandoverId
    position: int
    what: str
    done_on: date | None = None
    done_by_id: EmployeeId | None = None


@dataclass(frozen=True, slots=True)
class HandoverTerms:
    """What is the same for all that is handed over together."""

    kind: HandoverKind
    giver_id: EmployeeId
    takes_effect_on: date
    told: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What the giver is to the subject today: the coordinator, a primary caseworker, or nothing."""

    coordinates: bool
    is_primary: bool


class HandoverDayPast(DomainError):
    """What is handed over from a day on is so from today at the earliest."""

    earliest_on: date


class HandoverToSelf(DomainError):
    """The receiver is somebody else than the giver."""


class HandoverUnderWay(DomainError):
    """The subject is being handed over already."""

    name: str


class ChecklistTooLong(DomainError):
    """A checklist of more lines than `most` is one that nobody goes through."""

    most: int


class NothingToHandOver(DomainError):
    """The giver is neither coordinator nor primary caseworker there."""

    giver: str
    name: str


class HandoverOver(DomainError):
    """It has been carried out or has come to nothing, and stays as it is."""


class HandoverNotYet(DomainError):
    """It is carried out on its day or later, never ahead of it: until then the giver is responsible."""

    takes_effect_on: date


class CannotReturn(DomainError):
    """Only what was handed over for an absence goes back, and only from who received it."""


def checked_terms(terms: HandoverTerms, today: date) -> HandoverTerms:
    """The terms as they can be kept. Raises HandoverDayPast, FieldTooLong or UnusableCharacter."""
    if terms.takes_effect_on < today:
        raise HandoverDayPast(today)
    return limits.checked_fields(terms, {"told": limits.PARAGRAPH})


def begun(terms: HandoverTerms, subject_id: SubjectId, receiver_id: EmployeeId, today: date) -> Handover:
    """The handover of one subject, not stored yet. Raises HandoverToSelf."""
    if receiver_id == terms.giver_id:
        raise HandoverToSelf
    return Handover(
        id=HandoverId(0),
        subject_id=subject_id,
        kind=terms.kind,
        giver_id=terms.giver_id,
        receiver_id=receiver_id,
        takes_effect_on=terms.takes_effect_on,
        begun_on=today,
        told=terms.told,
    )


def checked_items(items: Sequence[str]) -> tuple[str, ...]:
    """The lines of a checklist that say something, each once.

    Raises ChecklistTooLong, FieldTooLong or UnusableCharacter.
    """
    lines = (limits.checked("handover_checklist", item, limits.LINE) for item in items)
    said = tuple(dict.fromkeys(filter(None, lines)))
    if len(said) > MOST_ITEMS:
        raise ChecklistTooLong(MOST_ITEMS)
    return said


def ticked(item: HandoverItem, handover: Handover, by: EmployeeId, on: date, *, is_done: bool) -> HandoverItem:
    """The line ticked, or not any more. Raises HandoverOver when the handover came to nothing."""
    if handover.outcome not in (None, HandoverOutcome.CARRIED_OUT):
        raise HandoverOver
    return replace(item, done_on=on if is_done else None, done_by_id=by if is_done else None)


def carried_out(handover: Handover, today: date) -> Handover:
    """The handover as carried out today. Raises HandoverOver or HandoverNotYet."""
    _check_open(handover)
    if today < handover.takes_effect_on:
        raise HandoverNotYet(handover.takes_effect_on)
    return replace(handover, outcome=HandoverOutcome.CARRIED_OUT, ended_on=today)


def cancelled(handover: Handover, reason: str, today: date) -> Handover:
    """The handover as called off. Raises HandoverOver, FieldMissing (`cancel_reason`) or FieldTooLong."""
    _check_open(handover)
    said = replace(handover, outcome=HandoverOutcome.CANCELLED, ended_on=today, cancel_reason=reason)
    return limits.checked_fields(said, {"cancel_reason": limits.PARAGRAPH}, required=("cancel_reason",))


def overtaken(handover: Handover, today: date) -> Handover:
    """The handover as it ends when something else decided who has the work."""
    return replace(handover, outcome=HandoverOutcome.OVERTAKEN, ended_on=today)


def returned(handover: Handover, today: date) -> Handover:
    """The handover with the work gone back. Raises CannotReturn."""
    if not handover.can_return:
        raise CannotReturn
    return replace(handover, returned_on=today)


def current_one(handovers: Iterable[Handover], undone: Collection[HandoverId] = ()) -> Handover | None:
    """The one to show: the open one, else the latest when it can go back or is among the `undone`, else None.

    `undone` are those with lines left to tick.
    """
    newest = sorted(handovers, key=lambda each: (each.is_open, each.begun_on, each.id))
    found = next((each for each in reversed(newest) if each.is_open or each.can_return), None)
    return newest[-1] if found is None and newest and _is_left(newest[-1], undone) else found


def _is_left(handover: Handover, undone: Collection[HandoverId]) -> bool:
    was_carried_out = handover.outcome is HandoverOutcome.CARRIED_OUT and handover.returned_on is None
    return was_carried_out and handover.id in undone


def introduction_day(takes_effect_on: date, today: date, is_holiday: IsHoliday) -> date:
    """The working day on which giver, receiver and citizen could meet: ahead of the day where there is time."""
    proposed = add_working_days(today, INTRODUCE_AFTER_WORKING_DAYS, is_holiday)
    return proposed if proposed <= takes_effect_on else add_working_days(today, 1, is_holiday)


def spread(
    subject_ids: Sequence[SubjectId], receivers: Sequence[tuple[EmployeeId, int]]
) -> tuple[tuple[SubjectId, EmployeeId], ...]:
    """Each subject with the receiver who then carries least; `receivers` come with what they carry today.

    Deterministic: the first named takes it where two carry the same. Nothing without receivers.
    """
    load = dict(receivers)
    found = []
    for subject_id in subject_ids if load else ():
        receiver = min(load, key=lambda each: load[each])
        load[receiver] += 1
        found.append((subject_id, receiver))
    return tuple(found)


def missing_items(items: Collection[HandoverItem]) -> int:
    """How many lines are still to be done."""
    return sum(item.done_on is None for item in items)


def _check_open(handover: Handover) -> None:
    if not handover.is_open:
        raise HandoverOver
