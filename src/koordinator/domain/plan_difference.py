"""Nyt siden sidst: what is different between two versions of a plan, as facts for sentences, in the plan's order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias, TypeVar

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    ContactCard,
    GoalContent,
    PendingContent,
    SubgoalContent,
    latest_of_each,
)
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.plan_content import EffortContent, OtherPlanContent, PlanContent
from koordinator.domain.register import PlanRelation
from koordinator.domain.steps import Step


class ChangeKind(StrEnum):
    """What kind of thing is different."""

    STEP = "step"
    COORDINATOR = "coordinator"
    WORDS = "words"
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
    `after` what it was and is, `part_of` the goal it belongs to.
    """

    kind: ChangeKind
    name: str = ""
    before: Value = None
    after: Value = None
    part_of: str = ""


Part = TypeVar("Part")
_WORD_FIELDS: Final = ("own_words", "must_not_be_lost", "strengths", "challenges", "disagreements")
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
        *_paired(old.goals, new.goals, _goal_key, _GOALS),
        *_paired(old.efforts, new.efforts, _effort_key, _EFFORTS),
        *_paired(old.agreements, new.agreements, _agreement_key, _AGREEMENTS),
        *_paired(old.pending, new.pending, _pending_key, _DECISIONS),
        *_paired(old.contacts, new.contacts, _contact_key, _CONTACTS),
        *_paired(old.other_plans, new.other_plans, _other_plan_key, _OTHER_PLANS),
        *_of_dates(old, new),
    )


@dataclass(frozen=True, slots=True)
class _Comparison:
    """How the parts of one kind are compared: what is said of a new one, a gone one, and one that is in both."""

    new: Callable[..., Iterable[PlanChange]]
    gone: Callable[..., Iterable[PlanChange]]
    both: Callable[..., Iterable[PlanChange]]


def _paired(
    old: Iterable[Part], new: Iterable[Part], key: Callable[[Part], object], compare: _Comparison
) -> Iterator[PlanChange]:
    before, after = {key(part): part for part in old}, {key(part): part for part in new}
    for name, part in after.items():
        if name in before:
            yield from compare.both(before[name], part)
        else:
            yield from compare.new(part)
    for name, part in before.items():
        if name not in after:
            yield from compare.gone(part)


def _of_the_whole(old: PlanContent, new: PlanContent) -> Iterator[PlanChange]:
    if old.step is not new.step:
        yield PlanChange(ChangeKind.STEP, before=old.step, after=new.step)
    coordinators = [plan.coordinator.name if plan.coordinator else "" for plan in (old, new)]
    if coordinators[0] != coordinators[1]:
        yield PlanChange(ChangeKind.COORDINATOR, before=coordinators[0], after=coordinators[1])
    for field in _WORD_FIELDS:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield PlanChange(ChangeKind.WORDS, field, before, after)


def _of_dates(old: PlanContent, new: PlanContent) -> Iterator[PlanChange]:
    if old.next_meeting != new.next_meeting:
        yield PlanChange(ChangeKind.NEXT_MEETING, before=old.next_meeting, after=new.next_meeting)
    if old.review_on != new.review_on:
        yield PlanChange(ChangeKind.REVIEW, before=old.review_on, after=new.review_on)


def _goal_key(goal: GoalContent) -> object:
    return goal.uid


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
    known = {each.latest for each in latest_of_each(old.others_scores)}
    for latest, before in latest_of_each(new.others_scores):
        if latest not in known:
            given = before.score if before else None
            yield PlanChange(ChangeKind.GOAL_SCORED_BY, latest.who, given, latest.score, new.title)


def _changed_subgoals(old: GoalContent, new: GoalContent) -> Iterator[PlanChange]:
    before = {subgoal.title: subgoal for subgoal in old.subgoals}
    for subgoal in new.subgoals:
        earlier = before.get(subgoal.title, SubgoalContent(""))
        if subgoal.reached_on is not None and earlier.reached_on is None:
            yield PlanChange(ChangeKind.SUBGOAL_REACHED, subgoal.title, after=subgoal.reached_on, part_of=new.title)
        elif subgoal.title not in before:
            yield PlanChange(ChangeKind.SUBGOAL_NEW, subgoal.title, part_of=new.title)


def _effort_key(effort: EffortContent) -> object:
    return effort.name, effort.member_uid, effort.provider


def _new_effort(effort: EffortContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.EFFORT_NEW, effort.name, after=effort.provider)


def _gone_effort(effort: EffortContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.EFFORT_GONE, effort.name)


def _changed_effort(old: EffortContent, new: EffortContent) -> Iterator[PlanChange]:
    if old != new:
        yield PlanChange(ChangeKind.EFFORT_CHANGED, new.name, old.amount, new.amount)


def _agreement_key(agreement: AgreementContent) -> object:
    return agreement.uid


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


def _pending_key(decision: PendingContent) -> object:
    return decision.uid


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


def _contact_key(card: ContactCard) -> object:
    return card.name, card.organisation


def _new_contact(card: ContactCard) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.CONTACT_NEW, card.name, after=card.helps_with)


def _gone_contact(card: ContactCard) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.CONTACT_GONE, card.name)


def _changed_contact(old: ContactCard, new: ContactCard) -> Iterator[PlanChange]:
    if (old.phone, old.phone_hours, old.email) != (new.phone, new.phone_hours, new.email):
        yield PlanChange(ChangeKind.CONTACT_CHANGED, new.name, old.phone, new.phone)
    if old.helps_with != new.helps_with:
        yield PlanChange(ChangeKind.CONTACT_HELPS, new.name, old.helps_with, new.helps_with)


def _other_plan_key(plan: OtherPlanContent) -> object:
    return plan.title, plan.owner, plan.member_uid


def _new_other_plan(plan: OtherPlanContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.OTHER_PLAN_NEW, plan.title, after=plan.relation)


def _gone_other_plan(plan: OtherPlanContent) -> Iterator[PlanChange]:
    yield PlanChange(ChangeKind.OTHER_PLAN_GONE, plan.title)


def _changed_other_plan(old: OtherPlanContent, new: OtherPlanContent) -> Iterator[PlanChange]:
    if old.relation is not new.relation:
        yield PlanChange(ChangeKind.OTHER_PLAN_RELATION, new.title, old.relation, new.relation)


_GOALS: Final = _Comparison(_new_goal, _gone_goal, _changed_goal)
_EFFORTS: Final = _Comparison(_new_effort, _gone_effort, _changed_effort)
_AGREEMENTS: Final = _Comparison(_new_agreement, _gone_agreement, _changed_agreement)
_DECISIONS: Final = _Comparison(_new_decision, _gone_decision, _changed_decision)
_CONTACTS: Final = _Comparison(_new_contact, _gone_contact, _changed_contact)
_OTHER_PLANS: Final = _Comparison(_new_other_plan, _gone_other_plan, _changed_other_plan)
