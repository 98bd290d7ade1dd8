"""What the year wheel is drawn of: a year in numbers, and nothing about anybody."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.year_wheel import YearCounts
from koordinator.domain.year_wheel_days import NotableDay


@dataclass(frozen=True, slots=True)
class WheelSheet:
    """The numbers with what stands round them; it may hang on a wall and lie in a calendar.

    `series` is the same for the same person's wheel, and says nothing about them: calendars know its days again by it.
    """

    counts: YearCounts
    today: date
    notable: tuple[NotableDay, ...]
    municipality: str = ""
    series: str = ""

    @property
    def month_now(self) -> int | None:
        """The month of today, 1 to 12; None in another year."""
        return self.today.month if self.today.year == self.counts.year else None
