"""Where everything stands in the network picture: an oval of wedges, people near or far, no words on each other.

Same input, same places. A wedge is as wide as its people need. Each wedge is packed for itself, since
nothing reaches over its borders; where something does not fit, the oval grows and all is tried again.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

LEVELS: Final = 3
"""How many rings of closeness there are; 0 is the innermost."""
NODE: Final = 6.5
"""Half the side of a person's mark."""
CENTRE: Final = 36.0
"""The radius of the one in the middle."""

_ASPECT: Final = 1.56
_LEAST_RADIUS: Final = 150.0
_ROOM_FACTOR: Final = 2.9
"""The oval's least room, in what the people take up."""
_GROWTH: Final = 1.06
_TURNS: Final = 5
_WIDEN: Final = 1.12
_AIR: Final = 1.03
_WIDEST_PART: Final = math.radians(150)
_NARROWEST_PART: Final = 11
_LEAST_SHARE: Final = 0.32
_EMPTY_SHARE: Final = 0.22
_NODE_GAP: Final = 2.0
_BORDER: Final = 4.0
_BETWEEN: Final = 5.0
_ENOUGH_ROOM: Final = 46.0
_ENOUGH_ROOM_ASIDE: Final = 20.0
_ABOVE_COSTS: Final = 6.0
_EDGE: Final = 0.97
_HAIR: Final = 0.01
_RIM_GAP: Final = 12.0
_TITLE_GAP: Final = 10.0
_STEP_PX: Final = 22.0
_START: Final = math.radians(150)
"""The first wedge, the private network, opens at the lower left: beside the citizen, not above."""


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def moved(self, x: float, y: float) -> "Box":
        """The same box somewhere else."""
        return Box(self.left + x, self.top + y, self.width, self.height)


class Size(NamedTuple):
    """Of words that are to be placed."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Wedge:
    """An area of the network: the size of its title, and its people's ring and label."""

    title: Size
    people: tuple[tuple[int, Size], ...]


class PlacedPerson(NamedTuple):
    """The middle of the mark, and the label's box above or below it."""

    x: float
    y: float
    label: Box


@dataclass(frozen=True, slots=True)
class PlacedWedge:
    """From one angle to another (radians, clockwise), its title's box, and its people as they came."""

    from_angle: float
    until_angle: float
    title: Box
    people: tuple[PlacedPerson, ...]


@dataclass(frozen=True, slots=True)
class NetworkLayout:
    """The whole picture. `rings` are the outer edges of the inner levels, as shares of the oval's radii."""

    width: float
    height: float
    centre: tuple[float, float]
    radii: tuple[float, float]
    rings: tuple[float, ...]
    wedges: tuple[PlacedWedge, ...]


def laid_out(wedges: Sequence[Wedge]) -> NetworkLayout:
    """The places of all wedges and people; they stand in the order given."""
    radius = max(_LEAST_RADIUS, math.sqrt(_ROOM_FACTOR * sum(map(_need, wedges)) / (math.pi * _ASPECT)))
    while True:
        weights = _weights(wedges)
        for _ in range(_TURNS):
            oval = _Oval(radius, wedges, weights)
            cramped = oval.cramped()
            if not cramped:
                return _airy(radius, wedges, weights)
            if 2 * len(cramped) > len(wedges):
                break
            weights = [w * (_WIDEN if n in cramped else 1) for n, w in enumerate(weights)]
        radius *= _GROWTH


def _airy(radius: float, wedges: Sequence[Wedge], weights: list[float]) -> NetworkLayout:
    """The oval a little larger than it need be, with everybody where most room is left."""
    while True:
        radius *= _AIR
        oval = _Oval(radius, wedges, weights)
        people = oval.people()
        if people is not None:
            return _framed(oval, wedges, people)


def _need(wedge: Wedge) -> float:
    """The room that a wedge's people take, in square points."""
    return sum((size.width + 2 * _BETWEEN) * (size.height + 2 * NODE + _BETWEEN) for _, size in wedge.people)


def _weights(wedges: Sequence[Wedge]) -> list[float]:
    """Wide as the need is, and never too narrow for one person."""
    least = max(sum(map(_need, wedges)) / _NARROWEST_PART, 1.0)
    return [max(_need(wedge), least) for wedge in wedges]


