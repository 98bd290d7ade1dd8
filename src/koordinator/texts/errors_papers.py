"""Errors about looking at papers and printing them."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.case_filing import UnusableFiling
from koordinator.domain.case_folder import NothingToFile
from koordinator.domain.errors import DomainError
from koordinator.domain.handouts import HandedOutAhead, NoDigitalPost, NotByDigitalPost
from koordinator.domain.page_picture import ChangedPaper, UnreadablePaper
from koordinator.domain.paper_check import MAX_MEGABYTES, PaperRefusal, PaperRefused
from koordinator.domain.paper_manifest import FolderNotEmpty
from koordinator.domain.portfolio import NoApprovedPlan
from koordinator.domain.print_run import NoPrinter, NotPrinted
from koordinator.domain.right_of_access import NotToDecide
from koordinator.domain.setting import UnusableKle
from koordinator.texts.formats import date_short

_NO_DIGITAL_POST: Final[dict[NoDigitalPost, str]] = {
    NoDigitalPost.EXEMPT: "er fritaget for Digital Post. Er fritagelsen ophørt, så ret det først på borgerens side.",
    NoDigitalPost.UNDER_AGE: "er under 15 år og har ikke Digital Post.",
}

_REFUSED: Final[dict[PaperRefusal, str]] = {
    PaperRefusal.NOT_FOUND: "findes ikke. Se efter, om navnet er skrevet rigtigt.",
    PaperRefusal.IS_FOLDER: "er en mappe. Vælg en PDF-fil.",
    PaperRefusal.NO_ACCESS: "kan ikke læses. Måske er den åben i et andet program, eller du har ikke adgang til den.",
    PaperRefusal.TOO_BIG: f"er større end {MAX_MEGABYTES} megabyte. Så stort er intet dokument herfra.",
    PaperRefusal.EMPTY: "er tom. Hent filen igen.",
    PaperRefusal.NOT_A_PDF: "er ikke en PDF. Vælg en PDF-fil.",
    PaperRefusal.UNKNOWN: "er ikke et dokument, der er lavet her. Lav dokumentet først.",
    PaperRefusal.CHANGED: "er ændret, siden den blev lavet. Giv den ikke videre, men lav dokumentet igen.",
}

TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    NotToDecide: lambda _: (
        "Den er ikke længere blandt dem, der skal tages stilling til, for teksterne er ændret siden. Intet er gemt. "
        "Luk vinduet, og åbn indsigten igen."
    ),
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
    NoApprovedPlan: lambda _: "Der er ingen godkendt plan endnu. Godkend planen, så kan den gives videre.",
    NotPrinted: lambda _: (
        "Ikke alt er skrevet ud. Se efter, om printeren er tændt og har papir, og prøv igen. Dokumentet er gemt."
    ),
    NotByDigitalPost: lambda error: f"{error.name} {_NO_DIGITAL_POST[error.why]} Der er ikke noteret noget. Vælg brev.",
    NothingToFile: lambda error: (
        f"{error.name} har hverken et afholdt møde eller en fælles plan, så der er ikke noget at lægge på sagen endnu."
    ),
    UnusableKle: lambda error: (
        f"»{error.text}« er ikke et nummer fra KLE. Et emne skrives som 27.00.00, en handlingsfacet som P35. "
        "Intet er ændret."
    ),
    UnusableFiling: lambda error: (
        f"Programmets fil {error.file_name} kan ikke læses. Intet er ændret. Sig det til jeres administrator."
    ),
    PaperRefused: lambda error: f"{error.file_name} {_REFUSED[error.why]} Intet er ændret.",
    HandedOutAhead: lambda error: (
        f"Dagen er ikke kommet endnu: {date_short(error.on)}. Der er ikke noteret noget. Vælg i dag eller en dag før."
    ),
    FolderNotEmpty: lambda error: (
        f"Der ligger allerede noget i {error.path}. Intet er gemt eller ændret. Vælg en tom mappe, eller en ny."
    ),
}
"""One sentence maker for each of the area's errors."""
