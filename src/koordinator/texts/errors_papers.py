"""Errors about looking at papers and printing them."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.errors import DomainError
from koordinator.domain.page_picture import ChangedPaper, UnreadablePaper
from koordinator.domain.print_run import NoPrinter, NotPrinted

TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    UnreadablePaper: lambda _: (
        "Dokumentet kan ikke vises. Filen er beskadiget eller tom. Intet andet er ændret. "
        "Lav dokumentet igen, og sig det til jeres administrator, hvis det sker igen."
    ),
    ChangedPaper: lambda _: (
        "Dokumentet er ikke, som det blev gemt. Noget uden for programmet har ændret det. "
        "Giv det ikke videre. Lav et nyt, og sig det til jeres administrator."
    ),
    NoPrinter: lambda _: (
        "Computeren kender ingen printer, så der er ikke skrevet noget ud. "
        "Gem dokumentet som PDF, eller tilføj en printer i computerens indstillinger."
    ),
    NotPrinted: lambda _: (
        "Der blev ikke skrevet ud. Se efter, om printeren er tændt og har papir, og prøv igen. Dokumentet er gemt."
    ),
}
"""One sentence maker for each of the area's errors."""
