"""What the register's fields hold, and which promises were kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import (
    AgreementId,
    CaseFileId,
    CitizenId,
    ContactPersonId,
    DepartmentId,
    EffortId,
    OtherPlanId,
)
from koordinator.domain.promises import Promised, promises_kept
from koordinator.domain.register import CaseFile, ContactPerson, Effort, OtherPlan
from koordinator.domain.register_rules import (
    EffortGoesOn,
    EffortRenewed,
    checked_case,
    checked_contact,
    checked_effort,
    checked_other_plan,
    renewed,
)

TODAY = date(2026, 11, 21)
LATER = TODAY + timedelta(days=9)
NOW = datetime(2026, 11, 21, 11, tzinfo=UTC)
CASE = CaseFile(CaseFileId(1), " S-1 ", CitizenId(1), DepartmentId(1))
EFFORT = Effort(EffortId(1), CitizenId(1), "Bostøtte")
PLAN = OtherPlan(OtherPlanId(1), CitizenId(1), "Genoptræningsplan")
CONTACT = ContactPerson(ContactPersonId(1), CitizenId(1), "Nabo Jens")


def test_a_case_has_a_number_within_its_limit() -> None:
    assert checked_case(CASE).number == "S-1"
    with pytest.raises(FieldMissing):
        checked_case(replace(CASE, number=" "))
    with pytest.raises(FieldTooLong):
        checked_case(replace(CASE, note="a" * 20_001))


def test_nothing_ends_before_it_begins() -> None:
    assert checked_effort(replace(EFFORT, from_on=TODAY, until_on=LATER)).name == "Bostøtte"
    with pytest.raises(PeriodBackwards):
        checked_effort(replace(EFFORT, from_on=LATER, until_on=TODAY))
    with pytest.raises(PeriodBackwards):
        checked_contact(replace(CONTACT, from_on=LATER, until_on=TODAY))
    with pytest.raises(PeriodBackwards):
        checked_other_plan(replace(PLAN, from_on=LATER, until_on=TODAY))
    assert checked_contact(CONTACT) == CONTACT
    assert checked_other_plan(PLAN) == PLAN


def test_promises_kept_in_time() -> None:
    day = TODAY - timedelta(days=10)
    done, not_done, still_open = AgreementStatus.DONE, AgreementStatus.NOT_DONE, AgreementStatus.OPEN
    promises = (
        Promised(AgreementId(1), day, done, day),
        Promised(AgreementId(2), day, done, day + timedelta(days=1)),
        Promised(AgreementId(3), day, not_done, day),
        Promised(AgreementId(4), day, still_open, None),
        Promised(AgreementId(5), TODAY, still_open, None),
        Promised(AgreementId(6), TODAY, done, TODAY),
        Promised(AgreementId(7), day, done, None),
    )

    count = promises_kept(promises, TODAY)

    assert (count.kept, count.due) == (2, 6)
    assert count.kept_ids == (1, 6)
    assert count.due_ids == (1, 2, 3, 4, 6, 7)
    assert (count.as_of, count.definition) == (TODAY, 1)


def lasting(first: date | None, last: date | None) -> Effort:
    return replace(EFFORT, from_on=first, until_on=last)


@pytest.mark.parametrize(
    ("first", "last", "next_last"),
    [
        (date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)),
        (date(2025, 8, 31), date(2026, 8, 31), date(2027, 8, 31)),
        (date(2027, 2, 28), date(2027, 8, 28), date(2028, 2, 28)),
        (date(2027, 8, 31), date(2027, 10, 31), date(2027, 12, 31)),
        (date(2026, 8, 31), date(2026, 12, 31), date(2027, 4, 30)),
        (date(2026, 1, 5), date(2026, 1, 19), date(2026, 2, 2)),
        (None, date(2026, 7, 1), None),
        (date(2, 1, 1), date(9999, 1, 1), date.max),
    ],
)
def test_a_renewed_effort_lasts_as_long_again(first: date | None, last: date, next_last: date | None) -> None:
    new = renewed(lasting(first, last), ())
    assert (new.id, new.version, new.name, new.from_on, new.until_on) == (0, 0, "Bostøtte", last, next_last)


def test_what_goes_on_or_is_renewed_is_not_renewed_again() -> None:
    old = lasting(date(2026, 1, 1), date(2026, 7, 1))
    new = replace(renewed(old, (old,)), id=EffortId(2))
    other = replace(new, id=EffortId(3), name="Mentor")

    with pytest.raises(EffortGoesOn):
        renewed(lasting(None, None), ())
    with pytest.raises(EffortRenewed):
        renewed(old, (old, new))
    with pytest.raises(EffortRenewed):
        renewed(old, (replace(new, until_on=None),))
    assert renewed(new, (old, new, other)).from_on == new.until_on
