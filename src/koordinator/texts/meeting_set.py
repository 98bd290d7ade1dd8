"""All papers of a held meeting, saved at once."""

from typing import Final

from koordinator.texts.formats import capitalised, count_of, number

SAVE_ALL: Final = "Gem alle dokumenter"
SAVE_ALL_HINT: Final = "Referat, plan, Tag med hjem, uddrag og kalenderfil i én mappe."
PROGRESS: Final = "Hvor mange dokumenter der er gemt"
STOP: Final = "Stop"
STOPPING: Final = "Stopper efter det dokument, vi er ved …"


def so_far(done: int, total: int) -> str:
    """3 af 12 dokumenter er gemt"""
    return f"{number(done)} af {number(total)} dokumenter er gemt"


def saved(count: int, *, was_stopped: bool) -> str:
    """12 dokumenter er gemt."""
    said = f"{capitalised(count_of(count, 'dokument', 'dokumenter'))} er gemt."
    return f"{said} Resten blev ikke lavet, fordi du stoppede." if was_stopped else said
