"""The days that a year wheel marks quietly: when the town hall is closed, and when the schools are.

Source: folkeskoleloven § 14 a lets the summer holidays begin on the last Saturday of June; the other school holidays
are each municipality's own, and weeks 7 and 42 are what most have chosen.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from koordinator.domain.holidays import Holiday, holidays_of
from koordinator.domain.working_days import IsHoliday

_JUNE: Final = 6
_LAST_OF_JUNE: Final = 30
_SATURDAY: Final = 5
_WEEK: Final = 7
_WINTER_WEEK: Final = 7
_AUTUMN_WEEK: Final = 42


class SchoolHoliday(StrEnum):
    """The school holidays whose days can be told for every municipality, or for most."""

    WINTER = "winter"
    SUMMER = "summer"
    AUTUMN = "autumn"


@dataclass(frozen=True, slots=True)
class NotableDay:
    """A day on which the town hall is closed, or the first day of a school holiday."""

    on: date
    what: Holiday | SchoolHoliday


def notable_days(year: int, is_closed: IsHoliday) -> tuple[NotableDay, ...]:
    """The year's days, the earliest first. Of two holidays on one day the first is named."""
    closed = (NotableDay(day, names[0]) for day, names in holidays_of(year).items() if is_closed(day))
    schools = (
        NotableDay(date.fromisocalendar(year, _WINTER_WEEK, 1), SchoolHoliday.WINTER),
        NotableDay(last_saturday_of_june(year), SchoolHoliday.SUMMER),
        NotableDay(date.fromisocalendar(year, _AUTUMN_WEEK, 1), SchoolHoliday.AUTUMN),
    )
    return tuple(sorted((*closed, *schools), key=lambda notable: (notable.on, notable.what)))


def last_saturday_of_june(year: int) -> date:
    """The first day of the schools' summer holidays."""
    last = date(year, _JUNE, _LAST_OF_JUNE)
    return last - timedelta(days=(last.weekday() - _SATURDAY) % _WEEK)
