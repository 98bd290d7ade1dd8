"""Half-years, and what a period is compared with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.calendar_periods import (
    PeriodBackwards,
    day_range,
    half_year_of,
    months_in,
    period_before,
    same_time_before,
)
from koordinator.domain.periods import DayRange

FIRST_HALF = DayRange(date(2026, 1, 1), date(2026, 6, 30))
SECOND_HALF = DayRange(date(2026, 7, 1), date(2026, 12, 31))
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def test_half_years() -> None:
    assert half_year_of(date(2026, 1, 1)) == half_year_of(date(2026, 6, 30)) == FIRST_HALF
    assert half_year_of(date(2026, 7, 1)) == half_year_of(date(2026, 12, 31)) == SECOND_HALF


def test_a_period_has_its_ends_in_order() -> None:
    assert day_range(date(2026, 1, 1), date(2026, 1, 1)) == DayRange(date(2026, 1, 1), date(2026, 1, 1))
    with pytest.raises(PeriodBackwards):
        day_range(date(2026, 1, 2), date(2026, 1, 1))


def test_whole_months() -> None:
    assert months_in(SECOND_HALF) == 6
    assert months_in(DayRange(date(2024, 2, 1), date(2024, 2, 29))) == 1
    assert months_in(DayRange(date(2024, 2, 1), date(2024, 2, 28))) is None
    assert months_in(DayRange(date(2024, 2, 2), date(2024, 2, 29))) is None
    assert months_in(DayRange(date(2024, 2, 1), date.max)) is None


@pytest.mark.parametrize(
    ("days", "before"),
    [
        (SECOND_HALF, FIRST_HALF),
        (FIRST_HALF, DayRange(date(2025, 7, 1), date(2025, 12, 31))),
        (DayRange(date(2026, 3, 1), date(2026, 3, 31)), DayRange(date(2026, 2, 1), date(2026, 2, 28))),
        (DayRange(date(2026, 3, 2), date(2026, 3, 31)), DayRange(date(2026, 1, 31), date(2026, 3, 1))),
        (DayRange(date.min, date.max), None),
        (DayRange(date.min, date.min), None),
    ],
)
def test_the_period_before(days: DayRange, before: DayRange | None) -> None:
    assert period_before(days) == before


@given(DAYS, st.integers(0, 3_000))
def test_the_period_before_ends_where_this_one_begins(first_on: date, length: int) -> None:
    days = DayRange(first_on, first_on + timedelta(days=length))
    before = period_before(days)

    assert before is not None
    assert before.last_on + timedelta(days=1) == days.first_on
    assert before.first_on <= before.last_on
    assert months_in(before) == months_in(days)


def test_while_it_runs_a_period_is_compared_with_as_much_of_the_one_before() -> None:
    assert same_time_before(SECOND_HALF, date(2026, 11, 21)) == DayRange(date(2026, 1, 1), date(2026, 5, 24))
    assert same_time_before(SECOND_HALF, date(2026, 7, 1)) == DayRange(date(2026, 1, 1), date(2026, 1, 1))
    assert same_time_before(SECOND_HALF, date(2026, 12, 30)) == FIRST_HALF
    assert same_time_before(SECOND_HALF, date(2026, 12, 31)) == FIRST_HALF
    assert same_time_before(SECOND_HALF, date(2027, 3, 1)) == FIRST_HALF
    assert same_time_before(DayRange(date.min, date.max), date(2026, 3, 1)) is None
