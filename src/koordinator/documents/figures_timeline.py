"""Efforts on a time line: a lane for each department, one mark of today, gaps named, nothing written on anything."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from koordinator.documents.day_scale import TICK, DayScale
from koordinator.documents.figure_text import Words, fitted
from koordinator.documents.figures import Anchor, Figure, Label, Line, Polygon, Rect, Shape
from koordinator.documents.palette import Ink
from koordinator.domain.network_content import BarContent, LaneContent, NetworkContent
from koordinator.texts import network as words
from koordinator.texts.formats import first_name

WIDTH: Final = 1040.0

_TITLES: Final = 150.0
_TOP: Final = 44.0
_ROW: Final = 34.0
_BAR: Final = 10.0
_LANE_PAD: Final = 7.0
_GAP: Final = 12.0
_RIGHT: Final = WIDTH - 14.0
_BEFORE: Final = timedelta(days=92)
_AHEAD: Final = timedelta(days=184)
_TEXT: Final = Words((), 12)
_QUIET: Final = Words((), 11.5, ink=Ink.MUTED)
_TITLE: Final = Words((), 12.5, bold=True)


def _scale_of(lanes: Iterable[LaneContent], today: date) -> DayScale:
    """From the first known day to the last, and some time round today."""
    days = [day for lane in lanes for bar in lane.bars for day in (bar.from_on, bar.until_on) if day is not None]
    first, last = min([*days, _earlier(today, _BEFORE)]), max([*days, _later(today, _AHEAD)])
    return DayScale(first, last, _TITLES, _RIGHT)


@dataclass(frozen=True, slots=True)
class _Item:
    """A bar or a gap: from where to where it is drawn, and its words."""

    left: float
    right: float
    said: Words
    bar: BarContent | None = None

    @property
    def words_left(self) -> float:
        """Where the words begin: at the item, moved back where they would go over the edge."""
        return max(_TITLES, min(self.left, _RIGHT - self.said.width))

    @property
    def taken(self) -> tuple[float, float]:
        """From where to where nothing else may stand."""
        begin = min(self.left, self.words_left)
        return begin, max(self.right, self.words_left + self.said.width)


def effort_timeline(content: NetworkContent) -> Figure:
    """The lanes below each other under an axis of months."""
    scale = _scale_of(content.lanes, content.made_on)
    shapes: list[Shape] = []
    top = _TOP
    for number, lane in enumerate(content.lanes):
        rows = _rows(lane, scale)
        title = fitted(lane.department or words.NO_DEPARTMENT, _TITLE, _TITLES - 16, 3)
        height = max(len(rows) * _ROW, title.height) + 2 * _LANE_PAD
        if number % 2 == 0:
            shapes.append(Rect(0, top, WIDTH, height, fill=Ink.AREA_1, radius=4))
        shapes += title.labels(8, top + _LANE_PAD + 2, Anchor.START)
        ground = Ink.SURFACE if number % 2 else Ink.AREA_1
        for at, row in enumerate(rows):
            for item in row:
                shapes += _drawn(item, top + _LANE_PAD + at * _ROW, ground, content.made_on)
        top += height
    axis = _axis(scale, top, content.made_on)
    return Figure(WIDTH, top + 4, (*_behind(shapes, axis),), words.timeline_alternative(content))


def _behind(lanes: list[Shape], axis: Iterable[Shape]) -> Iterator[Shape]:
    """Grounds, then the axis, then what is written on both."""
    yield from (shape for shape in lanes if isinstance(shape, Rect) and shape.width == WIDTH)
    yield from axis
    yield from (shape for shape in lanes if not (isinstance(shape, Rect) and shape.width == WIDTH))


def _rows(lane: LaneContent, scale: DayScale) -> list[list[_Item]]:
    """Each item in the first row where neither it nor its words meet another."""
    rows: list[list[_Item]] = []
    for item in (*_bars(lane, scale), *_gaps(lane, scale)):
        left, right = item.taken
        free = (row for row in rows if all(right + _GAP <= o[0] or o[1] + _GAP <= left for o in _all_taken(row)))
        row = next(free, None)
        if row is None:
            rows.append([item])
        else:
            row.append(item)
    return rows


def _all_taken(row: list[_Item]) -> list[tuple[float, float]]:
    return [item.taken for item in row]


def _bars(lane: LaneContent, scale: DayScale) -> Iterator[_Item]:
    for bar in lane.bars:
        period = words.effort_period(bar.from_on, bar.until_on)
        said = " · ".join(part for part in (first_name(bar.whose), bar.name, bar.amount, period) if part)
        left = _TITLES if bar.from_on is None else scale.at(bar.from_on)
        right = _RIGHT if bar.until_on is None else scale.at(bar.until_on)
        yield _Item(left, max(right, left + 3), fitted(said, _TEXT, _RIGHT - _TITLES), bar)


def _gaps(lane: LaneContent, scale: DayScale) -> Iterator[_Item]:
    for from_on, until_on in lane.gaps:
        said = fitted(words.gap(from_on, until_on), _QUIET, _RIGHT - _TITLES)
        yield _Item(scale.at(from_on), scale.at(until_on), said)


def _drawn(item: _Item, top: float, ground: Ink, today: date) -> Iterator[Shape]:
    # The lines of the months and of today stop at the words.
    yield Rect(item.words_left - 1, top + 1, item.said.width + 2, item.said.height, fill=ground)
    yield from item.said.labels(item.words_left, top, Anchor.START)
    y = top + 18
    if item.bar is None:
        middle = y + _BAR / 2
        yield Line(item.left, middle, item.right, middle, Ink.MUTED, 1.2, dashed=True)
        for x in (item.left, item.right):
            yield Line(x, middle - 4, x, middle + 4, Ink.MUTED, 1)
        return
    is_over = item.bar.until_on is not None and item.bar.until_on <= today
    fill, stroke = (Ink.SURFACE, Ink.MUTED) if is_over else (Ink.PRIMARY, Ink.PRIMARY)
    yield Rect(item.left, y, item.right - item.left, _BAR, fill, stroke, 2)
    if item.bar.until_on is None:
        yield _arrow(item.right, y + _BAR / 2, 1, fill)
    if item.bar.from_on is None:
        yield _arrow(item.left, y + _BAR / 2, -1, fill)


def _arrow(x: float, y: float, side: int, fill: Ink) -> Polygon:
    return Polygon(((x, y - _BAR), (x + side * 10, y), (x, y + _BAR)), fill)


def _axis(scale: DayScale, bottom: float, today: date) -> Iterator[Shape]:
    now = scale.at(today)
    yield Line(now, 16, now, bottom, Ink.TEXT, 1.2, dashed=True)
    yield Label(now, 12, words.TODAY, 12, Ink.TEXT, Anchor.MIDDLE, bold=True)
    for x, name in scale.ticks():
        yield Line(x, _TOP - 8, x, bottom, Ink.LINE, 0.75)
        said = fitted(name, _QUIET, TICK)
        if x + said.width <= _RIGHT:
            yield Rect(x + 2, _TOP - 22, said.width + 2, said.height, fill=Ink.SURFACE)
            yield from said.labels(x + 3, _TOP - 22.5, Anchor.START)


def _earlier(day: date, by: timedelta) -> date:
    return day - min(by, day - date.min)


def _later(day: date, by: timedelta) -> date:
    return day + min(by, date.max - day)
