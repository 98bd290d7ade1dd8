"""What a plan says of itself, and what of it a single family member gets."""

from dataclasses import replace

from koordinator.domain.content_parts import GoalContent, LatestScore, ScoreContent, ThemeContent, Uid, latest_of_each
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.plan_content import (
    ConsentContent,
    EffortContent,
    MemberPartContent,
    OtherPlanContent,
    PlanContent,
    ThemeScores,
    ViewpointContent,
)
from tests.domain.contents import ANNA, CALLS_SCHOOL, FAMILY, KIM_CARD, LONE, METTE_CARD, MORNINGS, PLAN, SUPPORT
from tests.domain.meetings import DAY


def test_a_draft_has_no_number() -> None:
    assert replace(PLAN, number=None).is_draft
    assert not PLAN.is_draft


def test_the_coordinator_is_the_card_that_says_so() -> None:
    assert PLAN.coordinator == METTE_CARD
    assert replace(PLAN, contacts=(KIM_CARD,)).coordinator is None


def test_a_members_own_goal_or_one_put_aside_is_no_common_goal() -> None:
    own = replace(MORNINGS, member_uid=ANNA.uid)
    aside = replace(MORNINGS, status=GoalStatus.PUT_ASIDE)

    assert PLAN.has_common_goal
    assert not replace(PLAN, goals=(own, aside)).has_common_goal


def test_a_subject_knows_its_members() -> None:
    assert FAMILY.member("anna") == ANNA
    assert FAMILY.member("nobody") is None


def layered() -> tuple[PlanContent, GoalContent, GoalContent]:
    """A family's plan with something of everything in common, of Anna's and of Lone's; and the first two goals."""
    hers, his = replace(MORNINGS, uid=Uid("hers"), member_uid=ANNA.uid), replace(MORNINGS, member_uid=LONE.uid)
    common = replace(MORNINGS, uid=Uid("common"), scores=(*MORNINGS.scores, ScoreContent(DAY, 9, "Lone Bæk", LONE.uid)))
    plan = replace(
        PLAN,
        subject=FAMILY,
        goals=(common, hers, his),
        efforts=(
            EffortContent("Fælles", goal_uids=(Uid("common"), his.uid)),
            EffortContent("Hendes", member_uid=ANNA.uid),
            EffortContent("Hans", member_uid=LONE.uid),
        ),
        agreements=(
            replace(CALLS_SCHOOL, uid=Uid("a")),
            replace(CALLS_SCHOOL, uid=Uid("b"), who_uid=ANNA.uid, goal_uid=hers.uid),
            replace(CALLS_SCHOOL, uid=Uid("c"), who_uid=LONE.uid),
            replace(CALLS_SCHOOL, uid=Uid("d"), goal_uid=his.uid),
        ),
        contacts=(METTE_CARD, replace(KIM_CARD, for_uids=(ANNA.uid,)), replace(KIM_CARD, for_uids=(LONE.uid,))),
        other_plans=(OtherPlanContent("Hendes", member_uid=ANNA.uid), OtherPlanContent("Hans", member_uid=LONE.uid)),
        consents=(ConsentContent("x", "y", member_uid=ANNA.uid), ConsentContent("x", "y", member_uid=LONE.uid)),
        pending=(SUPPORT, replace(SUPPORT, member_uid=ANNA.uid), replace(SUPPORT, member_uid=LONE.uid)),
        members=(MemberPartContent(ANNA.uid, "Hendes ord"), MemberPartContent(LONE.uid, "Hans ord")),
        viewpoints=(
            ViewpointContent("Skolen", "Det går godt", "Kim Møller"),
            ViewpointContent("Skolen", "Det går skidt", "Lone Bæk", LONE.uid),
            ViewpointContent("Skolen", "Hun er glad", "Kim Møller", member_uid=ANNA.uid),
            ViewpointContent("Pengene", "De rækker", "Kim Møller", member_uid=LONE.uid),
        ),
        theme_scores=(
            ThemeScores(
                ThemeContent("housing", "Bolig"), (ScoreContent(DAY, 3), ScoreContent(DAY, 4, "Lone Bæk", LONE.uid))
            ),
            ThemeScores(ThemeContent("finances", "Økonomi"), (ScoreContent(DAY, 2, "Lone Bæk", LONE.uid),)),
        ),
    )
    return plan, common, hers


def test_one_members_plan_holds_the_common_part_and_their_own_alone() -> None:
    plan, common, hers = layered()

    hers_alone = plan.for_member(ANNA.uid)

    assert hers_alone.goals == (replace(common, scores=common.scores[:1]), hers)
    assert [(effort.name, effort.goal_uids) for effort in hers_alone.efforts] == [
        ("Fælles", ("common",)),
        ("Hendes", ()),
    ]
    assert [agreement.uid for agreement in hers_alone.agreements] == ["a", "b"]
    assert [card.for_uids for card in hers_alone.contacts] == [(), (ANNA.uid,)]
    assert [other.title for other in hers_alone.other_plans] == ["Hendes"]
    assert [consent.member_uid for consent in hers_alone.consents] == [ANNA.uid]
    assert [decision.member_uid for decision in hers_alone.pending] == [None, ANNA.uid]
    assert [part.own_words for part in hers_alone.members] == ["Hendes ord"]
    assert [view.says for view in hers_alone.viewpoints] == ["Det går godt", "Hun er glad"]
    assert [(each.theme.name, [score.score for score in each.scores]) for each in hers_alone.theme_scores] == [
        ("Bolig", [3])
    ]


def test_a_member_has_a_part_also_before_anything_is_written_in_it() -> None:
    plan = replace(PLAN, subject=FAMILY, members=(MemberPartContent(LONE.uid, "Hans ord"),))

    assert plan.member_part(LONE.uid).own_words == "Hans ord"
    assert plan.member_part(ANNA.uid) == MemberPartContent(ANNA.uid)


def test_the_citizens_own_scores_stand_apart_from_those_of_others() -> None:
    own, hers = ScoreContent(DAY, 3), ScoreContent(DAY, 6, "Anna Bæk", ANNA.uid)
    first, second = ScoreContent(DAY, 4, "Kim Møller"), ScoreContent(DAY, 5, "Kim Møller")
    goal = replace(MORNINGS, scores=(own, first, hers, second))

    assert [score.is_own for score in goal.scores] == [True, False, True, False]
    assert (goal.own_scores, goal.others_scores) == ((own,), (first, hers, second))
    assert latest_of_each(goal.others_scores) == (LatestScore(second, first), LatestScore(hers, None))
    assert replace(goal, member_uid=ANNA.uid).own_scores == (own, hers)
