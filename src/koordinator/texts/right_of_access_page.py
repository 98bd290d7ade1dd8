"""The words of the window where a caseworker makes a citizen's right-of-access report."""

from typing import Final

from koordinator.domain.right_of_access import AccessVerdict, Other, OtherKind
from koordinator.texts.formats import danish_day, date_short, genitive, number
from koordinator.texts.right_of_access import known_as

BUTTON: Final = "Indsigt"
INTRO: Final = (
    "Dokumentet viser alt, der er skrevet om borgeren. Det, der også handler om andre, er udeladt, til du har taget "
    "stilling til hver af dem."
)
READ_IT: Final = (
    "Læs dokumentet igennem, før du giver det videre. Ord som mor og nabo står der stadig, og et navn, der også er et "
    "almindeligt ord, kan programmet overse først i en sætning."
)
OTHERS: Final = "Andre, og det, nogen har skrevet til sig selv"
WHO: Final = "Hvem eller hvad"
NUMBER: Final = "Nr."
IN_REPORT: Final = "I indsigten"
WHY: Final = "Hvorfor"
NOBODY: Final = "Her er ingen andre at tage stilling til."
DECIDE: Final = "Tag stilling …"
LARGE_PRINT: Final = "Stor skrift"
SAVE_PDF: Final = "Gem som PDF"
SAVE_DATA: Final = "Gem som JSON"
MAKING: Final = "Dokumentet bliver lavet …"
SAVE_LOG: Final = "Hvem har set oplysningerne?"
SAVE_LOG_HINT: Final = "Et brev til borgeren om, hvem der har set eller ændret noget, hvornår og hvorfor"

DECISION: Final = "Skal det med?"
REASON: Final = "Hvorfor?"
REASON_HINT: Final = "Borgeren kan se begrundelsen for det, der er udeladt. Skriv ikke navnet."
SAVE_DECISION: Final = "Gem valget"
OPTIONS: Final[tuple[tuple[AccessVerdict, str], ...]] = (
    (AccessVerdict.SHOWN, "Vis det"),
    (AccessVerdict.MASKED, "Udelad det"),
)
_NOT_DECIDED: Final = "Ikke afgjort"
_VERDICTS: Final[dict[AccessVerdict, str]] = {AccessVerdict.SHOWN: "Vises", AccessVerdict.MASKED: "Udelades"}
_WRITTEN: Final[dict[OtherKind, str]] = {OtherKind.PRIVATE_NOTE: "Privat note", OtherKind.DRAFT: "Kladde"}
_NAMELESS: Final[dict[OtherKind, str]] = _WRITTEN | {OtherKind.ADDRESS: "Borgerens beskyttede adresse"}


def heading(name: str) -> str:
    """Lone Bæks indsigt"""
    return f"{genitive(name)} indsigt"


def who(other: Other) -> str:
    """Karen Holm; Privat note, Mette Holm"""
    return ", ".join(filter(None, (_NAMELESS.get(other.key.kind, ""), other.name)))


def beside(other: Other) -> str:
    """pårørende, Solbæk Skole; the words of an own note"""
    return other.detail if other.key.kind in _WRITTEN else known_as(other)


def standing(other: Other) -> str:
    """Vises"""
    return _VERDICTS[other.decision.verdict] if other.decision else _NOT_DECIDED


def why(other: Other) -> str:
    """The reason, and the day"""
    if other.decision is None:
        return ""
    return f"{other.decision.reason} ({date_short(danish_day(other.decision.decided_at))})"


def the_same(count: int) -> str:
    """Gør det samme med de 4 andre af samme slags, der ikke er afgjort"""
    if count == 1:
        return "Gør det samme med den anden af samme slags, der ikke er afgjort"
    return f"Gør det samme med de {count} andre af samme slags, der ikke er afgjort"


def left(undecided: int) -> str:
    """3 er ikke afgjort endnu og er udeladt"""
    if not undecided:
        return "Alle er afgjort."
    return f"{number(undecided)} er ikke afgjort endnu og derfor udeladt."
