"""Bars for groups: what is counted as a filled part of what it is held against. Read as well in black and white."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from koordinator.documents.figure_text import Words, fitted
from koordinator.documents.figures import Anchor, Figure, Label, Line, Rect, Shape
from koordinator.documents.palette import Ink

_WIDTH: Final = 480.0
_NAMES: Final = 0.36
_FIGURES: Final = 0.16
_LINE: Final = 2.5
"""The height of a group, in sizes of its letters."""
_BAR: Final = 1.1


class GroupBar(NamedTuple):
    """A group's number, and what it is a part of (None: it stands by itself); `said` is both in words."""

    name: str
    number: int
    whole: int | None
    said: str


def bars_figure(bars: Sequence[GroupBar], most: int, alternative: str, *, size: float = 10) -> Figure:
    """The groups under each other. `most` fills the width, so that several figures can be held against each other."""
    left, right = _WIDTH * _NAMES, _WIDTH * (1 - _FIGURES)
    height = size * _LINE
    shapes: list[Shape] = []
    for number, bar in enumerate(bars):
        middle = number * height + height / 2
        name = fitted(bar.name, Words((), size), left - size, 2)
        shapes += name.labels(0, middle - name.height / 2, Anchor.START)
        shapes += _bar(bar, left, (right - left) / max(most, 1), middle - size * _BAR / 2, size * _BAR)
        shapes.append(Label(_WIDTH, middle + size * 0.35, bar.said, size, Ink.TEXT, Anchor.END, bold=True))
    shapes.append(Line(left, 0, left, len(bars) * height, Ink.MUTED, 0.75))
    return Figure(_WIDTH, len(bars) * height, tuple(shapes), alternative)


def _bar(bar: GroupBar, left: float, each: float, top: float, height: float) -> Sequence[Shape]:
    """An empty frame for the whole, filled as far as the number goes."""
    whole = bar.number if bar.whole is None else bar.whole
    frame = Rect(left, top, whole * each, height, Ink.SURFACE, Ink.PRIMARY)
    filled = Rect(left, top, bar.number * each, height, Ink.PRIMARY)
    return tuple(shape for shape, number in ((frame, whole), (filled, bar.number)) if number)
