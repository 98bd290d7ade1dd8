import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.spreadsheet_text import guarded, unguarded


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+45 99 28 11 97", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    assert guarded(cell) == "'" + cell
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "Freja Ågård", "1-2", "'s-Hertogenbosch", "''=1"])
def test_other_text_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


@given(st.text().filter(lambda text: not text.startswith("'")))
def test_what_was_guarded_can_be_read_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
