"""Errors about looking at papers and printing them."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.errors import DomainError
from koordinator.domain.handouts import HandedOutAhead, NoDigitalPost, NotByDigitalPost
from koordinator.domain.page_picture import ChangedPaper, UnreadablePaper
from koordinator.domain.paper_check import PaperRefused
from koordinator.domain.paper_manifest import FolderNotEmpty
from koordinator.domain.print_run import NoPrinter, NotPrinted
from koordinator.texts.formats import date_short
from koordinator.texts.paper_check import REFUSED

_NO_DIGITAL_POST: Final[dict[NoDigitalPost, str]] = {
    NoDigitalPost.EXEMPT: "er fritaget for Digital Post. Er fritagelsen ophørt, så ret det først på borgerens side.",
    NoDigitalPost.UNDER_AGE: "er under 15 år og har ikke Digital Post.",
}

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
    NotByDigitalPost: lambda error: f"{error.name} {_NO_DIGITAL_POST[error.why]} Der er ikke noteret noget. Vælg brev.",
    PaperRefused: lambda error: f"{error.file_name} {REFUSED[error.why]} Intet er ændret.",
    HandedOutAhead: lambda error: (
        f"Dagen er ikke kommet endnu: {date_short(error.on)}. Der er ikke noteret noget. Vælg i dag eller en dag før."
    ),
    FolderNotEmpty: lambda error: (
        f"Der ligger allerede noget i {error.path}. Intet er gemt eller ændret. Vælg en tom mappe, eller en ny."
    ),
}
"""One sentence maker for each of the area's errors."""
