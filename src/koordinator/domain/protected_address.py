"""Where somebody with a protected address lives stands on no paper, in whatever field it was written."""

import re
from collections.abc import Iterable
from typing import Final

from koordinator.domain.citizen import Citizen
from koordinator.domain.folding import folded

_STREET_AND_NUMBER: Final = re.compile(r".*?[^\W\d_]{2}\D*\d+")
"""2. Kirkegade 5; the number of a street that begins with one is not the house's."""


def spellings(address: str) -> tuple[str, ...]:
    """The address as people write it: whole, without the floor, and the street with its number alone."""
    head = address.partition(",")[0].strip()
    numbered = _STREET_AND_NUMBER.match(head)
    return tuple(dict.fromkeys(filter(None, (address.strip(), head, numbered.group() if numbered else head))))


def protected_addresses(people: Iterable[Citizen]) -> tuple[str, ...]:
    """What is hidden for them, the longest spelling first; nothing where nobody's address is protected."""
    spelt = (each for citizen in people if citizen.protected_address for each in spellings(citizen.address))
    return tuple(sorted(dict.fromkeys(spelt), key=len, reverse=True))


def hidden(text: str, addresses: Iterable[str], by: str) -> str:
    """The text with `by` in the place of each address, whatever its capitals and the room between its words."""
    for address in addresses:
        spelt = r"\s+".join(map(re.escape, address.split()))
        text = re.sub(rf"(?<!\w){spelt}(?!\d)", by, text, flags=re.IGNORECASE)
    return text


def gives_away(text: str, people: Iterable[Citizen]) -> bool:
    """The text names the street and number of somebody whose address is protected; the floor may be left out."""
    said = folded(text)
    streets = (folded(spelt) for each in people if each.protected_address for spelt in spellings(each.address)[-1:])
    return any(street and re.search(rf"{re.escape(street)}(?!\d)", said) for street in streets)
