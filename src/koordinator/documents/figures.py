"""Drawings as a handful of shapes: drawn once, shown on the screen (`svg.py`) and printed (`pdf.py`).

Coordinates are points from the top left corner, y downwards. The builders take their words from the caller.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final, TypeAlias

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
_STAIR_WIDTH: Final = 150.0
_STAIR_RISE: Final = 34.0
_STAIR_LOWEST: Final = 62.0


def staircase(stairs: tuple[Stair, Stair, Stair], lit: int | None, alternative: str) -> Figure:
    """The staircase with one step (1-3) lit, or none."""
    height = _STAIR_LOWEST + _STAIR_RISE * (len(stairs) - 1)
    shapes = tuple(shape for number in range(len(stairs)) for shape in _stair(stairs[number], number, lit, height))
    return Figure(_STAIR_WIDTH * len(stairs), height, shapes, alternative)


def _stair(stair: Stair, number: int, lit: int | None, bottom: float) -> Iterator[Shape]:
    strong, tint = _STAIR_INKS[number]
    is_lit = lit == number + 1
    rise = _STAIR_LOWEST + _STAIR_RISE * number
    left, top = _STAIR_WIDTH * number, bottom - rise
    yield Rect(left, top, _STAIR_WIDTH - 3, rise, fill=tint)
    # The thick tread carries the colour; the text under it stays dark on pale, lit or not.
    yield Rect(left, top, _STAIR_WIDTH - 3, 7 if is_lit else 3, fill=strong)
    yield Label(left + 10, top + 24, stair.label, 13, bold=is_lit)
    for line, text in enumerate(stair.name):
        yield Label(left + 10, top + 39 + 12.5 * line, text, 9.5, Ink.TEXT if is_lit else Ink.MUTED)
    if is_lit:
        yield Circle(left + _STAIR_WIDTH - 20, top + 20, 6, strong, stroke=Ink.TEXT)


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """A score from 0 to 10 and when it was given, as short text."""

    label: str
    score: int


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
            bottom - _PROGRESS_HEIGHT * min(max(point.score, 0), _BEST) / _BEST,
        )
        for number, point in enumerate(points)
    )
    shapes: list[Shape] = []
    for score in (0, _BEST // 2, _BEST):
        y = bottom - _PROGRESS_HEIGHT * score / _BEST
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


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its length, and the number as it is written beside it."""

    label: str
    value: float
    value_text: str
    ink: Ink = Ink.PRIMARY


_BAR_ROW: Final = 21.0
_BAR_THICK: Final = 11.0
_BAR_LABELS: Final = 150.0
_BAR_LENGTH: Final = 250.0
_BAR_NUMBERS: Final = 70.0


def bars(rows: tuple[Bar, ...], alternative: str, full: float = 0) -> Figure:
    """Horizontal bars with their numbers; `full` is the value of a whole length, or else the largest one is."""
    longest = full or max((row.value for row in rows), default=0) or 1
    shapes: list[Shape] = []
    for number, row in enumerate(rows):
        top = _BAR_ROW * number + (_BAR_ROW - _BAR_THICK) / 2
        baseline = top + _BAR_THICK - 2.5
        length = _BAR_LENGTH * min(max(row.value, 0) / longest, 1)
        shapes.append(Label(0, baseline, row.label, 10.5))
        shapes.append(Line(_BAR_LABELS, top - 3, _BAR_LABELS, top + _BAR_THICK + 3, Ink.MUTED, 0.5))
        if length > 0:
            shapes.append(Rect(_BAR_LABELS, top, length, _BAR_THICK, fill=row.ink, radius=1.5))
        shapes.append(Label(_BAR_LABELS + length + 6, baseline, row.value_text, 10.5, bold=True))
    return Figure(_BAR_LABELS + _BAR_LENGTH + _BAR_NUMBERS, _BAR_ROW * max(len(rows), 1), tuple(shapes), alternative)
