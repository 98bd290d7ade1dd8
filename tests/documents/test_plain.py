"""What people type, made fit for paper, calendar and spreadsheet."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.plain import one_line, plain


def test_ordinary_danish_is_left_alone() -> None:
    assert plain("Rødgrød med fløde – »på én ø«, kl. 13.00") == "Rødgrød med fløde – »på én ø«, kl. 13.00"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one(line_end: str) -> None:
    assert plain(f"a{line_end}b") == "a\nb"


@pytest.mark.parametrize(
    "unseen",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x9f",
        "\u00ad",
        "\u200b",
        "\u200f",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ud800",
        "\U000e0041",
    ],
)
def test_what_cannot_be_seen_is_taken_out(unseen: str) -> None:
    assert plain(f"a{unseen}b") == "ab"


def test_letters_are_composed_and_spaces_are_spaces() -> None:
    assert plain("A\u030asa\tbor\u2003her") == "Åsa bor her"


def test_a_space_that_does_not_break_stays() -> None:
    assert plain("kl.\u00a013.00") == "kl.\u00a013.00"


def test_one_line() -> None:
    assert one_line("  Lone\r\n\tBæk \u202e ") == "Lone Bæk"


@given(st.text())
def test_plain_text_is_writable_and_stays_plain(text: str) -> None:
    once = plain(text)

    assert plain(once) == once
    assert once.encode("utf-8").decode("utf-8") == once
    assert all(character == "\n" or unicodedata.category(character) not in ("Cc", "Cs") for character in once)
    assert "\n" not in one_line(text)
