"""When the guide asks for the next meeting, and for what comes before it."""

import pytest

from koordinator.domain.course import EndReason
from koordinator.domain.guide import Band, GuideButton, next_step
from koordinator.domain.guide_facts import (
    AssessmentState,
    EndedCourse,
    GuideFacts,
    LeftFamily,
    MeetingAhead,
    Outstanding,
)
from koordinator.domain.guide_kinds import GuidePage, GuideTab, NextStepKind, Why, WhyCode
from koordinator.domain.ids import SubjectId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.steps import Step
from tests.support.guide_facts import ROUTINE, TODAY, days_ago, in_days, meeting, new_citizen, on_step

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


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        (meeting(TODAY), NextStepKind.HOLD_MEETING),
        (meeting(days_ago(2)), NextStepKind.CLOSE_MEETING),
        (meeting(days_ago(2), MeetingStatus.RUNNING), NextStepKind.CLOSE_MEETING),
    ],
)
def test_a_members_own_meeting_from_before_trin_3_is_not_hidden_by_the_family(
    own: MeetingAhead, kind: NextStepKind
) -> None:
    family = on_step(Step.ONE_CASEWORK, subject_id=SubjectId(9), name="Familien Rømer")
    member = new_citizen(meeting=own, family=family)

    step = next_step(member, ROUTINE)

    assert (step.kind, step.subject_id, step.of_family, step.button.meeting_id) == (kind, 7, "", own.id)
    assert next_step(member._replace(meeting=meeting(in_days(3))), ROUTINE).of_family == "Familien Rømer"


def test_what_is_undone_after_a_handover_is_asked_for_within_a_week() -> None:
    undone = Outstanding(2, days_ago(3), "Brevet er givet")

    step = next_step(on_step(Step.MEETINGS, handed_over=undone), ROUTINE)

    assert (step.kind, step.by_on, step.button) == (
        NextStepKind.FINISH_HANDOVER, in_days(4), GuideButton(GuidePage.CITIZEN, GuideTab.OVERVIEW),
    )  # fmt: skip
    assert step.why == Why(WhyCode.HANDOVER_UNDONE, days_ago(3), 3, 2, "Brevet er givet")
    assert next_step(new_citizen(handed_over=undone), ROUTINE).kind is NextStepKind.ASSESS


def test_a_member_of_a_family_that_came_down_is_asked_about_until_assessed() -> None:
    left = LeftFamily(days_ago(3), is_gone=False, had_casework=True, is_member=True)
    member = new_citizen(left_family=left, ended=EndedCourse(days_ago(90), EndReason.PART_OF_FAMILY))

    step = next_step(member, ROUTINE)
    assessed = member._replace(assessment=AssessmentState(days_ago(1), Step.NO_NEED))

    assert (step.kind, step.why.code, step.why.on) == (NextStepKind.ASSESS, WhyCode.FAMILY_CAME_DOWN, days_ago(3))
    assert next_step(assessed, ROUTINE).kind is NextStepKind.REST


@pytest.mark.parametrize(
    ("starts_in", "planned_ago", "prepare_in", "invite_in"),
    [
        (34, 1, 13, 20),  # in good time
        (15, 0, 3, 5),  # at short notice
        (2, 0, 2, 2),  # not after the meeting
        (10, 9, -6, -4),  # short, and left lying
    ],
)
def test_what_was_planned_at_short_notice_is_not_late_at_once(
    starts_in: int, planned_ago: int, prepare_in: int, invite_in: int
) -> None:
    ahead = meeting(in_days(starts_in))._replace(planned_on=days_ago(planned_ago))
    prepared = ahead._replace(prepared=True)

    prepare, invite = (next_step(on_step(Step.MEETINGS, meeting=each), ROUTINE) for each in (ahead, prepared))

    assert (prepare.kind, prepare.by_on) == (NextStepKind.PREPARE, in_days(prepare_in))
    assert (invite.kind, invite.by_on) == (NextStepKind.INVITE, in_days(invite_in))
