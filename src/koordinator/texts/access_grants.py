"""Adgang ved særligt behov: opening a citizen one does not work with, being told of it, and looking back on it."""

from datetime import datetime, timedelta
from typing import Final

from koordinator.domain.access_grant import GrantLine
from koordinator.domain.codes import GrantKind
from koordinator.domain.danish_day import danish_day
from koordinator.texts.formats import date_long, moment_short
from koordinator.texts.overview import KNOWN_ALREADY

NAME: Final = "Adgang ved særligt behov"
INTRO: Final = (
    "Brug den, når du har brug for at åbne en borger, du ikke arbejder med: borgeren står hos dig nu, eller "
    "kollegaen er syg. Du har adgang til og med i morgen. Borgerens sagsbehandler får besked, og borgeren kan se det."
)
OPEN: Final = "Få adgang"
CPR: Final = "CPR-nummer"
CPR_HINT: Final = "Eller skriv hele navnet og fødselsdagen."
WHOLE_NAME: Final = "Hele navnet"
BORN_ON: Final = "Fødselsdag"
REASON: Final = "Hvorfor har du brug for adgang?"
REASON_HINT: Final = "Skriv grunden og ikke andet om borgeren. Borgeren, sagsbehandleren og lederen kan læse den."
WHO_MISSING: Final = "Skriv CPR-nummeret, eller hele navnet og fødselsdagen."

READ: Final = "Jeg har læst det"
NOT_NOW: Final = "Ikke nu"
OPENED: Final = "Åbnet"

HOLDERS: Final = "Hvem har hvilke roller i dag"
HOLDERS_HINT: Final = "Administratoren giver og tager roller under Indstillinger, Medarbejdere."
NO_HOLDERS: Final = "Ingen har en rolle endnu."
GRANTS: Final = "Åbnet ved særligt behov det sidste år"
GRANTS_HINT: Final = (
    "Den, der åbner en borger, personen ikke arbejder med, skriver hvorfor. Her kan du se det efter. Her står også, "
    "når nogen ændrede, hvem der har en borger, uden selv at have borgeren, eller gav sig selv en opgave hos en "
    "borger, der kun var åbnet for en tid."
)
NO_GRANTS: Final = "Ingen har åbnet en borger ved særligt behov."
WHO: Final = "Hvem"
ROLES: Final = "Roller"
CITIZEN: Final = "Borger"
REASON_SHORT: Final = "Begrundelse"
TOLD: Final = "Fik besked"
STATE: Final = "Adgang"
NOBODY_TOLD: Final = "Ingen at give besked"
STAYS: Final = "Personen havde kun åbnet borgeren ved særligt behov og kan nu se borgeren, så længe opgaven varer."
IS_OPEN: Final = "Åben nu"
IS_OVER: Final = "Lukket"
IS_PART: Final = "Ændring"
KINDS: Final[dict[GrantKind, str]] = {
    GrantKind.NEED: "Særligt behov",
    GrantKind.LIST: "Blev sagsbehandler fra en liste",
    GrantKind.CHOSEN: "Valgte en anden sagsbehandler",
    GrantKind.HANDOVER: "Begyndte et skift af sagsbehandler",
    GrantKind.FAMILY: "Satte en borger i en familie",
    GrantKind.ENDED: "Afsluttede en kollegas arbejde",
    GrantKind.JOINED: "Gav sig selv en opgave hos borgeren",
}

SUMMARY: Final = "få adgang til en borger, du ikke arbejder med, med en begrundelse"
CITIZEN_HELP: Final = "borgerens CPR-nummer; uden det skal du bruge --name og --born"
NAME_HELP: Final = "borgerens hele navn"
BORN_HELP: Final = "borgerens fødselsdag, 12.3.1978 eller 1978-03-12"
REASON_HELP: Final = "hvorfor du har brug for adgang; borgeren og sagsbehandleren kan læse det"
DAY: Final = "DAG"
NAME_ARGUMENT: Final = "NAVN"
REASON_ARGUMENT: Final = "GRUND"
NEEDS_WHO: Final = "Skriv borgerens CPR-nummer, eller både --name og --born."
OPEN_ALREADY: Final = "Du har adgang til borgeren i forvejen."


def open_until(until_at: datetime) -> str:
    """Du har adgang til og med 22. november 2026. Borgerens sagsbehandler får besked."""
    last_on = danish_day(until_at - timedelta(minutes=1))
    return f"Du har adgang til og med {date_long(last_on)}. Borgerens sagsbehandler får besked."


def reason(line: GrantLine) -> str:
    """What the person wrote; of another kind what the person did."""
    return line.grant.reason or KINDS[line.grant.kind]


def told_line(line: GrantLine) -> str:
    """Mette Holm (læst), Ib Dam"""
    return ", ".join(f"{each.name} (læst)" if each.has_read else each.name for each in line.told) or NOBODY_TOLD


def told_sentence(line: GrantLine) -> str:
    """Fik besked: Mette Holm (læst), Ib Dam"""
    return f"{TOLD}: {told_line(line)}"


def state(line: GrantLine) -> str:
    """Åben nu"""
    if line.grant.kind is not GrantKind.NEED:
        return IS_PART
    return IS_OPEN if line.is_open else IS_OVER


def notice_text(at: datetime, reason: str, kind: GrantKind) -> str:
    """What is told of it."""
    if kind is not GrantKind.NEED:
        why = f"{KNOWN_ALREADY}. {STAYS}" if kind is GrantKind.JOINED else f"{KNOWN_ALREADY}."
        return f"{moment_short(at)}.\n\n{why} Ser det forkert ud, så tal med personen eller med din leder."
    return (
        f"{moment_short(at)}.\nBegrundelse: {reason}\n\nPersonen arbejder ikke med borgeren, og adgangen lukker af sig "
        "selv. Ser det forkert ud, så tal med din leder."
    )
