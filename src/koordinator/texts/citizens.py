"""Borgere og familier: the words of the list, on the screen and on the command line."""

from typing import Final

from koordinator.domain.steps import Step
from koordinator.texts.formats import count_of
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
