"""Twelve months of what falls due: nothing lost, nothing counted twice, whatever the year."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.follow_up import DueItem, DueKind
from koordinator.domain.holidays import Holiday, closed_on
from koordinator.domain.ids import SubjectId
from koordinator.domain.year_wheel import WHEEL_KINDS, Counts, WheelKind, YearOutOfRange, counted, wheel_of
from koordinator.domain.year_wheel_days import NotableDay, SchoolHoliday, last_saturday_of_june, notable_days
from koordinator.domain.year_wheel_sheet import WheelSheet

DAY = date(2028, 2, 29)
ITEM = DueItem(DueKind.PLAN_REVIEW, 1, SubjectId(1), "Lone Bæk", "", DAY)
ITEMS = st.lists(
    st.builds(
        replace,
        st.just(ITEM),
        kind=st.sampled_from(sorted(WHEEL_KINDS)),
        thing_id=st.integers(1, 9),
        due_on=st.none() | st.dates(date(2026, 12, 1), date(2029, 2, 1)),
    ),
    max_size=40,
)


@given(ITEMS, st.integers(2026, 2029))
def test_each_thing_of_the_year_stands_in_its_month_and_is_counted_once(items: list[DueItem], year: int) -> None:
    wheel = wheel_of(year, items)

    placed = [item for month in wheel.months for item in month.items]
    assert Counter(placed) == Counter(item for item in items if item.due_on is not None and item.due_on.year == year)
    assert [month.month for month in wheel.months] == list(range(1, 13))
    for month in wheel.months:
        days = [item.due_on for item in month.items if item.due_on is not None]
        assert days == sorted(days)
        assert {day.month for day in days} <= {month.month}
        assert month.counts.total == len(month.items)
    counts = wheel.counts
    assert counts.total.total == sum(each.total for each in counts.months) == sum(d.counts.total for d in counts.days)
    assert [day.on for day in counts.days] == sorted({day.on for day in counts.days})
    for kind in WheelKind:
        assert counts.total.of(kind) == sum(each.of(kind) for each in counts.months)


def test_the_leap_day_and_the_years_ends_stand_where_they_are() -> None:
    items = [replace(ITEM, due_on=day) for day in (DAY, date(2028, 1, 1), date(2028, 12, 31), date(2029, 1, 1))]

    totals = [month.counts.total for month in wheel_of(2028, items).months]

    assert totals == [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]


def test_every_kind_has_its_place() -> None:
    assert set(WHEEL_KINDS) == set(DueKind) - {DueKind.REQUEST}
    assert set(WHEEL_KINDS.values()) == set(WheelKind)
    assert counted([]) == Counts()
    assert Counts().of(WheelKind.MEETING) == 0


@pytest.mark.parametrize("year", [1999, 2101, -1, 10**9])
def test_the_wheel_has_ends(year: int) -> None:
    with pytest.raises(YearOutOfRange) as refused:
        wheel_of(year, [])
    assert refused.value.year == year
    assert [wheel_of(end, []).year for end in (2000, 2100)] == [2000, 2100]


def test_this_month_is_marked_in_this_year_alone() -> None:
    sheet = WheelSheet(wheel_of(2028, [ITEM]).counts, DAY, ())

    assert sheet.month_now == 2
    assert replace(sheet, today=date(2027, 2, 1)).month_now is None


@pytest.mark.parametrize(("year", "day"), [(2026, 27), (2027, 26), (2028, 24), (2030, 29), (2029, 30)])
def test_the_summer_holidays_begin_on_the_last_saturday_of_june(year: int, day: int) -> None:
    assert last_saturday_of_june(year) == date(year, 6, day)
    assert last_saturday_of_june(year).weekday() == 5


def test_the_notable_days_are_closed_days_and_school_holidays() -> None:
    days = notable_days(2027, closed_on({Holiday.CHRISTMAS_EVE}))

    assert days == tuple(sorted(days, key=lambda each: each.on))
    assert NotableDay(date(2027, 12, 24), Holiday.CHRISTMAS_EVE) in days
    assert NotableDay(date(2027, 2, 15), SchoolHoliday.WINTER) in days
    assert NotableDay(date(2027, 10, 18), SchoolHoliday.AUTUMN) in days
    assert Holiday.CONSTITUTION_DAY not in {each.what for each in days}
