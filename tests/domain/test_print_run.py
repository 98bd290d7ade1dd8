"""The pages that leave the printer, in the order in which they come."""

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.print_run import PrintRun


def test_everything_is_printed_where_nothing_is_chosen() -> None:
    assert PrintRun().pages(3) == (0, 1, 2)


def test_ranges_are_from_one_and_hold_both_ends() -> None:
    assert PrintRun(((2, 3), (5, 9))).pages(6) == (1, 2, 4, 5)


def test_a_range_beyond_the_paper_prints_nothing() -> None:
    assert PrintRun(((7, 9),)).pages(3) == ()


def test_copies_come_whole_or_page_by_page() -> None:
    assert PrintRun(copies=2).pages(2) == (0, 1, 0, 1)
    assert PrintRun(copies=2, collated=False).pages(2) == (0, 0, 1, 1)


def test_the_last_page_can_come_first() -> None:
    assert PrintRun(last_first=True, copies=2).pages(2) == (1, 0, 1, 0)


@given(st.integers(0, 60), st.integers(1, 5), st.booleans(), st.booleans())
def test_every_page_comes_as_often_as_there_are_copies(
    count: int, copies: int, collated: bool, last_first: bool
) -> None:
    pages = PrintRun((), copies, collated, last_first).pages(count)

    assert sorted(pages) == sorted(list(range(count)) * copies)
