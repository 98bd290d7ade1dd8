"""Working days: Monday to Friday, holidays left out. What is a holiday is told by the caller."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

IsHoliday: TypeAlias = Callable[[date], bool]

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


def is_working_day(day: date, is_holiday: IsHoliday) -> bool:
    """True for Monday to Friday when the day is no holiday."""
    return day.weekday() < _SATURDAY and not is_holiday(day)


def add_working_days(day: date, count: int, is_holiday: IsHoliday) -> date:
    """The day on which `count` working days have gone; the first day itself is not counted."""
    left = count
    while left > 0:
        day += _ONE_DAY
        left -= is_working_day(day, is_holiday)
    return day


def working_day_before(day: date, is_holiday: IsHoliday) -> date:
    """The last working day before the day."""
    while True:
        day -= _ONE_DAY
        if is_working_day(day, is_holiday):
            return day


def working_days_between(after: date, until: date, is_holiday: IsHoliday) -> int:
    """How many working days lie after the first day, the last one included; 0 when it is not later."""
    days = (after + timedelta(days=n) for n in range(1, (until - after).days + 1))
    return sum(is_working_day(day, is_holiday) for day in days)
