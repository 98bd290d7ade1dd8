"""Ark med gendannelseskode: printed once, locked away, and good when nothing else opens the database."""

from datetime import date
from typing import Final

from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import SEPARATOR

TITLE: Final = "Ark med gendannelseskode"
LEAD: Final = (
    "Koden åbner databasen, når du har glemt din adgangssætning, "
    "eller når computeren er skiftet ud eller gået i stykker."
)
CODE: Final = "Koden"
TYPE_IT: Final = "Skriv de syv grupper efter hinanden. Store og små bogstaver er lige gode."
KEEP_IT: Final = "Pas på arket"
KEEPING: Final = (
    "Læg det i et aflåst skab, og ikke ved computeren.",
    "Tag ikke et billede af det, og send det ikke med mail.",
    "Vis det ikke til andre. Koden åbner alt, hvad der står om borgerne.",
    "Er arket væk, så lav en ny kode i programmet. Så åbner denne kun sikkerhedskopier fra før.",
)
DATABASE: Final = "Database"
FOOTER: Final = "Fortroligt. Skal ligge aflåst."


def kicker(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))
