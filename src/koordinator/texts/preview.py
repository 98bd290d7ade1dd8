"""Words of the window that shows a paper before it is saved, printed or handed out."""

from collections.abc import Sequence
from typing import Final

from koordinator.texts.formats import capitalised, count_of, number

TITLE: Final = "Vis dokument"
LOOK_FIRST: Final = "Lav dokument …"
PAPER: Final = "Dokument"
READER: Final = "Til hvem"
LARGE_PRINT: Final = "Stor skrift"
PAGES: Final = "Siderne"
PAGE_UP: Final = "Forrige side"
PAGE_DOWN: Final = "Næste side"
ZOOM: Final = "Størrelse"
SMALLER: Final = "Mindre"
LARGER: Final = "Større"
WHOLE_WIDTH: Final = "Hele bredden"
WHOLE_PAGE: Final = "Hele siden"
REAL_SIZE: Final = "Papirets størrelse"
SAVE: Final = "Gem …"
PRINT: Final = "Skriv ud …"
HAND_OUT: Final = "Udlevér …"
CLOSE: Final = "Luk"
OPENING: Final = "Gør dokumentet klar …"
LEFT_OUT: Final = "Det er udeladt"
FOR_ALL: Final = "Til alle"
NOT_KEPT: Final = "Ikke gemt i sagen endnu. Det bliver det, når du gemmer, skriver ud eller udleverer dokumentet."
KEPT_AT: Final = "Gemt i sagen {moment}. Du ser præcis det, der blev gemt."
KEPT_NOW: Final = "Dokumentet er gemt i sagen."
SAVED: Final = "{name} er gemt."
SAVE_AS: Final = "Gem dokument"
PDF_FILES: Final = "PDF-filer (*.pdf)"
PRINTING: Final = "Hvor meget der er skrevet ud"
NOT_DONE: Final = "Det lykkedes ikke"
STOP: Final = "Stop"
STOPPING: Final = "Stopper efter den side, vi er ved …"
PRINT_TITLE: Final = "Skriv dokumentet ud"
PRINT_WORDS: Final = {
    "Double Sided Printing": "Begge sider af papiret",
    "Off": "Fra",
    "Long side binding": "Vend på den lange side",
    "Short side binding": "Vend på den korte side",
    "Page &Set:": "&Hvilke sider:",
    "Page &order:": "&Rækkefølge:",
    "Pages &per sheet:": "Sider &pr. ark:",
}
PRINT_JOB: Final = "Dokument fra Koordinator"
SHORTCUT_PAGES: Final = "Bladr i dokumentet"
SHORTCUT_FIRST: Final = "Første side"
SHORTCUT_LAST: Final = "Sidste side"
SHORTCUT_LARGER: Final = "Gør siden større"
SHORTCUT_SMALLER: Final = "Gør siden mindre"
SHORTCUT_SAVE: Final = "Gem dokumentet som fil"
SHORTCUT_PRINT: Final = "Skriv dokumentet ud"
SHORTCUT_HAND_OUT: Final = "Udlevér dokumentet"


def page_of(page: int, pages: int) -> str:
    """Side 3 af 12"""
    return f"Side {number(page)} af {number(pages)}"


def replaced(characters: Sequence[str]) -> str:
    """Hvilke tegn skriften ikke kan vise."""
    return f"Disse tegn kan ikke vises med skriften og er erstattet: {' '.join(characters)}"


def percent(value: int) -> str:
    """125 %"""
    return f"{number(value)} %"


def fitted(words: str, value: int) -> str:
    """Hele siden (64 %)"""
    return f"{words} ({percent(value)})"


def so_far(done: int, total: int) -> str:
    """3 af 12 sider er sendt til printeren"""
    return f"{number(done)} af {count_of(total, 'side', 'sider')} er sendt til printeren"


def printed(pages: int, *, was_stopped: bool) -> str:
    """12 sider er sendt til printeren."""
    said = f"{capitalised(count_of(pages, 'side', 'sider'))} er sendt til printeren."
    return f"Udskrivningen er stoppet. {said}" if was_stopped else said
