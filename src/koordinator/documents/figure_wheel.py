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
INNER: Final = 90.0
_BAND: Final = 182.0
_TICK: Final = 5.0
_MONTHS: Final = 12
_TURN: Final = 2 * math.pi
_FINENESS: Final = 10
_TOTAL_SIZE: Final = 17.0
_NUMBER_SIZE: Final = 11.0
_DIGIT: Final = 5.6
_ROW: Final = 12.8
_ONE_COLUMN: Final = 3
_GUTTER: Final = 7.0
_MARK: Final = 3.5
_AFTER_MARK: Final = 3.5
_POINTER: Final = 0.0042


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


def year_wheel(
    months: Sequence[Month], hub: Hub, ticks: Sequence[float], alternative: str, width: float = SIZE
) -> Figure:
    """The wheel, January first from the top, in the middle of the width.

    `ticks` are places on the rim, in shares of the year.
    """
    wheel = _Wheel(width / 2, SIZE / 2)
    shapes: list[Shape] = []
    for number, month in enumerate(months):
        shapes += wheel.sector(number, month)
    shapes += (wheel.spoke(number) for number in range(_MONTHS))
    shapes += (wheel.tick(share) for share in ticks)
    shapes += wheel.hub(hub)
    return Figure(width, SIZE, tuple(shapes), alternative)


class _Wheel:
    """Knows where its middle is."""

    def __init__(self, x: float, y: float) -> None:
        self._x, self._y = x, y

    def sector(self, number: int, month: Month) -> Iterator[Shape]:
        middle = (number + 0.5) / _MONTHS
        yield self._ring_piece(number, INNER, _BAND, Ink.SURFACE)
        yield self._ring_piece(number, _BAND, OUTER, Ink.PRIMARY if month.is_now else Ink.PRIMARY_TINT)
        if month.is_now:
            corners = ((middle, OUTER + 2), (middle - _POINTER, OUTER + 9.5), (middle + _POINTER, OUTER + 9.5))
            yield Polygon(tuple(self._at(share, radius) for share, radius in corners), Ink.PRIMARY)
        x, y = self._at(middle, (_BAND + OUTER) / 2)
        name_ink = Ink.SURFACE if month.is_now else Ink.TEXT
        yield Label(x, y + 4, month.name, 12, name_ink, Anchor.MIDDLE, bold=True)
        yield from _numbers(*self._at(middle, (INNER + _BAND) / 2 + 2), month)

    def spoke(self, number: int) -> Line:
        share = number / _MONTHS
        return Line(*self._at(share, INNER), *self._at(share, OUTER), Ink.LINE, 0.75)

    def tick(self, share: float) -> Line:
        return Line(*self._at(share, OUTER), *self._at(share, OUTER + _TICK), Ink.MUTED, 1.1)

    def hub(self, hub: Hub) -> Iterator[Shape]:
        row = 13.8
        top = self._y - (24 + row * len(hub.legend)) / 2
        yield Circle(self._x, self._y, INNER, Ink.SURFACE, stroke=Ink.LINE)
        yield Label(self._x, top + 15, hub.year, 20, Ink.TEXT, Anchor.MIDDLE, bold=True)
        for place, line in enumerate(hub.legend):
            middle = top + 24 + row * (place + 0.5)
            yield from _mark(self._x - 58, middle, line.mark)
            yield Label(self._x - 49, middle + 3.8, line.name, _NUMBER_SIZE)
            yield Label(self._x + 61, middle + 3.8, line.number, _NUMBER_SIZE, Ink.TEXT, Anchor.END, bold=True)

    def _at(self, share: float, radius: float) -> tuple[float, float]:
        """A point at a share of the year, from the top with the clock."""
        angle = _TURN * share
        return self._x + radius * math.sin(angle), self._y - radius * math.cos(angle)

    def _ring_piece(self, number: int, inner: float, outer: float, fill: Ink) -> Polygon:
        shares = tuple((number + step / _FINENESS) / _MONTHS for step in range(_FINENESS + 1))
        there = tuple(self._at(share, outer) for share in shares)
        back = tuple(self._at(share, inner) for share in reversed(shares))
        return Polygon((*there, *back), fill)


def _numbers(x: float, y: float, month: Month) -> Iterator[Shape]:
    """The total over the marked numbers, the whole block in the middle of the month."""
    columns = 1 if len(month.numbers) <= _ONE_COLUMN else 2
    rows = math.ceil(len(month.numbers) / columns)
    top = y - (_TOTAL_SIZE + rows * _ROW) / 2
    ink = Ink.TEXT if month.numbers else Ink.MUTED
    yield Label(x, top + _TOTAL_SIZE - 3, month.total, _TOTAL_SIZE, ink, Anchor.MIDDLE, bold=bool(month.numbers))
    wide = 2 * _MARK + _AFTER_MARK + _DIGIT * max((len(each.number) for each in month.numbers), default=0)
    left = x - (columns * wide + (columns - 1) * _GUTTER) / 2
    for place, each in enumerate(month.numbers):
        column, row = divmod(place, rows)
        start, middle = left + column * (wide + _GUTTER), top + _TOTAL_SIZE + (row + 0.5) * _ROW
        yield from _mark(start + _MARK, middle, each.mark)
        yield Label(start + 2 * _MARK + _AFTER_MARK, middle + 3.8, each.number, _NUMBER_SIZE)


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