class _Oval:
    """One try, round (0, 0)."""

    def __init__(self, radius: float, wedges: Sequence[Wedge], weights: list[float]) -> None:
        self.radii = (radius * _ASPECT, radius)
        self._wedges = wedges
        self.angles = _angles(weights)
        self._edges = self._ring_edges()

    @property
    def rings(self) -> tuple[float, ...]:
        """The outer edges of the inner levels."""
        return self._edges[1:-1]

    def cramped(self) -> set[int]:
        """The wedges whose people do not fit however closely they stand."""
        return {number for number in range(len(self._wedges)) if self._in_wedge(number, spread=False) is None}

    def people(self) -> list[tuple[PlacedPerson, ...]] | None:
        """Everybody's place, or None where somebody has none."""
        placed = []
        for number in range(len(self._wedges)):
            people = self._in_wedge(number, spread=True) or self._in_wedge(number, spread=False)
            if people is None:
                return None
            placed.append(people)
        return placed

    def _ring_edges(self) -> tuple[float, ...]:
        """Each level gets room by its people; one that has none keeps a strip."""
        needs = [0.0] * LEVELS
        for wedge in self._wedges:
            for level, size in wedge.people:
                needs[level] += size.width * size.height
        total = sum(needs) or 1.0
        shares = [max(need / total, _LEAST_SHARE) if need else _EMPTY_SHARE for need in needs]
        inner = (CENTRE + NODE) / self.radii[1]
        edges = [inner]
        for share in shares:
            area = edges[-1] ** 2 + (1 - inner**2) * share / sum(shares)
            edges.append(math.sqrt(area))
        return tuple(edges)

    def _in_wedge(self, number: int, *, spread: bool) -> tuple[PlacedPerson, ...] | None:
        """Parts of at most 150 degrees each, so that what has its corners inside lies inside."""
        wedge, span = self._wedges[number], self.angles[number]
        angle = span[1] - span[0]
        count = max(1, math.ceil(angle / _WIDEST_PART))
        found: dict[int, PlacedPerson] = {}
        for part in range(count):
            first = span[0] + angle * part / count
            packer = _Packer(self.radii, (first, first + angle / count), self._edges)
            mine = range(part, len(wedge.people), count)
            placed = packer.pack([wedge.people[one] for one in mine], spread=spread)
            if placed is None:
                return None
            found.update(zip(mine, placed, strict=True))
        return tuple(found[one] for one in range(len(wedge.people)))


def _angles(weights: list[float]) -> list[tuple[float, float]]:
    spans, start = [], _START - math.pi * weights[0] / sum(weights) if weights else 0.0
    for weight in weights:
        end = start + math.tau * weight / sum(weights)
        spans.append((start, end))
        start = end
    return spans


