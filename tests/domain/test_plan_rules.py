"""What a plan's fields hold, and what makes it worth approving."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import CitizenId, EffortId, GoalId, JointPlanId, RowId, ThemeId
from koordinator.domain.joint_plan import GoalStatus, MemberPart, NothingToApprove, ScoreOutOfRange, Subgoal
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.plan_rules import (
    View,
    changed_viewpoint,
    check_approvable,
    checked_goal,
    checked_member_part,
    checked_plan,
    checked_subgoal,
    checked_viewpoint,
    efforts_in_order,
    moved_effort,
    moved_goal,
    new_goal,
    new_subgoal,
    new_viewpoint,
    owners_scores,
    scored,
    scored_theme,
    with_dates_of_approval,
)
from koordinator.domain.register import Effort
from tests.domain.meetings import DAY, a_goal, a_plan


def test_fields_have_limits() -> None:
    assert checked_plan(replace(a_plan(), own_words=" Ro ")).own_words == "Ro"
    with pytest.raises(FieldTooLong):
        checked_plan(replace(a_plan(), strengths="x" * 20_001))


@pytest.mark.parametrize(
    "empty",
    [
        lambda: checked_goal(replace(a_goal(), title="")),
        lambda: checked_subgoal(Subgoal(RowId(1), GoalId(1), 1, " ")),
    ],
)
def test_what_is_listed_has_a_title(empty: Callable[[], object]) -> None:
    with pytest.raises(FieldMissing):
        empty()


def test_new_goals_and_subgoals_stand_last() -> None:
    assert new_goal("uid", JointPlanId(1), "Ro", []).position == 1
    assert new_goal("uid", JointPlanId(1), "Ro", [a_goal(1, 4)]).position == 5
    first = new_subgoal(GoalId(1), "Op kl. 7", [])
    assert (first.position, new_subgoal(GoalId(1), "Morgenmad", [first]).position) == (1, 2)


def test_a_score_is_from_one_to_ten() -> None:
    assert [scored(GoalId(1), score, DAY).score for score in (1, 10)] == [1, 10]
    for score in (0, 11):
        with pytest.raises(ScoreOutOfRange):
            scored(GoalId(1), score, DAY)


def test_a_score_is_the_citizens_own_or_somebodys_by_name() -> None:
    assert scored(GoalId(1), 5, DAY).is_own
    assert scored(GoalId(1), 5, DAY, Party(PartyKind.CITIZEN, 2)).is_own
    assert not scored(GoalId(1), 5, DAY, Party(PartyKind.EMPLOYEE, 2)).is_own
    assert not scored(GoalId(1), 5, DAY, Party(PartyKind.CONTACT_PERSON, 2)).is_own


def test_a_moved_goal_takes_its_place() -> None:
    goals = [a_goal(1, 1), a_goal(2, 2), a_goal(3, 3)]

    assert moved_goal(goals, GoalId(3), 1) == (a_goal(3, 1), a_goal(1, 2), a_goal(2, 3))
    assert moved_goal(goals, GoalId(1), 1) == ()


def test_an_empty_plan_is_not_approved() -> None:
    aside = replace(a_goal(), status=GoalStatus.PUT_ASIDE)
    for goals in ([], [aside]):
        with pytest.raises(NothingToApprove):
            check_approvable(a_plan(), goals)

    check_approvable(a_plan(), [a_goal()])
    check_approvable(replace(a_plan(), own_words="Ro"), [])


def test_the_first_approval_sets_the_days() -> None:
    plan = with_dates_of_approval(a_plan(), DAY, 180)

    assert (plan.from_on, plan.review_on) == (DAY, DAY + timedelta(days=180))


def test_a_later_approval_keeps_the_first_day_and_a_review_that_is_ahead() -> None:
    plan = replace(a_plan(), from_on=date(2026, 1, 1), review_on=DAY + timedelta(days=5))

    assert with_dates_of_approval(plan, DAY, 180) == plan
    assert with_dates_of_approval(replace(plan, review_on=DAY), DAY, 180).review_on == DAY + timedelta(days=180)


KIM = Party(PartyKind.EMPLOYEE, 7)


def test_how_somebody_sees_it_is_written_after_the_others_and_changed() -> None:
    first = new_viewpoint(JointPlanId(1), View(" Det går for hurtigt "), [])
    second = new_viewpoint(JointPlanId(1), View("Det går godt", KIM, "Skolen", CitizenId(2)), [first])

    assert (first.position, first.says, first.employee_id) == (1, "Det går for hurtigt", None)
    assert (second.position, second.employee_id, second.about, second.member_id) == (2, 7, "Skolen", 2)
    assert changed_viewpoint(second, View("Nej")).employee_id is None
    with pytest.raises(FieldMissing):
        checked_viewpoint(replace(first, says=" "))


def test_a_members_part_has_limits() -> None:
    assert checked_member_part(MemberPart(RowId(1), JointPlanId(1), CitizenId(1), " Ro ")).own_words == "Ro"
    with pytest.raises(FieldTooLong):
        checked_member_part(MemberPart(RowId(1), JointPlanId(1), CitizenId(1), challenges="x" * 20_001))


def test_a_theme_is_scored_as_a_goal_is() -> None:
    assert scored_theme(JointPlanId(1), ThemeId(2), 4, DAY, KIM).employee_id == 7
    with pytest.raises(ScoreOutOfRange):
        scored_theme(JointPlanId(1), ThemeId(2), 11, DAY)


def test_efforts_that_are_not_placed_stand_last_by_their_first_day() -> None:
    late, early, placed = (
        replace(Effort(EffortId(key), CitizenId(1), f"{key}"), from_on=day, position=position)
        for key, day, position in ((1, date(2026, 5, 1), 0), (2, date(2026, 1, 1), 0), (3, None, 4))
    )

    assert efforts_in_order((late, early, placed)) == (placed, early, late)
    assert [(each.id, each.position) for each in moved_effort((late, early, placed), EffortId(1), 1)] == [
        (1, 1),
        (3, 2),
        (2, 3),
    ]


def test_a_goals_own_scores_are_its_owners() -> None:
    common, members = a_goal(), replace(a_goal(), citizen_id=CitizenId(7))
    anna = Party(PartyKind.CITIZEN, 7)
    together, hers = scored(common.id, 6, DAY), scored(common.id, 3, DAY, anna)
    others = (scored(common.id, 4, DAY, Party(PartyKind.EMPLOYEE, 5)), scored(GoalId(99), 2, DAY))

    assert owners_scores(common, (together, hers, *others)) == (together,)
    assert owners_scores(members, (together, hers, *others)) == (together, hers)
