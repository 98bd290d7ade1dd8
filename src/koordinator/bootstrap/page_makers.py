"""How each page but the first is made. Imported in the background after the first paint."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from koordinator.bootstrap.subject_tabs import subject_tabs
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import Memory
from koordinator.ui.page import Page
from koordinator.ui.pages.assessment.page import AssessmentPage
from koordinator.ui.pages.subject.page import CitizenPage, FamilyPage


class Machine(NamedTuple):
    """What belongs to the person's machine and not to the database."""

    memory: Memory


PAGE_MAKERS: Final[Mapping[str, Callable[[Desk], Page]]] = {
    "citizen": lambda desk: CitizenPage(desk, subject_tabs(desk)),
    "family": lambda desk: FamilyPage(desk, subject_tabs(desk)),
    "assessment": AssessmentPage,
}
"""By the keys of `pages.PAGES`."""

MACHINE_PAGES: Final[Mapping[str, Callable[[Desk, Machine], Page]]] = {}
"""The pages that look beyond the database."""


def make_page(key: str, desk: Desk, machine: Machine) -> Page:
    """The page with the key."""
    if key in MACHINE_PAGES:
        return MACHINE_PAGES[key](desk, machine)
    return PAGE_MAKERS[key](desk)
