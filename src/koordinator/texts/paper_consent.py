"""What papers say where consent leaves somebody out: that something is missing, and never what."""

from itertools import groupby
from typing import Final

from koordinator.texts.formats import first_name, join_with_og
from koordinator.texts.paper_common import SEPARATOR

REDUCED: Final = "Noget er udeladt. Her står kun det, vi må dele med dig."
REDUCED_FOOTER: Final = "Kun til den, papiret er skrevet til. Giv det ikke videre."
NEUTRAL_PLACE: Final = "Det får du at vide, når du ringer"
NO_ITEM: Final = "er ikke omfattet af et samtykke og deltager ikke"


def reduced_label(name: str) -> str:
    """Til Tina Dam."""
    return f"Til {name}. "


def reduced_subtitle(about: str, name: str) -> str:
    """Lone Bæk · uddrag til Tina Dam"""
    return f"{about}{SEPARATOR}uddrag til {name}"


def limited(name: str, numbers: tuple[int, ...], alike: int = 1) -> str:
    """Tina deltager kun i punkt 1-3 og 7; by the whole name where more than one is called so."""
    called = name if alike > 1 else first_name(name)
    return f"{called} deltager kun i punkt {item_ranges(numbers)}." if numbers else f"{called} {NO_ITEM}."


def you_take_part(numbers: tuple[int, ...]) -> str:
    """Du er med til punkt 1-3 og 7."""
    return f"Du er med til punkt {item_ranges(numbers)}." if numbers else ""


def item_ranges(numbers: tuple[int, ...]) -> str:
    """1-3, 5 og 7"""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return join_with_og(tuple(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs))
