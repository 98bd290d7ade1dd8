"""Words of the log of contacts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from koordinator.domain.contact_note import ContactKind, ContactNote
from koordinator.texts.formats import moment_short

TITLE: Final = "Kontakter"
NEW: Final = "Ny note"
EMPTY: Final = "Ingen kontakter noteret endnu. Tryk Ctrl+Skift+N hvor som helst i programmet."
HEADING: Final = "Ny note om {name}"
CORRECT: Final = "Ret noten"
WHOM: Final = "Hvem handler noten om?"
KIND: Final = "Hvad er det?"
KINDS: Final[dict[ContactKind, str]] = {
    ContactKind.AGREED: "Aftale mellem fagpersoner",
    ContactKind.PHONE: "Telefonnotat",
}
WHO: Final = "Hvem?"
WHO_HINT: Final = "For eksempel: Kim fra jobcentret og mig"
WHAT: Final = "Hvad blev sagt eller aftalt?"
DAY: Final = "Dag"
CLOCK: Final = "Kl."
WHEN: Final = "Hvornår"
NOT_YET: Final = "Tidspunktet er ikke kommet endnu."
SAVED: Final = "Noten om {name} er gemt."


def correction_intro(wordings: Sequence[ContactNote]) -> str:
    """What the note has said, so that everybody can see what a correction changes."""
    return "Den gamle note bliver stående bag den nye. " + " ".join(
        f"{moment_short(each.noted_at)} stod der: »{each.what}«" for each in wordings
    )


def kind_and_author(kind: ContactKind, author: str, *, is_corrected: bool) -> str:
    """Under what was said: what it is, by whom, and whether it has been corrected."""
    parts = [KINDS[kind], f"noteret af {author}", *(["rettet"] if is_corrected else [])]
    return " · ".join(parts)


def when(moment: datetime) -> str:
    """When people were in touch."""
    return moment_short(moment)
