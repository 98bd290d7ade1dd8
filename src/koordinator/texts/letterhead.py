"""Words of Brevpapir: the tab in Indstillinger, the letter that shows how it looks, and what cannot be used."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from koordinator.domain.errors import DomainError
from koordinator.domain.letterhead import MOST_RETURN_CHARACTERS, Envelope
from koordinator.domain.letterhead_colour import FaintColour, NotAColour
from koordinator.domain.letterhead_logo import LogoFault, UnusableLogo
from koordinator.domain.setting import SettingKey

LOGO: Final = "Logo"
LOGO_HINT: Final = "PNG, JPEG eller SVG. Står øverst til højre på breve, planer og referater."
CHOOSE_LOGO: Final = "Vælg logo"
CHANGE_LOGO: Final = "Skift logo"
REMOVE_LOGO: Final = "Fjern logo"
NO_LOGO: Final = "Intet logo endnu. Uden logo står kommunens navn der i stedet."
LOGO_FILES: Final = "Billeder (*.png *.jpg *.jpeg *.svg)"

LOOK: Final = "Farve"
COLOUR: Final = "Kommunens farve"
COLOUR_HINT: Final = "Skrives som # og seks tegn, for eksempel #0B5563. Tomt felt giver programmets egen farve."
PICK_COLOUR: Final = "Vælg farve"
IN_COLOUR: Final = "I farver"
IN_GREY: Final = "I gråt"

LINES: Final = "Brevhoved"
LINES_HINT: Final = "Står øverst til højre på breve. Et tomt felt giver ingen linje."
NAME_HINT: Final = "Skriv det kun, hvis navnet ikke allerede står i logoet."
PHONE_HINT: Final = "Tomt felt giver kommunens hovednummer."
FIELDS: Final[dict[SettingKey, str]] = {
    SettingKey.LETTERHEAD_NAME: "Navn på brevpapiret",
    SettingKey.LETTERHEAD_DEPARTMENT: "Afdeling",
    SettingKey.LETTERHEAD_ADDRESS: "Adresse på brevpapiret",
    SettingKey.LETTERHEAD_PHONE: "Telefon på brevpapiret",
    SettingKey.LETTERHEAD_WEB: "Hjemmeside",
    SettingKey.RETURN_ADDRESS: "Afsenderadresse til kuverten",
}

ENVELOPE: Final = "Kuvert"
ENVELOPE_HINT: Final = (
    "Med rudekuvert står modtagerens adresse præcis i ruden, og der er små mærker, hvor arket foldes. "
    "Er adressen beskyttet, skrives den aldrig."
)
RETURN_HINT: Final = f"Står med småt over adressen. I ruden er der plads til {MOST_RETURN_CHARACTERS} tegn."
ENVELOPES: Final[dict[Envelope | None, str]] = {
    None: "Ingen rude",
    Envelope.M65: "M65 (foldes to gange)",
    Envelope.C5: "C5 (foldes én gang)",
}
CASE_NUMBER: Final = "Skriv sagsnummer"
CASE_NUMBER_HINT: Final = "Nederst på breve og på dokumenter til fagpersoner."

PREVIEW: Final = "Sådan ser et brev ud"
PREVIEW_NAME: Final = "Eksempel på et brev, side 1"
PREVIEW_WAITS: Final = "Brevet bliver tegnet …"

SAMPLE_TITLE: Final = "Et brev fra os"
SAMPLE_ADDRESS: Final = ("Prøve Prøvesen", "Eksempelvej 1, 2. tv.", "9999 Eksempelby")
SAMPLE_CASES: Final = ("24-1043",)
SAMPLE_DEAR: Final = "Kære Prøve"
SAMPLE_TEXT: Final = (
    "Sådan ser jeres breve ud. Her står det, vi vil fortælle, med korte sætninger og i et sprog, der er let at læse."
)
SAMPLE_HEADING: Final = "Det sker der nu"
SAMPLE_LINES: Final = ("Overskrifter får kommunens farve.", "Adressen står, så den kan ses i kuvertens rude.")
SAMPLE_CALL: Final = "Ring til os, hvis du er i tvivl om noget."
SAMPLE_GREETING: Final = "Venlig hilsen\nDin kommune"


def alternative(municipality: str) -> str:
    """What is said instead of the logo."""
    return f"Logo: {municipality}" if municipality else LOGO


def use(colour: str) -> str:
    """The button that takes the nearest colour."""
    return f"Brug {colour}"


def logo_set(day: str, name: str) -> str:
    """When the logo was put in, and by whom."""
    return f"Lagt ind {day} af {name}."


def phone(number: str) -> str:
    """The number as a line of the letterhead."""
    return f"Telefon {number}" if number else ""


def cases(numbers: Sequence[str]) -> str:
    """The case numbers as they stand at the foot of a page."""
    return f"{'Sag' if len(numbers) == 1 else 'Sager'} {', '.join(numbers)}" if numbers else ""


_LOGO_FAULTS: Final[dict[LogoFault, str]] = {
    LogoFault.UNREADABLE: "Filen kan ikke åbnes. Se efter, om den stadig ligger der, og prøv igen.",
    LogoFault.TOO_LARGE: "Filen er for stor. Et logo må fylde 5 MB, og som SVG 1 MB. Gem det i en mindre udgave.",
    LogoFault.FORMAT: "Filen er ikke et billede, som programmet kan bruge. Vælg en PNG-, JPEG- eller SVG-fil.",
    LogoFault.BROKEN: "Billedet er beskadiget eller ikke hentet helt. Hent det igen, eller gem det på ny.",
    LogoFault.TOO_MANY_PIXELS: (
        "Billedet har for mange billedpunkter (højst 12 millioner). Gem logoet i en mindre udgave."
    ),
    LogoFault.TOO_SMALL: "Billedet er så lille, at det ville blive uskarpt på papir. Vælg en større udgave.",
    LogoFault.TOO_LONG: "Billedet er for langt og smalt til at stå som logo. Vælg en anden udgave.",
    LogoFault.ANIMATED: "Billedet bevæger sig. Papir står stille, så vælg en udgave uden bevægelse.",
    LogoFault.PRINT_COLOURS: "Billedet er gemt i trykfarver (CMYK) og ville få forkerte farver. Gem det i RGB.",
    LogoFault.EMPTY: "Billedet er helt hvidt eller tomt. Vælg en udgave, der kan ses på hvidt papir.",
    LogoFault.SCRIPT: "SVG-filen indeholder et program (script). Det køres aldrig. Gem logoet som ren tegning.",
    LogoFault.EXTERNAL: (
        "SVG-filen henter noget andre steder fra eller har et billede i sig. Gem logoet som ren tegning eller som PNG."
    ),
    LogoFault.TEXT: (
        "SVG-filen har tekst i en skrift, som kan mangle her. Lav teksten om til kurver, eller gem logoet som PNG."
    ),
    LogoFault.EFFECTS: "SVG-filen bruger effekter, som ikke kan vises rigtigt på papir. Gem logoet som PNG.",
    LogoFault.ENTITIES: "SVG-filen har egne definitioner (DOCTYPE), som ikke læses. Gem logoet som PNG.",
    LogoFault.TOO_COMPLEX: "SVG-filen er for indviklet til et logo. Gem den forenklet eller som PNG.",
}
_KEPT: Final = " Det nuværende logo er ikke ændret."

ERRORS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    UnusableLogo: lambda error: _LOGO_FAULTS[error.fault] + _KEPT,
    NotAColour: lambda error: (
        f"»{error.text}« er ikke en farve. Skriv # og seks tegn, for eksempel #0B5563. Farven er ikke ændret."
    ),
    FaintColour: lambda error: (
        f"{error.colour} er for lys til at kunne læses på hvidt papir eller i gråt. "
        f"Den nærmeste, der kan, er {error.nearest}. Farven er ikke ændret."
    ),
}
"""One sentence maker for each of the area's errors."""
