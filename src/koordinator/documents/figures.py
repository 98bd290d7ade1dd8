"""Drawings as a handful of shapes: drawn once, shown on the screen (`svg.py`) and printed (`pdf.py`).

Coordinates are points from the top left corner, y downwards. The builders take their words from the caller.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from koordinator.documents.palette import Ink

DASH: Final = 3.5
"""The dashes of a dashed line and the gaps between them, in widths of the line."""


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Ink = Ink.LINE
    width: float = 0.75
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled, framed or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    stroke: Ink | None = None
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Circle:
    """A filled circle with an optional rim."""

    x: float
    y: float
    radius: float
    fill: Ink
    stroke: Ink | None = None


@dataclass(frozen=True, slots=True)
class Polygon:
    """A shape through its corners, filled, framed or both."""

    corners: tuple[tuple[float, float], ...]
    fill: Ink | None
    stroke: Ink | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float = 10
    ink: Ink = Ink.TEXT
    anchor: Anchor = Anchor.START
    bold: bool = False


Shape: TypeAlias = Line | Rect | Circle | Polygon | Label


@dataclass(frozen=True, slots=True)
class Figure:
    """Shapes on a surface, and what they say to somebody who cannot see them."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class Stair:
    """One step of the staircase: "Trin 2" and its name, broken into lines by the caller."""

    label: str
    name: tuple[str, ...]


_STAIR_INKS: Final = ((Ink.STEP_1, Ink.STEP_1_TINT), (Ink.STEP_2, Ink.STEP_2_TINT), (Ink.STEP_3, Ink.STEP_3_TINT))
_STAIR_WIDTH: Final = 132.0
_STAIR_RISE: Final = 36.0
_STAIR_LOWEST: Final = 66.0
_STAIR_GAP: Final = 3.0
_STAIR_LINE: Final = 15.0


class StairPrint(NamedTuple):
    """The size of a step's label, and the width of the levels beside the stairs."""

    label: float
    level: float


NORMAL_STAIRS: Final = StairPrint(16, 122)
LARGE_STAIRS: Final = StairPrint(28, 185)
"""For labels alone, as large as large print where the drawing fills a page's width."""


def staircase(
    before: Stair,
    stairs: tuple[Stair, Stair, Stair],
    after: Stair,
    alternative: str,
    look: StairPrint = NORMAL_STAIRS,
) -> Figure:
    """The three steps, with the ground in front of them and the way out behind."""
    bottom = _STAIR_LOWEST + _STAIR_RISE * (len(stairs) - 1)
    end = look.level + _STAIR_WIDTH * len(stairs)
    shapes = (
        *_ground(before, 0, bottom, look),
        *(shape for number in range(len(stairs)) for shape in _stair(stairs[number], number, bottom, look)),
        *_way_down(end, bottom),
        *_ground(after, end, bottom, look),
    )
    return Figure(end + look.level, bottom, shapes, alternative)


def _stair(stair: Stair, number: int, bottom: float, look: StairPrint) -> Iterator[Shape]:
    strong, tint = _STAIR_INKS[number]
    rise = _STAIR_LOWEST + _STAIR_RISE * number
    left, top = look.level + _STAIR_WIDTH * number, bottom - rise
    yield Rect(left, top, _STAIR_WIDTH - _STAIR_GAP, rise, fill=tint)
    # The thick tread carries the colour; the text under it stays dark on pale.
    yield Rect(left, top, _STAIR_WIDTH - _STAIR_GAP, 5, fill=strong)
    yield from _stair_words(stair, left + 10, top + 9 + look.label, look)


def _stair_words(stair: Stair, left: float, top: float, look: StairPrint) -> Iterator[Shape]:
    yield Label(left, top, stair.label, look.label, bold=True)
    for line, text in enumerate(stair.name, start=1):
        yield Label(left, top + 1 + _STAIR_LINE * line, text, 12.5)


def _ground(level: Stair, left: float, bottom: float, look: StairPrint) -> Iterator[Shape]:
    """A level beside the stairs: its words stand on the floor."""
    yield Rect(left, bottom - 4, look.level - _STAIR_GAP, 4, fill=Ink.SPOKE)
    yield from _stair_words(level, left + 4, bottom - 16 - _STAIR_LINE * len(level.name), look)


def _way_down(left: float, bottom: float) -> Iterator[Shape]:
    """An arrow from the top of the stairs down to the floor."""
    x, end = left + 22, bottom - 66
    yield Line(left + 2, 12, x, 12, Ink.MUTED, 1.5)
    yield Line(x, 12, x, end - 8, Ink.MUTED, 1.5)
    yield Polygon(((x - 5, end - 8), (x + 5, end - 8), (x, end)), Ink.MUTED)


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """A score from 1 to 10 and when it was given, as short text."""

    label: str
    score: int


_LEAST: Final = 1
_MIDDLE: Final = 5
_BEST: Final = 10
_PROGRESS_HEIGHT: Final = 62.0
_PROGRESS_TOP: Final = 18.0
_PROGRESS_LEFT: Final = 24.0
_PROGRESS_STEP: Final = 76.0


def progress_line(points: tuple[ScorePoint, ...], alternative: str) -> Figure:
    """The citizen's own scores of a goal over time."""
    bottom = _PROGRESS_TOP + _PROGRESS_HEIGHT
    width = _PROGRESS_LEFT + _PROGRESS_STEP * max(len(points), 1)
    places = tuple(
        (
            _PROGRESS_LEFT + _PROGRESS_STEP * (number + 0.5),
            _height_of(point.score),
        )
        for number, point in enumerate(points)
    )
    shapes: list[Shape] = []
    for score in (_LEAST, _MIDDLE, _BEST):
        y = _height_of(score)
        shapes.append(Line(_PROGRESS_LEFT, y, width, y, Ink.LINE, 0.5))
        shapes.append(Label(_PROGRESS_LEFT - 6, y + 3.5, str(score), 10, Ink.MUTED, Anchor.END))
    for (x1, y1), (x2, y2) in pairwise(places):
        shapes.append(Line(x1, y1, x2, y2, Ink.CITIZEN, 1.75))
    for (x, y), point in zip(places, points, strict=True):
        shapes.append(Circle(x, y, 3.5, Ink.CITIZEN))
        shapes.append(Rect(x - 7, y - 17, 14, 12, fill=Ink.SURFACE))
        shapes.append(Label(x, y - 7, str(point.score), 11, Ink.TEXT, Anchor.MIDDLE, bold=True))
        shapes.append(Label(x, bottom + 15, point.label, 10, Ink.MUTED, Anchor.MIDDLE))
    return Figure(width, bottom + 21, tuple(shapes), alternative)


def _height_of(score: int) -> float:
    up = (min(max(score, _LEAST), _BEST) - _LEAST) / (_BEST - _LEAST)
    return _PROGRESS_TOP + _PROGRESS_HEIGHT * (1 - up)
