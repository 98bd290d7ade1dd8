"""Who gets which minutes and plan after a meeting, and who takes part in what before it."""

from collections.abc import Sequence
from typing import Final

from koordinator.texts.formats import first_name, join_with_og
from koordinator.texts.paper_consent import item_ranges

READERS: Final = "Hvem får hvilken udgave"
FOR_ALL: Final = "hele referatet og hele planen"
FOR_CITIZEN: Final = "borgerens udgave"
FOR_MEMBER: Final = "familiens referat, og planen med det fælles og sin egen del"
EXTRACT: Final = "et uddrag, fordi samtykket undtager noget"
MINUTES: Final = "Referat"
PLAN: Final = "Plan"


def gets(names: Sequence[str], what: str) -> str:
    """Kim Møller og Bo Thygesen: hele referatet og hele planen"""
    return f"{join_with_og(tuple(names))}: {what}"


def gets_none(names: Sequence[str]) -> str:
    """Who gets nothing, and what to do."""
    called = join_with_og(tuple(names))
    return f"{called} er ikke omfattet af et samtykke og får hverken referat eller plan."


def paper_to(paper: str, to: str) -> str:
    """Referat til Tina Dam"""
    return f"{paper} til {to}" if to not in (FOR_ALL, FOR_CITIZEN) else f"{paper}: {to}"


def choose_themes(numbers: Sequence[int], names: Sequence[str]) -> str:
    """Which items need a theme before somebody with an exception can take part in them."""
    return (
        f"Punkt {item_ranges(tuple(numbers))} har ikke et emne, så {join_with_og(tuple(map(first_name, names)))} "
        "kan ikke være med til det. Vælg et emne på punktet, hvis det er i orden."
    )
