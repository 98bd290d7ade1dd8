"""What the fields of a plan may hold, what makes it worth approving, and which period a version is in force."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from koordinator.domain import limits
from koordinator.domain.ids import CitizenId, EffortId, GoalId, JointPlanId, RowId, ThemeId
from koordinator.domain.joint_plan import (
    Goal,
    GoalScore,
    GoalStatus,
    JointPlan,
    MemberPart,
    NothingToApprove,
    PlanVersion,
    ScoreOutOfRange,
    Subgoal,
    ThemeScore,
    Viewpoint,
)
from koordinator.domain.party import Party, keys_of
from koordinator.domain.plan_content import PLAN_SCHEMA, PlanContent
from koordinator.domain.plan_types import PlanType, earliest, follow_up_due
from koordinator.domain.register import Effort, OtherPlan
from koordinator.domain.snapshot import canonical_json, sha256_of

LEAST_PROGRESS: Final = 1
BEST_PROGRESS: Final = 10
SCORES: Final = range(LEAST_PROGRESS, BEST_PROGRESS + 1)

_PLAN_LIMITS: Final = {
    "plan_type": limits.LINE,
    "legal_basis": limits.LINE,
    "own_words": limits.LONG,
    "must_not_be_lost": limits.LONG,
    "strengths": limits.LONG,
    "challenges": limits.LONG,
    "disagreements": limits.LONG,
    "own_contribution": limits.LONG,
    "relatives_contribution": limits.LONG,
}
_GOAL_LIMITS: Final = {
    "title": limits.LINE,
    "citizens_wording": limits.PARAGRAPH,
    "own_part": limits.PARAGRAPH,
    "practising": limits.PARAGRAPH,
}

_MEMBER_LIMITS: Final = dict.fromkeys(("own_words", "strengths", "challenges", "own_contribution"), limits.LONG)
_VIEWPOINT_LIMITS: Final = {"about": limits.LINE, "says": limits.PARAGRAPH}


@dataclass(frozen=True, slots=True)
class View:
    """How somebody sees it (nobody named is the citizen or the family), and in whose part of the plan it stands."""

    says: str
    who: Party | None = None
    about: str = ""
    member_id: CitizenId | None = None


def checked_plan(plan: JointPlan) -> JointPlan:
    """The plan when each field is within its limit. Raises FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(plan, _PLAN_LIMITS)


def checked_member_part(part: MemberPart) -> MemberPart:
    """The member's part when each field is within its limit. Raises FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(part, _MEMBER_LIMITS)


def checked_viewpoint(viewpoint: Viewpoint) -> Viewpoint:
    """The viewpoint when it says something. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(viewpoint, _VIEWPOINT_LIMITS, required=("says",))


def new_viewpoint(plan_id: JointPlanId, view: View, others: Iterable[Viewpoint]) -> Viewpoint:
    """A viewpoint after the others. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    position = max((other.position for other in others), default=0) + 1
    return changed_viewpoint(Viewpoint(RowId(0), plan_id, position, view.about, view.says), view)


def changed_viewpoint(viewpoint: Viewpoint, view: View) -> Viewpoint:
    """The viewpoint as it is said now. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    keys = keys_of(view.who)
    return checked_viewpoint(
        replace(
            viewpoint,
            about=view.about,
            says=view.says,
            member_id=view.member_id,
            citizen_id=keys.citizen_id,
            employee_id=keys.employee_id,
            contact_person_id=keys.contact_person_id,
        )
    )


def checked_goal(goal: Goal) -> Goal:
    """The goal when it has a title and each field is within its limit.

    Raises FieldMissing, FieldTooLong or UnusableCharacter.
    """
    return limits.checked_fields(goal, _GOAL_LIMITS, required=("title",))


def checked_subgoal(subgoal: Subgoal) -> Subgoal:
    """The subgoal when it has a title within its limit. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(subgoal, {"title": limits.LINE}, required=("title",))


def new_goal(
    uid: str, plan_id: JointPlanId, title: str, others: Iterable[Goal], member_id: CitizenId | None = None
) -> Goal:
    """A goal after the others, common or a member's own. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    position = max((goal.position for goal in others), default=0) + 1
    return checked_goal(Goal(GoalId(0), uid, plan_id, position, title, citizen_id=member_id))


