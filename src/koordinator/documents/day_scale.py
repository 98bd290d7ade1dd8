"""Days across a picture, with the months named where each name has room."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from koordinator.texts.formats import MONTHS

TICK: Final = 78.0
"""So much room the name of a month takes."""
_MONTHS_A_TICK: Final = (1, 2, 3, 6, 12, 24, 60, 120, 600, 2400, 12_000)
_DAYS_A_MONTH: Final = 30.4


class DayScale:
    """From the first day at the `left` edge to the last at the `right`."""

    def __init__(self, first: date, last: date, left: float, right: float) -> None:
        self.first, self.last = first, last
        self._left = left
        self._each = (right - left) / ((last - first).days or 1)

    def at(self, day: date) -> float:
        """Where the day begins."""
        return self._left + (day - self.first).days * self._each

    def ticks(self) -> Iterator[tuple[float, str]]:
        """The beginnings of months, so many that each has room for its name."""
        month = self._each * _DAYS_A_MONTH
        step = next((step for step in _MONTHS_A_TICK if step * month >= TICK), _MONTHS_A_TICK[-1])
        number = -(-(self.first.year * 12 + self.first.month - 1 + (self.first.day > 1)) // step) * step
        while number <= self.last.year * 12 + self.last.month - 1:
            year, at = divmod(number, 12)
            if date.min.year <= year <= date.max.year:
                yield self.at(date(year, at + 1, 1)), f"{MONTHS[at][:3]} {year}" if step % 12 else str(year)
            number += step
