"""A clock that a story moves forward, from the first day of the demo data until today."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DENMARK = ZoneInfo("Europe/Copenhagen")
_OPENS = time(8)
_BETWEEN = timedelta(seconds=7)
_SATURDAY = 5


class StoryClock:
    """Stands at a moment of the story; each reading is a little later than the one before."""

    def __init__(self, today: date) -> None:
        self.story_today = today
        self._moment = datetime.combine(today, _OPENS, _DENMARK)

    def set_day(self, offset: int, at: time = _OPENS) -> None:
        """Moves to so many days from today (negative: before), to the working day before where it is a weekend."""
        day = self.story_today + timedelta(days=offset)
        while offset and day.weekday() >= _SATURDAY:
            day -= timedelta(days=1)
        self._moment = datetime.combine(day, at, _DENMARK)

    def wait_until(self, at: time) -> None:
        """Moves on to the time of the same day, unless it is later already."""
        self._moment = max(self._moment, datetime.combine(self._moment.date(), at, _DENMARK))

    def now(self) -> datetime:
        """The story's moment in UTC."""
        self._moment += _BETWEEN
        return self._moment.astimezone(UTC)

    def today(self) -> date:
        """The story's day."""
        return self._moment.date()
