"""The family tree: a row for each generation, couples beside each other, children under their parents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from koordinator.documents.figure_text import Words, fitted
from koordinator.documents.figures import Anchor, Figure, Label, Line, Rect, Shape
from koordinator.documents.network_layout import Box
from koordinator.documents.palette import Ink
from koordinator.domain.content_parts import Uid
from koordinator.domain.network_content import RelativeContent, TreeContent
from koordinator.domain.network_family import BondKind
from koordinator.texts import network as words
from koordinator.texts.formats import age_text

_WIDTH: Final = 132.0
_BESIDE: Final = 26.0
_BELOW: Final = 62.0
_PAD: Final = 9.0
_EDGE: Final = 14.0
_BUS: Final = 20.0
_BUS_STEP: Final = 9.0
_LEGEND: Final = 34.0
_NAME: Final = Words((), 13, bold=True)
_AGE: Final = Words((), 11.5, ink=Ink.MUTED)
_LINE: Final = 1.3
_DASHED: Final = (BondKind.EX_PARTNER, BondKind.FOSTER, BondKind.CUSTODY)
_COUPLES: Final = (BondKind.PARTNER, BondKind.EX_PARTNER)


@dataclass(frozen=True, slots=True)
class PlacedRelative:
    """Somebody in the tree and the box round them."""

    relative: RelativeContent
    box: Box
    said: tuple[Words, Words]


def family_figure(tree: TreeContent) -> Figure:
    """The tree with a legend of the lines that are in it."""
    placed = placed_relatives(tree)
    boxes = {each.relative.uid: each.box for each in placed}
    right = max((box.right for box in boxes.values()), default=0.0) + _EDGE
    bottom = max((box.bottom for box in boxes.values()), default=0.0) + _EDGE
    shapes: list[Shape] = [*_level_lines(tree, boxes), *_descent(tree, boxes)]
    for each in placed:
        shapes += _person(each)
    legend = list(_legend(tree, bottom))
    width = max(right, max((shape.x for shape in legend if isinstance(shape, Label)), default=0.0) + 200)
    names = tuple(each.relative.name for each in placed)
    return Figure(width, bottom + _LEGEND, (*shapes, *legend), words.tree_alternative(names))


def placed_relatives(tree: TreeContent) -> tuple[PlacedRelative, ...]:
    """Everybody's box, generation by generation."""
    across = _across(tree)
    shift = _EDGE + _WIDTH / 2 - min(across.values(), default=0.0)
    placed = []
    top = _EDGE
    for row in tree.generations:
        said = {each.uid: _words_of(each, tree.made_on) for each in row}
        height = max(name.height + age.height for name, age in said.values()) + 2 * _PAD
        for each in row:
            box = Box(across[each.uid] + shift - _WIDTH / 2, top, _WIDTH, height)
            placed.append(PlacedRelative(each, box, said[each.uid]))
        top += height + _BELOW
    return tuple(placed)


def _words_of(relative: RelativeContent, today: date) -> tuple[Words, Words]:
    age = age_text(relative.born_on, today) if relative.born_on is not None else ""
    return fitted(relative.name, _NAME, _WIDTH - 2 * _PAD, 3), fitted(age, _AGE, _WIDTH)


def _across(tree: TreeContent) -> dict[Uid, float]:
    """The middles: evenly in the last generation, elders over their children, then children under their elders."""
    step = _WIDTH + _BESIDE
    at = {each.uid: number * step for row in tree.generations for number, each in enumerate(row)}
    down = [bond for bond in tree.bonds if not bond.kind.is_level]
    for row in reversed(tree.generations[:-1]):
        _settle(row, at, [(bond.one, bond.other) for bond in down])
    for row in tree.generations[1:]:
        _settle(row, at, [(bond.other, bond.one) for bond in down])
    return at


def _settle(row: tuple[RelativeContent, ...], at: dict[Uid, float], near: list[tuple[Uid, Uid]]) -> None:
    """Each over (or under) the middle of its own, in the row's order and never closer than a box is wide."""
    step = _WIDTH + _BESIDE
    wanted: list[float] = []
    for number, each in enumerate(row):
        own = [at[other] for one, other in near if one == each.uid]
        before = wanted[-1] + step if number else at[each.uid]
        wanted.append(sum(own) / len(own) if own else before)
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + step) if places else place)
    pushed = sum(place - want for place, want in zip(places, wanted, strict=True)) / len(row)
    for each, place in zip(row, places, strict=True):
        at[each.uid] = place - pushed


def _person(placed: PlacedRelative) -> Iterator[Shape]:
    box, (name, age) = placed.box, placed.said
    fill, stroke = (Ink.AREA_2, Ink.PRIMARY) if placed.relative.is_member else (Ink.SURFACE, Ink.MUTED)
    yield Rect(box.left, box.top, box.width, box.height, fill, stroke, 7)
    middle = box.left + box.width / 2
    top = box.top + (box.height - name.height - age.height) / 2
    yield from name.labels(middle, top)
    yield from age.labels(middle, top + name.height)


