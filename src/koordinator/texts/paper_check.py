"""Words of checking a paper: what the file is, and whether it is as it was made."""

from collections.abc import Iterator
from typing import Final

from koordinator.domain.paper_check import CheckedPaper, KnownPaper, PaperState
from koordinator.texts import handout
from koordinator.texts.formats import moment_short

CHECK: Final = "Tjek et dokument"
CHECK_HINT: Final = "Vælg en PDF, eller træk den herind. Så ser vi, hvilket dokument det er, og om det er ændret."
CLOSE: Final = "Luk"
CHOOSE: Final = "Vælg den PDF, der skal tjekkes"
PDF_FILES: Final = "PDF-filer (*.pdf)"
SUMMARY: Final = "sig, hvilket dokument en PDF er, og om den er ændret"
FILE_HELP: Final = "den PDF, der skal tjekkes"
NOT_HANDED_OUT: Final = "Udleveret: ikke noteret"
NO_VERSION: Final = "Det er et udkast. Dokumentet viser ikke en godkendt version."

STATES: Final[dict[PaperState, str]] = {
    PaperState.UNCHANGED: "Uændret. Dokumentet er præcis, som vi lavede det.",
    PaperState.CHANGED: "Ændret. Vi kender dokumentet, men filen er ikke længere, som vi lavede den. Stol ikke på den.",
    PaperState.LOCKED: (
        "Ændret. Vi kender dokumentet, men nogen har lagt en adgangskode på filen. "
        "Derfor kan vi ikke se, om ordene er de samme."
    ),
    PaperState.UNKNOWN: (
        "Ukendt. Vi har ikke lavet den fil her. Den kan være fra en anden database, "
        "eller den kan være gemt som PDF på ny i et andet program."
    ),
}
_UNKNOWN_LOCKED: Final = "Ukendt. Der er en adgangskode på filen, og vi kan ikke se, hvilket dokument det er."


def verdict(checked: CheckedPaper) -> str:
    """Uændret. Dokumentet er præcis, som vi lavede det."""
    if checked.state is PaperState.UNKNOWN and checked.is_locked:
        return _UNKNOWN_LOCKED
    return STATES[checked.state]


def lines(known: KnownPaper) -> Iterator[str]:
    """What it is, about and for whom, when it was made, and who got it; a line each."""
    facts, paper = known.facts, known.paper
    yield handout.title(facts)
    yield f"Om: {known.about}"
    yield f"Til: {paper.made_for}" if paper.made_for else handout.reader(facts)
    yield f"Lavet {moment_short(paper.made_at)} af {known.made_by}"
    if handout.is_draft(facts):
        yield NO_VERSION
    if known.newer is not None:
        yield f"Der er en nyere version: version {known.newer}"
    if not known.handouts:
        yield NOT_HANDED_OUT
    for each in known.handouts:
        yield f"Udleveret: {handout.withdrawn(each)}"
