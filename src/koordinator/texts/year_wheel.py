"""The words of the year wheel, on the screen, on paper and in the calendar. Nothing here names anybody."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from koordinator.domain.holidays import Holiday
from koordinator.domain.year_wheel import Counts, WheelKind
from koordinator.domain.year_wheel_days import NotableDay, SchoolHoliday
from koordinator.texts.formats import MONTHS, capitalised, count_of, date_long, number

TITLE: Final = "Årshjul"
TOTAL: Final = "I alt"
KIND: Final = "Slags"
MONTH: Final = "Måned"
WHAT_IS_ON: Final = "Hvad der er"
_SHORT: Final = 3
NOTHING: Final = "–"

KINDS: Final[dict[WheelKind, str]] = {
    WheelKind.REVIEW: "Gennemgang",
    WheelKind.REASSESSMENT: "Ny vurdering",
    WheelKind.MEETING: "Møde",
    WheelKind.DEADLINE: "Frist",
    WheelKind.GRANT: "Bevilling",
    WheelKind.AGREEMENT: "Aftale",
    WheelKind.CONSENT: "Samtykke",
}
"""Beside a mark in the wheel, where there is little room."""

KINDS_LONG: Final[dict[WheelKind, str]] = {
    WheelKind.REVIEW: "Gennemgang af planer",
    WheelKind.REASSESSMENT: "Nye vurderinger",
    WheelKind.MEETING: "Møder",
    WheelKind.DEADLINE: "Frister og svar",
    WheelKind.GRANT: "Bevillinger, der løber ud",
    WheelKind.AGREEMENT: "Aftaler",
    WheelKind.CONSENT: "Samtykker, der løber ud",
}

_HOLIDAYS: Final[dict[Holiday | SchoolHoliday, str]] = {
    Holiday.NEW_YEARS_DAY: "nytårsdag",
    Holiday.MAUNDY_THURSDAY: "skærtorsdag",
    Holiday.GOOD_FRIDAY: "langfredag",
    Holiday.EASTER_SUNDAY: "påskedag",
    Holiday.EASTER_MONDAY: "2. påskedag",
    Holiday.GREAT_PRAYER_DAY: "store bededag",
    Holiday.ASCENSION_DAY: "Kristi himmelfartsdag",
    Holiday.WHIT_SUNDAY: "pinsedag",
    Holiday.WHIT_MONDAY: "2. pinsedag",
    Holiday.CHRISTMAS_DAY: "juledag",
    Holiday.BOXING_DAY: "2. juledag",
    Holiday.LABOUR_DAY: "1. maj",
    Holiday.CONSTITUTION_DAY: "grundlovsdag",
    Holiday.CHRISTMAS_EVE: "juleaftensdag",
    Holiday.NEW_YEARS_EVE: "nytårsaftensdag",
    SchoolHoliday.WINTER: "uge 7, hvor de fleste skoler har vinterferie",
    SchoolHoliday.SUMMER: "skolernes sommerferie begynder",
    SchoolHoliday.AUTUMN: "uge 42, hvor skolerne har efterårsferie",
}


def title(year: int) -> str:
    """Årshjul 2027"""
    return f"{TITLE} {year}"


def short_month(month: int) -> str:
    """nov"""
    return MONTHS[month - 1][:_SHORT]


def month_heading(month: int, year: int, total: int) -> str:
    """November 2026 · 12 ting"""
    return f"{capitalised(MONTHS[month - 1])} {year} · {things(total)}"


def things(total: int) -> str:
    """1 ting, 12 ting, ingen ting"""
    return count_of(total, "ting", "ting")


def counts_line(counts: Counts) -> str:
    """Møder 2 · Aftaler 1; nothing for nothing"""
    return " · ".join(f"{KINDS_LONG[kind]} {number(counts.of(kind))}" for kind in WheelKind if counts.of(kind))


def month_said(counts: Counts) -> str:
    """3 ting: Møder 2 · Aftaler 1; ingen ting"""
    return f"{things(counts.total)}: {counts_line(counts)}" if counts.total else capitalised(things(0))


def month_spoken(month: int, counts: Counts, *, is_now: bool) -> str:
    """november, denne måned: 3 ting. Møder 2 · Aftaler 1"""
    now = ", denne måned" if is_now else ""
    line = counts_line(counts)
    return f"{MONTHS[month - 1]}{now}: {things(counts.total)}" + (f". {line}" if line else "")


def alternative(year: int, months: Sequence[Counts]) -> str:
    """What the drawing says, month by month."""
    said = (f"{MONTHS[place]} {number(counts.total)}" for place, counts in enumerate(months))
    return f"{title(year)}: {', '.join(said)}."


def notable_line(notable: Sequence[NotableDay]) -> str:
    """25/12 juledag · 26/12 2. juledag"""
    return " · ".join(f"{each.on.day}/{each.on.month} {_HOLIDAYS[each.what]}" for each in notable)


def made_for(municipality: str, made_on: date) -> str:
    """Lilleby Kommune · 21. november 2026"""
    return " · ".join(filter(None, (municipality, date_long(made_on))))


RIM: Final = "Her står kun tal. Stregerne på kanten er lukkedage, begyndelsen på sommerferien og ugerne 7 og 42."


def event_title(total: int) -> str:
    """Opfølgning (3)"""
    return f"Opfølgning ({number(total)})"


def event_text(counts: Counts) -> str:
    """Møder 2 · Aftaler 1. Se, hvad det er, i Koordinator."""
    return f"{counts_line(counts)}. Se, hvad det er, i Koordinator."


def file_name(year: int) -> str:
    """aarshjul-2027"""
    return f"aarshjul-{year}"
