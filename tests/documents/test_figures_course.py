"""A course as a drawing: every step has its word, nothing lies outside, and it says itself in words."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.compose.course_history import course_paper
from koordinator.documents.figures import Circle, Figure, Label, Line, Polygon, Rect
from koordinator.documents.figures_course import WIDTH, course_figure
from koordinator.documents.palette import PAPER
from koordinator.documents.svg import svg
from koordinator.domain.course_history import CourseHistory, Event, EventKind, PersonSpan, StepSpan
from koordinator.domain.steps import Step
from koordinator.texts import course_history as words
from tests.documents.press import PRESS

TODAY = date(2026, 11, 21)
PRESS.register_fonts()


def labels(figure: Figure) -> list[str]:
    return [shape.text for shape in figure.shapes if isinstance(shape, Label)]


def walk(first: date, *stays: tuple[Step, int], people: tuple[PersonSpan, ...] = ()) -> CourseHistory:
    """Steps one after the other, each for so many days; the last is open."""
    days = [first]
    for _, stay in stays:
        days.append(days[-1] + timedelta(days=stay))
    ends = [*days[1:-1], None]
    steps = tuple(StepSpan(step, day, end) for (step, _), day, end in zip(stays, days, ends, strict=False))
    return CourseHistory(TODAY, "Lone Bæk", steps=steps, coordinators=people)


def test_a_long_course_names_its_steps_and_people() -> None:
    ida = PersonSpan("Ida Mikkelsen", date(2019, 1, 1), date(2025, 1, 1))
    figure = course_figure(
        walk(date(2016, 11, 1), (Step.ALIGNMENT, 700), (Step.MEETINGS, 1400), (Step.ONE_CASEWORK, 900), people=(ida,))
    )

    said = labels(figure)
    assert {"Trin 1", "Trin 2", "Trin 3", "Ida Mikkelsen", "i dag", "2020"} <= set(said)
    assert said.count(words.NOBODY) == 1, "there was no fast sagsbehandler"
    assert "Trin 2 fra 2. oktober 2018 til" in figure.alternative
    assert "Koordinerende sagsbehandler: Ida Mikkelsen fra 1. januar 2019 til 1. januar 2025." in figure.alternative


def test_a_course_of_one_day_is_seen_and_named() -> None:
    day = TODAY - timedelta(days=9)
    history = CourseHistory(TODAY, "Bo", steps=(StepSpan(Step.MEETINGS, day, day + timedelta(days=1)),))

    assert "Trin 2" in labels(course_figure(history))


def test_each_kind_of_mark_has_its_own_shape() -> None:
    marks = (EventKind.PLAN_APPROVED, EventKind.CANCELLED, EventKind.HELD, EventKind.DEVIATED, EventKind.ASSESSED)
    begun = walk(TODAY - timedelta(days=90), (Step.MEETINGS, 90))
    with_marks = CourseHistory(
        TODAY, "Lone", is_family=True, steps=begun.steps, events=tuple(Event(kind, TODAY) for kind in marks)
    )

    figure = course_figure(with_marks)
    at_today = [shape for shape in figure.shapes if isinstance(shape, Circle | Polygon)]
    assert len(at_today) == 3
    assert len({shape.fill for shape in at_today if isinstance(shape, Circle)}) == 2
    assert words.PRIMARIES not in labels(figure)


_STAYS = st.lists(st.tuples(st.sampled_from(Step), st.integers(1, 900)), min_size=1, max_size=8)


@given(st.dates(date(1990, 1, 1), TODAY), _STAYS)
def test_nothing_lies_outside_and_no_words_of_steps_on_each_other(first: date, stays: list[tuple[Step, int]]) -> None:
    history = walk(first, *stays)
    inside = tuple(step for step in history.steps if step.from_on <= TODAY)
    figure = course_figure(CourseHistory(TODAY, "Lone", steps=inside))

    for shape in figure.shapes:
        left, right = edges(shape)
        assert -1 <= left <= right <= WIDTH + 1
    named = [shape for shape in figure.shapes if isinstance(shape, Label) and shape.text.startswith("Trin ")]
    assert all(one.x < other.x for one, other in pairwise(named))
    assert svg(figure, PAPER).count("<rect") >= len(inside)


def edges(shape: object) -> tuple[float, float]:
    if isinstance(shape, Line):
        return min(shape.x1, shape.x2), max(shape.x1, shape.x2)
    if isinstance(shape, Rect):
        return shape.x, shape.x + shape.width
    return (0.0, 0.0)


def test_paper_has_the_figure_and_the_events() -> None:
    history = CourseHistory(TODAY, "Åse", events=(Event(EventKind.LOOKED, TODAY, by="Ida", reason="Kendt"),))

    assert PRESS.render(course_paper(history)).content.startswith(b"%PDF")
    assert PRESS.render(course_paper(walk(date(2026, 1, 1), (Step.MEETINGS, 9)))).content.startswith(b"%PDF")
