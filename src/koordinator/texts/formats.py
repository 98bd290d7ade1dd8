"""How dates, numbers, names and lists are written in Danish, on screen and paper alike."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from koordinator.domain.danish_day import age, wall_after

_DANISH_TIME: Final = ZoneInfo("Europe/Copenhagen")
_FAMILY: Final = "Familien "

MONTHS: Final = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS: Final = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def date_short(day: date) -> str:
    """21.11.2026"""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def day_and_month(day: date) -> str:
    """21.11., where the year is plain"""
    return f"{day.day}.{day.month}."


def date_long(day: date) -> str:
    """21. november 2026"""
    return f"{date_no_year(day)} {day.year}"


def date_no_year(day: date) -> str:
    """21. november"""
    return f"{day.day}. {month(day)}"


def weekday_date(day: date) -> str:
    """lørdag 21. november 2026"""
    return f"{weekday(day)} {date_long(day)}"


def weekday(day: date) -> str:
    """lørdag"""
    return WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """november"""
    return MONTHS[day.month - 1]


def month_year(day: date) -> str:
    """november 2026"""
    return f"{month(day)} {day.year}"


def week(day: date) -> str:
    """uge 47, as Danish calendars count (ISO 8601)."""
    return f"uge {day.isocalendar().week}"


def clock(moment: time | datetime) -> str:
    """13.05; an aware moment is turned into Danish time first."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(_DANISH_TIME)
    return f"{moment.hour:02}.{moment.minute:02}"


def ends_clock(day: date, at: time, minutes: int) -> str:
    """14.30, or 00.15 næste dag: what the wall shows so many minutes later, also when the clock is changed."""
    ends = wall_after(day, at, minutes)
    return clock(ends) if ends.date() == day else f"{clock(ends)} næste dag"


def danish_day(moment: datetime) -> date:
    """The Danish calendar day of an aware moment."""
    return moment.astimezone(_DANISH_TIME).date()


def moment_short(moment: datetime) -> str:
    """21.11.2026 kl. 13.05, in Danish time."""
    return f"{date_short(danish_day(moment))} kl. {clock(moment)}"


def duration(minutes: int) -> str:
    """45 minutter, 1 time, 1 time og 30 minutter"""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(count_of(hours, "time", "timer"))
    if rest or not hours:
        parts.append(f"{rest} {'minut' if rest == 1 else 'minutter'}")
    return join_with_og(parts)


def number(value: int) -> str:
    """1.234.567"""
    return f"{value:,}".replace(",", ".")


def decimal(value: float, digits: int = 1) -> str:
    """1.234,5"""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def count_of(count: int, singular: str, plural: str) -> str:
    """1 aftale, 12 aftaler, ingen aftaler"""
    if count == 0:
        return f"ingen {plural}"
    return f"{number(count)} {singular if count == 1 else plural}"


def relative_days(due_on: date, today: date) -> str:
    """i dag, i morgen, om 9 dage, 3 dage over fristen"""
    days = (due_on - today).days
    if days < 0:
        return f"{count_of(-days, 'dag', 'dage')} over fristen"
    return {0: "i dag", 1: "i morgen"}.get(days, f"om {number(days)} dage")


def days_ago(happened_on: date, today: date) -> str:
    """i dag, i går, for 3 dage siden; a day ahead as in `relative_days`."""
    days = (today - happened_on).days
    if days < 0:
        return relative_days(happened_on, today)
    return {0: "i dag", 1: "i går"}.get(days, f"for {number(days)} dage siden")


def age_text(born_on: date, today: date) -> str:
    """42 år"""
    return f"{age(born_on, today)} år"


def genitive(name: str) -> str:
    """Lones, Jens', Max'; nothing for nothing."""
    if not name:
        return ""
    return f"{name}'" if name[-1].lower() in "sxz" else f"{name}s"


def first_name(name: str) -> str:
    """Lone, of both "Lone Bæk" and "Bæk, Lone"."""
    given = name.partition(",")[2].split() or name.split()
    return given[0].rstrip(",") if given else ""


def spoken_name(name: str, *, is_family: bool = False) -> str:
    """How a citizen or a family is named inside a sentence: Lone, familien Rømer."""
    if name.startswith(_FAMILY):
        return f"familien {name.removeprefix(_FAMILY)}"
    return name if is_family else first_name(name)


def join_with_og(parts: Sequence[str]) -> str:
    """Anna, Bo og Carl"""
    *most, last = parts or ("",)
    return f"{', '.join(most)} og {last}" if most else last


def join_some(names: Sequence[str], most: int = 6) -> str:
    """Anna, Bo og Carl; of many the first few: Anna, Bo, Carl, Dan, Eva og 34 andre"""
    if len(names) <= most:
        return join_with_og(names)
    return f"{', '.join(names[: most - 1])} og {len(names) - most + 1} andre"


def capitalised(sentence: str) -> str:
    """The first letter large and the rest as it was."""
    return sentence[:1].upper() + sentence[1:]


def quoted(words: str) -> str:
    """»Jeg vil bare have én at ringe til.«"""
    return f"»{words}«"
