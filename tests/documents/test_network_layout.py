"""Nothing in the network picture stands on anything else, whoever is in it."""

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from koordinator.documents.network_layout import (
    CENTRE,
    LEVELS,
    NODE,
    Box,
    NetworkLayout,
    PlacedWedge,
    Size,
    Wedge,
    laid_out,
)

_LABELS = st.builds(Size, st.floats(12, 116), st.floats(28, 78))
_TITLES = st.builds(Size, st.floats(20, 132), st.floats(16, 48))
_PEOPLE = st.lists(st.tuples(st.integers(0, LEVELS - 1), _LABELS), min_size=1, max_size=40)


def overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def boxes_of(layout: NetworkLayout) -> list[Box]:
    """Every title, label and mark, and the one in the middle."""
    people = [person for wedge in layout.wedges for person in wedge.people]
    marks = [Box(person.x - NODE, person.y - NODE, 2 * NODE, 2 * NODE) for person in people]
    x, y = layout.centre
    middle = Box(x - CENTRE, y - CENTRE, 2 * CENTRE, 2 * CENTRE)
    return [*(wedge.title for wedge in layout.wedges), *(person.label for person in people), *marks, middle]


def check(layout: NetworkLayout) -> None:
    boxes = boxes_of(layout)
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    assert all(box.left >= 0 and box.top >= 0 for box in boxes)
    assert all(box.right <= layout.width and box.bottom <= layout.height for box in boxes)


def share_of(layout: NetworkLayout, x: float, y: float) -> float:
    """How far from the centre, as a share of the oval's radii."""
    return math.hypot((x - layout.centre[0]) / layout.radii[0], (y - layout.centre[1]) / layout.radii[1])


def in_wedge(layout: NetworkLayout, wedge: PlacedWedge, x: float, y: float) -> bool:
    angle = math.atan2((y - layout.centre[1]) / layout.radii[1], (x - layout.centre[0]) / layout.radii[0])
    return (angle - wedge.from_angle) % math.tau <= wedge.until_angle - wedge.from_angle + 1e-9


@settings(deadline=None)
@given(_PEOPLE, st.lists(_TITLES, min_size=1, max_size=9), st.data())
def test_no_two_stand_on_each_other(people: list[tuple[int, Size]], titles: list[Size], data: st.DataObject) -> None:
    at = [data.draw(st.integers(0, len(titles) - 1)) for _ in people]
    areas = [[one for one, place in zip(people, at, strict=True) if place == n] for n in range(len(titles))]
    wedges = [Wedge(title, tuple(mine)) for title, mine in zip(titles, areas, strict=True) if mine]
    layout = laid_out(wedges)

    check(layout)
    assert laid_out(wedges) == layout
    edges = (0.0, *layout.rings, 1.0)
    for wedge, placed in zip(wedges, layout.wedges, strict=True):
        for (level, size), person in zip(wedge.people, placed.people, strict=True):
            assert edges[level] <= share_of(layout, person.x, person.y) <= edges[level + 1]
            assert len(layout.wedges) == 1 or in_wedge(layout, placed, person.x, person.y)
            assert person.label[2:] == size


def test_nobody_and_one_have_a_picture_too() -> None:
    assert laid_out([]).wedges == ()
    check(laid_out([Wedge(Size(80, 16), ((0, Size(90, 30)),))]))


def test_forty_of_one_area_all_near_have_room() -> None:
    check(laid_out([Wedge(Size(80, 16), tuple((0, Size(112, 62)) for _ in range(40)))]))


def test_forty_areas_of_one_have_their_titles_beside_the_oval() -> None:
    check(laid_out([Wedge(Size(132, 48), ((2, Size(112, 46)),)) for _ in range(40)]))
