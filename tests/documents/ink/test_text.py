"""Lines: nothing lost, nothing too wide, broken where a reader would break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.ink.fonts import BOLD, REGULAR, register_fonts, width_of
from koordinator.documents.ink.text import Run, SetLine, break_lines
from koordinator.documents.palette import Ink
from tests.documents.press import FONTS

SIZE = 10.0

register_fonts(FONTS)


def run(text: str, font: str = REGULAR) -> Run:
    return Run(text, font, Ink.TEXT)


def lines(*runs: Run, width: float) -> list[str]:
    return ["".join(part.text for part in line.runs) for line in break_lines(runs, SIZE, width)]


def drawn_width(line: SetLine) -> float:
    return sum(width_of(part.font, part.text) for part in line.runs) * SIZE


def test_short_text_is_one_line_and_the_same_run() -> None:
    whole = run("Én at ringe til")

    (line,) = break_lines((whole,), SIZE, 500)

    assert line.runs == (whole,)
    assert line.width == pytest.approx(drawn_width(line))


def test_words_go_to_the_next_line_and_leave_their_space_behind() -> None:
    assert lines(run("Rolige morgener hjemme"), width=80) == ["Rolige morgener ", "hjemme"]


def test_the_width_leaves_out_the_last_space() -> None:
    first, _ = break_lines((run("Rolige morgener hjemme"),), SIZE, 80)

    assert first.width == pytest.approx(width_of(REGULAR, "Rolige morgener") * SIZE)


def test_a_line_end_is_kept_even_when_empty_and_leaves_a_space_between_the_words() -> None:
    assert lines(run("a\n\nb"), width=500) == ["a ", " ", "b"]
    assert lines(run(""), width=500) == [""]
    assert break_lines((), SIZE, 500) == (SetLine((), 0),)


def test_a_change_of_look_within_a_word_is_no_place_to_break() -> None:
    runs = (run("Ring til "), run("Mette", BOLD), run(", ikke Kim"))

    assert lines(*runs, width=58) == ["Ring til ", "Mette, ikke ", "Kim"]


def test_each_part_keeps_its_look() -> None:
    first, second = break_lines((run("Næste møde: ", BOLD), run("tirsdag den tolvte")), SIZE, 100)

    assert [part.font for part in first.runs] == [BOLD, REGULAR]
    assert [part.text for part in second.runs] == ["den tolvte"]


def test_a_space_that_does_not_break_does_not() -> None:
    assert lines(run("Ring 99\u00a012\u00a034\u00a056"), width=60) == ["Ring ", "99\u00a012\u00a034\u00a056"]


def test_a_long_address_is_cut_after_a_sign_where_it_has_one() -> None:
    assert lines(run("mette.holm@sundby-kommune.dk"), width=80) == ["mette.holm@", "sundby-kommune.", "dk"]


def test_a_word_of_5000_letters_is_cut_anywhere() -> None:
    cut = lines(run("før " + "x" * 5_000 + " efter"), width=200)

    assert "".join(cut) == "før " + "x" * 5_000 + " efter"
    assert max(width_of(REGULAR, line.strip()) * SIZE for line in cut) <= 200.1


TEXTS = st.text(alphabet=st.sampled_from("abcæøå WM-.@\n\u00a0"), max_size=60)


@given(st.lists(st.tuples(TEXTS, st.sampled_from([REGULAR, BOLD])), max_size=4), st.floats(30, 200))
def test_nothing_is_lost_and_no_line_is_too_wide(parts: list[tuple[str, str]], width: float) -> None:
    runs = tuple(run(text, font) for text, font in parts)

    broken = break_lines(runs, SIZE, width)

    joined = "".join(part.text for line in broken for part in line.runs)
    assert joined == "".join(text for text, _ in parts).replace("\n", " ")
    assert all(line.width <= width + 0.2 for line in broken)
