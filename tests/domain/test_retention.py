"""Periods: which one holds, when the time is up, and what a file of them may say."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.retention import (
    EVENTS,
    LONGEST_MONTHS,
    OwnPeriod,
    PeriodBackwards,
    PeriodOutOfRange,
    PeriodTwice,
    RetentionEvent,
    RetentionKind,
    StandardPeriod,
    UnusablePeriods,
    checked_own,
    from_today_on,
    period_on,
    read_periods,
    write_periods,
)

TODAY = date(2026, 11, 22)
STANDARD = StandardPeriod(
    RetentionKind.SUBJECT, RetentionEvent.COURSE_ENDED, 60, "Et forslag", "Spørg juristen", date(2000, 1, 1)
)
OWN = OwnPeriod(
    RowId(1), RetentionKind.SUBJECT, 36, "Besluttet", TODAY, EmployeeId(1), datetime(2026, 11, 22, tzinfo=UTC)
)
GOOD = """
[[periods]]
kind = "draft"
event = "draft_saved"
months = 6
source = "Et forslag"
from_on = 2000-01-01
"""


def test_the_standard_names_every_kind_with_its_source_and_what_to_have_looked_at() -> None:
    periods = read_periods((resources_dir() / "retention" / "standard.toml").read_text(encoding="utf-8"))

    assert {each.kind for each in periods} == set(RetentionKind)
    assert all(each.source and each.check and each.event is EVENTS[each.kind] for each in periods)


def test_the_municipalitys_own_decision_goes_before_the_standard_from_its_day_on() -> None:
    later = replace(OWN, id=RowId(2), months=None, from_on=date(2027, 1, 1))

    def found(day: date) -> tuple[int | None, bool, str]:
        period = period_on(RetentionKind.SUBJECT, [STANDARD], [OWN, later], day)
        return period.months, period.is_own, period.check

    assert found(date(2026, 11, 21)) == (60, False, "Spørg juristen")
    assert found(TODAY) == (36, True, "Spørg juristen")
    assert found(date(2027, 1, 1)) == (None, True, "Spørg juristen")


def test_a_standard_that_is_over_gives_way_and_where_there_is_none_nothing_falls_due() -> None:
    old = replace(STANDARD, until_on=date(2020, 1, 1))
    new = replace(STANDARD, months=12, from_on=date(2020, 1, 1))

    assert period_on(RetentionKind.SUBJECT, [old, new], (), date(2019, 12, 31)).months == 60
    assert period_on(RetentionKind.SUBJECT, [old, new], (), date(2020, 1, 1)).months == 12
    nothing = period_on(RetentionKind.LOG, [old], (), TODAY)
    assert nothing.event is RetentionEvent.LOGGED
    assert (nothing.due_on(TODAY), nothing.before(TODAY)) == (None, None)
    assert period_on(RetentionKind.SUBJECT, (), [OWN], TODAY).check == ""


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 240))
def test_what_is_of_the_day_before_which_things_are_old_is_due_today(today: date, months: int) -> None:
    period = period_on(RetentionKind.SUBJECT, [replace(STANDARD, months=months, from_on=date.min)], (), today)
    before = period.before(today)

    assert before is not None
    due_on = period.due_on(before)
    assert due_on is not None
    assert due_on <= today


def test_an_own_period_has_a_reason_a_length_and_a_day_to_come() -> None:
    assert checked_own(replace(OWN, reason="  Besluttet "), TODAY) == OWN
    assert checked_own(replace(OWN, months=None), TODAY).months is None
    for wrong, error in (
        (replace(OWN, reason=" "), FieldMissing),
        (replace(OWN, months=0), PeriodOutOfRange),
        (replace(OWN, months=LONGEST_MONTHS + 1), PeriodOutOfRange),
        (replace(OWN, from_on=date(2026, 11, 21)), PeriodBackwards),
    ):
        with pytest.raises(error):
            checked_own(wrong, TODAY)


def test_a_file_is_read_as_it_was_written() -> None:
    period = period_on(RetentionKind.SUBJECT, [replace(STANDARD, source='Et "forslag"\nmed\t\\')], (), TODAY)
    endless = period_on(RetentionKind.CONSENT, (), (), TODAY)

    read = read_periods(write_periods([period, replace(endless, source="Følger borgeren")]))

    assert [(each.kind, each.months, each.source, each.check, each.from_on) for each in read] == [
        (RetentionKind.SUBJECT, 60, 'Et "forslag"\nmed\t\\', "Spørg juristen", date(2000, 1, 1)),
        (RetentionKind.CONSENT, None, "Følger borgeren", "", TODAY),
    ]
    assert [each.months for each in read_periods(GOOD.replace("months", "years"))] == [72]
    assert read_periods(GOOD + "until_on = 2020-01-01\n")[0].until_on == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("text", "error", "line"),
    [
        ("periods = [", UnusablePeriods, 1),
        ("", UnusablePeriods, None),
        ("periods = 3", UnusablePeriods, None),
        ("periods = [3]", UnusablePeriods, None),
        (GOOD + "[other]\n", UnusablePeriods, None),
        (GOOD.replace("from_on = 2000-01-01", ""), UnusablePeriods, None),
        (GOOD.replace("2000-01-01", '"2000"'), UnusablePeriods, None),
        (GOOD.replace("2000-01-01", "2000-01-01T10:00:00"), UnusablePeriods, None),
        (GOOD + "until_on = 1999-01-01\n", UnusablePeriods, None),
        (GOOD + "until_on = 3\n", UnusablePeriods, None),
        (GOOD + "years = 1\n", UnusablePeriods, None),
        (GOOD + "unknown = 1\n", UnusablePeriods, None),
        (GOOD.replace('"draft"', '"kladde"'), UnusablePeriods, None),
        (GOOD.replace('"draft"', '"log"'), UnusablePeriods, None),
        (GOOD.replace('"Et forslag"', "3"), UnusablePeriods, None),
        (GOOD.replace("= 6", '= "6"'), UnusablePeriods, None),
        (GOOD.replace("= 6", "= true"), UnusablePeriods, None),
        (GOOD.replace("= 6", "= 0"), PeriodOutOfRange, None),
        (GOOD.replace("Et forslag", " "), FieldMissing, None),
        (GOOD.replace("Et forslag", "a" * 3_000), FieldTooLong, None),
        (GOOD + GOOD, PeriodTwice, None),
    ],
)
def test_a_file_that_says_something_else_is_refused(text: str, error: type[Exception], line: int | None) -> None:
    with pytest.raises(error) as refused:
        read_periods(text)
    if isinstance(refused.value, UnusablePeriods):
        assert refused.value.line == line


def test_only_citizens_and_families_are_decided_about_one_by_one() -> None:
    assert {kind for kind in RetentionKind if kind.is_subject} == {
        RetentionKind.SUBJECT,
        RetentionKind.DECEASED,
        RetentionKind.MOVED,
        RetentionKind.WITHOUT_COURSE,
    }


def test_of_a_file_counts_what_holds_today_and_what_is_to_come() -> None:
    over = replace(STANDARD, months=12, from_on=date(2010, 1, 1), until_on=TODAY)
    to_come = replace(STANDARD, months=48, from_on=date(2027, 1, 1))
    older = replace(STANDARD, months=24, from_on=date(1999, 1, 1), until_on=date(2030, 1, 1))

    assert from_today_on((to_come, STANDARD, over, older), TODAY) == (replace(STANDARD, from_on=TODAY), to_come)
