"""How long a grant lasts, and what a reason may be."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.access_grant import checked_reason, open_until
from koordinator.domain.danish_day import danish_day
from koordinator.domain.errors import FieldMissing, FieldTooLong


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_it_is_open_today_and_tomorrow(today: date) -> None:
    until_at = open_until(today)

    assert danish_day(until_at) == today + timedelta(days=2)
    assert danish_day(until_at - timedelta(microseconds=1)) == today + timedelta(days=1)


def test_midnight_is_that_of_a_danish_wall() -> None:
    assert open_until(date(2026, 11, 21)) == datetime(2026, 11, 22, 23, tzinfo=UTC)
    assert open_until(date(2026, 7, 1)) == datetime(2026, 7, 2, 22, tzinfo=UTC)


def test_a_reason_says_something_in_a_few_words() -> None:
    assert checked_reason(" Borgeren står her ") == "Borgeren står her"
    with pytest.raises(FieldMissing):
        checked_reason(" ")
    with pytest.raises(FieldTooLong):
        checked_reason("a" * 2_001)
