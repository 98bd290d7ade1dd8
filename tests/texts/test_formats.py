"""Danish formats: each function with what it must give, to the letter."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.texts import formats

DAY = date(2026, 11, 21)


def test_dates() -> None:
    assert formats.date_short(DAY) == "21.11.2026"
    assert formats.date_short(date(2027, 1, 5)) == "05.01.2027"
    assert formats.date_long(DAY) == "21. november 2026"
    assert formats.date_no_year(date(2026, 11, 27)) == "27. november"
    assert formats.weekday_date(date(2027, 1, 12)) == "tirsdag 12. januar 2027"
    assert formats.weekday(DAY) == "lørdag"
    assert formats.month_year(date(2026, 5, 1)) == "maj 2026"


@pytest.mark.parametrize(
    ("day", "expected"),
    [(DAY, "uge 47"), (date(2027, 1, 3), "uge 53"), (date(2027, 1, 4), "uge 1"), (date(2024, 12, 30), "uge 1")],
)
def test_weeks_are_those_of_danish_calendars(day: date, expected: str) -> None:
    assert formats.week(day) == expected


def test_clock_has_24_hours_and_a_dot() -> None:
    assert formats.clock(time(13)) == "13.00"
    assert formats.clock(time(9, 5)) == "09.05"
    assert formats.clock(datetime(2026, 11, 21, 8, 30)) == "08.30"  # noqa: DTZ001 wall time stays as it is


def test_moments_are_told_in_danish_time_summer_and_winter() -> None:
    assert formats.clock(datetime(2026, 11, 21, 9, 42, tzinfo=UTC)) == "10.42"
    assert formats.clock(datetime(2026, 7, 1, 9, 42, tzinfo=UTC)) == "11.42"
    assert formats.danish_day(datetime(2026, 6, 30, 22, 0, tzinfo=UTC)) == date(2026, 7, 1)
    assert formats.moment_short(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "01.01.2027 kl. 00.30"


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, "0 minutter"),
        (1, "1 minut"),
        (45, "45 minutter"),
        (60, "1 time"),
        (90, "1 time og 30 minutter"),
        (150, "2 timer og 30 minutter"),
    ],
)
def test_durations(minutes: int, expected: str) -> None:
    assert formats.duration(minutes) == expected


def test_numbers() -> None:
    assert formats.number(7) == "7"
    assert formats.number(1234567) == "1.234.567"
    assert formats.number(-1234) == "-1.234"
    assert formats.decimal(1234.56) == "1.234,6"
    assert formats.decimal(0.5, 2) == "0,50"


@given(st.integers())
def test_a_number_reads_back(value: int) -> None:
    assert int(formats.number(value).replace(".", "")) == value


def test_counts() -> None:
    assert formats.count_of(0, "aftale", "aftaler") == "ingen aftaler"
    assert formats.count_of(1, "aftale", "aftaler") == "1 aftale"
    assert formats.count_of(1200, "aftale", "aftaler") == "1.200 aftaler"


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (date(2026, 11, 18), "3 dage over fristen"),
        (date(2026, 11, 20), "1 dag over fristen"),
        (DAY, "i dag"),
        (date(2026, 11, 22), "i morgen"),
        (date(2026, 11, 30), "om 9 dage"),
    ],
)
def test_days_until_a_deadline(due_on: date, expected: str) -> None:
    assert formats.relative_days(due_on, DAY) == expected


@pytest.mark.parametrize(
    ("happened_on", "expected"),
    [
        (DAY, "i dag"),
        (date(2026, 11, 20), "i går"),
        (date(2026, 11, 18), "for 3 dage siden"),
        (date(2026, 11, 22), "i morgen"),
    ],
)
def test_days_since_something(happened_on: date, expected: str) -> None:
    assert formats.days_ago(happened_on, DAY) == expected


def test_age_is_told_in_years() -> None:
    assert formats.age_text(date(1984, 11, 21), DAY) == "42 år"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lone", "Lones"),
        ("Jens", "Jens'"),
        ("Max", "Max'"),
        ("Liz", "Liz'"),
        ("JENS", "JENS'"),
        ("Åse Sø", "Åse Søs"),
        ("", ""),
    ],
)
def test_genitive(name: str, expected: str) -> None:
    assert formats.genitive(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Lone Bæk", "Lone"), ("Bæk, Lone Marie", "Lone"), ("Lone", "Lone"), ("Bæk,", "Bæk"), ("  ", ""), ("", "")],
)
def test_first_name(name: str, expected: str) -> None:
    assert formats.first_name(name) == expected


def test_lists_end_with_og() -> None:
    assert formats.join_with_og([]) == ""
    assert formats.join_with_og(["Anna"]) == "Anna"
    assert formats.join_with_og(["Anna", "Bo"]) == "Anna og Bo"
    assert formats.join_with_og(("Anna", "Bo", "Carl")) == "Anna, Bo og Carl"


def test_sentences_and_quotes() -> None:
    assert formats.capitalised("én at ringe til i Aarhus") == "Én at ringe til i Aarhus"
    assert formats.capitalised("") == ""
    assert formats.quoted("Jeg vil hjem.") == "»Jeg vil hjem.«"
