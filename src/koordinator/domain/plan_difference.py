"""Nyt siden sidst: what is different between two versions of a plan, as facts for sentences, in the plan's order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    ContactCard,
    GoalContent,
    PendingContent,
    ScoreContent,
    latest_of_each,
)
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.plan_comparison import FIELDS
from koordinator.domain.plan_content import (
    EffortContent,
    OtherPlanContent,
    PlanContent,
    ThemeScores,
    ViewpointContent,
)
from koordinator.domain.plan_pairs import (
    Part,
    by_uid,
    contact_key,
    effort_key,
    other_plan_key,
    paired,
    theme_key,
    viewpoint_key,
)
from koordinator.domain.register import PlanRelation
from koordinator.domain.steps import Step


class ChangeKind(StrEnum):
    """What kind of thing is different."""

    STEP = "step"
    COORDINATOR = "coordinator"
    WORDS = "words"
    MEMBER_WORDS = "member_words"
    VIEW_NEW = "view_new"
    VIEW_CHANGED = "view_changed"
    VIEW_GONE = "view_gone"
    THEME_SCORED = "theme_scored"
    THEME_SCORED_BY = "theme_scored_by"
    GOAL_NEW = "goal_new"
    GOAL_REACHED = "goal_reached"
    GOAL_PUT_ASIDE = "goal_put_aside"
    GOAL_TAKEN_UP = "goal_taken_up"
    GOAL_RENAMED = "goal_renamed"
    GOAL_WORDS = "goal_words"
    GOAL_SCORED = "goal_scored"
    GOAL_SCORED_BY = "goal_scored_by"
    GOAL_GONE = "goal_gone"
    SUBGOAL_NEW = "subgoal_new"
    SUBGOAL_REACHED = "subgoal_reached"
    EFFORT_NEW = "effort_new"
    EFFORT_CHANGED = "effort_changed"
    EFFORT_GONE = "effort_gone"
    EFFORT_ORDER = "effort_order"
    AGREEMENT_NEW = "agreement_new"
    AGREEMENT_DONE = "agreement_done"
    AGREEMENT_NOT_DONE = "agreement_not_done"
    AGREEMENT_PERSON = "agreement_person"
    AGREEMENT_DAY = "agreement_day"
    AGREEMENT_WORDS = "agreement_words"
    AGREEMENT_OPEN_AGAIN = "agreement_open_again"
    AGREEMENT_GONE = "agreement_gone"
    DECISION_NEW = "decision_new"
    DECISION_ANSWERED = "decision_answered"
    DECISION_CHANGED = "decision_changed"
    DECISION_GONE = "decision_gone"
    CONTACT_NEW = "contact_new"
    CONTACT_CHANGED = "contact_changed"
    CONTACT_HELPS = "contact_helps"
    CONTACT_GONE = "contact_gone"
    OTHER_PLAN_NEW = "other_plan_new"
    OTHER_PLAN_RELATION = "other_plan_relation"
    OTHER_PLAN_GONE = "other_plan_gone"
    NEXT_MEETING = "next_meeting"
    REVIEW = "review"


Value: TypeAlias = str | int | date | Step | PlanRelation | AppointmentContent | None


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One difference.

    `name` is what is different (a goal's title, an agreement's words, a field's name), `before` and
    `after` what it was and is, `part_of` the goal, theme or member it belongs to.
    """

    kind: ChangeKind
    name: str = ""
    before: Value = None
    after: Value = None
    part_of: str = ""


_MEMBER_FIELDS: Final = ("own_words", "strengths", "challenges", "own_contribution")
_GOAL_FIELDS: Final = ("citizens_wording", "own_part", "practising")
_STATUS_KINDS: Final = {
    GoalStatus.REACHED: ChangeKind.GOAL_REACHED,
    GoalStatus.PUT_ASIDE: ChangeKind.GOAL_PUT_ASIDE,
    GoalStatus.ACTIVE: ChangeKind.GOAL_TAKEN_UP,
}

_SETTLED: Final = {
    AgreementStatus.DONE: (ChangeKind.AGREEMENT_DONE, "who"),
    AgreementStatus.NOT_DONE: (ChangeKind.AGREEMENT_NOT_DONE, "not_done_reason"),
    AgreementStatus.OPEN: (ChangeKind.AGREEMENT_OPEN_AGAIN, "who"),
}


def difference(old: PlanContent, new: PlanContent) -> tuple[PlanChange, ...]:
    """What is different in the new version, seen from the old one. Nothing for two that say the same."""
    return (
        *_of_the_whole(old, new),
        *_of_members(old, new),
        *_told(old.viewpoints, new.viewpoints, viewpoint_key, _VIEWPOINTS),
        *_told(old.theme_scores, new.theme_scores, theme_key, _THEMES),
        *_told(old.goals, new.goals, by_uid, _GOALS),
        *_told(old.efforts, new.efforts, effort_key, _EFFORTS),
        *_of_order(old, new),
        *_told(old.agreements, new.agreements, by_uid, _AGREEMENTS),
        *_told(old.pending, new.pending, by_uid, _DECISIONS),
        *_told(old.contacts, new.contacts, contact_key, _CONTACTS),
        *_told(old.other_plans, new.other_plans, other_plan_key, _OTHER_PLANS),
        *_of_dates(old, new),
    )


