"""The network picture: the citizen in the middle, an area for each department and for the private network."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from koordinator.documents.figure_text import Words, fitted
from koordinator.documents.figures import Anchor, Circle, Figure, Label, Line, Polygon, Rect, Shape
from koordinator.documents.network_layout import (
    CENTRE,
    NODE,
    Box,
    NetworkLayout,
    PlacedPerson,
    PlacedWedge,
    Size,
    Wedge,
    laid_out,
)
from koordinator.documents.palette import Ink
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.network_content import AreaContent, NetworkContent, NetworkMember
from koordinator.domain.network_people import AreaKind, is_private
from koordinator.domain.register import Closeness
from koordinator.texts import network as words
from koordinator.texts.formats import spoken_name

_LEVELS: Final = tuple(Closeness)
_AREA_INKS: Final = (Ink.AREA_2, Ink.AREA_3, Ink.AREA_4, Ink.AREA_5, Ink.AREA_6)
_NAME: Final = Words((), 13, bold=True)
_ROLE: Final = Words((), 11.5, ink=Ink.MUTED)
_TITLE: Final = Words((), 13, bold=True, ink=Ink.MUTED)
_IN_CENTRE: Final = Words((), 13.5, bold=True, ink=Ink.SURFACE)
_LEGEND_SIZE: Final = 11.5
_LEGEND_ROOM: Final = 34.0
_TITLE_WIDTH: Final = 132.0
_WIDE_LABEL: Final = 136.0
_NARROW_LABEL: Final = 112.0
_FEW_PEOPLE: Final = 12
_ARC_STEP: Final = math.radians(2)
_WEDGE_GAP: Final = 2.5
_MARGIN: Final = 4.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody stands in a figure, label and mark: in the order of the content's people."""

    parts: tuple[Box, Box]
    name: str


@dataclass(frozen=True, slots=True)
class SpottedFigure:
    """A figure, and the places in it that can be pointed at."""

    figure: Figure
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class _PersonWords:
    name: Words
    role: Words

    @property
    def size(self) -> Size:
        return Size(max(self.name.width, self.role.width) + 4, self.name.height + self.role.height)


def network_picture(content: NetworkContent) -> SpottedFigure:
    """The picture with its legend below."""
    width = _WIDE_LABEL if len(content.people) <= _FEW_PEOPLE else _NARROW_LABEL
    said = [[_words_of(person, width) for person in area.people] for area in content.areas]
    titles = [fitted(words.area_title(area), _TITLE, _TITLE_WIDTH, 3) for area in content.areas]
    layout = laid_out(
        [
            Wedge(
                Size(title.width, title.height),
                tuple((_LEVELS.index(p.closeness), w.size) for p, w in zip(area.people, each, strict=True)),
            )
            for area, each, title in zip(content.areas, said, titles, strict=True)
        ]
    )
    inks = _inks(content.areas)
    shapes: list[Shape] = []
    for wedge, ink in zip(layout.wedges, inks, strict=True):
        shapes.append(_wedge_shape(layout, wedge, ink, alone=len(layout.wedges) == 1))
    shapes += _rings(layout)
    for wedge, title in zip(layout.wedges, titles, strict=True):
        shapes += _title(layout, wedge, title)
    for wedge in layout.wedges:
        shapes += [Line(*layout.centre, person.x, person.y, Ink.SPOKE, 0.9) for person in wedge.people]
    for area, wedge, each, ink in zip(content.areas, layout.wedges, said, inks, strict=True):
        for member, place, person_words in zip(area.people, wedge.people, each, strict=True):
            shapes += _person(member.card, place, person_words, ink)
    shapes += _centre(layout, content.subject.name)
    shapes += _legend(layout, content.subject.name)
    figure = Figure(layout.width, layout.height + _LEGEND_ROOM, tuple(shapes), words.picture_alternative(content))
    return SpottedFigure(figure, tuple(_spots(content, layout)))


def _words_of(member: NetworkMember, width: float) -> _PersonWords:
    return _PersonWords(
        fitted(member.card.name, _NAME, width, 3),
        fitted(words.person_line(member), _ROLE, width, 2),
    )


def _inks(areas: tuple[AreaContent, ...]) -> list[Ink]:
    """The private network has a colour of its own; the others take turns, and the last never meets its like."""
    inks = []
    for number, area in enumerate(areas):
        private = area.kind is AreaKind.PRIVATE
        inks.append(Ink.AREA_1 if private else _AREA_INKS[number % len(_AREA_INKS)])
    if len(inks) > 1 and inks[-1] is inks[0]:
        inks[-1] = _AREA_INKS[(len(inks) + 1) % len(_AREA_INKS)]
    return inks


