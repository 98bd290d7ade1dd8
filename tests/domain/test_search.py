"""What a typed text looks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.search import Wanted, read_search, would_find


def test_words_are_folded_and_kept_apart() -> None:
    assert read_search("  Østergård, Lone ") == Wanted(("oestergaard", "lone"), "oestergaardlone", "")


@pytest.mark.parametrize(
    ("typed", "cpr"),
    [
        ("120378", "120378"),
        ("120378-", "120378"),
        ("120378-12", "12037812"),
        ("120378 1234", "1203781234"),
        ("1203781234", "1203781234"),
        ("120378–1234", "1203781234"),
        ("12037", ""),
        ("12037812345", ""),
        ("S120378", ""),
    ],
)
def test_six_to_ten_digits_can_begin_a_cpr_number(typed: str, cpr: str) -> None:
    assert read_search(typed).cpr == cpr


def test_a_case_number_is_looked_for_without_what_keeps_its_parts_apart() -> None:
    assert read_search("S2018-00001").number == "s201800001"


def test_only_the_first_characters_of_a_very_long_text_count() -> None:
    assert read_search("x" * 100_000) == Wanted(("x" * 80,), "x" * 80, "")


@given(st.text())
def test_any_text_can_be_looked_for(text: str) -> None:
    wanted = read_search(text)

    assert all(wanted.words)
    assert "".join(wanted.words) == wanted.number


@pytest.mark.parametrize(
    ("term", "finds"),
    [
        ("lone", True),
        ("one b", True),
        ("Lone Bæks søn", True),
        ("møde med lone baek", True),
        ("120378-4444", True),
        ("120378", True),
        ("hendes nummer er 1203784444", True),
        ("27.12-4", True),
        ("b", False),
        ("hansen", False),
        ("4444", False),
        ("", False),
    ],
)
def test_a_search_points_to_somebody_when_it_would_find_them_or_says_their_name(term: str, finds: bool) -> None:
    assert would_find(term, "Lone Bæk", "1203784444", ["27.12-4"]) is finds


def test_a_short_name_is_found_whole_and_nobody_is_found_by_a_number_they_do_not_have() -> None:
    assert would_find("Bo", "Bo", "", [])
    assert not would_find("b", "Bo", "", [])
    assert not would_find("1203784444", "Bo", "", [])
