"""A day is a Danish day, also when the clock changes."""

from datetime import UTC, date, datetime, time

from koordinator.domain.danish_day import danish_clock, danish_day


def test_late_in_the_evening_it_is_tomorrow_in_denmark() -> None:
    assert danish_day(datetime(2026, 11, 21, 23, 30, tzinfo=UTC)) == date(2026, 11, 22)
    assert danish_day(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == date(2026, 7, 2)


def test_the_wall_shows_summer_and_winter_time() -> None:
    assert danish_clock(datetime(2026, 10, 25, 0, 30, 59, tzinfo=UTC)) == time(2, 30)
    assert danish_clock(datetime(2026, 10, 25, 1, 30, 59, tzinfo=UTC)) == time(2, 30)
