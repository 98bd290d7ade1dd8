"""Reading a date or a time as people type it. Pure: no widget here."""

import re
from datetime import date, time
from typing import Final

_DATE: Final = re.compile(r"(\d{1,2})[./\- ](\d{1,2})\.?(?:[./\- ]?(\d{4}|\d{2}))?")
_CLOSE_DATE: Final = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME: Final = re.compile(r"(\d{1,2})(?:[.: ]?(\d{2}))?")
_YEARS_AHEAD: Final = 20
"""A year of two digits lies at most this far ahead, otherwise in the past."""


def parse_date(typed: str, today: date) -> date | None:
    """3.12.2026, 03-12-26, 3/12, 0312, 031226 and 2026-12-03. Without a year: the first such day from today on."""
    text = typed.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    parts = _DATE.fullmatch(text) or _CLOSE_DATE.fullmatch(text)
    if parts is None:
        return None
    day, month, year = int(parts[1]), int(parts[2]), parts[3]
    if year is not None:
        return _day(_whole_year(year, today), month, day)
    candidates = (_day(today.year + ahead, month, day) for ahead in range(9))
    return next((found for found in candidates if found is not None and found >= today), None)


def parse_time(typed: str) -> time | None:
    """13, 13.00, 13:00, 1300 and 930."""
    parts = _TIME.fullmatch(typed.strip())
    if parts is None:
        return None
    hour, minute = int(parts[1]), int(parts[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _whole_year(year: str, today: date) -> int:
    if len(year) == 4:
        return int(year)
    near = today.year - today.year % 100 + int(year)
    return near - 100 if near > today.year + _YEARS_AHEAD else near


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
