"""A day is a Danish day: which one a moment belongs to, and what the clock on the wall shows then."""

from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

DENMARK: Final = ZoneInfo("Europe/Copenhagen")


def danish_day(moment: datetime) -> date:
    """The Danish calendar day of an aware moment."""
    return moment.astimezone(DENMARK).date()


def moment_of(day: date, at: time) -> datetime:
    """The moment (UTC) at which the clock on a Danish wall shows the time."""
    return datetime.combine(day, at, DENMARK).astimezone(UTC)


def danish_clock(moment: datetime) -> time:
    """The Danish wall time of an aware moment, in whole minutes."""
    return moment.astimezone(DENMARK).time().replace(second=0, microsecond=0)
