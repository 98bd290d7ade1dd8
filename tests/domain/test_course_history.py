"""How much time the picture of a course spans, and what is a point in it."""

from datetime import date, timedelta

from koordinator.domain.course_history import CourseHistory, Event, EventKind, PersonSpan, StepSpan
from koordinator.domain.steps import Step

TODAY = date(2026, 11, 21)
AIR = timedelta(days=14)


def test_a_course_of_one_day_has_time_round_it() -> None:
    day = date(2026, 11, 12)
    history = CourseHistory(TODAY, "Bo", steps=(StepSpan(Step.MEETINGS, day, day + timedelta(days=1)),))

    assert (history.first_on, history.last_on) == (day - AIR, TODAY + AIR)
    assert history.has_course


def test_no_course() -> None:
    history = CourseHistory(TODAY, "Åse")

    assert not history.has_course
    assert (history.first_on, history.last_on) == (TODAY - AIR, TODAY + AIR)


def test_who_was_there_before_the_course_and_what_is_ahead_is_in_the_picture() -> None:
    cancelled = Event(EventKind.CANCELLED, date(2027, 1, 5))
    decided = Event(EventKind.ASSESSED, date(2026, 3, 1))
    history = CourseHistory(
        TODAY,
        "Lone",
        steps=(StepSpan(Step.MEETINGS, date(2026, 3, 2), None),),
        coordinators=(PersonSpan("Ida", date(2026, 3, 9), None),),
        primaries=(PersonSpan("Bo", date(2025, 3, 2), None),),
        events=(cancelled, Event(EventKind.STEP, date(2026, 3, 2)), decided),
    )

    assert (history.first_on, history.last_on) == (date(2025, 3, 2) - AIR, date(2027, 1, 5) + AIR)
    assert history.marks == (decided, cancelled)
