"""Texts made shorter, visibly and never longer than they may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.compose.shorten import CUT, first_paragraphs, paragraphs, shortened
from koordinator.documents.plain import one_line


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("Kort", 10, "Kort"),
        ("To\nlinjer", 10, "To linjer"),
        ("Jeg vil hjem. Og så vil jeg sove længe.", 20, "Jeg vil hjem. …"),
        ("Jeg vil gerne hjem nu", 15, "Jeg vil gerne …"),
        ("Ring til mig, når du kan", 13, "Ring til mig …"),
        ("x" * 30, 10, "x" * 10 + " …"),
        ("Ja. " + "Nej " * 20, 20, "Ja. Nej Nej Nej Nej …"),
    ],
)
def test_a_long_text_ends_after_a_sentence_or_a_word(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short


@given(st.text(max_size=200), st.integers(1, 100))
def test_a_shortened_text_is_the_beginning_of_the_text(text: str, limit: int) -> None:
    short = shortened(text, limit)

    assert len(short) <= limit + len(CUT)
    assert one_line(text).startswith(short.removesuffix(CUT).rstrip())


def test_a_text_is_its_own_lines() -> None:
    assert paragraphs("Et \r\n\r\n  to\n") == ("Et", "to")


@pytest.mark.parametrize(
    ("limit", "lines"),
    [
        (100, ("Den første linje", "Den anden linje, som er længere end den første")),
        (48, ("Den første linje", "Den anden linje, som er længere …")),
        (30, ("Den første linje",)),
        (10, ()),
    ],
)
def test_the_first_lines_are_taken_as_far_as_there_is_room(limit: int, lines: tuple[str, ...]) -> None:
    text = "Den første linje\nDen anden linje, som er længere end den første"

    assert first_paragraphs(text, limit) == lines
