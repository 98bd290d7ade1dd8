"""What the check of a database says."""

from typing import Final

from koordinator.domain.assessment_snapshot import LockedFault
from koordinator.texts.assessment import locked_fault

SUMMARY: Final = "kontrollér databasen, loggen og det, der er låst"


def checked(log_entries: int) -> str:
    """What was gone through."""
    return (
        f"Databasens sider, loggens {log_entries} poster, de låste vurderinger, de godkendte planer, "
        "de lukkede referater og de dokumenter, der er lavet, er kontrolleret."
    )


def page_fault(fault: str) -> str:
    """A page of the database that is not whole; `fault` is the database library's own word."""
    return f"Databasen er beskadiget ({fault}). Tag en kopi af filen, før du gør andet, og kontakt jeres administrator."


def assessment_fault(key: int, fault: LockedFault) -> str:
    """A locked assessment that does not hold."""
    return f"Vurdering {key}: {locked_fault(fault)} Kontakt jeres administrator."


def plan_fault(key: int) -> str:
    """An approved plan that does not hold."""
    return f"Version {key} af en plan er ikke, som da den blev godkendt. Kontakt jeres administrator."


def minutes_fault(key: int) -> str:
    """Closed minutes that do not hold."""
    return f"Version {key} af et referat er ikke, som da det blev lukket. Kontakt jeres administrator."


def paper_fault(key: int) -> str:
    """A paper whose bytes are not those that were made."""
    return f"Dokument {key} er ikke, som da det blev lavet. Kontakt jeres administrator."
