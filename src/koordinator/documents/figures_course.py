"""A course as lanes over time: the steps as stairs, who was there, and the marks of what was decided and held."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from koordinator.documents.day_scale import DayScale
from koordinator.documents.figure_text import Words, fitted, text_width
from koordinator.documents.figures import Anchor, Circle, Figure, Label, Line, Polygon, Rect, Shape
from koordinator.documents.palette import Ink
from koordinator.domain.course_history import CourseHistory, Event, EventKind, PersonSpan, StepSpan
from koordinator.domain.steps import Step
from koordinator.texts import course_history as words

WIDTH: Final = 1040.0

_TITLES: Final = 150.0
_RIGHT: Final = WIDTH - 14.0
_TOP: Final = 42.0
_RISE: Final = 22.0
_GROUND: Final = 7.0
_STAIRS: Final = 3 * _RISE + 26.0
_LANE: Final = 34.0
_MARKS: Final = 24.0
_BAR: Final = 22.0
_LEAST: Final = 3.0
_TITLE: Final = Words((), 12.5, bold=True)
_NAME: Final = Words((), 12)
_FILLS: Final = {Step.NO_NEED: Ink.LINE, Step.ALIGNMENT: Ink.STEP_1, Step.MEETINGS: Ink.STEP_2}
_POINTS: Final[tuple[tuple[str, tuple[EventKind, ...]], ...]] = (
    (words.ASSESSMENTS, (EventKind.ASSESSED, EventKind.DEVIATED)),
    (words.MEETINGS, (EventKind.HELD,)),
    (words.CANCELLED, (EventKind.CANCELLED,)),
    (words.PLANS, (EventKind.PLAN_APPROVED,)),
)


class _Scale:
    """Days across the picture; what is open, or ends after the last day, goes on to the edge."""

    def __init__(self, history: CourseHistory) -> None:
        self.days = DayScale(history.first_on, history.last_on, _TITLES, _RIGHT)

    def x(self, day: date | None) -> float:
        """Where the day begins."""
        return _RIGHT if day is None else self.days.at(min(day, self.days.last))

    def span(self, from_on: date, until_on: date | None, today: date) -> tuple[float, float]:
        """From where to where; what is open goes on until today."""
        left = self.x(from_on)
        return left, max(self.x(until_on or today), left + _LEAST)


def course_figure(history: CourseHistory) -> Figure:
    """The lanes below each other under an axis of months."""
    scale = _Scale(history)
    shapes: list[Shape] = []
    top = _TOP + _STAIRS
    shapes += _title(words.STEPS, _TOP, _STAIRS)
    for number, span in enumerate(history.steps):
        shapes += _stair(span, scale, top, history.today)
        shapes += _step_word(number, history, scale, top)
    lanes = [(words.COORDINATORS, history.coordinators)]
    if not history.is_family:
        lanes.append((words.PRIMARIES, history.primaries))
    for name, people in lanes:
        shapes += [Line(0, top, WIDTH, top, Ink.LINE, 0.75), *_title(name, top, _LANE)]
        for person in people:
            shapes += _bar(person, scale, top, history.today)
        if not people:
            shapes.append(Label(_TITLES, top + _LANE / 2 + 4, words.NOBODY, 12, Ink.MUTED))
        top += _LANE
    for name, kinds in _POINTS:
        shapes += [Line(0, top, WIDTH, top, Ink.LINE, 0.75), *_title(name, top, _MARKS)]
        for event in history.marks:
            if event.kind in kinds:
                shapes.append(_mark(event, scale.x(event.on), top + _MARKS / 2))
        top += _MARKS
    return Figure(WIDTH, top + 2, (*_axis(scale, top, history.today), *shapes), words.alternative(history))


def _title(name: str, top: float, height: float) -> Iterator[Shape]:
    said = fitted(name, _TITLE, _TITLES - 16, 2)
    yield from said.labels(0, top + (height - said.height) / 2, Anchor.START)


def _stair(span: StepSpan, scale: _Scale, ground: float, today: date) -> Iterator[Shape]:
    left, right = scale.span(span.from_on, span.until_on, today)
    height = _GROUND + _RISE * span.step
    yield Rect(left, ground - height, right - left, height, fill=_FILLS.get(span.step, Ink.STEP_3))


def _step_word(number: int, history: CourseHistory, scale: _Scale, ground: float) -> Iterator[Shape]:
    """The step's name, or its number alone where the neighbours leave no room for more."""
    sides = [scale.span(span.from_on, span.until_on, history.today) for span in history.steps]
    left, right = sides[number]
    before = sides[number - 1][1] if number else _TITLES
    after = sides[number + 1][0] if number + 1 < len(sides) else WIDTH
    middle, step = (left + right) / 2, history.steps[number].step
    room = 2 * min(middle - before, after - middle)
    y = ground - _GROUND - _RISE * step - 5
    for said in (words.step(step), str(int(step))):
        if text_width(said, 12, bold=True) <= room:
            yield Label(middle, y, said, 12, Ink.TEXT, Anchor.MIDDLE, bold=True)
            return


def _bar(person: PersonSpan, scale: _Scale, top: float, today: date) -> Iterator[Shape]:
    left, right = scale.span(person.from_on, person.until_on, today)
    bar_top = top + (_LANE - _BAR) / 2
    yield Rect(left, bar_top, right - left - 1, _BAR, Ink.PRIMARY_TINT, Ink.PRIMARY, 3)
    said = fitted(person.name, _NAME, right - left - 12) if right - left > 3 * _BAR else Words((), 12)
    yield from said.labels(left + 6, bar_top + 3, Anchor.START)


def _mark(event: Event, x: float, y: float) -> Shape:
    if event.kind in (EventKind.ASSESSED, EventKind.DEVIATED):
        # A ring where the caseworker decided otherwise than the answers pointed.
        deviated = event.kind is EventKind.DEVIATED
        return Circle(x, y, 5, Ink.SURFACE if deviated else Ink.PRIMARY, stroke=Ink.PRIMARY)
    if event.kind is EventKind.PLAN_APPROVED:
        return Polygon(((x, y - 6.5), (x + 6.5, y), (x, y + 6.5), (x - 6.5, y)), Ink.PRIMARY)
    held = event.kind is EventKind.HELD
    return Rect(x - 4.5, y - 4.5, 9, 9, Ink.PRIMARY if held else Ink.SURFACE, Ink.PRIMARY, 1.5)


def _axis(scale: _Scale, bottom: float, today: date) -> Iterator[Shape]:
    for x, name in scale.days.ticks():
        yield Line(x, _TOP - 10, x, bottom, Ink.LINE, 0.75)
        if x <= _RIGHT - 40:
            yield Label(x + 3, _TOP - 14, name, 11.5, Ink.MUTED)
    x = scale.x(today)
    yield Line(x, 16, x, bottom, Ink.TEXT, 1.2, dashed=True)
    yield Label(x, 12, words.TODAY, 12, Ink.TEXT, Anchor.MIDDLE, bold=True)
