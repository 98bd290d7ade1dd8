"""Errors about the year wheel and about follow-ups that are moved."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.errors import DomainError
from koordinator.domain.year_wheel import FIRST_YEAR, LAST_YEAR, YearOutOfRange
from koordinator.domain.year_wheel_visit import DayIsFixed, DayTooLate, VisitGone
from koordinator.texts.formats import date_long

TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    YearOutOfRange: lambda error: (
        f"Årshjulet kan vises fra {FIRST_YEAR} til {LAST_YEAR}, ikke for {error.year}. Vælg et andet år."
    ),
    VisitGone: lambda _: (
        "Der er ændret noget hos familien imens, så besøget passer ikke mere. Der er ikke flyttet noget. "
        "Se forslaget igen."
    ),
    DayTooLate: lambda error: (
        f"Datoen kan ikke være senere end {date_long(error.latest_on)}. Den er ikke ændret. Vælg en tidligere dag."
    ),
    DayIsFixed: lambda _: "Den dato kan ikke flyttes her. Den er, som den var. Ret den dér, hvor den er skrevet.",
}
"""One sentence maker for each kind of error."""
