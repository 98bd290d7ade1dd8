"""Half-open periods of days: `from_on` is the first day, `until_on` the first day after the last."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol, TypeVar


class HasPeriod(Protocol):
    """Anything that holds from a day until (not including) another; None means still open."""

    @property
    def from_on(self) -> date: ...

    @property
    def until_on(self) -> date | None: ...


Held = TypeVar("Held", bound=HasPeriod)


class DayRange(NamedTuple):
    """A period of the calendar with both ends included, as a person names it ("1. juli til 31. december")."""

    first_on: date
    last_on: date

    def contains(self, day: date) -> bool:
        """True when the day is one of the range's days."""
        return self.first_on <= day <= self.last_on


def holds_on(period: HasPeriod, day: date) -> bool:
    """True when the period covers the day."""
    return period.from_on <= day and (period.until_on is None or day < period.until_on)


def touches(period: HasPeriod, days: DayRange) -> bool:
    """True when the period covers at least one day of the range."""
    first_on = max(period.from_on, days.first_on)
    return first_on <= days.last_on and (period.until_on is None or first_on < period.until_on)


def holding_on(periods: Iterable[Held], day: date) -> Held | None:
    """The first of the periods that covers the day, or None."""
    return next((period for period in periods if holds_on(period, day)), None)


def open_one(periods: Iterable[Held]) -> Held | None:
    """The first of the periods that has no end yet, or None."""
    return next((period for period in periods if period.until_on is None), None)


def joined_periods(periods: Iterable[Held]) -> tuple[tuple[Held, date | None], ...]:
    """The periods that stay when those that overlap or meet become one, each with its new end; the earliest stays."""
    stay: list[tuple[Held, date | None]] = []
    for period in sorted(periods, key=lambda each: each.from_on):
        kept, until_on = stay[-1] if stay else (None, None)
        if kept is None or (until_on is not None and period.from_on > until_on):
            stay.append((period, period.until_on))
        elif until_on is not None:
            stay[-1] = (kept, None if period.until_on is None else max(until_on, period.until_on))
    return tuple(stay)


def holds_from_to(from_on: date | None, until_on: date | None, day: date) -> bool:
    """True when the half-open period covers the day; an end that is not known is open."""
    return (from_on is None or from_on <= day) and (until_on is None or day < until_on)
