"""A day is a Danish day, also when the clock changes."""

from datetime import UTC, date, datetime, time

import pytest

from koordinator.domain.danish_day import age, danish_clock, danish_day, wall_after


def test_late_in_the_evening_it_is_tomorrow_in_denmark() -> None:
    assert danish_day(datetime(2026, 11, 21, 23, 30, tzinfo=UTC)) == date(2026, 11, 22)
    assert danish_day(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == date(2026, 7, 2)


def test_the_wall_shows_summer_and_winter_time() -> None:
    assert danish_clock(datetime(2026, 10, 25, 0, 30, 59, tzinfo=UTC)) == time(2, 30)
    assert danish_clock(datetime(2026, 10, 25, 1, 30, 59, tzinfo=UTC)) == time(2, 30)


@pytest.mark.parametrize(
    ("day", "at", "minutes", "shown"),
    [
        (date(2026, 11, 21), time(13), 75, datetime(2026, 11, 21, 14, 15)),  # noqa: DTZ001 wall time
        (date(2026, 12, 31), time(23, 30), 60, datetime(2027, 1, 1, 0, 30)),  # noqa: DTZ001
        (date(2027, 3, 28), time(1), 120, datetime(2027, 3, 28, 4)),  # noqa: DTZ001
        (date(2027, 10, 31), time(1), 180, datetime(2027, 10, 31, 3)),  # noqa: DTZ001
    ],
)
def test_what_the_wall_shows_later(day: date, at: time, minutes: int, shown: datetime) -> None:
    assert wall_after(day, at, minutes) == shown


def test_age_changes_on_the_birthday() -> None:
    born_on = date(1984, 11, 21)

    assert age(born_on, date(2026, 11, 20)) == 41
    assert age(born_on, date(2026, 11, 21)) == 42
    assert age(date(2004, 2, 29), date(2025, 2, 28)) == 20
    assert age(date(2004, 2, 29), date(2025, 3, 1)) == 21