def _level_lines(tree: TreeContent, boxes: Mapping[Uid, Box]) -> Iterator[Shape]:
    """Between neighbours straight across; over the others' heads where somebody stands between."""
    for bond in tree.bonds:
        if not bond.kind.is_level:
            continue
        left, right = sorted((boxes[bond.one], boxes[bond.other]), key=lambda box: box.left)
        dashed = bond.kind in _DASHED
        if bond.kind in _COUPLES and right.left - left.right <= _apart(boxes, left, right):
            y = left.top + left.height / 2
            yield Line(left.right, y, right.left, y, Ink.PRIMARY, _LINE, dashed=dashed)
            continue
        start, end = left.left + left.width * 0.7, right.left + right.width * 0.3
        over = left.top - 8 if bond.kind is BondKind.SIBLING else left.top - 13
        yield Line(start, left.top, start, over, Ink.PRIMARY, _LINE, dashed=dashed)
        yield Line(start, over, end, over, Ink.PRIMARY, _LINE, dashed=dashed)
        yield Line(end, over, end, right.top, Ink.PRIMARY, _LINE, dashed=dashed)


def _apart(boxes: Mapping[Uid, Box], left: Box, right: Box) -> float:
    """How far two neighbours may stand from each other; nothing where somebody stands between them."""
    between = any(left.right < box.left < right.left and box.top == left.top for box in boxes.values())
    return 0.0 if between else right.left - left.right


def _descent(tree: TreeContent, boxes: Mapping[Uid, Box]) -> Iterator[Shape]:
    """One line down from the elders, one across, one down to each child."""
    groups = _children_by_elders(tree)
    lanes: dict[float, int] = {}
    for kind, elders, children in groups:
        above = boxes[elders[0]]
        lane = lanes.get(above.top, 0)
        lanes[above.top] = lane + 1
        bus = above.bottom + _BUS + _BUS_STEP * (lane % 4)
        dashed = kind in _DASHED
        starts = list(_starts(tree, elders, boxes))
        entry = 10.0 if dashed else 0.0
        ends = [(boxes[child].left + boxes[child].width / 2 + entry, boxes[child].top) for child in children]
        xs = [x for x, _ in (*starts, *ends)]
        for x, y in starts:
            yield Line(x, y, x, bus, Ink.PRIMARY, _LINE, dashed=dashed)
        yield Line(min(xs), bus, max(xs), bus, Ink.PRIMARY, _LINE, dashed=dashed)
        for x, y in ends:
            yield Line(x, bus, x, y, Ink.PRIMARY, _LINE, dashed=dashed)


def _children_by_elders(tree: TreeContent) -> list[tuple[BondKind, tuple[Uid, ...], tuple[Uid, ...]]]:
    elders: dict[tuple[BondKind, Uid], list[Uid]] = {}
    for bond in tree.bonds:
        if not bond.kind.is_level:
            elders.setdefault((bond.kind, bond.other), []).append(bond.one)
    families: dict[tuple[BondKind, tuple[Uid, ...]], list[Uid]] = {}
    for (kind, child), their in elders.items():
        families.setdefault((kind, tuple(sorted(their))), []).append(child)
    return [(kind, their, tuple(children)) for (kind, their), children in families.items()]


def _starts(tree: TreeContent, elders: tuple[Uid, ...], boxes: Mapping[Uid, Box]) -> Iterator[tuple[float, float]]:
    """From the line between a couple that stands together, else from each elder's own box."""
    pairs = {frozenset((bond.one, bond.other)) for bond in tree.bonds if bond.kind in _COUPLES}
    if len(elders) == 2 and frozenset(elders) in pairs:
        left, right = sorted((boxes[elder] for elder in elders), key=lambda box: box.left)
        if _apart(boxes, left, right):
            yield (left.right + right.left) / 2, left.top + left.height / 2
            return
    for elder in elders:
        yield boxes[elder].left + boxes[elder].width / 2, boxes[elder].bottom


def _legend(tree: TreeContent, top: float) -> Iterator[Shape]:
    """Only what is in the tree."""
    names = {
        BondKind.PARTNER: words.PARTNER_LINE,
        BondKind.EX_PARTNER: words.EX_LINE,
        BondKind.SIBLING: words.SIBLING_LINE,
        BondKind.FOSTER: words.FOSTER_LINE,
        BondKind.CUSTODY: words.FOSTER_LINE,
    }
    y, x = top + 18, _EDGE
    there = sorted({names[bond.kind]: bond.kind for bond in tree.bonds if bond.kind in names}.items())
    for name, kind in there:
        yield Line(x, y - 4, x + 30, y - 4, Ink.PRIMARY, _LINE, dashed=kind in _DASHED)
        said = fitted(name, _AGE, 300)
        yield from said.labels(x + 38, y - 12, Anchor.START)
        x += 38 + said.width + 26
