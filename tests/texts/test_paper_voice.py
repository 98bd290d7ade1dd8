"""How papers speak: to one, to a family, and about somebody."""

import pytest

from koordinator.texts.paper_plan import footer, goal_numbers, members_goal, more_on_next_pages
from koordinator.texts.paper_voice import (
    TO_MANY,
    TO_ONE,
    call_name,
    quoted_once,
    says_i,
    spoken_name,
    stopped,
    voice_about,
    voice_to,
    without_stop,
)


def test_du_to_one_and_i_to_a_family() -> None:
    assert voice_to(family=False) is TO_ONE
    assert voice_to(family=True) is TO_MANY
    assert footer(TO_ONE, None, large_print=True) == (
        "Er du uenig, eller vil du trække dit samtykke tilbage, så sig det til os."
    )
    assert footer(TO_MANY, None, large_print=False) == (
        "I kan få planen med større skrift. Er I uenige, eller vil I trække jeres samtykke tilbage, så sig det til os."
    )


@pytest.mark.parametrize(
    ("name", "family", "spoken"),
    [
        ("Lone Bæk", False, "Lone"),
        ("Bæk, Lone", False, "Lone"),
        ("Familien Bæk", True, "familien Bæk"),
        ("Bæk", True, "familien Bæk"),
    ],
)
def test_somebody_is_spoken_of_by_name(name: str, family: bool, spoken: str) -> None:
    assert spoken_name(name, family=family) == spoken
    assert voice_about(name, family=family).you == spoken


def test_a_name_is_whole_where_it_has_no_first_part() -> None:
    assert call_name("") == ""
    assert call_name("Bo") == "Bo"


@pytest.mark.parametrize(
    ("words", "quote"),
    [("Ja", "»Ja«"), (" Ja ", "»Ja«"), ("»Ja«", "»Ja«"), ('"Ja"', '"Ja"'), ('Han sagde "nej"', '»Han sagde "nej"«')],
)
def test_words_are_quoted_once(words: str, quote: str) -> None:
    assert quoted_once(words) == quote


@pytest.mark.parametrize(("text", "is_own"), [("Jeg laver mad", True), ("Min søster", True), ("At lave mad", False)])
def test_own_words_are_known_by_their_pronoun(text: str, is_own: bool) -> None:
    assert says_i(text) is is_own


@pytest.mark.parametrize(
    ("text", "sentence"), [("Ja", "Ja."), ("Ja.", "Ja."), ("Ja?", "Ja?"), (" ", ""), ("Ja …", "Ja …")]
)
def test_a_sentence_has_one_end(text: str, sentence: str) -> None:
    assert stopped(text) == sentence


def test_a_stop_within_a_sentence_of_ours_is_left_out() -> None:
    assert without_stop("Ferie. ") == "Ferie"


def test_what_is_left_out_is_counted() -> None:
    assert more_on_next_pages(0, 0, 0, 0) == ""
    assert more_on_next_pages(0, 1, 0, 0) == "Der er mere på de næste sider: 1 aftale."
    assert more_on_next_pages(2, 0, 1, 3) == (
        "Der er mere på de næste sider: 2 mål, 1 spørgsmål uden svar og 3 personer, der hjælper."
    )


def test_goals_are_named_by_number_and_by_member() -> None:
    assert goal_numbers([1, 3]) == "1 og 3"
    assert goal_numbers([]) == ""
    assert members_goal("Anna Bæk", "at løbe") == "Anna: at løbe"
