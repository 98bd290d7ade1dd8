"""The year wheel as a drawing: twelve months round the year, with a mark and a number for each kind of thing.

Every kind has a mark of its own shape, so that nothing hangs on a colour. The builder takes its words from the caller.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.documents.figures import Anchor, Circle, Figure, Label, Line, Polygon, Rect, Shape
from koordinator.documents.palette import Ink

SIZE: Final = 440.0
OUTER: Final = 210.0
INNER: Final = 86.0
_CENTRE: Final = SIZE / 2
_BAND: Final = 182.0
_TICK: Final = 5.0
_MONTHS: Final = 12
_TURN: Final = 2 * math.pi
_FINENESS: Final = 10
_TOTAL_SIZE: Final = 16.0
_NUMBER_SIZE: Final = 9.5
_ROW: Final = 11.5
_ONE_COLUMN: Final = 3
_COLUMN: Final = 29.0
_MARK: Final = 3.2


class Mark(StrEnum):
    """The shapes that tell the kinds apart."""

    DISC = "disc"
    RING = "ring"
    SQUARE = "square"
    FRAME = "frame"
    UP = "up"
    DOWN = "down"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class MarkedNumber:
    """A number with its kind's mark."""

    mark: Mark
    number: str


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its short name, how many in all, how many of each kind that there is."""

    name: str
    total: str
    numbers: tuple[MarkedNumber, ...]
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class LegendLine:
    """What a mark stands for, and the year's number."""

    mark: Mark
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Hub:
    """What stands in the middle."""

    year: str
    legend: tuple[LegendLine, ...]


def year_wheel(months: Sequence[Month], hub: Hub, ticks: Sequence[float], alternative: str) -> Figure:
    """The wheel, January first from the top. `ticks` are places on the rim, in shares of the year."""
    shapes: list[Shape] = []
    for number, month in enumerate(months):
        shapes += _sector(number, month)
    shapes += (_spoke(number) for number in range(_MONTHS))
    shapes += (_tick(share) for share in ticks)
    shapes += _hub(hub)
    return Figure(SIZE, SIZE, tuple(shapes), alternative)


def _at(share: float, radius: float) -> tuple[float, float]:
    """A point at a share of the year, from the top with the clock."""
    angle = _TURN * share
    return _CENTRE + radius * math.sin(angle), _CENTRE - radius * math.cos(angle)


def _ring_piece(number: int, inner: float, outer: float, fill: Ink) -> Polygon:
    shares = tuple((number + step / _FINENESS) / _MONTHS for step in range(_FINENESS + 1))
    there = tuple(_at(share, outer) for share in shares)
    back = tuple(_at(share, inner) for share in reversed(shares))
    return Polygon((*there, *back), fill)


def _sector(number: int, month: Month) -> Iterator[Shape]:
    middle = (number + 0.5) / _MONTHS
    yield _ring_piece(number, INNER, _BAND, Ink.SURFACE)
    yield _ring_piece(number, _BAND, OUTER, Ink.PRIMARY if month.is_now else Ink.PRIMARY_TINT)
    if month.is_now:
        side = 0.035
        yield Polygon(
            (_at(middle, OUTER + 2), _at(middle - side / 3, OUTER + 9), _at(middle + side / 3, OUTER + 9)), Ink.PRIMARY
        )
    x, y = _at(middle, (_BAND + OUTER) / 2)
    name_ink = Ink.SURFACE if month.is_now else Ink.TEXT
    yield Label(x, y + 3.8, month.name, 11, name_ink, Anchor.MIDDLE, bold=True)
    x, y = _at(middle, (INNER + _BAND) / 2 + 2)
    yield from _numbers(x, y, month)


def _numbers(x: float, y: float, month: Month) -> Iterator[Shape]:
    """The total over the marked numbers, the whole block in the middle of the month."""
    columns = 1 if len(month.numbers) <= _ONE_COLUMN else 2
    rows = math.ceil(len(month.numbers) / columns)
    top = y - (_TOTAL_SIZE + rows * _ROW) / 2
    ink = Ink.TEXT if month.numbers else Ink.MUTED
    yield Label(x, top + _TOTAL_SIZE - 3, month.total, _TOTAL_SIZE, ink, Anchor.MIDDLE, bold=bool(month.numbers))
    left = x - columns * _COLUMN / 2 + (3.5 if columns == 1 else 2)
    for place, each in enumerate(month.numbers):
        column, row = divmod(place, rows)
        middle = top + _TOTAL_SIZE + row * _ROW + _ROW / 2
        yield from _mark(left + column * _COLUMN + _MARK, middle, each.mark)
        yield Label(left + column * _COLUMN + 3 * _MARK, middle + 3.2, each.number, _NUMBER_SIZE)


def _spoke(number: int) -> Line:
    share = number / _MONTHS
    return Line(*_at(share, INNER), *_at(share, OUTER), Ink.LINE, 0.75)


def _tick(share: float) -> Line:
    return Line(*_at(share, OUTER), *_at(share, OUTER + _TICK), Ink.MUTED, 1.1)


def _hub(hub: Hub) -> Iterator[Shape]:
    row = 12.5
    top = _CENTRE - (24 + row * len(hub.legend)) / 2
    yield Circle(_CENTRE, _CENTRE, INNER, Ink.SURFACE, stroke=Ink.LINE)
    yield Label(_CENTRE, top + 15, hub.year, 20, Ink.TEXT, Anchor.MIDDLE, bold=True)
    for place, line in enumerate(hub.legend):
        middle = top + 24 + row * (place + 0.5)
        yield from _mark(_CENTRE - 53, middle, line.mark)
        yield Label(_CENTRE - 44, middle + 3.2, line.name, _NUMBER_SIZE)
        yield Label(_CENTRE + 58, middle + 3.2, line.number, _NUMBER_SIZE, Ink.TEXT, Anchor.END, bold=True)


def _mark(x: float, y: float, mark: Mark) -> Iterator[Shape]:
    reach = _MARK
    if mark is Mark.DISC:
        yield Circle(x, y, reach, Ink.PRIMARY)
    elif mark is Mark.RING:
        yield Circle(x, y, reach, Ink.SURFACE, stroke=Ink.PRIMARY)
        yield Circle(x, y, reach - 1, Ink.SURFACE, stroke=Ink.PRIMARY)
    elif mark is Mark.SQUARE:
        yield Rect(x - reach, y - reach, 2 * reach, 2 * reach, fill=Ink.PRIMARY)
    elif mark is Mark.FRAME:
        yield Rect(x - reach, y - reach, 2 * reach, 2 * reach, fill=Ink.PRIMARY)
        yield Rect(x - reach + 1.5, y - reach + 1.5, 2 * reach - 3, 2 * reach - 3, fill=Ink.SURFACE)
    else:
        yield Polygon(tuple((x + reach * dx, y + reach * dy) for dx, dy in _CORNERS[mark]), Ink.PRIMARY)


_CORNERS: Final = {
    Mark.UP: ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    Mark.DOWN: ((-1.1, -0.9), (1.1, -0.9), (0, 1.1)),
    Mark.DIAMOND: ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
}
