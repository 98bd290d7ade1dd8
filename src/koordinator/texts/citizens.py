"""Borgere og familier: the words of the list, on the screen and on the command line."""

from typing import Final

from koordinator.domain.citizen_list import StepFilter
from koordinator.domain.steps import Step
from koordinator.texts.formats import count_of, number
from koordinator.texts.ui import step_badge

SUMMARY: Final = "vis borgerne med trin og næste skridt"
SEARCH_HELP: Final = "kun dem, hvis navn, CPR-nummer eller sagsnummer passer"
MINE_HELP: Final = "kun dem, hvor næste skridt er dit"
TEXT: Final = "TEKST"
TABLE_HEADINGS: Final = ("Nr.", "Navn", "CPR", "Trin", "Koordinerende sagsbehandler", "Næste skridt")
NOBODY_FOUND: Final = "Ingen borgere passer til det."


def standing(step: Step | None, *, assessed: bool, ended: bool) -> str:
    """Trin 2, Intet behov, Afsluttet, Vurderet, Ikke vurderet"""
    if step is not None:
        return step_badge(step)
    if ended:
        return "Afsluttet"
    return "Vurderet" if assessed else step_badge(None)


def family_size(members: int) -> str:
    """4 personer"""
    return count_of(members, "person", "personer")


TITLE: Final = "Borgere og familier"
LIST: Final = "Borgere og familier"
WHOSE: Final = "Hvis borgere"
MINE: Final = "Mine"
ALL: Final = "Alle"
BY_STEP: Final = "Trin"
STEP_FILTERS: Final[dict[StepFilter, str]] = {
    StepFilter.ANY: "Alle trin",
    StepFilter.STEP_1: "Trin 1",
    StepFilter.STEP_2: "Trin 2",
    StepFilter.STEP_3: "Trin 3",
    StepFilter.UNASSESSED: "Ikke vurderet",
}
NAME: Final = "Navn"
STEP: Final = "Trin"
COORDINATOR: Final = "Koordinerende sagsbehandler"
NO_COORDINATOR: Final = "–"
NEXT_STEP: Final = "Næste skridt"
IMPORT: Final = "Indlæs liste"
NEW_CITIZEN: Final = "Opret borger"
NOT_CREATED: Final = "Borgeren er ikke oprettet endnu"
SHORTCUT_IMPORT: Final = "Indlæs en liste"
SHORTCUT_NEW: Final = "Opret en borger"

NOBODY_YET: Final = (
    "Her er ingen borgere endnu. Indlæs en liste fra jeres fagsystem. Du kan også oprette borgerne en ad gangen."
)
NOBODY_OF_YOURS: Final = (
    "Her er ingen borgere endnu. Du ser de borgere, du har en sag hos, er med til møde hos, eller som har fået dig som "
    "kontaktperson."
)
NOBODY_FITS: Final = "Ingen passer til det, du har valgt. Vælg »Alle« eller et andet trin."


def counted(shown: int, total: int) -> str:
    """304 i alt; Viser 1.000 af 83.217. Vælg et trin, eller søg med Ctrl+K."""
    if shown == total:
        return f"{number(total)} i alt" if total else ""
    return f"Viser {number(shown)} af {number(total)}. Vælg et trin, eller søg med Ctrl+K."


def family_detail(members: int) -> str:
    """Familie · 4 personer"""
    return f"Familie · {family_size(members)}"


def citizen_detail(cpr_masked: str) -> str:
    """CPR 120378-••••"""
    return f"CPR {cpr_masked}" if cpr_masked else "Uden CPR-nummer"
