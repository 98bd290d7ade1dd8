"""A text with placeholders: what is read out of it, and what one reader gets."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.letter_kinds import BLOCKS, Placeholder
from koordinator.domain.letter_text import (
    FilledLine,
    LineStyle,
    Run,
    Slip,
    SyntaxFault,
    Value,
    Vocabulary,
    Voiced,
    Words,
    escaped,
    filled,
    parse_letter,
    plain_text,
)

WORDS: Final = Vocabulary(
    {Placeholder.NAME: "navn", Placeholder.REASON: "grund", Placeholder.GREETING: "hilsen"},
    {"du": ("du", "I"), "din": ("din", "jeres")},
)
KNOWN: Final = {Placeholder.NAME: "lone"}
typed = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"))


def told(text: str, *, many: bool = False, **values: str) -> str:
    known = {**KNOWN, **{Placeholder(name): value for name, value in values.items()}}
    return plain_text(filled(parse_letter(text, WORDS).lines, known, many=many))


def slips(text: str) -> list[tuple[SyntaxFault, str]]:
    return [(slip.kind, text[slip.start : slip.end]) for slip in parse_letter(text, WORDS).slips]


@pytest.mark.parametrize(
    ("text", "one", "many"),
    [
        ("Kære {navn}", "Kære lone", "Kære lone"),
        ("{Navn} ringer", "Lone ringer", "Lone ringer"),
        ("Har {du} {din} plan?", "Har du din plan?", "Har I jeres plan?"),
        ("{Du} kan", "Du kan", "I kan"),
        ("{Din} plan", "Din plan", "Jeres plan"),
        ("er {tryg|trygge} ved", "er tryg ved", "er trygge ved"),
        ("{ navn }", "lone", "lone"),
        ("{{navn}} og [[x]]", "{navn} og [x]", "{navn} og [x]"),
        ("A. [Fordi {grund}.] B.", "A. B.", "A. B."),
        ("A. [Fordi {grund}.]", "A.", "A."),
        ("[Fordi {grund}.] B.", "B.", "B."),
        ("[Fordi {grund}|Det ved {navn}].", "Det ved lone.", "Det ved lone."),
        ("[Fordi {grund}|Fordi {grund}] B", "B", "B"),
        ("Fordi {grund}.\nB", "B", "B"),
        ("a | b", "a | b", "a | b"),
        ("a ** **b", "a b", "a b"),
        ("a\n\n\n\nb\n", "a\n\nb", "a\n\nb"),
        ("Fordi {grund}.\n\nB", "B", "B"),
        ("", "", ""),
    ],
)
def test_what_one_reader_and_several_get(text: str, one: str, many: str) -> None:
    assert told(text) == one
    assert told(text, many=True) == many


def test_what_is_known_stands_where_it_is_asked_for() -> None:
    assert told("A. [Fordi {grund}.] B.", reason="det regner") == "A. Fordi det regner. B."
    assert told("[Fordi {grund}|Uden]", reason="x") == "Fordi x"


def test_the_lines_of_a_letter_are_known_by_their_marks() -> None:
    text = "# Titel\n\n## Først {navn}\n- en\n> ring\n! se **her** nu\n{hilsen}\n{hilsen} x"
    lines = filled(parse_letter(text, WORDS).lines, {**KNOWN, Placeholder.GREETING: "Hej"}, many=False)

    assert lines == (
        FilledLine(LineStyle.TITLE, (Run("Titel"),)),
        FilledLine(LineStyle.BLANK),
        FilledLine(LineStyle.HEADING, (Run("Først lone"),)),
        FilledLine(LineStyle.BULLET, (Run("en"),)),
        FilledLine(LineStyle.BOX, (Run("ring"),)),
        FilledLine(LineStyle.WARNING, (Run("se "), Run("her", bold=True), Run(" nu"))),
        FilledLine(LineStyle.BODY, block=Placeholder.GREETING),
        FilledLine(LineStyle.BODY, (Run("Hej x"),)),
    )
    assert plain_text(lines) == "Først lone\nen\nring\nse her nu\n\nHej x"


def test_bold_words_can_hold_all_that_words_can() -> None:
    lines = parse_letter("**{navn} og {du}[ {tryg|trygge}]**{navn}", WORDS).lines

    assert filled(lines, KNOWN, many=False)[0].runs == (Run("lone og du tryg", bold=True), Run("lone"))


def test_without_styles_the_marks_are_words() -> None:
    plain = parse_letter("- a **b**\n# c", WORDS, has_title=False, has_styles=False)
    titled = parse_letter("# a\n# b", WORDS, has_styles=False)

    assert [line.style for line in plain.lines] == [LineStyle.BODY, LineStyle.BODY]
    assert plain.lines[0].pieces == (Words("- a **b**"),)
    assert [line.style for line in titled.lines] == [LineStyle.TITLE, LineStyle.BODY]
    assert plain_text(filled(titled.lines, {}, many=False)) == "# b"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kære {navm}", [(SyntaxFault.UNKNOWN, "{navm}")]),
        ("{}", [(SyntaxFault.EMPTY, "{}")]),
        ("{ }", [(SyntaxFault.EMPTY, "{ }")]),
        ("a {navn", [(SyntaxFault.UNCLOSED, "{")]),
        ("a {navn\n}", [(SyntaxFault.UNCLOSED, "{"), (SyntaxFault.UNOPENED, "}")]),
        ("a {na{navn}", [(SyntaxFault.UNCLOSED, "{")]),
        ("a } b ]", [(SyntaxFault.UNOPENED, "}"), (SyntaxFault.UNOPENED, "]")]),
        ("[a", [(SyntaxFault.UNCLOSED, "[")]),
        ("[a|b|c]", [(SyntaxFault.UNCLOSED, "["), (SyntaxFault.UNOPENED, "]")]),
        ("[a [b] c]", [(SyntaxFault.NESTED, "["), (SyntaxFault.UNOPENED, "]")]),
        ("a **b", [(SyntaxFault.UNCLOSED_BOLD, "**")]),
    ],
)
def test_what_is_written_wrongly_is_told_where_it_stands(text: str, found: list[tuple[SyntaxFault, str]]) -> None:
    assert slips(text) == found


def test_a_slip_says_the_name_that_was_written() -> None:
    assert parse_letter("{ navm }", WORDS).slips == (Slip(SyntaxFault.UNKNOWN, 0, 8, "navm"),)


def test_the_placeholders_are_found_where_they_stand() -> None:
    placed = parse_letter("Kære {Navn}\n{hilsen}\n{hilsen} {du} {a|b}", WORDS).placed

    assert [(each.of, each.start, each.end, each.is_alone) for each in placed] == [
        (Placeholder.NAME, 5, 11, False),
        (Placeholder.GREETING, 12, 20, True),
        (Placeholder.GREETING, 21, 29, False),
        (None, 30, 34, False),
        (None, 35, 40, False),
    ]


def test_a_name_is_found_with_and_without_its_capital() -> None:
    assert WORDS.find("navn") == Value(Placeholder.NAME)
    assert WORDS.find("Navn") == Value(Placeholder.NAME, capital=True)
    assert WORDS.find("Du") == Voiced("Du", "I")
    assert WORDS.find("NAVN") is None


@given(typed)
def test_a_value_is_never_read_as_anything_but_words(value: str) -> None:
    assert told("{navn}.", name=value) in (f"{value.strip()}.", "")
    assert bool(told("{navn}.", name=value)) is bool(value.strip())


@given(st.lists(typed).map("\n".join))
def test_any_text_can_be_escaped(text: str) -> None:
    parsed = parse_letter(escaped(text), WORDS, has_title=False, has_styles=False)

    assert parsed.slips == ()
    assert "\n".join("".join(piece.text for piece in line.pieces) for line in parsed.lines) == text  # type: ignore[union-attr]


@given(st.text(st.sampled_from("{}[]|*#->! \nnavndu")))
def test_whatever_is_typed_is_read_and_told(text: str) -> None:
    parsed = parse_letter(text, WORDS)

    assert len(parsed.lines) == text.count("\n") + 1
    assert all(0 <= slip.start < slip.end <= len(text) for slip in parsed.slips)
    assert all(text[each.start] == "{" and text[each.end - 1] == "}" for each in parsed.placed)
    for line in filled(parsed.lines, KNOWN, many=True):
        assert line.style is LineStyle.BLANK or line.block in BLOCKS or line.text.strip(" ") == line.text != ""