@dataclass(frozen=True, slots=True)
class _Comparison:
    """How the parts of one kind are compared: what is said of a new one, a gone one, and one that is in both."""

    new: Callable[..., Iterable[PlanChange]]
    gone: Callable[..., Iterable[PlanChange]]
    both: Callable[..., Iterable[PlanChange]]


def _told(
    old: Iterable[Part], new: Iterable[Part], key: Callable[[Part], object], compare: _Comparison
) -> Iterator[PlanChange]:
    for before, after in paired(old, new, key):
        if before is None:
            yield from compare.new(after)
        elif after is None:
            yield from compare.gone(before)
        else:
            yield from compare.both(before, after)


def _of_the_whole(old: PlanContent, new: PlanContent) -> Iterator[PlanChange]:
    if old.step is not new.step:
        yield PlanChange(ChangeKind.STEP, before=old.step, after=new.step)
    coordinators = [plan.coordinator.name if plan.coordinator else "" for plan in (old, new)]
    if coordinators[0] != coordinators[1]:
        yield PlanChange(ChangeKind.COORDINATOR, before=coordinators[0], after=coordinators[1])
    for field in FIELDS:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield PlanChange(ChangeKind.WORDS, field, before, after)


def _of_members(old: PlanContent, new: PlanContent) -> Iterator[PlanChange]:
    for member in new.subject.members:
        earlier, part = old.member_part(member.uid), new.member_part(member.uid)
        for field in _MEMBER_FIELDS:
            before, after = getattr(earlier, field), getattr(part, field)
            if before != after:
                yield PlanChange(ChangeKind.MEMBER_WORDS, field, before, after, member.name)


def _of_order(old: PlanContent, new: PlanContent) -> Iterator[PlanChange]:
    """The efforts that stand in both, taken in another order."""
    before, after = ({effort_key(each): None for each in plan.efforts} for plan in (old, new))
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield PlanChange(ChangeKind.EFFORT_ORDER)


def _of_dates(old: PlanContent, new: PlanContent) -> Iterator[PlanChange]:
    if old.next_meeting != new.next_meeting:
        yield PlanChange(ChangeKind.NEXT_MEETING, before=old.next_meeting, after=new.next_meeting)
    if old.review_on != new.review_on:
        yield PlanChange(ChangeKind.REVIEW, before=old.review_on, after=new.review_on)


def _new_goal(goal: GoalContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.GOAL_NEW, goal.title)


def _gone_goal(goal: GoalContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.GOAL_GONE, goal.title)


def _changed_goal(old: GoalContent, new: GoalContent) -> Iterator[PlanChange]:
    if old.title != new.title:
        yield PlanChange(ChangeKind.GOAL_RENAMED, new.title, old.title, new.title)
    if old.status is not new.status:
        yield PlanChange(_STATUS_KINDS[new.status], new.title)
    for field in _GOAL_FIELDS:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield PlanChange(ChangeKind.GOAL_WORDS, field, before, after, new.title)
    yield from _changed_subgoals(old, new)
    yield from _scored(old, new)


def _scored(old: GoalContent, new: GoalContent) -> Iterator[PlanChange]:
    own, earlier = new.own_scores, old.own_scores
    if own and own[-1:] != earlier[-1:]:
        yield PlanChange(ChangeKind.GOAL_SCORED, new.title, earlier[-1].score if earlier else None, own[-1].score)
    yield from _scored_by(ChangeKind.GOAL_SCORED_BY, old.others_scores, new.others_scores, new.title)


def _scored_by(
    kind: ChangeKind, old: Iterable[ScoreContent], new: Iterable[ScoreContent], part_of: str
) -> Iterator[PlanChange]:
    known = {each.latest for each in latest_of_each(old)}
    for latest, before in latest_of_each(new):
        if latest not in known:
            yield PlanChange(kind, latest.who, before.score if before else None, latest.score, part_of)


def _new_theme(new: ThemeScores) -> Iterator[PlanChange]:
    return _changed_theme(ThemeScores(new.theme, ()), new)


def _gone_theme(_theme: ThemeScores) -> Iterator[PlanChange]:
    """Numbers that were given are never taken back; a theme that is renamed is told under its new name."""
    return iter(())


def _changed_theme(old: ThemeScores, new: ThemeScores) -> Iterator[PlanChange]:
    for change in _scored_by(ChangeKind.THEME_SCORED_BY, old.scores, new.scores, new.theme.name):
        yield change if change.name else replace(change, kind=ChangeKind.THEME_SCORED)


def _new_view(view: ViewpointContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.VIEW_NEW, view.who, after=view.says, part_of=view.about)


def _gone_view(view: ViewpointContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.VIEW_GONE, view.who, before=view.says, part_of=view.about)


def _changed_view(old: ViewpointContent, new: ViewpointContent) -> Iterator[PlanChange]:
    if old.says != new.says:
        yield PlanChange(ChangeKind.VIEW_CHANGED, new.who, old.says, new.says, new.about)


