"""The days on which a Danish town hall is closed: the public holidays, and those that are free by agreement.

The rules are our own few lines because the library of holidays takes 0.4 s to import, which the
first page cannot wait for; a test holds the two against each other.
Source: Danish public holidays follow Easter (Folkekirken) but for New Year's Day and Christmas;
Store Bededag was abolished from 2024 (Act no. 214 of 6 March 2023).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from koordinator.domain.working_days import IsHoliday


class Holiday(StrEnum):
    """The public holidays, and the days that are often free by agreement (`AGREED`)."""

    NEW_YEARS_DAY = "new_years_day"
    MAUNDY_THURSDAY = "maundy_thursday"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    GREAT_PRAYER_DAY = "great_prayer_day"
    ASCENSION_DAY = "ascension_day"
    WHIT_SUNDAY = "whit_sunday"
    WHIT_MONDAY = "whit_monday"
    CHRISTMAS_DAY = "christmas_day"
    BOXING_DAY = "boxing_day"
    LABOUR_DAY = "labour_day"
    CONSTITUTION_DAY = "constitution_day"
    CHRISTMAS_EVE = "christmas_eve"
    NEW_YEARS_EVE = "new_years_eve"


AGREED: Final = frozenset(
    {Holiday.LABOUR_DAY, Holiday.CONSTITUTION_DAY, Holiday.CHRISTMAS_EVE, Holiday.NEW_YEARS_EVE},
)
"""Free by agreement and not by law: each municipality says which of them it keeps."""

_FIXED: Final = {
    Holiday.NEW_YEARS_DAY: (1, 1),
    Holiday.LABOUR_DAY: (5, 1),
    Holiday.CONSTITUTION_DAY: (6, 5),
    Holiday.CHRISTMAS_EVE: (12, 24),
    Holiday.CHRISTMAS_DAY: (12, 25),
    Holiday.BOXING_DAY: (12, 26),
    Holiday.NEW_YEARS_EVE: (12, 31),
}
_AFTER_EASTER: Final = {
    Holiday.MAUNDY_THURSDAY: -3,
    Holiday.GOOD_FRIDAY: -2,
    Holiday.EASTER_SUNDAY: 0,
    Holiday.EASTER_MONDAY: 1,
    Holiday.GREAT_PRAYER_DAY: 26,
    Holiday.ASCENSION_DAY: 39,
    Holiday.WHIT_SUNDAY: 49,
    Holiday.WHIT_MONDAY: 50,
}
_LAST_GREAT_PRAYER_DAY: Final = 2023


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    leap = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=16)
def holidays_of(year: int) -> dict[date, tuple[Holiday, ...]]:
    """The year's days with their holidays; Constitution Day may fall on a holiday that follows Easter."""
    easter = easter_sunday(year)
    moving = {holiday: easter + timedelta(days=days) for holiday, days in _AFTER_EASTER.items()}
    if year > _LAST_GREAT_PRAYER_DAY:
        del moving[Holiday.GREAT_PRAYER_DAY]
    days: dict[date, tuple[Holiday, ...]] = {}
    for holiday, day in (moving | {holiday: date(year, *fixed) for holiday, fixed in _FIXED.items()}).items():
        days[day] = (*days.get(day, ()), holiday)
    return days


def closed_on(agreed: Iterable[Holiday]) -> IsHoliday:
    """Tells which days the town hall is closed: every public holiday, and the agreed ones named here."""
    closed = frozenset(Holiday) - AGREED | frozenset(agreed)

    def is_closed(day: date) -> bool:
        return not closed.isdisjoint(holidays_of(day.year).get(day, ()))

    return is_closed


def agreed_days(words: str) -> frozenset[Holiday]:
    """The agreed days that a setting names, parted by blanks; what is no such day is passed over."""
    named = words.split()
    return frozenset(holiday for holiday in AGREED if holiday in named)
