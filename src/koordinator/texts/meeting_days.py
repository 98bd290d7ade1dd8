"""The words of how often one meets, and of the days that suit."""

from collections.abc import Callable
from datetime import date
from typing import Final

from koordinator.domain.meeting_rhythm import DayFault, PassedOver
from koordinator.texts.formats import count_of, date_no_year, number, weekday

SUITS: Final = "Dage, der passer alle:"
RHYTHM: Final = "Møderytme"
RHYTHM_HINT: Final = "Hvor tit mødes I? Næste møde foreslås efter rytmen, uden om helligdage og skoleferier."
SCHOOL_HOLIDAYS: Final = "Skoleferier"
SCHOOL_HOLIDAYS_HINT: Final = "Møder foreslås ikke i skoleferier. Skriv kommunens ferier, når de er besluttet."
HOLIDAY_NAME: Final = "Ferie"
HOLIDAY_FROM: Final = "Første dag"
HOLIDAY_LAST: Final = "Sidste dag"
ADD_HOLIDAY: Final = "Tilføj skoleferie"
REMOVE_HOLIDAY: Final = "Fjern"
NO_HOLIDAYS: Final = "Ingen skoleferier endnu."
LAST_BEFORE_FIRST: Final = "Den sidste dag ligger før den første."
_MANY: Final = 3

_FAULTS: Final[dict[DayFault, Callable[[PassedOver], str]]] = {
    DayFault.CLOSED: lambda day: f"{date_no_year(day.on)} er der lukket",
    DayFault.SCHOOL_HOLIDAY: lambda day: f"{date_no_year(day.on)} er der {day.name[:1].lower()}{day.name[1:]}",
    DayFault.SOMEBODY_ELSEWHERE: lambda day: f"{date_no_year(day.on)} er {day.name} til et andet møde",
}


def day(on: date) -> str:
    """tirsdag 9. februar"""
    return f"{weekday(on)} {date_no_year(on)}"


def passed_over(days: tuple[PassedOver, ...]) -> str:
    """Den 16. februar er der vinterferie. Weekends go without saying; one day of each reason is enough."""
    first: dict[tuple[DayFault, str], PassedOver] = {}
    for each in days:
        if each.fault is not DayFault.CLOSED or each.on.weekday() < _SATURDAY:
            first.setdefault((each.fault, each.name), each)
    return " ".join(f"Den {_FAULTS[each.fault](each)}." for each in list(first.values())[:_MANY])


def every(weeks: int | None, usual_days: int) -> str:
    """Hver 6. uge; Som kommunen: højst 90 dage"""
    if weeks is None:
        return f"Som kommunen: højst {count_of(usual_days, 'dag', 'dage')}"
    return "Hver uge" if weeks == 1 else f"Hver {number(weeks)}. uge"


def holiday(first_on: date, last_on: date) -> str:
    """13. februar - 21. februar 2027"""
    return f"{date_no_year(first_on)} - {date_no_year(last_on)} {last_on.year}"


_SATURDAY: Final = 5