def new_subgoal(goal_id: GoalId, title: str, others: Iterable[Subgoal]) -> Subgoal:
    """A subgoal after the others. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    position = max((subgoal.position for subgoal in others), default=0) + 1
    return checked_subgoal(Subgoal(RowId(0), goal_id, position, title))


def check_score(score: int) -> None:
    """Raises ScoreOutOfRange unless it is from 1 to 10."""
    if score not in SCORES:
        raise ScoreOutOfRange(score)


def scored(goal_id: GoalId, score: int, on: date, by: Party | None = None) -> GoalScore:
    """The score somebody gives a goal on a day; nobody named is the citizen or the family. Raises ScoreOutOfRange."""
    check_score(score)
    keys = keys_of(by)
    return GoalScore(RowId(0), goal_id, on, score, keys.citizen_id, keys.employee_id, keys.contact_person_id)


def owners_scores(goal: Goal, scores: Iterable[GoalScore]) -> tuple[GoalScore, ...]:
    """Those of the scores that are the goal's owner's own: the citizen's, the family's together, or the member's."""
    own = (each for each in scores if each.goal_id == goal.id and each.is_own)
    return tuple(each for each in own if each.citizen_id in (None, goal.citizen_id))


def scored_theme(plan_id: JointPlanId, theme_id: ThemeId, score: int, on: date, by: Party | None = None) -> ThemeScore:
    """The score somebody gives a theme on a day; nobody named is the citizen or the family. Raises ScoreOutOfRange."""
    check_score(score)
    keys = keys_of(by)
    whose = (keys.citizen_id, keys.employee_id, keys.contact_person_id)
    return ThemeScore(RowId(0), plan_id, theme_id, on, score, *whose)


def efforts_in_order(efforts: Iterable[Effort]) -> tuple[Effort, ...]:
    """The efforts as the plan takes them: those placed in their order, then the others by their first day."""
    return tuple(
        sorted(efforts, key=lambda each: (not each.position, each.position, each.from_on or date.min, each.id))
    )


def moved_effort(efforts: Iterable[Effort], effort_id: EffortId, position: int) -> tuple[Effort, ...]:
    """The efforts whose position changes when the one is put at the position (from 1; beyond the ends is the end)."""
    ordered = list(efforts_in_order(efforts))
    effort = next(each for each in ordered if each.id == effort_id)
    ordered.remove(effort)
    ordered.insert(max(position, 1) - 1, effort)
    return tuple(replace(each, position=n) for n, each in enumerate(ordered, start=1) if each.position != n)


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


def with_dates_of_approval(
    plan: JointPlan, today: date, review_interval_days: int, plan_type: PlanType | None = None
) -> JointPlan:
    """The plan in force from its first approval on, with a review ahead where none is set or it has passed.

    The review is never later than the follow-up that the plan's type demands; approving is one.
    """
    review_on = plan.review_on
    if review_on is None or review_on <= today:
        review_on = today + timedelta(days=review_interval_days)
    due = follow_up_due(plan_type, plan.from_on or today, today if plan.from_on else None) if plan_type else None
    return replace(plan, from_on=plan.from_on or today, review_on=earliest(review_on, due))


def of_type(plan: JointPlan, plan_type: PlanType | None, followed_up_on: date | None) -> JointPlan:
    """The plan as one of the type (None: of none), by its legal basis; once in force its review follows the type.

    `followed_up_on` is the day its newest version was approved.
    """
    if plan_type is None:
        return replace(plan, plan_type="", legal_basis="")
    due = follow_up_due(plan_type, plan.from_on, followed_up_on) if plan.from_on else None
    review_on = earliest(plan.review_on, due)
    return replace(plan, plan_type=plan_type.key, legal_basis=plan_type.legal_basis, review_on=review_on)


def other_of_type(plan: OtherPlan, plan_type: PlanType | None, today: date) -> OtherPlan:
    """The other plan as one of the type; its follow-up is never later than the type demands, unless that has passed."""
    if plan_type is None:
        return replace(plan, plan_type="")
    due = follow_up_due(plan_type, plan.from_on or today, None)
    follow_up_on = earliest(plan.follow_up_on, due if due and due >= today else None)
    basis = plan_type.legal_basis or plan.legal_basis
    return replace(plan, plan_type=plan_type.key, legal_basis=basis, follow_up_on=follow_up_on)


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
