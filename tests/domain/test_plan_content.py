"""What a plan says of itself, and what of it a single family member gets."""

from dataclasses import replace

from koordinator.domain.content_parts import Uid
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.plan_content import ConsentContent, EffortContent, OtherPlanContent
from tests.domain.contents import ANNA, CALLS_SCHOOL, FAMILY, KIM_CARD, LONE, METTE_CARD, MORNINGS, PLAN


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


def test_one_members_plan_holds_the_common_part_and_their_own_alone() -> None:
    hers, his = replace(MORNINGS, uid=Uid("hers"), member_uid=ANNA.uid), replace(MORNINGS, member_uid=LONE.uid)
    common = replace(MORNINGS, uid=Uid("common"))
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
    )

    hers_alone = plan.for_member(ANNA.uid)

    assert hers_alone.goals == (common, hers)
    assert [(effort.name, effort.goal_uids) for effort in hers_alone.efforts] == [
        ("Fælles", ("common",)),
        ("Hendes", ()),
    ]
    assert [agreement.uid for agreement in hers_alone.agreements] == ["a", "b"]
    assert [card.for_uids for card in hers_alone.contacts] == [(), (ANNA.uid,)]
    assert [other.title for other in hers_alone.other_plans] == ["Hendes"]
    assert [consent.member_uid for consent in hers_alone.consents] == [ANNA.uid]
