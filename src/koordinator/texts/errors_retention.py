"""Errors about how long things are kept, and about deletion."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.deletion import ArchiveNotSettled, ListUnreadable, NotCleaned
from koordinator.domain.errors import DomainError
from koordinator.domain.retention import PeriodBackwards, PeriodOutOfRange, PeriodTwice, UnusablePeriods
from koordinator.domain.retention_due import KeptTooShort, MustBeKept, StillInUse
from koordinator.texts.formats import date_long
from koordinator.texts.retention import KINDS, ended


def _must_be_kept(error: MustBeKept) -> str:
    until = f" før {date_long(error.until)}" if error.until else ", før nogen ophæver det"
    return f"{error.name} må ikke slettes{until}. Grunden er: {ended(error.reason)} Der er ikke slettet noget."


def _still_in_use(error: StillInUse) -> str:
    when = f"Det kan slettes fra {date_long(error.due_on)}." if error.due_on else "Et forløb er i gang."
    return f"Tiden er ikke gået for {error.name}. {when} Der er ikke slettet noget."


def _unusable(error: UnusablePeriods) -> str:
    where = f"Se på linje {error.line}. " if error.line else ""
    return (
        "Filen kan ikke læses som en liste over perioder for opbevaring. "
        f"{where}Intet er ændret. Gem de nuværende perioder som fil for at se, hvordan den skal se ud."
    )


TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    MustBeKept: _must_be_kept,
    StillInUse: _still_in_use,
    KeptTooShort: lambda error: (
        f"Vælg en dag efter {date_long(error.earliest)}. Der er ikke ændret noget, og der er ikke slettet noget."
    ),
    ArchiveNotSettled: lambda _: (
        "Sig først, om det er afleveret til arkivet, eller at det ikke skal bevares. Der er ikke slettet noget."
    ),
    ListUnreadable: lambda error: (
        f"Listen over det, der er slettet, kan ikke læses: {error.path}. Derfor er der ikke slettet noget mere. "
        "Hent filen fra en sikkerhedskopi af mappen, eller giv den et andet navn, så begynder programmet på en ny."
    ),
    NotCleaned: lambda _: (
        "Det er slettet, men der kan være rester af det i databasens fil, fordi den var i brug et andet sted. "
        "Programmet prøver igen at fjerne dem, næste gang du åbner det."
    ),
    UnusablePeriods: _unusable,
    PeriodOutOfRange: lambda error: (
        f"En periode skal være fra 1 til {error.most} måneder, ikke {error.months}. Ret tallet, og gem igen."
    ),
    PeriodTwice: lambda error: (
        f"Filen siger to ting om »{KINDS[error.kind]}« fra samme dag. Intet er ændret. Slet den ene."
    ),
    PeriodBackwards: lambda error: (
        f"En ny periode kan tidligst gælde fra {date_long(error.earliest)}. Vælg den dag eller en senere."
    ),
}
"""One sentence maker for each kind of error."""
