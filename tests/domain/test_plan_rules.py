"""What a plan's fields hold, and what makes it worth approving."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import CitizenId, GoalId, JointPlanId, OtherPlanId, RowId
from koordinator.domain.joint_plan import GoalStatus, NothingToApprove, ScoreOutOfRange, Subgoal
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.plan_rules import (
    check_approvable,
    checked_goal,
    checked_other_plan,
    checked_plan,
    checked_subgoal,
    moved_goal,
    new_goal,
    new_subgoal,
    scored,
    with_dates_of_approval,
)
from koordinator.domain.register import OtherPlan
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
        lambda: checked_other_plan(OtherPlan(OtherPlanId(1), CitizenId(1), "")),
    ],
)
def test_what_is_listed_has_a_title(empty: Callable[[], object]) -> None:
    with pytest.raises(FieldMissing):
        empty()


def test_a_members_own_goal_is_not_common() -> None:
    assert a_goal().is_common
    assert not replace(a_goal(), citizen_id=CitizenId(1)).is_common


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
