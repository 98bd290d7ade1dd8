"""The year wheel on the screen, on a wall and in a calendar: counts alone, nothing about anybody."""

from calendar import monthrange
from datetime import date, datetime
from typing import Final

from koordinator.documents.content import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Drawing,
    OnePage,
    Part,
    Table,
    Title,
    bold,
)
from koordinator.documents.figure_wheel import SIZE, Hub, LegendLine, Mark, MarkedNumber, Month, year_wheel
from koordinator.documents.figures import Figure
from koordinator.documents.ics import AllDay, CalendarDays
from koordinator.domain.year_wheel import Counts, WheelKind
from koordinator.domain.year_wheel_sheet import WheelSheet
from koordinator.texts import year_wheel as words
from koordinator.texts.formats import MONTHS, capitalised, date_long, number

_MARKS: Final = dict(zip(WheelKind, Mark, strict=True))
_WIDE: Final = 1.12 * SIZE
_WIDER: Final = 1.6 * SIZE
"""For a table whose numbers are so large that they take two lines."""


def wheel_figure(sheet: WheelSheet, width: float = SIZE) -> Figure:
    """The wheel as a drawing."""
    counts = sheet.counts
    months = tuple(_month(place, each, sheet.month_now) for place, each in enumerate(counts.months, start=1))
    legend = tuple(LegendLine(_MARKS[kind], words.KINDS[kind], number(counts.total.of(kind))) for kind in WheelKind)
    ticks = tuple(_place_on_rim(notable.on) for notable in sheet.notable)
    alternative = words.alternative(counts.year, counts.months)
    return year_wheel(months, Hub(str(counts.year), legend), ticks, alternative, width)


def wheel_paper(sheet: WheelSheet, *, large_print: bool = False) -> Document:
    """One page for the wall: the wheel, and under it the same numbers as a table; in large print on pages after it."""
    title = words.title(sheet.counts.year)
    return Document(
        title=title,
        subject=words.TITLE,
        author=sheet.municipality,
        date_text=date_long(sheet.today),
        version_text=title,
        footer=words.RIM,
        running_head=title,
        large_print=large_print,
        blocks=_large(sheet) if large_print else (OnePage(_on_paper(sheet, _WIDE), (_on_paper(sheet, _WIDER),)),),
    )


def _large(sheet: WheelSheet) -> tuple[Block, ...]:
    """The wheel as wide as the page, and a line of words for each month."""
    counts = sheet.counts
    months = tuple(
        ((bold(capitalised(MONTHS[place])),), words.month_said(month)) for place, month in enumerate(counts.months)
    )
    total = ((bold(words.TOTAL),), words.month_said(counts.total))
    table = Table((Column(words.MONTH, 0), Column(words.WHAT_IS_ON)), (*months, total))
    return OnePage((_head(sheet), Drawing(wheel_figure(sheet), fills=True))), table


def _on_paper(sheet: WheelSheet, width: float) -> tuple[Part, ...]:
    """The room at the wheel's sides makes the wheel smaller on the page."""
    return _head(sheet), Drawing(wheel_figure(sheet, width)), _table(sheet)


def _head(sheet: WheelSheet) -> Title:
    return Title(words.title(sheet.counts.year), words.made_for(sheet.municipality, sheet.today))


def wheel_calendar(sheet: WheelSheet, stamped_at: datetime) -> CalendarDays:
    """Each day with something on it as one event that names nobody."""
    return CalendarDays(
        name=words.title(sheet.counts.year),
        stamped_at=stamped_at,
        days=tuple(
            AllDay(
                uid=f"{sheet.series}-{day.on:%Y%m%d}",
                on=day.on,
                summary=words.event_title(day.counts.total),
                description=words.event_text(day.counts),
            )
            for day in sheet.counts.days
        ),
    )


def _month(month: int, counts: Counts, month_now: int | None) -> Month:
    return Month(
        name=words.short_month(month),
        total=number(counts.total) if counts.total else words.NOTHING,
        numbers=tuple(MarkedNumber(_MARKS[kind], number(how_many)) for kind, how_many in counts.numbers),
        is_now=month == month_now,
    )


def _place_on_rim(day: date) -> float:
    """In shares of the year; each month takes a twelfth, whatever its length."""
    return (day.month - 1 + (day.day - 0.5) / monthrange(day.year, day.month)[1]) / 12


def _table(sheet: WheelSheet) -> Table:
    counts = sheet.counts
    months = (Column(words.short_month(month), align=Align.RIGHT) for month in range(1, 13))
    totals = ((bold(_cell(each.total)),) for each in (*counts.months, counts.total))
    return Table(
        (Column(words.KIND, 0), *months, Column(words.TOTAL, 0, Align.RIGHT)),
        (*(_row(sheet, kind) for kind in WheelKind), ((bold(words.TOTAL),), *totals)),
    )


def _row(sheet: WheelSheet, kind: WheelKind) -> tuple[Cell, ...]:
    months = (_cell(each.of(kind)) for each in sheet.counts.months)
    return (words.KINDS[kind], *months, (bold(_cell(sheet.counts.total.of(kind))),))


def _cell(how_many: int) -> str:
    return number(how_many) if how_many else words.NOTHING
