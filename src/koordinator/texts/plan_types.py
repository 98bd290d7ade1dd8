"""Words of the tab Plantyper in Indstillinger."""

from datetime import date
from typing import Final

from koordinator.texts.formats import date_short

TYPES: Final = "Plantyper og lovens frister"
INTRO: Final = (
    "En plantype siger lovgrundlaget, hvad planen skal indeholde, og hvornår den senest skal følges op. Loven ændrer "
    "sig: en rettelse er en ny udgave fra en dag, og den gamle bliver stående. Læs altid kilden."
)
NAME: Final = "Navn"
KEY: Final = "Kort nøgle (uden mellemrum, kan ikke ændres)"
LEGAL_BASIS: Final = "Lovgrundlag"
FOLLOW_UP: Final = "Opfølgning"
HOLDS: Final = "Gælder"
FIRST_MONTHS: Final = "Første opfølgning senest efter (måneder)"
MONTHS: Final = "Derefter senest hver (måneder)"
MUST_HOLD: Final = "Det skal planen indeholde"
SOURCE: Final = "Kilde, og hvad der er usikkert"
IS_JOINT: Final = "Den fælles plan kan være en af disse"
FROM_ON: Final = "Den nye udgave gælder fra"
ADD: Final = "Ny plantype"
NEW_VERSION: Final = "Ny udgave"
READ: Final = "Hent fra fil"
WRITE: Final = "Gem som fil"
READ_HEADING: Final = "Hent plantyper fra fil"
READ_INTRO: Final = "Det, der er anderledes i filen, bliver til nye udgaver fra den dag, du vælger."
CHOOSE_FILE: Final = "Vælg fil"
FILES: Final = "Plantyper (*.toml)"
FILE_NAME: Final = "plantyper.toml"
NO_TYPES: Final = "Ingen plantyper endnu. Tilføj en, eller hent dem fra en fil."
NO_DEMAND: Final = "Ingen frist i måneder"
MONTHS_HINT: Final = "Lad feltet være tomt, hvis loven ikke siger noget."
NOT_A_NUMBER: Final = "Skriv et helt tal, eller lad feltet være tomt."


def follow_up(first: int | None, then: int | None) -> str:
    """Først 3 måneder, så hver 6. måned"""
    parts = (
        f"først efter {first} mdr." if first else "",
        f"{'så ' if first else ''}hver {then}. måned" if then else "",
    )
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:] if said else NO_DEMAND


def period(from_on: date, until_on: date | None, *, always_from: date) -> str:
    """fra 01.01.2027, or indtil 01.01.2027; nothing is said of the first day of all"""
    begins = "" if from_on <= always_from else f"fra {date_short(from_on)}"
    ends = f"indtil {date_short(until_on)}" if until_on else ""
    return " ".join(filter(None, (begins, ends))) or "nu"
