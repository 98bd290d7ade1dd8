"""The guide names one next thing for every subject, and puts what hurts most when late first."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.citizen import PrimaryCaseworkerWish
from koordinator.domain.course import EndReason
from koordinator.domain.guide import Band, GuideButton, NextStep, next_step
from koordinator.domain.guide_facts import (
    ApprovedPlan,
    AssessmentState,
    EndedCourse,
    EndingConsent,
    GoneCoordinator,
    GuideFacts,
    HandoverAhead,
    LeftFamily,
    Outstanding,
)
from koordinator.domain.guide_kinds import (
    PLACES,
    GuideDeed,
    GuidePage,
    GuideTab,
    NextStepKind,
    Stage,
    Why,
    WhyCode,
)
from koordinator.domain.guide_rules import RULES, first_found
from koordinator.domain.ids import ConsentId, MeetingId, PlanVersionId, SubjectId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.misfit import MisfitReason
from koordinator.domain.steps import Step
from tests.support.guide_facts import ROUTINE, TODAY, any_facts, days_ago, in_days, meeting, new_citizen, on_step, sign

INVITED, RUNNING = MeetingStatus.INVITED, MeetingStatus.RUNNING
LATE = Outstanding(2, days_ago(3), "Sundhed")
LEFT = LeftFamily(days_ago(3), is_gone=False, had_casework=True)
SOON_OUT = EndingConsent(ConsentId(5), "Sundhed", in_days(9))


def plan(approved_on: date, *, handed_out: bool) -> ApprovedPlan:
    return ApprovedPlan(PlanVersionId(2), approved_on, handed_out)


def at_work(**said: object) -> GuideFacts:
    """On trin 2 with a held meeting, an approved plan that was handed out, and the next meeting arranged."""
    quiet = {
        "last_held_on": days_ago(20),
        "plan": plan(days_ago(20), handed_out=True),
        "review_on": in_days(160),
        "meeting": meeting(in_days(70)),
    }
    return on_step(Step.MEETINGS, **(quiet | said))


@pytest.mark.parametrize(
    ("facts", "kind", "code", "by_on"),
    [
        (new_citizen(), NextStepKind.ASSESS, WhyCode.NEVER_ASSESSED, None),
        (new_citizen(assessment=AssessmentState(begun=True)), NextStepKind.FINISH_ASSESSMENT, WhyCode.BEGUN, None),
        (
            new_citizen(assessment=AssessmentState(days_ago(2), Step.MEETINGS)),
            NextStepKind.CARRY_OUT_ASSESSMENT,
            WhyCode.DECIDED,
            in_days(5),
        ),
        (
            new_citizen(assessment=AssessmentState(days_ago(2), Step.NO_NEED)),
            NextStepKind.REST,
            WhyCode.NO_NEED,
            in_days(363),
        ),
        (new_citizen(left_family=LEFT), NextStepKind.ASSESS, WhyCode.LEFT_FAMILY, None),
        (new_citizen(left_family=LEFT._replace(is_gone=True)), NextStepKind.REST, WhyCode.GONE, None),
        (on_step(Step.ALIGNMENT), NextStepKind.REST, WhyCode.ALL_WELL, in_days(335)),
        (on_step(Step.NO_NEED), NextStepKind.END_COURSE, WhyCode.NO_NEED_ANY_MORE, days_ago(16)),
        (
            on_step(Step.MEETINGS, coordinator_id=None),
            NextStepKind.CHOOSE_COORDINATOR,
            WhyCode.NO_COORDINATOR,
            days_ago(23),
        ),
        (on_step(Step.MEETINGS), NextStepKind.PLAN_FIRST_MEETING, WhyCode.NO_MEETING_YET, days_ago(16)),
        (
            on_step(Step.MEETINGS, meeting=meeting(in_days(27))),
            NextStepKind.PREPARE,
            WhyCode.FIRST_TO_PREPARE,
            in_days(6),
        ),
        (
            on_step(Step.MEETINGS, meeting=meeting(in_days(27), prepared=True)),
            NextStepKind.INVITE,
            WhyCode.FIRST_PREPARED,
            date(2026, 12, 4),
        ),
        (
            on_step(Step.MEETINGS, meeting=meeting(in_days(27), INVITED)),
            NextStepKind.HOLD_MEETING,
            WhyCode.AHEAD,
            in_days(27),
        ),
        (at_work(meeting=meeting(in_days(30))), NextStepKind.PREPARE, WhyCode.NEXT_TO_PREPARE, in_days(9)),
        (
            at_work(meeting=meeting(in_days(30), prepared=True)),
            NextStepKind.INVITE,
            WhyCode.NEXT_PREPARED,
            in_days(16),
        ),
        (at_work(), NextStepKind.HOLD_MEETING, WhyCode.AHEAD, in_days(70)),
        (at_work(meeting=meeting(TODAY, INVITED)), NextStepKind.HOLD_MEETING, WhyCode.TODAY, TODAY),
        (at_work(meeting=meeting(TODAY, RUNNING)), NextStepKind.CLOSE_MEETING, WhyCode.RUNNING, TODAY),
        (at_work(meeting=meeting(days_ago(1))), NextStepKind.CLOSE_MEETING, WhyCode.DAY_PASSED, days_ago(1)),
        (at_work(plan=None), NextStepKind.APPROVE_PLAN, WhyCode.HELD_SINCE, date(2026, 11, 6)),
        (
            at_work(plan=plan(days_ago(21), handed_out=True)),
            NextStepKind.APPROVE_PLAN,
            WhyCode.HELD_SINCE,
            date(2026, 11, 6),
        ),
        (
            at_work(plan=plan(date(2026, 11, 12), handed_out=False)),
            NextStepKind.HAND_OUT_PLAN,
            WhyCode.NOT_HANDED_OUT,
            date(2026, 11, 19),
        ),
        (at_work(review_on=in_days(14)), NextStepKind.REVIEW_PLAN, WhyCode.REVIEW_DUE, in_days(14)),
        (
            at_work(plan=plan(days_ago(170), handed_out=True), last_held_on=days_ago(170), review_on=None),
            NextStepKind.REVIEW_PLAN,
            WhyCode.REVIEW_DUE,
            in_days(10),
        ),
        (at_work(meeting=None), NextStepKind.PLAN_NEXT_MEETING, WhyCode.NO_MEETING_AHEAD, in_days(56)),
        (at_work(meeting=None, rhythm_days=42), NextStepKind.PLAN_NEXT_MEETING, WhyCode.NO_MEETING_AHEAD, in_days(8)),
        (at_work(meeting=None, cancelled_in_a_row=2), NextStepKind.TALK_ABOUT_MEETINGS, WhyCode.CANCELLED, in_days(56)),
        (
            at_work(primary_wish=PrimaryCaseworkerWish.NOT_ASKED),
            NextStepKind.OFFER_PRIMARY,
            WhyCode.PRIMARY_NOT_OFFERED,
            None,
        ),
        (
            on_step(Step.ALIGNMENT, primary_wish=PrimaryCaseworkerWish.WANTED),
            NextStepKind.OFFER_PRIMARY,
            WhyCode.PRIMARY_MISSING,
            None,
        ),
        (
            on_step(Step.ALIGNMENT, primary_wish=PrimaryCaseworkerWish.NOT_WANTED),
            NextStepKind.REST,
            WhyCode.ALL_WELL,
            in_days(335),
        ),
        (
            new_citizen(departments=1, primary_wish=PrimaryCaseworkerWish.NOT_ASKED),
            NextStepKind.ASSESS,
            WhyCode.NEVER_ASSESSED,
            None,
        ),
        (at_work(agreements=LATE), NextStepKind.FOLLOW_UP, WhyCode.PROMISES_OVERDUE, days_ago(3)),
        (at_work(decisions=LATE), NextStepKind.GET_ANSWER, WhyCode.ANSWERS_OVERDUE, days_ago(3)),
        (at_work(consent=SOON_OUT), NextStepKind.RENEW_CONSENT, WhyCode.RUNS_OUT, in_days(8)),
        (
            at_work(consent=SOON_OUT._replace(until_on=TODAY)),
            NextStepKind.RENEW_CONSENT,
            WhyCode.RUN_OUT,
            days_ago(1),
        ),
        (
            at_work(assessment=AssessmentState(days_ago(355), Step.MEETINGS), step_from_on=days_ago(355)),
            NextStepKind.REASSESS,
            WhyCode.MISFIT,
            in_days(10),
        ),
        (
            at_work(signs=(sign(MisfitReason.NEW_CASES, days_ago(4)),)),
            NextStepKind.REASSESS,
            WhyCode.MISFIT,
            in_days(10),
        ),
        (
            at_work(assessment=AssessmentState(days_ago(4), Step.ONE_CASEWORK)),
            NextStepKind.CARRY_OUT_ASSESSMENT,
            WhyCode.DECIDED,
            in_days(3),
        ),
        (
            new_citizen(
                assessment=AssessmentState(days_ago(90), Step.MEETINGS),
                ended=EndedCourse(days_ago(9), EndReason.GOALS_REACHED),
            ),
            NextStepKind.REST,
            WhyCode.ENDED,
            None,
        ),
        (
            new_citizen(
                assessment=AssessmentState(days_ago(90), Step.MEETINGS),
                signs=(sign(MisfitReason.NEW_CASES, days_ago(2)),),
                ended=EndedCourse(days_ago(9), EndReason.LESS_NEED),
            ),
            NextStepKind.REASSESS,
            WhyCode.MISFIT,
            in_days(12),
        ),
        (
            new_citizen(
                assessment=AssessmentState(days_ago(90), Step.MEETINGS),
                signs=(sign(MisfitReason.NEW_CASES, days_ago(2)),),
                ended=EndedCourse(days_ago(9), EndReason.DIED),
            ),
            NextStepKind.REST,
            WhyCode.GONE,
            None,
        ),
    ],
)
def test_next_thing(facts: GuideFacts, kind: NextStepKind, code: WhyCode, by_on: date | None) -> None:
    step = next_step(facts, ROUTINE)

    assert (step.kind, step.why.code, step.by_on) == (kind, code, by_on)


def test_values_of_the_reason() -> None:
    late_plan = next_step(at_work(plan=plan(date(2026, 11, 12), handed_out=False)), ROUTINE)
    late_promises = next_step(at_work(agreements=LATE), ROUTINE)
    run_out = next_step(at_work(consent=SOON_OUT._replace(until_on=days_ago(2))), ROUTINE)

    assert late_plan.why == Why(WhyCode.NOT_HANDED_OUT, date(2026, 11, 12), days=6)
    assert late_promises.why == Why(WhyCode.PROMISES_OVERDUE, days_ago(3), days=3, count=2, words="Sundhed")
    assert run_out.why == Why(WhyCode.RUN_OUT, days_ago(3), days=3, words="Sundhed")


def test_a_handover_whose_day_has_come_is_the_next_thing() -> None:
    due, ahead = HandoverAhead(days_ago(2), "Ida"), HandoverAhead(in_days(1), "Ida")

    step = next_step(on_step(Step.MEETINGS, handover=due), ROUTINE)

    assert (step.kind, step.by_on, step.why) == (
        NextStepKind.HANDOVER,
        days_ago(2),
        Why(WhyCode.NOT_HANDED_OVER, days_ago(2), words="Ida"),
    )
    assert next_step(on_step(Step.MEETINGS, handover=ahead), ROUTINE).kind is not NextStepKind.HANDOVER


@pytest.mark.parametrize("since", [days_ago(4), None])
def test_a_coordinator_who_is_gone_is_replaced_before_anything_else(since: date | None) -> None:
    gone = GoneCoordinator("Mette", since)
    facts = on_step(Step.MEETINGS, gone_coordinator=gone, meeting=meeting(TODAY))

    step = next_step(facts, ROUTINE)

    assert step.kind is NextStepKind.CHOOSE_COORDINATOR
    assert step.why == Why(WhyCode.COORDINATOR_GONE, since, words="Mette")
    assert step.by_on == (since or facts.step_from_on)
    assert next_step(on_step(Step.ALIGNMENT, gone_coordinator=gone), ROUTINE).why.code is not WhyCode.COORDINATOR_GONE


def test_on_trin_3_the_take_over_stands_between_the_coordinator_and_the_preparation() -> None:
    step = next_step(on_step(Step.ONE_CASEWORK, takeovers=Outstanding(2, in_days(4), "Handicap")), ROUTINE)

    assert (step.kind, step.by_on) == (NextStepKind.TAKE_OVER, in_days(4))
    assert step.why == Why(WhyCode.NOT_TAKEN_OVER, in_days(4), -4, 2, "Handicap")
    assert step.done == (Stage.ASSESSMENT, Stage.COORDINATOR)
    assert step.comes == (Stage.PREPARATION, Stage.INVITATION, Stage.MEETING, Stage.PLAN, Stage.FOLLOW_UP)


def test_what_was_to_be_taken_over_is_left_on_another_step() -> None:
    waiting = Outstanding(1, TODAY, "Handicap")

    assert next_step(on_step(Step.MEETINGS, takeovers=waiting), ROUTINE).kind is NextStepKind.PLAN_FIRST_MEETING


def test_stages_of_the_first_invitation() -> None:
    step = next_step(on_step(Step.MEETINGS, meeting=meeting(in_days(27), prepared=True)), ROUTINE)

    assert step.stage is Stage.INVITATION
    assert step.done == (Stage.ASSESSMENT, Stage.COORDINATOR, Stage.PREPARATION)
    assert step.comes == (Stage.MEETING, Stage.PLAN, Stage.FOLLOW_UP)
    assert step.button == GuideButton(GuidePage.MEETING, meeting_id=MeetingId(11))


def test_a_meeting_far_ahead_is_still_to_be_prepared() -> None:
    assert next_step(at_work(), ROUTINE).stage is Stage.PREPARATION
    assert next_step(at_work(meeting=meeting(in_days(70), INVITED)), ROUTINE).stage is Stage.MEETING
    assert next_step(at_work(meeting=meeting(TODAY)), ROUTINE).stage is Stage.MEETING


def test_what_has_not_been_is_not_ticked_off() -> None:
    facts = on_step(Step.MEETINGS, meeting=meeting(in_days(27), INVITED), primary_wish=PrimaryCaseworkerWish.NOT_ASKED)

    step = next_step(facts, ROUTINE)
    assert (step.kind, step.stage) == (NextStepKind.OFFER_PRIMARY, Stage.FOLLOW_UP)
    assert step.done == (Stage.ASSESSMENT, Stage.COORDINATOR, Stage.INVITATION)
    assert step.comes == (Stage.PREPARATION, Stage.MEETING, Stage.PLAN)


def test_on_trin_1_there_is_neither_meeting_nor_plan_to_come() -> None:
    step = next_step(on_step(Step.ALIGNMENT), ROUTINE)

    assert (step.done, step.stage, step.comes) == ((Stage.ASSESSMENT,), Stage.FOLLOW_UP, ())
    assert step.button == GuideButton(GuidePage.CITIZEN, GuideTab.OVERVIEW)
    assert not step.waits


@pytest.mark.parametrize(
    ("facts", "deed"),
    [
        (on_step(Step.MEETINGS, coordinator_id=None), GuideDeed.CHOOSE_COORDINATOR),
        (on_step(Step.MEETINGS, handover=HandoverAhead(TODAY, "Ida")), GuideDeed.HAND_OVER),
        (on_step(Step.ONE_CASEWORK, takeovers=LATE), GuideDeed.TAKE_OVER),
        (on_step(Step.NO_NEED), GuideDeed.END_COURSE),
        (on_step(Step.ALIGNMENT, primary_wish=PrimaryCaseworkerWish.WANTED), GuideDeed.CHOOSE_PRIMARY),
    ],
)
def test_what_is_done_in_one_dialog_is_opened_at_once(facts: GuideFacts, deed: GuideDeed) -> None:
    assert next_step(facts, ROUTINE).button == GuideButton(GuidePage.CITIZEN, GuideTab.OVERVIEW, deed=deed)


def test_an_assessment_is_made_on_its_own_page() -> None:
    step = next_step(new_citizen(), ROUTINE)

    assert step.kind is NextStepKind.ASSESS
    assert step.button == GuideButton(GuidePage.ASSESSMENT, GuideTab.ASSESSMENT)


def test_every_kind_of_step_has_its_place() -> None:
    assert list(PLACES) == list(NextStepKind)


def test_one_department_alone_is_no_hurry() -> None:
    assert next_step(new_citizen(), ROUTINE).waits
    assert not next_step(new_citizen(departments=1), ROUTINE).waits


def test_member_of_a_family_on_trin_3_has_the_familys_next_thing() -> None:
    family = on_step(Step.ONE_CASEWORK, subject_id=SubjectId(9), name="Familien Rømer")
    member = on_step(Step.MEETINGS, agreements=LATE, family=family)

    step = next_step(member, ROUTINE)

    assert (step.of_family, step.subject_id) == ("Familien Rømer", 9)
    assert step._replace(of_family="") == next_step(family, ROUTINE)
    assert next_step(member._replace(family=family._replace(step=Step.MEETINGS)), ROUTINE).subject_id == 7


def test_overdue_comes_before_what_is_soon_and_among_the_overdue_what_hurts_most() -> None:
    overdue_promise = at_work(subject_id=SubjectId(1), agreements=LATE)
    overdue_plan = at_work(subject_id=SubjectId(2), plan=plan(date(2026, 11, 12), handed_out=False))
    soon_consent = at_work(subject_id=SubjectId(3), consent=SOON_OUT._replace(until_on=in_days(3)))
    later = new_citizen(subject_id=SubjectId(4))
    at_rest = on_step(Step.ALIGNMENT, subject_id=SubjectId(5))

    steps = [next_step(facts, ROUTINE) for facts in (at_rest, later, soon_consent, overdue_promise, overdue_plan)]

    assert [step.subject_id for step in sorted(steps, key=lambda step: step.urgency)] == [2, 1, 3, 4, 5]


@given(any_facts)
def test_there_is_always_exactly_one_next_thing(facts: GuideFacts) -> None:
    step = next_step(facts, ROUTINE)

    assert isinstance(step, NextStep)
    assert (step.urgency.band is Band.REST) is not step.waits
    stages = (*step.done, step.stage, *step.comes)
    assert len(set(stages)) == len(stages)
    assert (Stage.MEETING in step.done) <= (facts.last_held_on is not None or facts.family is not None)
    assert (Stage.PLAN in step.done) <= (facts.plan is not None or facts.family is not None)
    assert (step.button.page is GuidePage.MEETING) is (step.button.meeting_id is not None)


@given(any_facts)
def test_the_first_rule_that_speaks_is_heard(facts: GuideFacts) -> None:
    speaking = [found for rule in RULES if (found := rule(facts, ROUTINE)) is not None]

    assert not speaking or first_found(facts, ROUTINE) == speaking[0]


@given(st.lists(any_facts, max_size=12, unique_by=lambda facts: facts.subject_id))
def test_order_of_a_list_is_total(many: list[GuideFacts]) -> None:
    alone = [facts._replace(family=None) for facts in many]
    keys = [next_step(facts, ROUTINE).urgency for facts in alone]

    assert all((first < second) is not (second < first) for first, second in combinations(keys, 2))


@given(any_facts, st.integers(1, 60))
def test_more_overdue_is_never_less_urgent(facts: GuideFacts, days: int) -> None:
    alone = facts._replace(family=None)
    now, later = (next_step(each, ROUTINE) for each in (alone, alone._replace(today=TODAY + timedelta(days=days))))

    if (later.kind, later.by_on) == (now.kind, now.by_on):
        assert later.urgency <= now.urgency
