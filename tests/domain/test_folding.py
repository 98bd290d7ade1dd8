"""However a Danish name is written, it is the same when it is searched for and sorted."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.folding import danish_order, folded, squeezed


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Østergård", "oestergaard"),
        ("OESTERGAARD", "oestergaard"),
        ("Ægir Dam-Jensen", "aegir dam jensen"),
        ("A\N{COMBINING RING ABOVE}ge", "aage"),
        ("José  O’Brien", "jose o brien"),
        ("Ǿllegård ǻ", "oellegaard aa"),
        ("Müller-Groß", "muller gross"),
        ("Łukasz Đorđević", "lukasz dordevic"),
        ("Þóra", "thora"),
        ("  \t", ""),
    ],
)
def test_names_fold(written: str, expected: str) -> None:
    assert folded(written) == expected


@given(st.text())
def test_folding_is_the_same_twice_in_any_case_and_form(text: str) -> None:
    once = folded(text)

    assert folded(once) == once
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))
    assert "  " not in once
    assert once == once.strip()


def test_a_number_is_the_same_however_its_parts_are_kept_apart() -> None:
    assert squeezed("27.00.00-G01-1-20") == squeezed("270000 g01/1 20") == "270000g01120"


def test_names_are_sorted_as_in_a_danish_telephone_book() -> None:
    names = ["Åse", "Østergård", "Ærø", "Zofia", "Anna", "Aase", "Za", "Ögmundur", "Bo"]

    assert sorted(names, key=danish_order) == [
        "Anna",
        "Bo",
        "Za",
        "Zofia",
        "Ærø",
        "Ögmundur",
        "Østergård",
        "Åse",
        "Aase",
    ]
