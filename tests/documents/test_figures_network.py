"""The network, the time line and the tree as figures: the same words on the screen and on paper, none on another."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koordinator.bootstrap.resources import resources_dir
from koordinator.documents.figure_text import Words, fitted, text_width
from koordinator.documents.figures import Anchor, Figure, Label, Rect
from koordinator.documents.figures_family import family_figure, placed_relatives
from koordinator.documents.figures_network import network_picture
from koordinator.documents.figures_timeline import effort_timeline
from koordinator.documents.ink.fonts import register_fonts
from koordinator.documents.network_layout import Box
from koordinator.documents.palette import PAPER
from koordinator.documents.svg import svg
from koordinator.domain.content_parts import Uid
from koordinator.domain.network_content import (
    AreaContent,
    BarContent,
    BondContent,
    LaneContent,
    RelativeContent,
    TreeContent,
)
from koordinator.domain.network_family import BondKind
from koordinator.domain.network_people import AreaKind
from koordinator.domain.register import Closeness
from tests.documents.networks import TODAY, crowd, member, network, with_everything
from tests.documents.test_network_layout import overlap

_NAMES = st.text(st.sampled_from("abcdefgæøåÆØÅ -"), min_size=2, max_size=60).filter(str.strip)


@pytest.fixture(autouse=True, scope="module")
def _fonts() -> None:
    register_fonts(resources_dir() / "fonts")


def label_boxes(figure: Figure) -> Iterator[tuple[Label, Box]]:
    """Every written line with the room its letters take."""
    for shape in figure.shapes:
        if isinstance(shape, Label):
            width = text_width(shape.text, shape.size, bold=shape.bold)
            left = shape.x - width * {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[shape.anchor]
            yield shape, Box(left, shape.y - 0.72 * shape.size, width, 0.9 * shape.size)


def colliding(figure: Figure) -> list[tuple[str, str]]:
    boxes = list(label_boxes(figure))
    return [(one.text, other.text) for (one, a), (other, b) in combinations(boxes, 2) if overlap(a, b)]


def outside(figure: Figure) -> list[str]:
    return [
        label.text
        for label, box in label_boxes(figure)
        if box.left < -0.5 or box.top < -0.5 or box.right > figure.width + 0.5 or box.bottom > figure.height + 0.5
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 8, 25, 40])
def test_no_words_meet_in_a_picture_of_so_many(count: int) -> None:
    figure = network_picture(crowd(count)).figure
    assert colliding(figure) == []
    assert outside(figure) == []


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(_NAMES, st.sampled_from(Closeness), st.integers(0, 3)), min_size=1, max_size=40))
def test_names_of_any_length_stand_apart(people: list[tuple[str, Closeness, int]]) -> None:
    areas = [tuple(member(name, close) for name, close, at in people if at == n) for n in range(4)]
    content = network(*(AreaContent(AreaKind.DEPARTMENT, f"Fagenhed {n}", a) for n, a in enumerate(areas) if a))
    drawn = network_picture(content)

    assert colliding(drawn.figure) == []
    assert outside(drawn.figure) == []
    assert [spot.name.split(",")[0] for spot in drawn.spots] == [each.card.name for each in content.people]
    pairs = combinations(drawn.spots, 2)
    assert not any(overlap(a, b) for one, other in pairs for a in one.parts for b in other.parts)


def test_the_nearest_stand_nearest_and_marks_tell_who_is_who_without_colour() -> None:
    near, far = member("Anna", Closeness.NEAR, private=True), member("Bo", Closeness.FAR)
    drawn = network_picture(
        network(AreaContent(AreaKind.PRIVATE, "", (near,)), AreaContent(AreaKind.DEPARTMENT, "Sundhed", (far,)))
    )
    texts = [label.text for label, _ in label_boxes(drawn.figure)]

    assert {"Privat netværk", "Sundhed", "Lone", "Fagperson", "Familie og netværk"} <= set(texts)
    squares = [shape for shape in drawn.figure.shapes if isinstance(shape, Rect) and shape.radius == 1.5]
    assert len(squares) == 2
    assert drawn.figure.alternative == "Netværket omkring Lone Bæk. Privat netværk: Anna. Sundhed: Bo."
    assert [spot.name for spot in drawn.spots] == [
        "Anna, datter, Privat netværk, tæt på",
        "Bo, hjemmesygeplejerske, Sundhed, på afstand",
    ]


@pytest.mark.parametrize("name", ["<b>&\"'</b>", "🙂 Åse", "\u202eenoL", "]]>", "x" * 200, "  "])
def test_whatever_somebody_is_called_the_picture_is_a_picture(name: str) -> None:
    content = network(AreaContent(AreaKind.PRIVATE, "", (member(name),)), name=name)
    figure = network_picture(content).figure
    root = ET.fromstring(svg(figure, PAPER))  # noqa: S314 our own drawing
    assert root.tag.endswith("svg")
    assert "\u202e" not in svg(figure, PAPER)
    assert outside(figure) == []


def test_a_long_name_is_broken_and_a_longer_one_is_shortened_with_a_mark() -> None:
    look = Words((), 13, bold=True)
    assert fitted("Anne-Kirstine Louise Rømer", look, 112, 3).lines == ("Anne-Kirstine", "Louise Rømer")
    (line,) = fitted("Anne-Kirstine Louise Rømer", look, 112).lines
    assert line.endswith("…")
    assert text_width(line, 13, bold=True) <= 112
    assert fitted("", look, 112).lines == ()


def bars(*periods: tuple[int | None, int | None]) -> LaneContent:
    def day(months: int | None) -> date | None:
        return TODAY + timedelta(days=30 * months) if months is not None else None

    return LaneContent(
        "Sundhed", tuple(BarContent(f"Indsats {n}", "", day(a), day(b)) for n, (a, b) in enumerate(periods))
    )


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(st.one_of(st.none(), st.integers(-400, 40)), st.one_of(st.none(), st.integers(41, 500))), max_size=20
    )
)
def test_no_words_meet_on_a_time_line(periods: list[tuple[int | None, int | None]]) -> None:
    content = replace(crowd(1), lanes=(bars(*periods),) if periods else ())
    figure = effort_timeline(content)
    assert colliding(figure) == []
    assert outside(figure) == []
    assert figure.alternative.startswith("Indsatser på en tidslinje: ")


def test_a_time_line_names_gaps_and_says_what_goes_on() -> None:
    figure = effort_timeline(with_everything())
    texts = [label.text for label, _ in label_boxes(figure)]
    assert "3 måneder uden" in texts
    assert "Anna · Hjemmesygepleje · dagligt · fra 01.09.2026" in texts
    assert "i dag" in texts


def test_a_time_line_of_all_of_time_is_drawn() -> None:
    lane = LaneContent("", (BarContent("Altid", "", date.min, date.max),))
    figure = effort_timeline(replace(crowd(1), lanes=(lane,)))
    assert colliding(figure) == []
    assert "Uden fagenhed" in [label.text for label, _ in label_boxes(figure)]


def tree_of(*rows: str, bonds: tuple[tuple[BondKind, str, str], ...] = ()) -> TreeContent:
    generations = tuple(tuple(RelativeContent(Uid(key), f"Person {key}", TODAY) for key in row) for row in rows)
    return TreeContent(TODAY, generations, tuple(BondContent(kind, Uid(one), Uid(other)) for kind, one, other in bonds))


_FAMILY = tree_of(
    "ab",
    "cdefg",
    "hijkl",
    bonds=(
        (BondKind.PARTNER, "a", "b"),
        (BondKind.PARENT, "a", "d"),
        (BondKind.PARENT, "b", "d"),
        (BondKind.EX_PARTNER, "c", "d"),
        (BondKind.PARTNER, "d", "e"),
        (BondKind.SIBLING, "e", "g"),
        (BondKind.PARENT, "c", "h"),
        (BondKind.PARENT, "d", "h"),
        (BondKind.PARENT, "d", "i"),
        (BondKind.PARENT, "e", "i"),
        (BondKind.FOSTER, "f", "j"),
        (BondKind.CUSTODY, "d", "j"),
        (BondKind.PARTNER, "c", "g"),
    ),
)


def test_no_two_of_a_family_stand_on_each_other() -> None:
    figure = family_figure(_FAMILY)
    boxes = [each.box for each in placed_relatives(_FAMILY)]
    assert len(boxes) == 12
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert all(box.left >= 0 and box.right <= figure.width and box.bottom <= figure.height for box in boxes)
    assert colliding(figure) == []
    assert outside(figure) == []
    assert {"par", "tidligere par", "søskende", "plejebarn eller forældremyndighed"} <= {
        label.text for label, _ in label_boxes(figure)
    }


def test_a_family_of_nobody_and_of_two_is_drawn() -> None:
    assert family_figure(tree_of()).width > 0
    assert "Person a" in family_figure(tree_of("a", "b")).alternative
