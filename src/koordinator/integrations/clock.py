"""The machine's clock, read as UTC and as the Danish day."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

DENMARK = ZoneInfo("Europe/Copenhagen")


class SystemClock:
    """The time now."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the port

    def today(self) -> date:
        """The present day in Denmark."""
        return datetime.now(DENMARK).date()  # noqa: TID251 - this is the port
