"""Plan types with their days of validity, the law's deadlines, and files of them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import CitizenId, OtherPlanId, PlanTypeId
from koordinator.domain.plan_rules import of_type, other_of_type, with_dates_of_approval
from koordinator.domain.plan_types import (
    MonthsOutOfRange,
    PlanType,
    UnusablePlanTypes,
    VersionInThePast,
    checked_plan_type,
    earliest,
    follow_up_due,
    in_force,
    months_later,
    read_plan_types,
    replaced_by,
    says_the_same,
    type_on,
    write_plan_types,
)
from koordinator.domain.register import OtherPlan
from tests.domain.meetings import a_plan

FIRST, CHANGE = date(2024, 1, 1), date(2027, 1, 1)
CHILDS = PlanType(PlanTypeId(1), "childs_plan", "Barnets plan", FIRST, "Barnets lov § 91", 3, 6, "Mål", "LBK 282")
PLAIN = PlanType(PlanTypeId(2), "plain", "Fælles plan", FIRST)


def test_a_new_version_ends_the_one_before_on_its_day() -> None:
    new = replace(CHILDS, id=PlanTypeId(3), from_on=CHANGE, follow_up_months=4)
    before = replaced_by((PLAIN, CHILDS), new)

    assert before == replace(CHILDS, until_on=CHANGE)
    assert replaced_by((PLAIN,), new) is None
    assert type_on((before, new), "childs_plan", date(2026, 12, 31)) == before
    assert in_force((PLAIN, before, new), CHANGE) == (PLAIN, new)
    assert in_force((CHILDS,), date(2023, 12, 31)) == ()
    with pytest.raises(VersionInThePast):
        replaced_by((CHILDS,), replace(new, from_on=FIRST))


def test_says_the_same_whatever_the_days() -> None:
    assert says_the_same(
        CHILDS, replace(CHILDS, id=PlanTypeId(9), from_on=CHANGE, until_on=date(2028, 1, 1), version=4)
    )
    assert not says_the_same(CHILDS, replace(CHILDS, follow_up_months=4))


@pytest.mark.parametrize(
    ("plan_type", "followed_up_on", "due"),
    [
        (CHILDS, None, date(2026, 4, 15)),
        (CHILDS, date(2026, 1, 15), date(2026, 4, 15)),
        (CHILDS, date(2026, 4, 1), date(2026, 10, 1)),
        (replace(CHILDS, first_follow_up_months=None), None, date(2026, 7, 15)),
        (replace(CHILDS, follow_up_months=None), date(2026, 4, 1), None),
        (PLAIN, None, None),
    ],
)
def test_the_law_wants_a_follow_up_by_a_day(plan_type: PlanType, followed_up_on: date | None, due: date | None) -> None:
    assert follow_up_due(plan_type, date(2026, 1, 15), followed_up_on) == due


def test_months_end_where_the_month_does() -> None:
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert earliest(None, CHANGE, FIRST) == FIRST
    assert earliest(None) is None


def test_the_plans_review_is_never_later_than_its_type_demands() -> None:
    today = date(2026, 1, 15)
    begun = with_dates_of_approval(a_plan(), today, 180, CHILDS)
    assert begun.review_on == date(2026, 4, 15)
    later = with_dates_of_approval(begun, date(2026, 4, 15), 365, CHILDS)
    assert later.review_on == date(2026, 10, 15)

    plain = replace(a_plan(), from_on=today, review_on=date(2026, 12, 1))
    typed = of_type(plain, CHILDS, today)
    assert (typed.plan_type, typed.legal_basis, typed.review_on) == (
        "childs_plan",
        "Barnets lov § 91",
        date(2026, 4, 15),
    )
    assert of_type(replace(plain, from_on=None), CHILDS, None).review_on == date(2026, 12, 1)
    assert of_type(typed, None, None).plan_type == ""


def test_another_plans_follow_up_follows_its_type_unless_the_day_has_passed() -> None:
    other = OtherPlan(OtherPlanId(1), CitizenId(1), "Barnets plan", from_on=date(2026, 1, 15))

    assert other_of_type(other, CHILDS, date(2026, 2, 1)).follow_up_on == date(2026, 4, 15)
    assert other_of_type(other, CHILDS, date(2026, 9, 1)).follow_up_on is None
    begun = other_of_type(replace(other, from_on=None, follow_up_on=date(2026, 3, 1)), CHILDS, date(2026, 2, 1))
    assert (begun.follow_up_on, begun.legal_basis) == (date(2026, 3, 1), "Barnets lov § 91")
    plain = other_of_type(replace(other, legal_basis="§ 141"), PLAIN, date(2026, 2, 1))
    assert (plain.plan_type, plain.legal_basis, plain.follow_up_on) == ("plain", "§ 141", None)
    assert other_of_type(plain, None, date(2026, 2, 1)).plan_type == ""


@pytest.mark.parametrize("months", [0, 61])
def test_months_are_within_the_range(months: int) -> None:
    with pytest.raises(MonthsOutOfRange):
        checked_plan_type(replace(CHILDS, follow_up_months=months))


def test_a_type_has_a_key_and_a_name() -> None:
    with pytest.raises(FieldMissing):
        checked_plan_type(replace(CHILDS, name=" "))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)


@given(WORDS, WORDS, st.none() | st.integers(1, 60), st.booleans())
def test_what_is_written_is_read_back(name: str, source: str, months: int | None, is_joint: bool) -> None:
    named = replace(CHILDS, name=name.strip(), source=f'{source}\n"\\'.strip(), follow_up_months=months)
    written = checked_plan_type(replace(named, is_joint=is_joint))

    (read,) = read_plan_types(write_plan_types((written,)), CHANGE)

    assert says_the_same(written, read)
    assert read.from_on == CHANGE


@pytest.mark.parametrize(
    "text",
    [
        "x = ",
        "plan_types = 3",
        "plan_types = [3]",
        "[[plan_types]]\nkey = 'a'",
        "[[plan_types]]\nkey = 'a'\nname = 'b'\nunknown = 1",
        "[[plan_types]]\nkey = 'a'\nname = 4",
        "[[plan_types]]\nkey = 'a'\nname = 'b'\nfollow_up_months = 'seks'",
        "[[plan_types]]\nkey = 'a'\nname = 'b'\nfrom_on = 'i går'",
    ],
)
def test_a_file_that_is_no_list_of_types_is_refused(text: str) -> None:
    with pytest.raises(UnusablePlanTypes):
        read_plan_types(text, CHANGE)


def test_an_empty_file_has_none() -> None:
    assert read_plan_types("", CHANGE) == ()
