"""The periods that people count by: whole years, half-years, quarters and months, and the one before."""

from datetime import date, timedelta
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.domain.periods import DayRange

_ONE_DAY: Final = timedelta(days=1)
_MONTHS: Final = 12


class PeriodBackwards(DomainError):
    """The period's last day lies before its first."""

    first_on: date
    last_on: date


def day_range(first_on: date, last_on: date) -> DayRange:
    """The days from the first to the last, both included. Raises PeriodBackwards."""
    if last_on < first_on:
        raise PeriodBackwards(first_on, last_on)
    return DayRange(first_on, last_on)


def half_year_of(day: date) -> DayRange:
    """1 January to 30 June, or 1 July to 31 December."""
    if day.month <= _MONTHS // 2:
        return DayRange(date(day.year, 1, 1), date(day.year, 6, 30))
    return DayRange(date(day.year, 7, 1), date(day.year, 12, 31))


def months_in(days: DayRange) -> int | None:
    """How many whole calendar months the range is, or None when it is not made of whole months."""
    if days.first_on.day != 1 or days.last_on == date.max or (after := days.last_on + _ONE_DAY).day != 1:
        return None
    return _month_number(after) - _month_number(days.first_on)


def period_before(days: DayRange) -> DayRange | None:
    """As long a period right before: whole months before whole months, else as many days.

    None when the calendar has no room before it (somebody asked for all time).
    """
    length = days.last_on - days.first_on
    if days.first_on - date.min <= length:
        return None
    last_on = days.first_on - _ONE_DAY
    months = months_in(days)
    if months is None:
        return DayRange(last_on - length, last_on)
    return DayRange(_month_start(_month_number(days.first_on) - months), last_on)


def same_time_before(days: DayRange, today: date) -> DayRange | None:
    """What to compare with: the period before, and while `days` still runs only as far as that one had come.

    On 21 November the second half-year has run 144 days and is compared with the first 144 days of the first.
    """
    before = period_before(days)
    if before is None or not days.first_on <= today < days.last_on:
        return before
    return DayRange(before.first_on, min(before.first_on + (today - days.first_on), before.last_on))


def _month_number(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _month_start(number: int) -> date:
    return date(number // _MONTHS, number % _MONTHS + 1, 1)
