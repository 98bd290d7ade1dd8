"""When the guide asks for the next meeting, and for what comes before it."""

import pytest

from koordinator.domain.guide import Band, next_step
from koordinator.domain.guide_facts import AssessmentState, GuideFacts
from koordinator.domain.guide_kinds import NextStepKind, WhyCode
from koordinator.domain.steps import Step
from tests.support.guide_facts import ROUTINE, days_ago, in_days, on_step

FROM_BEFORE = on_step(Step.MEETINGS, assessment=AssessmentState(), step_from_before=True)


def test_no_meeting_is_late_in_a_course_that_the_program_has_not_followed() -> None:
    step = next_step(FROM_BEFORE, ROUTINE)

    assert (step.kind, step.why.code, step.by_on) == (
        NextStepKind.PLAN_NEXT_MEETING, WhyCode.NO_MEETING_KNOWN, None,
    )  # fmt: skip
    assert step.urgency.band is Band.LATER


@pytest.mark.parametrize("facts", [FROM_BEFORE, FROM_BEFORE._replace(step=Step.ONE_CASEWORK)])
def test_the_first_assessment_in_the_program_begins_the_count(facts: GuideFacts) -> None:
    assessed = facts._replace(assessment=AssessmentState(days_ago(9), facts.step))

    step = next_step(assessed, ROUTINE)

    assert (step.kind, step.why.on, step.by_on) == (NextStepKind.PLAN_FIRST_MEETING, in_days(19), in_days(5))
