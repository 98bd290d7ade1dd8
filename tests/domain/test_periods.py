"""Half-open periods against the days of the calendar, counted one by one."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.periods import DayRange, holds_on, joined_periods, touches

FIRST = date(2026, 1, 1)
days = st.integers(0, 12).map(lambda number: FIRST + timedelta(days=number))


@dataclass(frozen=True, slots=True)
class Period:
    from_on: date
    until_on: date | None


@given(from_on=days, until_on=st.none() | days, first_on=days, last_on=days)
def test_a_period_touches_a_range_when_it_covers_one_of_its_days(
    from_on: date, until_on: date | None, first_on: date, last_on: date
) -> None:
    period = Period(from_on, until_on)
    in_range = [first_on + timedelta(days=number) for number in range((last_on - first_on).days + 1)]

    assert touches(period, DayRange(first_on, last_on)) == any(holds_on(period, day) for day in in_range)


@pytest.mark.parametrize("until_on", [FIRST, FIRST - timedelta(days=1)])
def test_a_period_without_days_touches_nothing(until_on: date) -> None:
    around = DayRange(FIRST - timedelta(days=9), FIRST + timedelta(days=9))

    assert not touches(Period(FIRST, until_on), around)


@given(st.lists(st.builds(Period, days, st.none() | days), max_size=6))
def test_joined_periods_cover_the_same_days_and_never_meet(periods: list[Period]) -> None:
    told = [each for each in periods if each.until_on is None or each.until_on > each.from_on]
    stay = [Period(kept.from_on, until_on) for kept, until_on in joined_periods(told)]

    around = [FIRST + timedelta(days=number) for number in range(-1, 15)]
    covered = [any(holds_on(each, day) for each in told) for day in around]
    assert [sum(holds_on(each, day) for each in stay) for day in around] == covered
    assert all(first.until_on is not None and first.until_on < then.from_on for first, then in pairwise(stay))
