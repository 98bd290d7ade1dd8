"""Where pieces are parted between pages."""

from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.ink.pieces import Blank, Box, BoxLook, Group, TextPiece
from koordinator.documents.ink.rows import CellPlace, Row, TableRows
from koordinator.documents.ink.stack import Piece, Spaced, Stack, split_stack, squeezed, stack_height
from koordinator.documents.ink.style import TextStyle
from koordinator.documents.ink.text import SetLine

ROOM = 100.0
TEN = TextStyle(8, 10)


def text(lines: int) -> TextPiece:
    return TextPiece((SetLine((), 0),) * lines, TEN, 100)


def heading() -> Spaced:
    return Spaced(Blank(10), keep_with_next=True)


def pages(items: Stack, room: float = ROOM) -> list[Stack]:
    found = []
    while items:
        parts = split_stack(items, room, room)
        assert parts is not None
        page, items = parts
        found.append(page)
    return found


def heights(items: Stack, room: float = ROOM) -> list[float]:
    return [stack_height(page) for page in pages(items, room)]


def test_the_larger_wish_for_room_holds() -> None:
    assert stack_height((Spaced(Blank(10), 5, 8), Spaced(Blank(10), 6, 3))) == 28


def test_what_fits_stands_together() -> None:
    assert heights((Spaced(Blank(40)), Spaced(Blank(60)))) == [100]


def test_a_heading_goes_along_to_the_next_page() -> None:
    assert [len(page) for page in pages((Spaced(Blank(85)), heading(), Spaced(Blank(20))))] == [1, 2]


def test_headings_in_a_row_go_along_with_the_beginning_of_a_text() -> None:
    stack = (Spaced(Blank(50)), heading(), heading(), Spaced(text(20)))

    assert heights(stack) == [100, 100, 70]


def test_a_heading_that_ends_the_document_is_no_harm() -> None:
    assert heights((Spaced(Blank(95)), heading())) == [95, 10]


def test_a_row_that_fits_a_page_but_not_below_its_heading_is_cut() -> None:
    row = Row((CellPlace(0, (Spaced(text(10)),)),))

    found = pages((heading(), Spaced(row), Spaced(Blank(10))))

    assert [len(page) for page in found] == [2, 2]
    assert heights((heading(), Spaced(Blank(95)))) == [10, 95]


def test_two_lines_at_least_stand_on_each_side() -> None:
    assert heights((Spaced(Blank(70)), Spaced(text(4)))) == [90, 20]
    assert heights((Spaced(Blank(85)), Spaced(text(4)))) == [85, 40]
    assert heights((Spaced(Blank(80)), Spaced(text(3)))) == [80, 30]


def test_a_group_stays_together_where_a_page_can_hold_it() -> None:
    group = Spaced(Group((Spaced(Blank(40)), Spaced(Blank(40)))))

    assert heights((Spaced(Blank(50)), group)) == [50, 80]


def test_a_group_too_high_for_a_page_begins_at_once() -> None:
    group = Spaced(Group(tuple(Spaced(Blank(30)) for _ in range(5))))

    assert heights((Spaced(Blank(40)), group)) == [100, 90]


def row(height: float) -> Row:
    return Row((CellPlace(0, (Spaced(Blank(height)),)),))


def test_a_table_has_its_head_on_every_page_and_never_cuts_a_row() -> None:
    table = TableRows(row(10), tuple(Spaced(row(25)) for _ in range(7)))

    assert heights((Spaced(table),)) == [85, 85, 35]


def test_a_table_begins_with_its_head_and_a_row_or_not_at_all() -> None:
    table = TableRows(row(10), (Spaced(row(25)), Spaced(row(25))))

    assert heights((Spaced(Blank(70)), Spaced(table))) == [70, 60]


def test_a_row_higher_than_a_page_goes_on_in_all_its_cells() -> None:
    tall = Row((CellPlace(0, (Spaced(text(25)),)), CellPlace(50, (Spaced(text(3)),))))

    assert heights((Spaced(TableRows(row(10), (Spaced(tall),))),)) == [100, 100, 80]


def test_a_box_higher_than_a_page_becomes_two() -> None:
    box = Box((Spaced(text(18)),), 100, BoxLook(5, 5))

    assert heights((Spaced(box),)) == [100, 100]


def test_something_too_high_for_any_page_still_comes_to_an_end() -> None:
    assert heights((Spaced(Blank(10)), Spaced(Blank(300)), Spaced(Blank(10)))) == [10, 300, 10]


def test_pieces_move_closer_to_stand_on_one_page_but_not_too_close() -> None:
    stack = tuple(Spaced(Blank(20), 10) for _ in range(4))

    assert stack_height(squeezed(stack, 95)) == 95
    assert squeezed(stack, 85) == stack
    assert squeezed(stack, 200) == stack


PIECES = st.one_of(
    st.floats(0, 250).map(Blank),
    st.integers(1, 40).map(text),
    st.lists(st.floats(1, 60), min_size=1, max_size=8).map(
        lambda all_: TableRows(row(10), tuple(Spaced(row(one)) for one in all_))
    ),
    st.integers(1, 30).map(lambda count: Box((Spaced(text(count)),), 100, BoxLook(4, 4))),
)


@given(st.lists(st.tuples(PIECES, st.floats(0, 20), st.booleans()), max_size=12))
def test_any_content_ends_and_only_what_cannot_fit_overflows(parts: list[tuple[Piece, float, bool]]) -> None:
    stack = tuple(Spaced(piece, gap, gap, keep) for piece, gap, keep in parts)

    for page in pages(stack):
        unsplittable = any(isinstance(item.piece, Blank) and item.piece.height > ROOM for item in page)
        assert unsplittable or stack_height(page) <= ROOM + 0.1
