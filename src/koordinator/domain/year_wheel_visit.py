"""One visit for a whole family's follow-ups: which of them lie near each other, and on which day they can be met.

Nothing ever gets a later day than it had. The visit stands on the last working day that is no later than the
earliest thing gathered to it; what the caseworker plans is moved to it, and a deadline that lies later keeps its own
day and is only dealt with in time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.domain.follow_up import COMPUTED, MOVABLE, DueItem, DueKind
from koordinator.domain.ids import MeetingId
from koordinator.domain.working_days import IsHoliday, is_working_day

_ONE_DAY: Final = timedelta(days=1)
_BOUND: Final = frozenset({DueKind.CASE_DEADLINE, DueKind.CASE_ANSWER, DueKind.CONSENT})
_FEWEST: Final = 2


class WhyNot(StrEnum):
    """Why something is not gathered."""

    OVERDUE = "overdue"
    """Its day is over: a visit would hide that it is late."""
    TOO_SOON = "too_soon"
    """Its day comes before a visit can be arranged."""
    ALONE = "alone"
    """Nothing else that can be gathered lies near it."""
    BOUND = "bound"
    """Nothing near it can be moved."""
    PROMISED = "promised"
    """It is for the one who promised it, or is to answer, to keep the day."""
    MEETING = "meeting"
    """A meeting is agreed on with those who come."""
    GATHERED = "gathered"
    """It is gathered with the others and their meeting already."""
    NO_DAY = "no_day"


@dataclass(frozen=True, slots=True)
class Left:
    """Something that is not gathered, and why."""

    item: DueItem
    why: WhyNot


@dataclass(frozen=True, slots=True)
class Visit:
    """One day for several things. `moved` get the day, `kept` have a later one that stands.

    `meeting_id` is a meeting that is planned for the day already; None is a visit that is still to be planned.
    """

    on: date
    moved: tuple[DueItem, ...]
    kept: tuple[DueItem, ...]
    meeting_id: MeetingId | None = None

    @property
    def items(self) -> tuple[DueItem, ...]:
        """Everything that the visit is for."""
        return (*self.moved, *self.kept)


@dataclass(frozen=True, slots=True)
class Gathering:
    """The visits, the earliest first, and what is left. Each thing is in one of them."""

    visits: tuple[Visit, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class GatherRules:
    """`soonest_on` is the first day a visit can be arranged for, `window_days` how near things must lie."""

    today: date
    soonest_on: date
    window_days: int
    is_holiday: IsHoliday


class VisitGone(DomainError):
    """The family's days are others than when the visit was proposed."""


class DayTooLate(DomainError):
    """A computed follow-up is never put off past the day that the rules give."""

    latest_on: date


class DayIsFixed(DomainError):
    """The thing's day is not the caseworker's to move."""


def gather(items: Iterable[DueItem], rules: GatherRules) -> Gathering:
    """The visits that a family's open things can be gathered into; the meetings among them can be one of the days."""
    left: list[Left] = []
    ready: list[DueItem] = []
    meetings: list[DueItem] = []
    for item in sorted(items, key=_place):
        why = _at_once(item, rules)
        if why is not None:
            left.append(Left(item, why))
        else:
            (meetings if item.kind is DueKind.MEETING else ready).append(item)
    left += [Left(meeting, WhyNot.MEETING) for meeting in meetings]
    visits: list[Visit] = []
    while ready:
        near = _near(ready, rules)
        found = _visit(near, meetings, rules)
        if isinstance(found, Visit):
            visits.append(found)
        else:
            near = near[:1] if found in (WhyNot.ALONE, WhyNot.BOUND) else near
            left += [Left(item, found) for item in near]
        ready = ready[len(near) :]
    return Gathering(tuple(visits), tuple(left))


def check_movable(item: DueItem, day: date) -> None:
    """Raises DayIsFixed or DayTooLate when the caseworker cannot give the thing the day."""
    if item.kind not in MOVABLE:
        raise DayIsFixed
    if item.kind in COMPUTED and item.computed_on is not None and day > item.computed_on:
        raise DayTooLate(item.computed_on)


def _at_once(item: DueItem, rules: GatherRules) -> WhyNot | None:
    if item.due_on is None:
        return WhyNot.NO_DAY
    if item.due_on < rules.today:
        return WhyNot.OVERDUE
    if item.kind is DueKind.MEETING:
        return None
    if item.kind not in MOVABLE | _BOUND:
        return WhyNot.PROMISED
    return None if _last_working_day(item.due_on, rules) >= rules.soonest_on else WhyNot.TOO_SOON


def _near(ready: Sequence[DueItem], rules: GatherRules) -> list[DueItem]:
    """The first of them with those that lie within the window after it."""
    until = _day(ready[0]) + timedelta(days=rules.window_days)
    return [item for item in ready if _day(item) <= until]


def _visit(near: Sequence[DueItem], meetings: Sequence[DueItem], rules: GatherRules) -> Visit | WhyNot:
    if len(near) < _FEWEST:
        return WhyNot.ALONE
    if not any(item.kind in MOVABLE for item in near):
        return WhyNot.BOUND
    meeting = _meeting_for(near, meetings, rules)
    on = _day(meeting) if meeting else _last_working_day(_day(near[0]), rules)
    moved = tuple(item for item in near if item.kind in MOVABLE and item.due_on != on)
    if meeting and not moved:
        return WhyNot.GATHERED
    kept = tuple(item for item in near if item not in moved)
    return Visit(on, moved, kept, MeetingId(meeting.thing_id) if meeting else None)


def _meeting_for(near: Sequence[DueItem], meetings: Sequence[DueItem], rules: GatherRules) -> DueItem | None:
    """The last meeting that comes in time for all, and not so early that something moves further than the window."""
    earliest = _day(near[-1]) - timedelta(days=rules.window_days)
    fitting = (
        meeting
        for meeting in meetings
        if earliest <= _day(meeting) <= _day(near[0]) and is_working_day(_day(meeting), rules.is_holiday)
    )
    return max(fitting, key=_place, default=None)


def _last_working_day(day: date, rules: GatherRules) -> date:
    while not is_working_day(day, rules.is_holiday):
        day -= _ONE_DAY
    return day


def _day(item: DueItem) -> date:
    return item.due_on or date.max


def _place(item: DueItem) -> tuple[date, DueKind, int]:
    return _day(item), item.kind, item.thing_id