class _Packer:
    """Puts people into one wedge of less than half a turn."""

    def __init__(self, radii: tuple[float, float], span: tuple[float, float], edges: tuple[float, ...]) -> None:
        self._radii = radii
        self._span = span
        self._edges = edges
        self._borders = tuple(_normal(radii, angle, side) for angle, side in zip(span, (1, -1), strict=True))

    def pack(self, people: Sequence[tuple[int, Size]], *, spread: bool) -> list[PlacedPerson] | None:
        """Everybody where most room is left, or (not `spread`) in the first place that is free; or None."""
        placed: list[PlacedPerson] = []
        taken: list[_Taken] = []
        for level, size in people:
            best = -math.inf
            chosen: _Place | None = None
            half, tall = max(size.width, 2 * NODE) / 2, NODE + (_NODE_GAP + size.height) / 2
            for place in self._places(level, half, tall, from_middle=spread):
                free = _free(place.x, place.middle, half, tall, taken)
                good = free + min(place.room, _ENOUGH_ROOM_ASIDE)
                if free >= _BETWEEN and good > best + _HAIR:
                    best, chosen = good, place
                    if not spread:
                        break
            if chosen is None:
                return None
            placed.append(chosen.person(size))
            taken.append((chosen.x, chosen.middle, half, tall))
        return placed

    def _places(self, level: int, half: float, tall: float, *, from_middle: bool) -> Iterator["_Place"]:
        """The places within the wedge and the ring for a label so wide and high."""
        down, to_label, label = tall - NODE, tall + _NODE_GAP / 2, tall - NODE - _NODE_GAP / 2
        for x, y in self._points(level, from_middle=from_middle):
            if not self._holds_mark(x, y):
                continue
            for above, middle, label_y in ((False, y + down, y + to_label), (True, y - down, y - to_label)):
                room = self._room_round(x, label_y, half, label)
                if room >= 0:
                    yield _Place(room - _ABOVE_COSTS * above, x, y, middle)

    def _points(self, level: int, *, from_middle: bool) -> Iterator[tuple[float, float]]:
        """From one border to the other, or from the middle to either side in turn; the innermost first."""
        inner, outer = self._edges[level], min(self._edges[level + 1], 1 - NODE / self._radii[1])
        across, down = self._radii
        angle = self._span[1] - self._span[0]
        rows = max(2, round((outer - inner) * down / _STEP_PX))
        count = max(3, round(angle * (inner + outer) / 2 * across / _STEP_PX))
        for number in range(count):
            aside = (count // 2 + (number + 1) // 2 * (1 if number % 2 else -1)) % count
            at = self._span[0] + angle * ((aside if from_middle else number) + 0.5) / count
            x, y = across * math.cos(at), down * math.sin(at)
            for row in range(rows):
                share = inner + (outer - inner) * (row + 0.5) / rows
                yield x * share, y * share

    def _holds_mark(self, x: float, y: float) -> bool:
        return all(x * nx + y * ny >= NODE + _BORDER for nx, ny, _, _ in self._borders)

    def _room_round(self, x: float, y: float, half: float, tall: float) -> float:
        """How far a label round (x, y) is from the borders and the centre; negative where it reaches over one."""
        across, down = self._radii
        far_x, far_y = abs(x), abs(y)
        if ((far_x + half) / across) ** 2 + ((far_y + tall) / down) ** 2 > _EDGE:
            return -1
        room = max(far_x - half, far_y - tall) - CENTRE
        for nx, ny, size_x, size_y in self._borders:
            to_border = x * nx + y * ny - half * size_x - tall * size_y
            room = min(room, to_border)
            if room < _BORDER:
                return -1
        return room - _BORDER


_Taken: TypeAlias = tuple[float, float, float, float]
"""A mark with its label: the middle of both together, and half their width and height."""


def _free(x: float, y: float, half: float, tall: float, taken: Sequence[_Taken]) -> float:
    """The room to the nearest that stands already; negative where they meet, never more than matters."""
    free = _ENOUGH_ROOM
    for other_x, other_y, other_half, other_tall in taken:
        across, down = abs(x - other_x) - half - other_half, abs(y - other_y) - tall - other_tall
        gap = max(down, across)
        if gap < free:
            free = gap
            if free < _BETWEEN:
                break
    return free


class _Place(NamedTuple):
    """Somewhere to stand: the room round it, the mark's middle, and how far down the middle of mark and label is."""

    room: float
    x: float
    y: float
    middle: float

    def person(self, size: Size) -> PlacedPerson:
        """Somebody with a label of the size, standing there."""
        above = self.middle < self.y
        top = self.y - NODE - _NODE_GAP - size.height if above else self.y + NODE + _NODE_GAP
        return PlacedPerson(self.x, self.y, Box(self.x - size.width / 2, top, *size))


def _normal(radii: tuple[float, float], angle: float, side: int) -> tuple[float, float, float, float]:
    """The unit vector that points from a border into the wedge, and its parts without their signs."""
    x, y = radii[0] * math.cos(angle), radii[1] * math.sin(angle)
    length = math.hypot(x, y)
    nx, ny = -side * y / length, side * x / length
    return nx, ny, abs(nx), abs(ny)


def _framed(oval: _Oval, wedges: Sequence[Wedge], people: list[tuple[PlacedPerson, ...]]) -> NetworkLayout:
    """Everything moved into a frame that begins at (0, 0), with the titles beside the oval."""
    titles = _titles(oval, wedges)
    across, down = oval.radii
    left = max((-title.left for title in titles), default=0.0)
    right = max((title.right for title in titles), default=0.0)
    top = max((-title.top for title in titles), default=0.0)
    bottom = max((title.bottom for title in titles), default=0.0)
    half, up = max(left, right, across) + 1, max(top, bottom, down) + 1
    placed = tuple(
        PlacedWedge(
            *span,
            title.moved(half, up),
            tuple(PlacedPerson(each.x + half, each.y + up, each.label.moved(half, up)) for each in each_wedge),
        )
        for span, title, each_wedge in zip(oval.angles, titles, people, strict=True)
    )
    return NetworkLayout(2 * half, 2 * up, (half, up), oval.radii, oval.rings, placed)


def _titles(oval: _Oval, wedges: Sequence[Wedge]) -> list[Box]:
    """Beside the rim at the middle of each wedge, pushed apart where two would meet."""
    if len(wedges) == 1:
        size = wedges[0].title
        return [Box(-size.width / 2, -oval.radii[1] - _RIM_GAP - size.height, *size)]
    boxes: dict[int, Box] = {}
    for side in (-1, 1):
        mine = [number for number, span in enumerate(oval.angles) if (math.cos(sum(span) / 2) >= 0) == (side > 0)]
        mine.sort(key=lambda number: math.sin(sum(oval.angles[number]) / 2))
        wanted = [oval.radii[1] * math.sin(sum(oval.angles[number]) / 2) for number in mine]
        tops = _apart(wanted, [wedges[number].title.height for number in mine])
        for number, top in zip(mine, tops, strict=True):
            boxes[number] = _beside(oval.radii, top, wedges[number].title, side)
    return [boxes[number] for number in range(len(wedges))]


def _apart(middles: list[float], heights: list[float]) -> list[float]:
    """The tops of boxes that are to stand round these middles, pushed down and then back up until none meet."""
    tops = [middle - height / 2 for middle, height in zip(middles, heights, strict=True)]
    for upper, lower in pairwise(range(len(tops))):
        tops[lower] = max(tops[lower], tops[upper] + heights[upper] + _TITLE_GAP)
    too_low = (tops[-1] - middles[-1] + heights[-1] / 2) / 2 if tops else 0.0
    return [top - too_low for top in tops]


def _beside(radii: tuple[float, float], top: float, size: Size, side: int) -> Box:
    across, down = radii
    nearest = 0.0 if top <= 0 <= top + size.height else min(abs(top), abs(top + size.height))
    reach = across * math.sqrt(max(0.0, 1 - (nearest / down) ** 2)) + _RIM_GAP
    return Box(reach if side > 0 else -reach - size.width, top, *size)
