"""What the fields of a plan may hold, what makes it worth approving, and which period a version is in force."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from koordinator.domain import limits
from koordinator.domain.ids import GoalId, JointPlanId, RowId
from koordinator.domain.joint_plan import (
    Goal,
    GoalScore,
    GoalStatus,
    JointPlan,
    NothingToApprove,
    PlanVersion,
    ScoreOutOfRange,
    Subgoal,
)
from koordinator.domain.plan_content import PLAN_SCHEMA, PlanContent
from koordinator.domain.register import OtherPlan
from koordinator.domain.snapshot import canonical_json, sha256_of

BEST_PROGRESS: Final = 10

_PLAN_LIMITS: Final = {
    "plan_type": limits.LINE,
    "legal_basis": limits.LINE,
    "own_words": limits.LONG,
    "must_not_be_lost": limits.LONG,
    "strengths": limits.LONG,
    "challenges": limits.LONG,
    "disagreements": limits.LONG,
}
_GOAL_LIMITS: Final = {
    "title": limits.LINE,
    "citizens_wording": limits.PARAGRAPH,
    "own_part": limits.PARAGRAPH,
    "practising": limits.PARAGRAPH,
}

_OTHER_PLAN_LIMITS: Final = {
    "title": limits.LINE,
    "owner": limits.LINE,
    "goal": limits.PARAGRAPH,
    "legal_basis": limits.LINE,
}


def checked_plan(plan: JointPlan) -> JointPlan:
    """The plan when each field is within its limit. Raises FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(plan, _PLAN_LIMITS)


def checked_goal(goal: Goal) -> Goal:
    """The goal when it has a title and each field is within its limit.

    Raises FieldMissing, FieldTooLong or UnusableCharacter.
    """
    return limits.checked_fields(goal, _GOAL_LIMITS, required=("title",))


def checked_subgoal(subgoal: Subgoal) -> Subgoal:
    """The subgoal when it has a title within its limit. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(subgoal, {"title": limits.LINE}, required=("title",))


def checked_other_plan(plan: OtherPlan) -> OtherPlan:
    """The other plan when it has a title and each field is within its limit.

    Raises FieldMissing, FieldTooLong or UnusableCharacter.
    """
    return limits.checked_fields(plan, _OTHER_PLAN_LIMITS, required=("title",))


def new_goal(uid: str, plan_id: JointPlanId, title: str, others: Iterable[Goal]) -> Goal:
    """A goal after the others. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    position = max((goal.position for goal in others), default=0) + 1
    return checked_goal(Goal(GoalId(0), uid, plan_id, position, title))


def new_subgoal(goal_id: GoalId, title: str, others: Iterable[Subgoal]) -> Subgoal:
    """A subgoal after the others. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    position = max((subgoal.position for subgoal in others), default=0) + 1
    return checked_subgoal(Subgoal(RowId(0), goal_id, position, title))


def scored(goal_id: GoalId, score: int, on: date) -> GoalScore:
    """The citizen's score of a goal on a day. Raises ScoreOutOfRange."""
    if not 0 <= score <= BEST_PROGRESS:
        raise ScoreOutOfRange(score)
    return GoalScore(RowId(0), goal_id, on, score)


def moved_goal(goals: Iterable[Goal], goal_id: GoalId, position: int) -> tuple[Goal, ...]:
    """The goals whose position changes when the one is put at the position (from 1; beyond the ends is the end)."""
    ordered = sorted(goals, key=lambda goal: (goal.position, goal.id))
    goal = next(each for each in ordered if each.id == goal_id)
    others = [each for each in ordered if each.id != goal_id]
    others.insert(max(position, 1) - 1, goal)
    return tuple(replace(each, position=n) for n, each in enumerate(others, start=1) if each.position != n)


def check_approvable(plan: JointPlan, goals: Iterable[Goal]) -> None:
    """Raises NothingToApprove when there is neither the citizen's own words nor a goal."""
    if not plan.own_words and not any(goal.status is not GoalStatus.PUT_ASIDE for goal in goals):
        raise NothingToApprove


def with_dates_of_approval(plan: JointPlan, today: date, review_interval_days: int) -> JointPlan:
    """The plan in force from its first approval on, with a review ahead where none is set or it has passed."""
    review_on = plan.review_on
    if review_on is None or review_on <= today:
        review_on = today + timedelta(days=review_interval_days)
    return replace(plan, from_on=plan.from_on or today, review_on=review_on)


def frozen(version: PlanVersion, content: PlanContent) -> PlanVersion:
    """The version with its content as canonical JSON and SHA-256; it never changes again."""
    text = canonical_json(content)
    return replace(
        version,
        content=text,
        schema_number=PLAN_SCHEMA,
        sha256=sha256_of(text),
        has_common_goal=content.has_common_goal,
    )
