"""Where somebody with a protected address lives stands on no paper, in whatever field it was written."""

from collections.abc import Iterable

from koordinator.domain.citizen import Citizen
from koordinator.domain.folding import folded


def gives_away(text: str, people: Iterable[Citizen]) -> bool:
    """The text names the street and number of somebody whose address is protected; the floor may be left out."""
    said = folded(text)
    streets = (folded(each.address.partition(",")[0]) for each in people if each.protected_address)
    return any(street and street in said for street in streets)
