"""Ark med gendannelseskode: printed once, locked away, and good when nothing else opens the database."""

from datetime import date
from typing import Final

from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import SEPARATOR

TITLE: Final = "Ark med gendannelseskode"
LEAD: Final = "Koden åbner databasen, når intet andet kan."
CODE: Final = "Koden"
TYPE_IT: Final = "Koden har syv grupper. Store og små bogstaver er lige gode. Bindestreger og mellemrum er ligegyldige."
WHEN_TO_USE: Final = "Hvornår skal du bruge den?"
USES: Final = (
    "Når du har glemt din adgangssætning.",
    "Når du har fået en ny computer, eller den gamle er gået i stykker.",
)
KEEP_IT: Final = "Pas på arket"
KEEPING: Final = (
    "Læg det i et aflåst skab, og ikke ved computeren.",
    "Tag ikke et billede af det, og send det ikke med mail.",
    "Vis det ikke til andre. Koden åbner alt, hvad der står om borgerne.",
    "Er arket væk, så lav en ny kode i programmet. Så virker denne ikke mere.",
)
DATABASE: Final = "Database"
MADE: Final = "Lavet"
MUNICIPALITY: Final = "Kommune"
FOOTER: Final = "Fortroligt. Skal ligge aflåst."


def kicker(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))
