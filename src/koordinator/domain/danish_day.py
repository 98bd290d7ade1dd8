"""A day is a Danish day: which one a moment belongs to, and what the clock on the wall shows then."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

DENMARK: Final = ZoneInfo("Europe/Copenhagen")


def danish_day(moment: datetime) -> date:
    """The Danish calendar day of an aware moment."""
    return moment.astimezone(DENMARK).date()


def moment_of(day: date, at: time) -> datetime:
    """The moment (UTC) at which the clock on a Danish wall shows the time."""
    return datetime.combine(day, at, DENMARK).astimezone(UTC)


def wall_after(day: date, at: time, minutes: int) -> datetime:
    """What the wall shows so many minutes later: the next day over midnight, an hour off where the clock is changed."""
    return (moment_of(day, at) + timedelta(minutes=minutes)).astimezone(DENMARK).replace(tzinfo=None)


def age(born_on: date, today: date) -> int:
    """Whole years lived; somebody born on 29 February is a year older on 1 March."""
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


def danish_clock(moment: datetime) -> time:
    """The Danish wall time of an aware moment, in whole minutes."""
    return moment.astimezone(DENMARK).time().replace(second=0, microsecond=0)