def _changed_subgoals(old: GoalContent, new: GoalContent) -> Iterator[PlanChange]:
    before = {subgoal.title for subgoal in old.subgoals}
    reached = {subgoal.title for subgoal in old.subgoals if subgoal.reached_on is not None}
    for subgoal in new.subgoals:
        if subgoal.reached_on is not None and subgoal.title not in reached:
            yield PlanChange(ChangeKind.SUBGOAL_REACHED, subgoal.title, after=subgoal.reached_on, part_of=new.title)
        elif subgoal.title not in before:
            yield PlanChange(ChangeKind.SUBGOAL_NEW, subgoal.title, part_of=new.title)


def _new_effort(effort: EffortContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.EFFORT_NEW, effort.name, after=effort.provider)


def _gone_effort(effort: EffortContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.EFFORT_GONE, effort.name)


def _changed_effort(old: EffortContent, new: EffortContent) -> Iterator[PlanChange]:
    if old != new:
        yield PlanChange(ChangeKind.EFFORT_CHANGED, new.name, old.amount, new.amount)


def _new_agreement(agreement: AgreementContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.AGREEMENT_NEW, agreement.what, after=agreement.who)


def _gone_agreement(agreement: AgreementContent) -> Iterator[PlanChange]:
    """One that was settled in the old version has been told of, and just leaves the plan."""
    if agreement.status is AgreementStatus.OPEN:
        yield PlanChange(ChangeKind.AGREEMENT_GONE, agreement.what)


def _changed_agreement(old: AgreementContent, new: AgreementContent) -> Iterator[PlanChange]:
    if old.what != new.what:
        yield PlanChange(ChangeKind.AGREEMENT_WORDS, new.what, old.what, new.what)
    if old.status is not new.status:
        kind, after = _SETTLED[new.status]
        yield PlanChange(kind, new.what, after=getattr(new, after))
    if old.who != new.who:
        yield PlanChange(ChangeKind.AGREEMENT_PERSON, new.what, old.who, new.who)
    if (old.due_on, old.rhythm) != (new.due_on, new.rhythm):
        yield PlanChange(ChangeKind.AGREEMENT_DAY, new.what, old.due_on or old.rhythm, new.due_on or new.rhythm)


def _new_decision(decision: PendingContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.DECISION_NEW, decision.what, decision.employee, decision.answer_by_on)


def _gone_decision(decision: PendingContent) -> Iterator[PlanChange]:
    """One that had its outcome in the old version has been told of, and just leaves the plan."""
    if decision.outcome_on is None:
        yield PlanChange(ChangeKind.DECISION_GONE, decision.what)


def _changed_decision(old: PendingContent, new: PendingContent) -> Iterator[PlanChange]:
    if old.outcome_on is None and new.outcome_on is not None:
        yield PlanChange(ChangeKind.DECISION_ANSWERED, new.what, after=new.outcome)
    elif (old.employee, old.answer_by_on) != (new.employee, new.answer_by_on):
        yield PlanChange(ChangeKind.DECISION_CHANGED, new.what, new.employee, new.answer_by_on)


def _new_contact(card: ContactCard) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.CONTACT_NEW, card.name, after=card.helps_with)


def _gone_contact(card: ContactCard) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.CONTACT_GONE, card.name)


def _changed_contact(old: ContactCard, new: ContactCard) -> Iterator[PlanChange]:
    if (old.phone, old.phone_hours, old.email) != (new.phone, new.phone_hours, new.email):
        yield PlanChange(ChangeKind.CONTACT_CHANGED, new.name, old.phone, new.phone)
    if old.helps_with != new.helps_with:
        yield PlanChange(ChangeKind.CONTACT_HELPS, new.name, old.helps_with, new.helps_with)


def _new_other_plan(plan: OtherPlanContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.OTHER_PLAN_NEW, plan.title, after=plan.relation)


def _gone_other_plan(plan: OtherPlanContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.OTHER_PLAN_GONE, plan.title)


def _changed_other_plan(old: OtherPlanContent, new: OtherPlanContent) -> Iterator[PlanChange]:
    if old.relation is not new.relation:
        yield PlanChange(ChangeKind.OTHER_PLAN_RELATION, new.title, old.relation, new.relation)


_VIEWPOINTS: Final = _Comparison(_new_view, _gone_view, _changed_view)
_THEMES: Final = _Comparison(_new_theme, _gone_theme, _changed_theme)
_GOALS: Final = _Comparison(_new_goal, _gone_goal, _changed_goal)
_EFFORTS: Final = _Comparison(_new_effort, _gone_effort, _changed_effort)
_AGREEMENTS: Final = _Comparison(_new_agreement, _gone_agreement, _changed_agreement)
_DECISIONS: Final = _Comparison(_new_decision, _gone_decision, _changed_decision)
_CONTACTS: Final = _Comparison(_new_contact, _gone_contact, _changed_contact)
_OTHER_PLANS: Final = _Comparison(_new_other_plan, _gone_other_plan, _changed_other_plan)
