"""Whose time is up, and what keeps them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.codes import EndReason, SubjectKind
from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import EmployeeId, RowId, SubjectId
from koordinator.domain.retention import EVENTS, PeriodInForce, RetentionKind
from koordinator.domain.retention_due import (
    Ended,
    HeldSubject,
    Hold,
    KeptTooShort,
    Stretch,
    checked_hold,
    due_subject,
    ended,
    hold_on,
)

TODAY = date(2026, 11, 22)
LONE = HeldSubject(SubjectId(7), SubjectKind.CITIZEN, 3, "Lone Bæk")
PERIODS = {kind: PeriodInForce(kind, EVENTS[kind], 12, "", "", date.min) for kind in RetentionKind}
HOLD = Hold(RowId(1), SubjectId(7), "Retssag", EmployeeId(1), datetime(2026, 1, 1, tzinfo=UTC))


def test_nothing_runs_while_a_course_is_open_or_nobody_knows_when_they_were_used() -> None:
    assert ended(LONE) is None
    assert ended(LONE._replace(stretches=(Stretch(date(2020, 1, 1)), Stretch(None)))) is None
    assert due_subject(LONE, PERIODS, None, TODAY) is None


def test_who_never_had_a_course_runs_from_the_day_they_were_last_used() -> None:
    used = LONE._replace(last_used_on=date(2024, 5, 1))

    assert ended(used) == Ended(RetentionKind.WITHOUT_COURSE, date(2024, 5, 1))


def test_who_died_or_moved_away_has_a_period_of_their_own() -> None:
    first, last = date(2020, 1, 1), date(2021, 1, 1)

    def found(*stretches: Stretch) -> Ended | None:
        return ended(LONE._replace(stretches=stretches))

    assert found(Stretch(last, EndReason.GOALS_REACHED)) == Ended(RetentionKind.SUBJECT, last)
    assert found(Stretch(first, EndReason.DIED), Stretch(last)) == Ended(RetentionKind.DECEASED, last)
    assert found(Stretch(first), Stretch(last, EndReason.MOVED_AWAY)) == Ended(RetentionKind.MOVED, last)
    assert found(Stretch(first, EndReason.MOVED_AWAY), Stretch(last)) == Ended(RetentionKind.SUBJECT, last)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_the_time_is_up_from_the_day_on_and_not_before(today: date) -> None:
    gone = LONE._replace(stretches=(Stretch(date(2025, 2, 28)),))

    due = due_subject(gone, PERIODS, HOLD, today)

    assert (due is not None) is (today >= date(2026, 2, 28))
    assert due is None or (due.event_on, due.due_on, due.hold) == (date(2025, 2, 28), date(2026, 2, 28), HOLD)


def test_a_kind_without_a_period_never_falls_due() -> None:
    gone = LONE._replace(stretches=(Stretch(date(2001, 1, 1)),))
    endless = PERIODS | {RetentionKind.SUBJECT: replace(PERIODS[RetentionKind.SUBJECT], months=None)}

    assert due_subject(gone, endless, None, TODAY) is None


def test_what_keeps_a_subject_is_the_hold_that_holds_longest() -> None:
    short, long = replace(HOLD, until_on=date(2026, 12, 1)), replace(HOLD, until_on=date(2027, 1, 1))
    over = replace(HOLD, until_on=TODAY)
    lifted = replace(HOLD, lifted_at=datetime(2026, 2, 1, tzinfo=UTC))

    assert hold_on((), TODAY) is None
    assert hold_on((over, lifted), TODAY) is None
    assert hold_on((short, long, over), TODAY) == long
    assert hold_on((short, HOLD, long), TODAY) == HOLD


def test_a_hold_has_a_reason_and_a_day_to_come() -> None:
    assert checked_hold(replace(HOLD, reason=" Retssag "), TODAY) == HOLD
    with pytest.raises(FieldMissing):
        checked_hold(replace(HOLD, reason=""), TODAY)
    with pytest.raises(KeptTooShort):
        checked_hold(replace(HOLD, until_on=TODAY), TODAY)
