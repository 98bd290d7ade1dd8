"""Which words are looked up, and which can be added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.spelling import LONGEST_WORD, NotAWord, checked_word, words_to_look_up


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vi aftalte, at der ringes", ["vi", "aftalte", "at", "der", "ringes"]),
        ("Lone ringer til Amina-Sofie", ["ringer", "til"]),
        ("tv-køkken og/eller misbrug", ["tv-køkken", "og", "eller", "misbrug"]),
        ("skriv til lone@solbaek.dk eller www.solbaek.dk", ["skriv", "til", "eller"]),
        ("kl10 på 3.sal den 12. maj", ["på", "den", "maj"]),
        ("STU og CPR i en fart", ["og", "en", "fart"]),
        ("x" * (LONGEST_WORD + 1), []),
        ("bl.a. på borger.dk", ["på"]),
        ("", []),
    ],
)
def test_words_that_may_be_misspelt_are_looked_up(text: str, words: list[str]) -> None:
    assert [placed.word for placed in words_to_look_up(text)] == words


@given(st.text())
def test_a_word_stands_where_it_is_said_to_stand(text: str) -> None:
    for placed in words_to_look_up(text):
        assert text[placed.start : placed.end] == placed.word


@pytest.mark.parametrize("word", ["stofa", "  Solgården ", "tv-køkken"])
def test_one_word_can_be_added(word: str) -> None:
    assert checked_word(word) == word.strip()


@pytest.mark.parametrize("word", ["", "to ord", "kl10", "-", "a" * (LONGEST_WORD + 1)])
def test_what_is_no_word_cannot(word: str) -> None:
    with pytest.raises(NotAWord):
        checked_word(word)
