"""The cells of a workbook as they would stand in a text file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

# ECMA-376 part 1, 18.8.30: the formats without a code of their own that show days, times and spans of time.
_KNOWN_SPAN: Final = 46
_KNOWN_DATES: Final = frozenset({*range(14, 23), *range(27, 37), 45, _KNOWN_SPAN, 47, *range(50, 59)})
# What is shown as it stands: in quotation marks, after a backslash or an underscore, and colours and languages.
_LITERAL: Final = re.compile(r'".*?"|[\\_].|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]', re.IGNORECASE)
_DATE: Final = re.compile(r"[dmhys]", re.IGNORECASE)
_SPAN: Final = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)

_FROM_1900: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet has no time zones
_FROM_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001
# Excel takes 1900 for a leap year: its days before the false one are counted one too low.
_FALSE_LEAP_DAY: Final = 60


@dataclass(frozen=True, slots=True)
class NumberFormats:
    """Which styles, by their number, show a number as a day or a time of day, and which of these as a span of time."""

    dates: frozenset[int]
    spans: frozenset[int]
    first_day: datetime = _FROM_1900

    def text(self, value: str, style: str) -> str:
        """The number as it is shown, or as it stands. Raises ValueError for a style that is no number."""
        if (number := int(style)) not in self.dates:
            return number_text(value)
        try:
            return _span_text(float(value)) if number in self.spans else self._moment_text(float(value))
        except (ValueError, OverflowError):
            return number_text(value)

    def _moment_text(self, value: float) -> str:
        days = value + 1 if 0 < value < _FALSE_LEAP_DAY and self.first_day == _FROM_1900 and value >= 1 else value
        whole, part = divmod(days, 1)
        moment = self.first_day + timedelta(days=whole) + timedelta(milliseconds=round(part * 86_400_000))
        return str(moment.time()) if 0 <= value < 1 and moment.date() == self.first_day.date() else cell_text(moment)


def number_formats(codes: Mapping[int, str], styles: Iterable[int], *, is_from_1904: bool) -> NumberFormats:
    """What the styles, in their order, show: each names a format, and the workbook's own formats have a code."""
    dates, spans = set(), set()
    for number, shown in enumerate(styles):
        code = _LITERAL.sub("", codes.get(shown, "").partition(";")[0])
        if _DATE.search(code) or (shown in _KNOWN_DATES and shown not in codes):
            dates.add(number)
        if _SPAN.search(code) or (shown == _KNOWN_SPAN and shown not in codes):
            spans.add(number)
    return NumberFormats(frozenset(dates), frozenset(spans), _FROM_1904 if is_from_1904 else _FROM_1900)


def number_text(value: str) -> str:
    """A number as it stands in a sheet, without needless decimals; what is none is left as it is."""
    if value.isdecimal():
        return value.lstrip("0") or "0"
    try:
        return cell_text(float(value))
    except ValueError:
        return value


def iso_text(value: str) -> str:
    """A day or a moment as newer sheets may write it; anything else is left as it is."""
    try:
        return cell_text(datetime.fromisoformat(value.removesuffix("Z")))
    except ValueError:
        return value


def cell_text(value: object) -> str:
    """A value as it would stand in a text file: whole numbers without decimals, midnight as year-month-day."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _span_text(days: float) -> str:
    return str(timedelta(seconds=round(days * 86_400, 3)))
