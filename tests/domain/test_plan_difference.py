"""Nyt siden sidst: every difference is told, and what is the same is not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import GoalContent, ScoreContent, SubgoalContent, ThemeContent, Uid
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.plan_content import (
    EffortContent,
    MemberPartContent,
    OtherPlanContent,
    PlanContent,
    ThemeScores,
    ViewpointContent,
)
from koordinator.domain.plan_difference import ChangeKind, PlanChange, difference
from koordinator.domain.register import PlanRelation
from koordinator.domain.steps import Step
from tests.domain.contents import (
    ANNA,
    CALLS_SCHOOL,
    FAMILY,
    KIM_CARD,
    METTE_CARD,
    MORNINGS,
    NEXT,
    PLAN,
    SUPPORT,
)

DAY = date(2026, 11, 30)


def with_goal(**changes: object) -> PlanContent:
    return replace(PLAN, goals=(replace(MORNINGS, **changes),))  # type: ignore[arg-type]


def with_agreement(**changes: object) -> PlanContent:
    return replace(PLAN, agreements=(replace(CALLS_SCHOOL, **changes),))  # type: ignore[arg-type]


SETTLED = with_agreement(status=AgreementStatus.DONE)
ANSWERED = replace(PLAN, pending=(replace(SUPPORT, outcome="Bevilget", outcome_on=DAY),))
FAMILY_PLAN = replace(PLAN, subject=FAMILY)
VIEW = ViewpointContent("Skolen", "Ja", "Kim Møller")
HOUSING = ThemeScores(ThemeContent("housing", "Bolig"), (ScoreContent(date(2026, 5, 1), 3),))
NEW_GOAL = GoalContent(Uid("new"), "Et job")

CHANGES: list[tuple[PlanContent, PlanContent, PlanChange]] = [
    (
        PLAN,
        replace(PLAN, step=Step.ONE_CASEWORK),
        PlanChange(ChangeKind.STEP, before=Step.MEETINGS, after=Step.ONE_CASEWORK),
    ),
    (PLAN, replace(PLAN, own_words="Ro"), PlanChange(ChangeKind.WORDS, "own_words", PLAN.own_words, "Ro")),
    (PLAN, replace(PLAN, goals=(MORNINGS, NEW_GOAL)), PlanChange(ChangeKind.GOAL_NEW, "Et job")),
    (PLAN, replace(PLAN, goals=()), PlanChange(ChangeKind.GOAL_GONE, "Rolige morgener")),
    (PLAN, with_goal(title="Ro"), PlanChange(ChangeKind.GOAL_RENAMED, "Ro", "Rolige morgener", "Ro")),
    (PLAN, with_goal(status=GoalStatus.REACHED), PlanChange(ChangeKind.GOAL_REACHED, "Rolige morgener")),
    (PLAN, with_goal(status=GoalStatus.PUT_ASIDE), PlanChange(ChangeKind.GOAL_PUT_ASIDE, "Rolige morgener")),
    (with_goal(status=GoalStatus.REACHED), PLAN, PlanChange(ChangeKind.GOAL_TAKEN_UP, "Rolige morgener")),
    (
        PLAN,
        with_goal(own_part="Vækkeur"),
        PlanChange(ChangeKind.GOAL_WORDS, "own_part", "", "Vækkeur", "Rolige morgener"),
    ),
    (
        PLAN,
        with_goal(scores=(*MORNINGS.scores, ScoreContent(DAY, 5))),
        PlanChange(ChangeKind.GOAL_SCORED, "Rolige morgener", 3, 5),
    ),
    (
        with_goal(scores=()),
        PLAN,
        PlanChange(ChangeKind.GOAL_SCORED, "Rolige morgener", None, 3),
    ),
    (
        PLAN,
        with_goal(scores=(*MORNINGS.scores, ScoreContent(DAY, 4, "Kim Møller"))),
        PlanChange(ChangeKind.GOAL_SCORED_BY, "Kim Møller", None, 4, "Rolige morgener"),
    ),
    (
        with_goal(scores=(ScoreContent(DAY, 4, "Kim Møller"),)),
        with_goal(scores=(ScoreContent(DAY, 4, "Kim Møller"), ScoreContent(DAY, 6, "Kim Møller"))),
        PlanChange(ChangeKind.GOAL_SCORED_BY, "Kim Møller", 4, 6, "Rolige morgener"),
    ),
    (
        PLAN,
        with_goal(subgoals=(*MORNINGS.subgoals, SubgoalContent("Madpakke"))),
        PlanChange(ChangeKind.SUBGOAL_NEW, "Madpakke", part_of="Rolige morgener"),
    ),
    (
        PLAN,
        with_goal(subgoals=(SubgoalContent("Op kl. 7", DAY),)),
        PlanChange(ChangeKind.SUBGOAL_REACHED, "Op kl. 7", after=DAY, part_of="Rolige morgener"),
    ),
    (
        PLAN,
        replace(PLAN, efforts=(*PLAN.efforts, EffortContent("Mentor", provider="Jobcentret"))),
        PlanChange(ChangeKind.EFFORT_NEW, "Mentor", after="Jobcentret"),
    ),
    (
        PLAN,
        replace(PLAN, efforts=(replace(PLAN.efforts[0], amount="4 timer om ugen"),)),
        PlanChange(ChangeKind.EFFORT_CHANGED, "Bostøtte", "2 timer om ugen", "4 timer om ugen"),
    ),
    (PLAN, replace(PLAN, efforts=()), PlanChange(ChangeKind.EFFORT_GONE, "Bostøtte")),
    (
        replace(PLAN, agreements=()),
        PLAN,
        PlanChange(ChangeKind.AGREEMENT_NEW, "Taler med skolen", after="Kim Møller"),
    ),
    (PLAN, SETTLED, PlanChange(ChangeKind.AGREEMENT_DONE, "Taler med skolen", after="Kim Møller")),
    (
        PLAN,
        with_agreement(status=AgreementStatus.NOT_DONE, not_done_reason="Ferie"),
        PlanChange(ChangeKind.AGREEMENT_NOT_DONE, "Taler med skolen", after="Ferie"),
    ),
    (SETTLED, PLAN, PlanChange(ChangeKind.AGREEMENT_OPEN_AGAIN, "Taler med skolen", after="Kim Møller")),
    (PLAN, with_agreement(who="Bo"), PlanChange(ChangeKind.AGREEMENT_PERSON, "Taler med skolen", "Kim Møller", "Bo")),
    (
        PLAN,
        with_agreement(due_on=None, rhythm="hver fredag"),
        PlanChange(ChangeKind.AGREEMENT_DAY, "Taler med skolen", date(2026, 11, 27), "hver fredag"),
    ),
    (
        PLAN,
        with_agreement(what="Ringer"),
        PlanChange(ChangeKind.AGREEMENT_WORDS, "Ringer", "Taler med skolen", "Ringer"),
    ),
    (PLAN, replace(PLAN, agreements=()), PlanChange(ChangeKind.AGREEMENT_GONE, "Taler med skolen")),
    (
        replace(PLAN, pending=()),
        PLAN,
        PlanChange(ChangeKind.DECISION_NEW, "Støtte", "Ida Mikkelsen", date(2026, 12, 8)),
    ),
    (PLAN, ANSWERED, PlanChange(ChangeKind.DECISION_ANSWERED, "Støtte", after="Bevilget")),
    (
        PLAN,
        replace(PLAN, pending=(replace(SUPPORT, answer_by_on=DAY),)),
        PlanChange(ChangeKind.DECISION_CHANGED, "Støtte", "Ida Mikkelsen", DAY),
    ),
    (PLAN, replace(PLAN, pending=()), PlanChange(ChangeKind.DECISION_GONE, "Støtte")),
    (
        replace(PLAN, contacts=(METTE_CARD,)),
        PLAN,
        PlanChange(ChangeKind.CONTACT_NEW, "Kim Møller", after="Skole"),
    ),
    (PLAN, replace(PLAN, contacts=(METTE_CARD,)), PlanChange(ChangeKind.CONTACT_GONE, "Kim Møller")),
    (
        PLAN,
        replace(PLAN, contacts=(METTE_CARD, replace(KIM_CARD, phone="99 22"))),
        PlanChange(ChangeKind.CONTACT_CHANGED, "Kim Møller", "", "99 22"),
    ),
    (
        PLAN,
        replace(PLAN, contacts=(METTE_CARD, replace(KIM_CARD, helps_with="Fritid"))),
        PlanChange(ChangeKind.CONTACT_HELPS, "Kim Møller", "Skole", "Fritid"),
    ),
    (
        replace(PLAN, other_plans=()),
        PLAN,
        PlanChange(ChangeKind.OTHER_PLAN_NEW, "Min Plan", after=PlanRelation.BESIDE),
    ),
    (
        PLAN,
        replace(PLAN, other_plans=(OtherPlanContent("Min Plan", "Jobcentret", relation=PlanRelation.REPLACED),)),
        PlanChange(ChangeKind.OTHER_PLAN_RELATION, "Min Plan", PlanRelation.BESIDE, PlanRelation.REPLACED),
    ),
    (PLAN, replace(PLAN, other_plans=()), PlanChange(ChangeKind.OTHER_PLAN_GONE, "Min Plan")),
    (
        FAMILY_PLAN,
        replace(FAMILY_PLAN, members=(MemberPartContent(ANNA.uid, "Håndbold"),)),
        PlanChange(ChangeKind.MEMBER_WORDS, "own_words", "", "Håndbold", "Anna Bæk"),
    ),
    (PLAN, replace(PLAN, viewpoints=(VIEW,)), PlanChange(ChangeKind.VIEW_NEW, "Kim Møller", None, "Ja", "Skolen")),
    (replace(PLAN, viewpoints=(VIEW,)), PLAN, PlanChange(ChangeKind.VIEW_GONE, "Kim Møller", "Ja", None, "Skolen")),
    (
        replace(PLAN, viewpoints=(VIEW,)),
        replace(PLAN, viewpoints=(replace(VIEW, says="Nej"),)),
        PlanChange(ChangeKind.VIEW_CHANGED, "Kim Møller", "Ja", "Nej", "Skolen"),
    ),
    (
        replace(PLAN, theme_scores=(HOUSING,)),
        replace(PLAN, theme_scores=(replace(HOUSING, scores=(*HOUSING.scores, ScoreContent(DAY, 6))),)),
        PlanChange(ChangeKind.THEME_SCORED, "", 3, 6, "Bolig"),
    ),
    (
        PLAN,
        replace(
            PLAN, theme_scores=(ThemeScores(ThemeContent("housing", "Bolig"), (ScoreContent(DAY, 6, "Kim Møller"),)),)
        ),
        PlanChange(ChangeKind.THEME_SCORED_BY, "Kim Møller", None, 6, "Bolig"),
    ),
    (
        replace(PLAN, efforts=(EffortContent("Mentor"), EffortContent("Bostøtte"))),
        replace(PLAN, efforts=(EffortContent("Bostøtte"), EffortContent("Mentor"))),
        PlanChange(ChangeKind.EFFORT_ORDER),
    ),
    (PLAN, replace(PLAN, next_meeting=None), PlanChange(ChangeKind.NEXT_MEETING, before=NEXT)),
    (PLAN, replace(PLAN, review_on=DAY), PlanChange(ChangeKind.REVIEW, before=PLAN.review_on, after=DAY)),
]


@pytest.mark.parametrize(("old", "new", "change"), CHANGES, ids=lambda value: getattr(value, "kind", ""))
def test_one_change_is_told_as_one(old: PlanContent, new: PlanContent, change: PlanChange) -> None:
    assert difference(old, new) == (change,)


def test_every_kind_of_change_is_tried() -> None:
    tried = {change.kind for _old, _new, change in CHANGES}

    assert set(ChangeKind) - tried == {ChangeKind.COORDINATOR}


def test_a_new_coordinator_is_told_first() -> None:
    bo = replace(METTE_CARD, name="Bo Thygesen")

    first, *rest = difference(PLAN, replace(PLAN, contacts=(bo, KIM_CARD)))

    assert first == PlanChange(ChangeKind.COORDINATOR, before="Mette Holm", after="Bo Thygesen")
    assert [change.kind for change in rest] == [ChangeKind.CONTACT_NEW, ChangeKind.CONTACT_GONE]


def test_a_view_that_stays_or_a_theme_that_is_not_scored_again_is_no_news() -> None:
    plan = replace(PLAN, viewpoints=(VIEW,), theme_scores=(HOUSING,))

    assert difference(plan, plan) == ()
    assert difference(plan, replace(plan, theme_scores=())) == ()


def test_two_efforts_of_one_name_are_in_no_other_order_when_one_of_them_ends() -> None:
    twice = replace(PLAN, efforts=(EffortContent("Mentor"), EffortContent("Mentor"), EffortContent("Bostøtte")))

    changes = difference(twice, replace(PLAN, efforts=(EffortContent("Mentor"), EffortContent("Bostøtte"))))

    assert [change.kind for change in changes] == [ChangeKind.EFFORT_GONE]


def test_two_subgoals_of_one_name_are_told_of_once_they_are_reached() -> None:
    both = with_goal(subgoals=(SubgoalContent("Op kl. 7", DAY), SubgoalContent("Op kl. 7")))

    assert difference(both, both) == ()


def test_losing_the_coordinator_is_told() -> None:
    changes = difference(PLAN, replace(PLAN, contacts=(KIM_CARD,)))

    assert changes[0] == PlanChange(ChangeKind.COORDINATOR, before="Mette Holm", after="")


@pytest.mark.parametrize("old", [SETTLED, ANSWERED])
def test_what_was_settled_in_the_old_version_leaves_in_silence(old: PlanContent) -> None:
    new = replace(PLAN, agreements=()) if old is SETTLED else replace(PLAN, pending=())

    assert difference(old, new) == ()


@given(st.from_type(PlanContent))
def test_a_version_does_not_differ_from_itself(content: PlanContent) -> None:
    assert difference(content, content) == ()


def test_a_number_and_a_day_of_approval_are_no_difference() -> None:
    assert difference(PLAN, replace(PLAN, number=2, approved_on=DAY, approved_by="Bo")) == ()
