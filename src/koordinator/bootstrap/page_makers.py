"""How each page but the first is made. Imported in the background after the first paint."""

from collections.abc import Callable, Mapping
from typing import Final

from koordinator.bootstrap.subject_tabs import subject_tabs
from koordinator.ui.desk import Desk
from koordinator.ui.page import Page
from koordinator.ui.pages.subject.page import CitizenPage, FamilyPage

PAGE_MAKERS: Final[Mapping[str, Callable[[Desk], Page]]] = {
    "citizen": lambda desk: CitizenPage(desk, subject_tabs(desk)),
    "family": lambda desk: FamilyPage(desk, subject_tabs(desk)),
}
"""By the keys of `pages.PAGES`."""
