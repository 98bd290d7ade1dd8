from dataclasses import replace

import pytest

from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import CitizenId, SubjectId
from koordinator.domain.protected_address import gives_away, hidden, protected_addresses, spellings

LONE = Citizen(CitizenId(1), "u1", SubjectId(1), "", "Lone Bæk", address="Skovvej 3, 2. tv.", protected_address=True)
OTHER = replace(LONE, id=CitizenId(2), address="Torvet 1", protected_address=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hjemme hos Lone, SKOVVEJ  3, 2. tv.", True),
        ("Skovvej 3, 2. tv., 4999 Lilleby", True),
        ("Skovvej 3", True),
        ("Skovvej 31", False),
        ("Rådhuset, lokale 2", False),
        ("Torvet 1", False),
        ("", False),
    ],
)
def test_a_protected_street_is_found_however_it_is_written(text: str, expected: bool) -> None:
    assert gives_away(text, (LONE, OTHER)) is expected


@pytest.mark.parametrize(
    ("address", "spelt"),
    [
        ("Skovvej 3, 2. tv.", ("Skovvej 3, 2. tv.", "Skovvej 3")),
        ("Skovvej 3 B st.", ("Skovvej 3 B st.", "Skovvej 3")),
        ("2. Tværvej 5", ("2. Tværvej 5",)),
        ("Møllegården", ("Møllegården",)),
        ("", ()),
    ],
)
def test_an_address_is_looked_for_as_people_write_it(address: str, spelt: tuple[str, ...]) -> None:
    assert spellings(address) == spelt


def test_who_has_no_address_gives_nothing_away() -> None:
    assert not gives_away("Torvet 1", (replace(LONE, address=""),))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vi ses på SKOVVEJ  3, 2. tv., 4999 Lilleby", "Vi ses på (…), 4999 Lilleby"),
        ("Skovvej 3B og Skovvej 31", "(…)B og Skovvej 31"),
        ("Ved Lilleskovvej 3", "Ved Lilleskovvej 3"),
        ("Torvet 1", "Torvet 1"),
    ],
)
def test_an_address_that_somebody_wrote_is_hidden(text: str, shown: str) -> None:
    assert hidden(text, protected_addresses((LONE, OTHER)), "(…)") == shown
