"""Errors of ledelsestilsyn as Danish."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.counts_file import (
    CountingKeyMistyped,
    CountsFileDamaged,
    CountsFileForeign,
    CountsFileNewer,
    CountsFileUnreadable,
    CountsKeyDiffers,
    CountsPeriodDiffers,
)
from koordinator.domain.errors import DomainError
from koordinator.domain.output_file import OutputNotWritten, OutputTaken
from koordinator.domain.supervision import TooFewToShare
from koordinator.texts.formats import date_short


def _backwards(error: PeriodBackwards) -> str:
    return (
        f"Perioden slutter ({date_short(error.last_on)}), før den begynder ({date_short(error.first_on)}). "
        "Byt om på de to datoer."
    )


def _too_few(error: TooFewToShare) -> str:
    return (
        f"Der er færre end {error.smallest} forløb i alt, så tallene kan pege på enkelte borgere. "
        "De må ikke sendes ud af huset. Vælg en længere periode, eller del dem kun internt."
    )


def _mistyped(error: CountingKeyMistyped) -> str:
    if not error.group:
        return "Tællenøglen skal have 35 tegn. Skriv den igen, præcis som du har fået den."
    return f"Tællenøglen er ikke skrevet rigtigt. Se på gruppe {error.group}, og skriv den igen."


def _period(error: CountsPeriodDiffers) -> str:
    days = f"{date_short(error.first_on)} til {date_short(error.last_on)}"
    return (
        f"»{error.name}« gælder en anden periode ({days}) end den første fil. Intet er lagt sammen. "
        "Bed om en fil for samme periode."
    )


TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    PeriodBackwards: _backwards,
    TooFewToShare: _too_few,
    CountingKeyMistyped: _mistyped,
    CountsPeriodDiffers: _period,
    CountsFileUnreadable: lambda error: (
        f"»{error.name}« kan ikke læses. Kontrollér, at filen findes, og at du har adgang til den."
    ),
    CountsFileForeign: lambda error: (
        f"»{error.name}« er ikke en fil med tal fra ledelsestilsyn. Intet er lagt sammen. Vælg den rigtige fil."
    ),
    CountsFileDamaged: lambda error: (
        f"»{error.name}« er beskadiget eller ændret undervejs. Intet er lagt sammen. Bed om filen igen."
    ),
    CountsFileNewer: lambda error: (
        f"»{error.name}« er lavet med en anden version af programmet eller en anden opgørelsesmåde. "
        "Intet er lagt sammen. Opdatér programmet, og lav filen igen."
    ),
    CountsKeyDiffers: lambda error: (
        f"»{error.name}« er lavet med en anden tællenøgle end den første fil, så det samme forløb ikke kan genkendes. "
        "Intet er lagt sammen. Del kommunens tællenøgle, og lav filen igen."
    ),
    OutputNotWritten: lambda error: (
        f"»{error.path}« kunne ikke gemmes. Kontrollér, at mappen findes, at der er plads, og at filen ikke er åben "
        "i et andet program. Intet er gået tabt; prøv igen."
    ),
    OutputTaken: lambda error: (
        f"Der ligger allerede en fil eller mappe her: {error.path}. Den er ikke ændret, og intet er lavet. "
        "Vælg et andet navn."
    ),
}
"""One sentence maker for each of the area's errors."""
