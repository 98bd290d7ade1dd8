from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.ui.widgets.dates import parse_date, parse_time

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3.12.2026", date(2026, 12, 3)),
        ("03.12.2026", date(2026, 12, 3)),
        ("3/12-2026", date(2026, 12, 3)),
        ("3-12-26", date(2026, 12, 3)),
        ("3.12.26", date(2026, 12, 3)),
        ("031226", date(2026, 12, 3)),
        ("03122026", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        (" 3/12 ", date(2026, 12, 3)),
        ("3.12.", date(2026, 12, 3)),
        ("0312", date(2026, 12, 3)),
        ("21.11", date(2026, 11, 21)),
        ("20.11", date(2027, 11, 20)),
        ("29.2", date(2028, 2, 29)),
        ("12.03.78", date(1978, 3, 12)),
        ("12.03.46", date(2046, 3, 12)),
        ("12.03.47", date(1947, 3, 12)),
    ],
)
def test_date_is_read_as_people_type_it(typed: str, day: date) -> None:
    assert parse_date(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "i morgen", "31.4.2026", "29.2.2027", "0.1", "1.13", "12345", "3.12.026", "1"])
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert parse_date(typed, TODAY) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_date_that_is_written_out_is_read_back(day: date) -> None:
    for form in ("%d.%m.%Y", "%d/%m-%Y", "%d%m%Y", "%Y-%m-%d"):
        assert parse_date(day.strftime(form), TODAY) == day


@given(st.dates(TODAY, date(2027, 11, 20)))
def test_date_without_year_is_the_next_one(day: date) -> None:
    assert parse_date(f"{day.day}/{day.month}", TODAY) == day


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_none(typed: str) -> None:
    parse_date(typed, TODAY)
    parse_time(typed)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("13", time(13)),
        ("13.00", time(13)),
        ("13:05", time(13, 5)),
        ("1305", time(13, 5)),
        ("930", time(9, 30)),
        ("9.30", time(9, 30)),
        ("0", time(0)),
        ("24", None),
        ("13.60", None),
        ("kl. 13", None),
        ("", None),
    ],
)
def test_time_is_read_as_people_type_it(typed: str, at: time | None) -> None:
    assert parse_time(typed) == at
