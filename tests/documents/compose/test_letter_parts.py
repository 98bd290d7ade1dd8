"""How the text of a letter becomes the parts of a paper."""

from koordinator.documents.compose.letter_parts import Filling, Written, written
from koordinator.documents.content import (
    BulletList,
    Callout,
    CalloutTone,
    Heading,
    KeepTogether,
    Paragraph,
    Part,
    Span,
    Table,
)
from koordinator.domain.letter_kinds import Placeholder
from koordinator.domain.letter_text import parse_letter
from tests.support.letter_texts import STANDARD

GREETING = (Paragraph("Venlig hilsen"),)
TABLE = Table((), ())


def made(text: str, *, agenda: tuple[Part, ...] = (TABLE,), greeting: tuple[Part, ...] = GREETING) -> Written:
    blocks = {Placeholder.AGENDA: agenda, Placeholder.GREETING: greeting}
    values = {Placeholder.NAME: "Lone", Placeholder.REASON: ""}
    return written(parse_letter(text, STANDARD.vocabulary).lines, Filling(values, blocks))


def test_lines_of_a_kind_are_one_part() -> None:
    text = "# Til {navn}\nKære {navn}\nHej\n\nIgen\n- en\n- to\n> ring\n> snart\n! **Obs** nu"

    assert made(text) == Written(
        "Til Lone",
        (
            Paragraph("Kære Lone\nHej"),
            Paragraph("Igen"),
            BulletList(("en", "to")),
            Callout(("ring", "snart")),
            Callout(((Span("Obs", bold=True), Span(" nu")),), CalloutTone.WAITING),
        ),
    )


def test_bold_words_keep_the_lines_round_them_apart() -> None:
    (paragraph,) = made("Hej\n**Obs**\nnu").parts

    assert paragraph == Paragraph((Span("Hej"), Span("\n"), Span("Obs", bold=True), Span("\n"), Span("nu")))


def test_a_block_stands_where_its_line_is() -> None:
    assert made("Først\n{dagsorden}\nSidst").parts == (Paragraph("Først"), TABLE, Paragraph("Sidst"))


def test_a_heading_with_nothing_under_it_falls_away() -> None:
    text = "A\n## Dagsorden\n{dagsorden}\n## Grund\nFordi {grund}.\n## Slut\nHej"

    assert made(text, agenda=()).parts == (Paragraph("A"), Heading("Slut"), Paragraph("Hej"))


def test_the_greeting_stays_with_the_last_words() -> None:
    assert made("A\n\nB\n\n{hilsen}").parts == (Paragraph("A"), KeepTogether((Paragraph("B"), *GREETING)))
    assert made("> A\n\n{hilsen}").parts == (Callout(("A",)), KeepTogether(GREETING))
    assert made("{hilsen}").parts == GREETING
    assert made("A\n\n{hilsen}", greeting=()).parts == (Paragraph("A"),)
    assert made("{hilsen}\n\nA").parts == (*GREETING, Paragraph("A"))
