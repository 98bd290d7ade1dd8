"""What follows from the facts: who has left a family, and when the step is to be assessed again."""

from hypothesis import given

from koordinator.domain.codes import EndReason
from koordinator.domain.guide_facts import AssessmentState, EndedCourse, GuideFacts, LeftFamily, PlannedReassessment
from koordinator.domain.steps import Step
from tests.support.guide_facts import ROUTINE, any_facts, days_ago, in_days, new_citizen, on_step

LEFT_ON = days_ago(10)
LEFT = LeftFamily(LEFT_ON, is_gone=False, had_casework=True)
INTO_FAMILY = EndedCourse(LEFT_ON, EndReason.PART_OF_FAMILY)


def test_who_left_a_familys_casework_is_to_be_judged_until_somebody_has() -> None:
    left = new_citizen(left_family=LEFT, ended=INTO_FAMILY, assessment=AssessmentState(days_ago(11), Step.MEETINGS))
    assert left.left_casework_on == LEFT_ON

    assert new_citizen(left_family=LEFT._replace(had_casework=False)).left_casework_on is None
    assert new_citizen(left_family=LEFT, assessment=AssessmentState(LEFT_ON, Step.NO_NEED)).left_casework_on is None
    later = EndedCourse(days_ago(2), EndReason.GOALS_REACHED)
    assert new_citizen(left_family=LEFT, ended=later).left_casework_on is None
    assert on_step(Step.MEETINGS, left_family=LEFT).left_casework_on is None


@given(any_facts)
def test_whoever_has_left_is_gone_or_judged_only_without_a_course(facts: GuideFacts) -> None:
    if facts.in_course:
        assert not facts.is_gone
        assert facts.left_casework_on is None
    elif facts.left_casework_on is not None:
        assert facts.left_casework_on <= facts.today


def test_a_day_that_was_chosen_in_the_year_wheel_takes_the_computed_ones_place() -> None:
    computed_on = on_step(Step.MEETINGS).reassess_on(ROUTINE)
    assert computed_on is not None

    chosen = on_step(Step.MEETINGS, planned=PlannedReassessment(computed_on, in_days(20)))
    assert chosen.reassess_on(ROUTINE) == in_days(20)
    outdated = on_step(Step.MEETINGS, planned=PlannedReassessment(days_ago(1), in_days(20)))
    assert outdated.reassess_on(ROUTINE) == computed_on
