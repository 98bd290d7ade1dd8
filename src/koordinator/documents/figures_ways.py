"""The three ways of helping as drawings of one size beside each other: none of them stands above another."""

import math
from collections.abc import Callable, Iterator
from typing import Final

from koordinator.documents.figures import Anchor, Circle, Figure, Label, Line, Polygon, Rect, Shape
from koordinator.documents.palette import Ink
from koordinator.domain.steps import Step
from koordinator.texts import paper_ways as words
from koordinator.texts.paper_voice import Voice

WIDTH: Final = 160.0
_GAP: Final = 12.5
_HEIGHT: Final = 120.0
_YOU: Final = 19.0
_HELPER: Final = 12.5
_MIDDLE: Final = (WIDTH / 2, _HEIGHT / 2)

_Place = tuple[float, float]


def way_figure(step: Step, voice: Voice) -> Figure:
    """One way alone."""
    return Figure(WIDTH, _HEIGHT, tuple(_DRAWN[step](0, voice)), words.picture(step, voice))


def ways_figure(voice: Voice, today: Step | None = None) -> Figure:
    """The three beside each other; the one that holds today has a word and a frame of its own."""
    shapes: list[Shape] = []
    for number, step in enumerate(words.WAYS):
        left = number * (WIDTH + _GAP)
        now = step is today
        frame, tint = (Ink.PRIMARY, Ink.PRIMARY_TINT) if now else (Ink.LINE, None)
        shapes.append(Rect(left + 1, 1, WIDTH - 2, _HEIGHT - 2, tint, frame, 8))
        if now:
            shapes.append(Label(left + 10, 18, words.NOW, 10.5, Ink.PRIMARY, bold=True))
        shapes += _DRAWN[step](left, voice)
    width = len(words.WAYS) * (WIDTH + _GAP) - _GAP
    return Figure(width, _HEIGHT, tuple(shapes), words.pictures(voice, today))


def _talking(left: float, voice: Voice) -> Iterator[Shape]:
    """The helpers round the citizen, each with a line of their own, and dashes between them."""
    helpers = tuple(_round(left, 42, degrees) for degrees in (-90, 30, 150))
    for number, place in enumerate(helpers):
        yield Line(*place, *helpers[number - 1], Ink.MUTED, 1.1, dashed=True)
        yield Line(*place, left + _MIDDLE[0], _MIDDLE[1] + 4, Ink.TEXT, 1.6)
    for place in helpers:
        yield from _helper(place)
    yield from _you((left + _MIDDLE[0], _MIDDLE[1] + 4), voice)


def _meeting(left: float, voice: Voice) -> Iterator[Shape]:
    """All at one table."""
    yield Circle(left + _MIDDLE[0], _MIDDLE[1] + 2, 33, Ink.AREA_1, Ink.MUTED)
    for degrees in (-100, -28, 44, 116):
        yield from _helper(_round(left, 40, degrees, 2))
    yield from _you(_round(left, 40, 188, 2), voice)


def _one(left: float, voice: Voice) -> Iterator[Shape]:
    """One between the citizen and all the others."""
    you, one = (left + 32, _MIDDLE[1] + 4), (left + 88, _MIDDLE[1] + 4)
    team = tuple((left + 132, _MIDDLE[1] + 4 + down) for down in (-32, 0, 32))
    yield Line(*you, *one, Ink.TEXT, 1.6)
    for place in team:
        yield Line(*one, *place, Ink.MUTED, 1.1, dashed=True)
        yield from _helper(place)
    yield from _helper(one, Ink.PRIMARY)
    yield from _you(you, voice)


def _round(left: float, radius: float, degrees: float, down: float = 4) -> _Place:
    angle = math.radians(degrees)
    return left + _MIDDLE[0] + radius * math.cos(angle), _MIDDLE[1] + down + radius * math.sin(angle)


def _helper(place: _Place, fill: Ink = Ink.SURFACE) -> Iterator[Shape]:
    """Somebody with head and shoulders; the one who stands for it all is dark."""
    x, y = place
    ink = Ink.TEXT if fill is Ink.SURFACE else Ink.SURFACE
    yield Circle(x, y, _HELPER, fill, Ink.TEXT)
    yield Circle(x, y - 3, 3, ink)
    yield Polygon(((x - 6.5, y + 6), (x - 4, y + 1.5), (x + 4, y + 1.5), (x + 6.5, y + 6)), ink)


def _you(place: _Place, voice: Voice) -> Iterator[Shape]:
    x, y = place
    yield Circle(x, y, _YOU, Ink.CITIZEN)
    yield Label(x, y + 4.5, voice.to_you, 13, Ink.SURFACE, Anchor.MIDDLE, bold=True)


_DRAWN: Final[dict[Step, Callable[[float, Voice], Iterator[Shape]]]] = {
    Step.ALIGNMENT: _talking,
    Step.MEETINGS: _meeting,
    Step.ONE_CASEWORK: _one,
}
