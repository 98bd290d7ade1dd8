"""What speaks for a step that no longer fits, from which amount on, and what keeps it quiet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.guide import next_step
from koordinator.domain.guide_facts import AssessmentState, GuideFacts, PlannedReassessment
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.guide_rules import all_signs, misfits
from koordinator.domain.misfit import (
    LookedAt,
    MisfitReason,
    Sign,
    heaviest_first,
    is_enough,
    moved_too_often,
    seen_codes,
)
from koordinator.domain.steps import Step
from tests.support.guide_facts import LIMITS, ROUTINE, TODAY, any_facts, days_ago, in_days, new_citizen, on_step, sign

CASES, CONTACTS, CANCELLED = MisfitReason.NEW_CASES, MisfitReason.NEW_CONTACTS, MisfitReason.MEETINGS_CANCELLED
OVERDUE, MOVED, LONG_AGO = MisfitReason.AGREEMENTS_OVERDUE, MisfitReason.STEP_MOVED, MisfitReason.LONG_AGO


@pytest.mark.parametrize(
    ("found", "enough"),
    [
        (sign(CASES, TODAY), True),
        (sign(MisfitReason.NEW_DEPARTMENTS, TODAY), True),
        (sign(CONTACTS, TODAY), False),
        (sign(CONTACTS, TODAY, 2), True),
        (sign(CANCELLED, TODAY), False),
        (sign(CANCELLED, TODAY, 2), True),
        (sign(OVERDUE, TODAY, 2, of=2), False),
        (sign(OVERDUE, TODAY, 3, of=6), False),
        (sign(OVERDUE, TODAY, 3, of=5), True),
    ],
)
def test_how_much_it_takes(found: Sign, enough: bool) -> None:
    assert is_enough(found, LIMITS) is enough
    assert bool(misfits(on_step(Step.MEETINGS, signs=(found,)), ROUTINE)) is enough


def test_two_moves_within_a_year() -> None:
    assert moved_too_often((days_ago(400), days_ago(100)), TODAY, LIMITS) is None
    assert moved_too_often((days_ago(365), days_ago(100)), TODAY, LIMITS) is None
    assert moved_too_often((), TODAY, LIMITS._replace(moves=0)) is None
    found = moved_too_often((days_ago(364), days_ago(100), days_ago(30)), TODAY, LIMITS)
    assert found == Sign(MOVED, days_ago(364), days_ago(30), 3)


def test_all_are_named_the_heaviest_first() -> None:
    facts = on_step(
        Step.MEETINGS,
        assessment=AssessmentState(days_ago(400), Step.MEETINGS),
        moved_on=(days_ago(90), days_ago(40)),
        signs=(sign(CANCELLED, days_ago(2), 2), sign(CASES, days_ago(5)), sign(CONTACTS, days_ago(5), 4)),
    )

    step = next_step(facts, ROUTINE)

    assert [each.reason for each in step.why.signs] == [CASES, CONTACTS, CANCELLED, MOVED, LONG_AGO]
    assert step.by_on == days_ago(35), "what is over its day already sets the day"
    assert step.kind is NextStepKind.REASSESS


@pytest.mark.parametrize(
    ("found", "is_next"),
    [(sign(CONTACTS, TODAY, 4), False), (sign(CASES, TODAY), True), (sign(CANCELLED, TODAY, 2), True)],
)
def test_what_weighs_little_waits_for_the_first_meeting_to_be_arranged(found: Sign, is_next: bool) -> None:
    step = next_step(on_step(Step.MEETINGS, signs=(found,)), ROUTINE)

    assert (step.kind is NextStepKind.REASSESS) is is_next
    assert step.kind in (NextStepKind.REASSESS, NextStepKind.PLAN_FIRST_MEETING)


def test_a_look_keeps_it_quiet_until_something_new_comes() -> None:
    known = (sign(CASES, days_ago(5), 2), sign(CANCELLED, days_ago(5), 2))
    looked = on_step(Step.ALIGNMENT, signs=known, looked_at=LookedAt(days_ago(3), seen_codes(known)))

    assert misfits(looked, ROUTINE) == ()
    assert all_signs(looked, ROUTINE) == known
    newer = Sign(CASES, days_ago(5), days_ago(1), 3)
    assert misfits(looked._replace(signs=(newer, known[1])), ROUTINE) == (newer,)
    same_day = Sign(CASES, days_ago(5), days_ago(3), 3)
    assert misfits(looked._replace(signs=(same_day, known[1])), ROUTINE) == (same_day,)
    other = sign(OVERDUE, days_ago(9), 4, of=4)
    assert misfits(looked._replace(signs=(*known, other)), ROUTINE) == (other,)


def test_a_look_at_an_assessment_that_was_due_gives_it_its_time_anew() -> None:
    old = on_step(Step.ALIGNMENT, assessment=AssessmentState(days_ago(400), Step.ALIGNMENT))
    assert [each.reason for each in misfits(old, ROUTINE)] == [LONG_AGO]

    looked = old._replace(looked_at=LookedAt(days_ago(10), "", renewed_on=days_ago(10)))
    at_something_else = old._replace(looked_at=LookedAt(days_ago(10), "new_cases=1"))

    assert (misfits(looked, ROUTINE), looked.reassess_on(ROUTINE)) == ((), in_days(355))
    assert misfits(at_something_else, ROUTINE) == misfits(old, ROUTINE)


def test_a_day_chosen_in_the_year_wheel_counts_while_the_rules_give_the_same_day() -> None:
    facts = on_step(Step.ALIGNMENT, assessment=AssessmentState(days_ago(300), Step.ALIGNMENT))
    chosen = facts._replace(planned=PlannedReassessment(in_days(65), in_days(10)))
    assessed_since = chosen._replace(assessment=AssessmentState(days_ago(299), Step.ALIGNMENT))

    assert facts.reassess_on(ROUTINE) == in_days(65)
    assert chosen.reassess_on(ROUTINE) == in_days(10)
    assert [(each.reason, each.newest_on) for each in misfits(chosen, ROUTINE)] == [(LONG_AGO, in_days(10))]
    assert assessed_since.reassess_on(ROUTINE) == in_days(66)


def test_who_was_never_assessed_is_no_misfit() -> None:
    assert misfits(new_citizen(signs=(sign(CASES, TODAY),)), ROUTINE) == ()


def test_what_was_seen_is_kept_as_codes() -> None:
    look = LookedAt(TODAY, seen_codes((sign(CASES, TODAY, 2), sign(CANCELLED, TODAY, 3))))

    assert look.seen == "new_cases=2 meetings_cancelled=3"
    assert (look.count_of(CASES), look.count_of(CANCELLED), look.count_of(OVERDUE)) == (2, 3, 0)
    assert LookedAt(TODAY, "").count_of(CASES) == 0


@given(any_facts)
def test_what_comes_forward_is_in_order_and_enough(facts: GuideFacts) -> None:
    found = misfits(facts, ROUTINE)

    assert heaviest_first(found) == found
    assert len({each.reason for each in found}) == len(found)
    assert set(found) <= set(all_signs(facts, ROUTINE))


@given(any_facts, st.dates(days_ago(100), TODAY))
def test_having_looked_at_everything_is_quiet(facts: GuideFacts, looked_on: date) -> None:
    everything = all_signs(facts, ROUTINE)
    seen = LookedAt(max(looked_on, TODAY), seen_codes(everything), renewed_on=TODAY)

    assert misfits(facts._replace(looked_at=seen), ROUTINE) == ()