def _wedge_shape(layout: NetworkLayout, wedge: PlacedWedge, ink: Ink, *, alone: bool) -> Polygon:
    across, down = layout.radii
    x, y = layout.centre
    steps = max(2, math.ceil((wedge.until_angle - wedge.from_angle) / _ARC_STEP))
    angles = [wedge.from_angle + (wedge.until_angle - wedge.from_angle) * n / steps for n in range(steps + 1)]
    rim = tuple((x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles)
    if alone:
        return Polygon(rim, ink, Ink.LINE)
    middle = (wedge.from_angle + wedge.until_angle) / 2
    # Each wedge is moved outwards a little, so that a line of paper parts it from its neighbours.
    dx, dy = _WEDGE_GAP * math.cos(middle), _WEDGE_GAP * math.sin(middle)
    return Polygon(tuple((px + dx, py + dy) for px, py in ((x, y), *rim)), ink, Ink.LINE)


def _rings(layout: NetworkLayout) -> Iterator[Shape]:
    across, down = layout.radii
    x, y = layout.centre
    for share in layout.rings:
        count = round(math.tau / _ARC_STEP)
        turn = [math.tau * number / count for number in range(count)]
        rim = tuple((x + across * share * math.cos(a), y + down * share * math.sin(a)) for a in turn)
        yield Polygon(rim, None, Ink.LINE)


def _title(layout: NetworkLayout, wedge: PlacedWedge, title: Words) -> Iterator[Shape]:
    box, (centre_x, _) = wedge.title, layout.centre
    if len(layout.wedges) == 1:
        yield from title.labels(box.left + box.width / 2, box.top)
        return
    is_right = box.left > centre_x
    x = box.left if is_right else box.right
    angle = (wedge.from_angle + wedge.until_angle) / 2
    rim_x = layout.centre[0] + layout.radii[0] * math.cos(angle)
    rim_y = layout.centre[1] + layout.radii[1] * math.sin(angle)
    yield Line(rim_x, rim_y, x - 4 if is_right else x + 4, box.top + box.height / 2, Ink.MUTED, 0.6)
    yield from title.labels(x, box.top, Anchor.START if is_right else Anchor.END)


def _person(card: ContactCard, place: PlacedPerson, said: _PersonWords, ground: Ink) -> Iterator[Shape]:
    box = place.label
    yield Rect(box.left, box.top, box.width, box.height, fill=ground)
    yield from _mark(place.x, place.y, card)
    middle = box.left + box.width / 2
    yield from said.name.labels(middle, box.top)
    yield from said.role.labels(middle, box.top + said.name.height)


def _mark(x: float, y: float, card: ContactCard) -> Iterator[Shape]:
    """A square for the citizen's own people, a circle for a professional, with a rim round the coordinator's."""
    if is_private(card.kind):
        yield Rect(x - NODE + 1, y - NODE + 1, 2 * NODE - 2, 2 * NODE - 2, fill=Ink.CITIZEN, radius=1.5)
        return
    if card.is_coordinator:
        yield Circle(x, y, NODE, Ink.SURFACE, stroke=Ink.PRIMARY)
    yield Circle(x, y, NODE - (2.5 if card.is_coordinator else 0.5), Ink.PRIMARY)


def _centre(layout: NetworkLayout, name: str) -> Iterator[Shape]:
    x, y = layout.centre
    said = fitted(spoken_name(name).removeprefix("familien "), _IN_CENTRE, 2 * CENTRE - 12, 2)
    yield Circle(x, y, CENTRE, Ink.PRIMARY)
    yield from said.labels(x, y - said.height / 2)


def _legend(layout: NetworkLayout, name: str) -> Iterator[Shape]:
    y = layout.height + _LEGEND_ROOM - 10
    yield Circle(_MARGIN + NODE, y - 4, NODE - 0.5, Ink.PRIMARY)
    parts = fitted(words.PROFESSIONAL_MARK, _ROLE, 200)
    x = _MARGIN + 2 * NODE + 6
    yield Label(x, y, words.PROFESSIONAL_MARK, _LEGEND_SIZE, Ink.MUTED)
    x += parts.width + 18
    yield Rect(x, y - 4 - NODE + 1, 2 * NODE - 2, 2 * NODE - 2, fill=Ink.CITIZEN, radius=1.5)
    yield Label(x + 2 * NODE + 4, y, words.PRIVATE_MARK, _LEGEND_SIZE, Ink.MUTED)
    x += 2 * NODE + 4 + fitted(words.PRIVATE_MARK, _ROLE, 200).width + 18
    room = layout.width - x - _MARGIN
    for line in fitted(words.legend(name), _ROLE, room).lines:
        yield Label(layout.width - _MARGIN, y, line, _LEGEND_SIZE, Ink.MUTED, Anchor.END)


def _spots(content: NetworkContent, layout: NetworkLayout) -> Iterator[Spot]:
    for area, wedge in zip(content.areas, layout.wedges, strict=True):
        for member, place in zip(area.people, wedge.people, strict=True):
            mark = Box(place.x - NODE, place.y - NODE, 2 * NODE, 2 * NODE)
            yield Spot((place.label, mark), words.spot_name(member, words.area_title(area)))
