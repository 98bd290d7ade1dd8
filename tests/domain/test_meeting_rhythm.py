"""The days that suit a meeting: in rhythm, and never on a day that does not suit."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.errors import FieldMissing
from koordinator.domain.holidays import closed_on
from koordinator.domain.ids import RowId, SubjectId
from koordinator.domain.meeting_rhythm import (
    DayFault,
    DaysToAvoid,
    Elsewhere,
    MeetingRhythm,
    PassedOver,
    ProposedDay,
    RhythmOutOfRange,
    SchoolHoliday,
    checked_school_holiday,
    checked_weeks,
    proposed_days,
)
from koordinator.domain.working_days import is_working_day

TUESDAY = date(2027, 2, 9)
WINTER = SchoolHoliday(RowId(1), "Vinterferie", date(2027, 2, 13), date(2027, 2, 22))
CLOSED = closed_on(())


def avoid(*elsewhere: Elsewhere, school: tuple[SchoolHoliday, ...] = ()) -> DaysToAvoid:
    return DaysToAvoid(time(13), 75, CLOSED, school, elsewhere)


def test_a_rhythm_is_weeks() -> None:
    assert MeetingRhythm(RowId(1), SubjectId(1), checked_weeks(6)).days == 42
    for weeks in (0, 53):
        with pytest.raises(RhythmOutOfRange):
            checked_weeks(weeks)


def test_the_next_days_are_a_week_apart() -> None:
    assert [each.on for each in proposed_days(TUESDAY, avoid())] == [TUESDAY + timedelta(weeks=n) for n in range(3)]


def test_a_school_holiday_is_gone_round_and_named() -> None:
    first, second, third = proposed_days(TUESDAY, avoid(school=(WINTER,)))

    assert (first.on, second.on, third.on) == (TUESDAY, date(2027, 2, 22), date(2027, 2, 23))
    assert second.passed_over[0] == PassedOver(date(2027, 2, 16), DayFault.SCHOOL_HOLIDAY, "Vinterferie")
    assert {each.fault for each in second.passed_over} == {DayFault.SCHOOL_HOLIDAY, DayFault.CLOSED}


def test_easter_is_gone_round() -> None:
    (thursday,) = proposed_days(date(2027, 3, 25), avoid(), 1)

    assert thursday.on == date(2027, 3, 30)
    assert {each.fault for each in thursday.passed_over} == {DayFault.CLOSED}


def test_nobody_is_asked_to_two_meetings_at_once() -> None:
    over = Elsewhere("Kim Møller", TUESDAY, time(14), 60)
    after = Elsewhere("Kim Møller", TUESDAY, time(14, 15), 60)
    night = Elsewhere("Bo", TUESDAY - timedelta(days=1), time(23), 15 * 60)

    for busy, name in ((over, "Kim Møller"), (night, "Bo")):
        (found,) = proposed_days(TUESDAY, avoid(busy), 1)
        assert found == ProposedDay(
            TUESDAY + timedelta(days=1), (PassedOver(TUESDAY, DayFault.SOMEBODY_ELSEWHERE, name),)
        )
    assert proposed_days(TUESDAY, avoid(after), 1) == (ProposedDay(TUESDAY),)


def test_where_no_day_suits_none_is_proposed() -> None:
    closed = DaysToAvoid(time(13), 75, lambda _day: True)

    assert proposed_days(TUESDAY, closed) == ()


_DAYS = st.dates(date(2026, 1, 1), date(2035, 1, 1))


@given(_DAYS, st.lists(st.tuples(_DAYS, st.integers(1, 60)), max_size=8))
def test_what_is_proposed_always_suits_and_comes_in_order(first: date, holidays: list[tuple[date, int]]) -> None:
    school = tuple(SchoolHoliday(RowId(n), "Ferie", on, on + timedelta(days=d)) for n, (on, d) in enumerate(holidays))
    proposed = [each.on for each in proposed_days(first, avoid(school=school))]

    assert proposed == sorted(set(proposed))
    for day in proposed:
        assert day >= first
        assert is_working_day(day, CLOSED)
        assert not any(each.from_on <= day < each.until_on for each in school)


def test_a_school_holiday_has_a_name_and_a_day() -> None:
    assert checked_school_holiday(WINTER) == WINTER
    with pytest.raises(PeriodBackwards):
        checked_school_holiday(SchoolHoliday(RowId(0), "Ferie", TUESDAY, TUESDAY))
    with pytest.raises(FieldMissing):
        checked_school_holiday(SchoolHoliday(RowId(0), " ", TUESDAY, TUESDAY + timedelta(days=1)))
