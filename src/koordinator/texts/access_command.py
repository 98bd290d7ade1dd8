"""The words of `koordinator access`."""

from typing import Final

from koordinator.domain.right_of_access import Other
from koordinator.texts.right_of_access import known_as, standing
from koordinator.texts.right_of_access_codes import code_word

SUMMARY: Final = "indsigt: alt, der er skrevet om en borger, og hvem der har set det"
CITIZEN: Final = "borgerens CPR-nummer eller id"
OUTPUT: Final = "gem i denne fil, som PDF eller JSON; uden en fil vises dem, der skal tages stilling til"
LOG: Final = "lav i stedet brevet om, hvem der har set borgerens oplysninger"
LARGE_PRINT: Final = "stor skrift"
GIVEN_HELP: Final = "notér, at borgeren får den i dag, som svar på sit ønske om indsigt"
GIVEN_NEEDS_REPORT: Final = "--given hører til selve indsigten. Skriv hvor med -o, og uden --log."
NUMBER: Final = "NUMMER"
SHOW: Final = "vis disse i indsigten (numrene fra listen)"
MASK: Final = "udelad disse fra indsigten (numrene fra listen)"
REASON: Final = "TEKST"
REASON_HELP: Final = "hvorfor de vises eller udelades"
REASON_MISSING: Final = "Skriv med --reason, hvorfor de skal vises eller udelades."
REASON_ALONE: Final = "--reason hører til --show eller --mask."
LOG_NEEDS_PDF: Final = "Brevet om, hvem der har set oplysninger, er en PDF. Skriv hvor med -o."


def written(path: str, settled: int) -> str:
    """Said when a file is there, and that it answers what the citizen asked."""
    return f"Gemt i {path}" + ("\nBorgerens ønske om indsigt er noteret som besvaret i dag." if settled else "")


def line(other: Other) -> str:
    """3  Karen Holm · pårørende · ikke afgjort"""
    parts = (other.name or code_word(other.key.kind), known_as(other), standing(other))
    return f"{other.number:>3}  " + " · ".join(filter(None, parts))
