"""Working days and Danish holidays."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.holidays import AGREED, Holiday, agreed_days, closed_on, easter_sunday, holidays_of
from koordinator.domain.working_days import (
    add_working_days,
    is_working_day,
    working_day_before,
    working_days_between,
)

CLOSED = closed_on({Holiday.CONSTITUTION_DAY, Holiday.CHRISTMAS_EVE, Holiday.NEW_YEARS_EVE})
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("year", range(1990, 2080))
def test_public_holidays_are_those_of_the_library(year: int) -> None:
    public = closed_on(())
    ours = {day for day in holidays_of(year) if public(day)}

    assert ours == set(holidays.country_holidays("DK", years=year, categories=("public",)))


def test_agreed_days_are_those_of_the_library() -> None:
    agreed = {day for day, kept in holidays_of(2026).items() if AGREED.intersection(kept)}

    assert agreed == set(holidays.country_holidays("DK", years=2026, categories=("optional",)))


def test_constitution_day_may_fall_on_a_holiday() -> None:
    assert holidays_of(2017)[date(2017, 6, 5)] == (Holiday.WHIT_MONDAY, Holiday.CONSTITUTION_DAY)
    assert easter_sunday(2026) == date(2026, 4, 5)


def test_a_town_hall_that_keeps_no_agreed_days_is_open_on_christmas_eve() -> None:
    assert is_working_day(date(2026, 12, 24), closed_on(()))
    assert not is_working_day(date(2026, 12, 24), CLOSED)


def test_weekends_and_holidays_are_passed_over() -> None:
    thursday_before_easter_week = date(2026, 3, 26)

    assert add_working_days(thursday_before_easter_week, 5, CLOSED) == date(2026, 4, 7)
    assert working_days_between(date(2026, 11, 12), date(2026, 11, 21), CLOSED) == 6


def test_no_working_days_lie_before_a_day() -> None:
    assert working_days_between(date(2026, 11, 12), date(2026, 11, 1), CLOSED) == 0
    assert add_working_days(date(2026, 11, 14), 0, CLOSED) == date(2026, 11, 14)


@given(DAYS, st.integers(1, 30))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    due_on = add_working_days(day, count, CLOSED)

    assert is_working_day(due_on, CLOSED)
    assert working_days_between(day, due_on, CLOSED) == count
    assert working_days_between(day, due_on - timedelta(days=1), CLOSED) == count - 1


def test_a_setting_names_the_agreed_days() -> None:
    assert agreed_days("labour_day  christmas_eve easter_sunday fridays") == {
        Holiday.LABOUR_DAY,
        Holiday.CHRISTMAS_EVE,
    }


def test_the_working_day_before_is_no_weekend_and_no_holiday() -> None:
    assert working_day_before(date(2026, 11, 24), lambda _day: False) == date(2026, 11, 23)
    assert working_day_before(date(2026, 11, 23), lambda _day: False) == date(2026, 11, 20)
    assert working_day_before(date(2026, 11, 23), lambda day: day == date(2026, 11, 20)) == date(2026, 11, 19)
