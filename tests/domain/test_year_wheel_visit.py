"""A family's follow-ups in one visit: never later than a deadline, never on a closed day, never one lost."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.follow_up import MOVABLE, DueItem, DueKind
from koordinator.domain.holidays import Holiday, closed_on
from koordinator.domain.ids import MeetingId, SubjectId
from koordinator.domain.working_days import is_working_day
from koordinator.domain.year_wheel_visit import (
    DayIsFixed,
    DayTooLate,
    Gathering,
    GatherRules,
    WhyNot,
    check_movable,
    gather,
)

TODAY = date(2027, 1, 4)
RULES = GatherRules(TODAY, TODAY + timedelta(days=7), 30, closed_on(Holiday))
REVIEW = DueItem(DueKind.PLAN_REVIEW, 1, SubjectId(1), "Familien Bæk", "", date(2027, 3, 3))
CASE = replace(REVIEW, kind=DueKind.CASE_DEADLINE, thing_id=2, due_on=date(2027, 3, 10))
GRANT = replace(REVIEW, kind=DueKind.EFFORT, thing_id=3, due_on=date(2027, 3, 24), computed_on=date(2027, 3, 24))
MEETING = replace(REVIEW, kind=DueKind.MEETING, thing_id=4, due_on=date(2027, 3, 1))

_DAYS = st.none() | st.dates(TODAY - timedelta(days=40), TODAY + timedelta(days=200))
_KEYS = st.tuples(st.sampled_from(DueKind), st.integers(1, 6))


@st.composite
def some_items(draw: st.DrawFn) -> list[DueItem]:
    keys = draw(st.lists(_KEYS, max_size=16, unique=True))
    return [replace(REVIEW, kind=kind, thing_id=key, due_on=draw(_DAYS)) for kind, key in keys]


def why(gathering: Gathering) -> dict[DueKind, WhyNot]:
    return {each.item.kind: each.why for each in gathering.left}


@given(some_items(), st.integers(1, 90), st.integers(0, 20))
def test_no_deadline_is_passed_no_closed_day_is_used_and_nothing_is_lost(
    items: list[DueItem], window: int, notice: int
) -> None:
    rules = replace(RULES, window_days=window, soonest_on=TODAY + timedelta(days=notice))

    gathering = gather(items, rules)

    placed = [item for visit in gathering.visits for item in visit.items] + [each.item for each in gathering.left]
    assert Counter(placed) == Counter(items)
    meetings = {item.thing_id: item for item in items if item.kind is DueKind.MEETING}
    for visit in gathering.visits:
        days = [item.due_on for item in visit.items if item.due_on is not None]
        assert visit.on >= TODAY
        assert visit.meeting_id is not None or visit.on >= rules.soonest_on
        assert is_working_day(visit.on, rules.is_holiday)
        assert visit.on <= min(days)
        assert max(days) - min(days) <= timedelta(days=window)
        assert {item.kind for item in visit.moved} <= MOVABLE
        assert len(visit.items) > 1
        assert visit.moved or visit.meeting_id is None
        if visit.meeting_id is not None:
            assert meetings[visit.meeting_id].due_on == visit.on
            assert max(days) - visit.on <= timedelta(days=window)
    assert gather(reversed(items), rules) == gathering


def test_what_lies_near_gets_the_last_working_day_before_the_first_of_it() -> None:
    sunday = replace(REVIEW, due_on=date(2027, 3, 28))
    before_easter = gather([sunday, replace(GRANT, due_on=date(2027, 4, 9))], RULES)

    (visit,) = before_easter.visits
    assert visit.on == date(2027, 3, 24)
    assert [item.kind for item in visit.moved] == [DueKind.PLAN_REVIEW, DueKind.EFFORT]


def test_a_deadline_keeps_its_day_and_is_dealt_with_in_time() -> None:
    (visit,) = gather([CASE, GRANT, REVIEW], RULES).visits

    assert (visit.on, visit.moved, visit.kept) == (date(2027, 3, 3), (GRANT,), (REVIEW, CASE))
    assert visit.meeting_id is None


def test_a_meeting_in_time_is_the_visit_and_nothing_is_planned_twice() -> None:
    gathering = gather([REVIEW, GRANT, MEETING, replace(MEETING, thing_id=5, due_on=date(2027, 2, 28))], RULES)

    (visit,) = gathering.visits
    assert (visit.on, visit.meeting_id, visit.moved) == (date(2027, 3, 1), MeetingId(4), (REVIEW, GRANT))
    again = gather([*(replace(item, due_on=visit.on) for item in visit.items), MEETING], RULES)
    assert again.visits == ()
    assert why(again) == {
        DueKind.PLAN_REVIEW: WhyNot.GATHERED,
        DueKind.EFFORT: WhyNot.GATHERED,
        DueKind.MEETING: WhyNot.MEETING,
    }


def test_what_cannot_be_gathered_says_why() -> None:
    days = timedelta(days=1)
    items = [
        replace(REVIEW, due_on=TODAY - days),
        replace(GRANT, due_on=TODAY + 3 * days),
        replace(REVIEW, kind=DueKind.OTHER_PLAN, due_on=None),
        replace(REVIEW, kind=DueKind.AGREEMENT),
        replace(REVIEW, kind=DueKind.REASSESSMENT),
        replace(CASE, due_on=date(2027, 5, 3)),
        replace(CASE, kind=DueKind.CONSENT, due_on=date(2027, 5, 4)),
    ]

    gathering = gather(items, RULES)

    assert gathering.visits == ()
    assert why(gathering) == {
        DueKind.PLAN_REVIEW: WhyNot.OVERDUE,
        DueKind.EFFORT: WhyNot.TOO_SOON,
        DueKind.OTHER_PLAN: WhyNot.NO_DAY,
        DueKind.AGREEMENT: WhyNot.PROMISED,
        DueKind.REASSESSMENT: WhyNot.ALONE,
        DueKind.CASE_DEADLINE: WhyNot.BOUND,
        DueKind.CONSENT: WhyNot.ALONE,
    }


def test_two_clusters_are_two_visits() -> None:
    later = [
        replace(item, thing_id=item.thing_id + 10, due_on=item.due_on and item.due_on.replace(month=8))
        for item in (REVIEW, GRANT)
    ]

    assert [visit.on for visit in gather([*later, REVIEW, GRANT], RULES).visits] == [date(2027, 3, 3), date(2027, 8, 3)]


def test_a_computed_day_is_not_put_off_and_a_deadline_not_moved() -> None:
    check_movable(REVIEW, date(2030, 1, 1))
    check_movable(GRANT, date(2027, 3, 24))
    with pytest.raises(DayTooLate) as late:
        check_movable(GRANT, date(2027, 3, 25))
    assert late.value.latest_on == date(2027, 3, 24)
    with pytest.raises(DayIsFixed):
        check_movable(CASE, date(2027, 3, 1))
