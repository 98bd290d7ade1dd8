"""What an approved joint plan says, whole and on its own: the frozen version that every paper is made from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    ContactCard,
    GoalContent,
    PendingContent,
    ScoreContent,
    Sender,
    SubjectContent,
    ThemeContent,
    Uid,
)
from koordinator.domain.joint_plan import GoalStatus, PlanVersion
from koordinator.domain.register import PlanRelation
from koordinator.domain.snapshot import SnapshotTooNew, check_snapshot, read_json
from koordinator.domain.steps import Step

PLAN_SCHEMA: Final = 1


@dataclass(frozen=True, slots=True)
class EffortContent:
    """An effort and the goals it serves (none: it is not tied to a goal yet). Stands in the plan's order."""

    name: str
    purpose: str = ""
    provider: str = ""
    department: str = ""
    legal_basis: str = ""
    amount: str = ""
    paid_by: str = ""
    from_on: date | None = None
    until_on: date | None = None
    member_uid: Uid | None = None
    goal_uids: tuple[Uid, ...] = ()
    theme: ThemeContent | None = None


@dataclass(frozen=True, slots=True)
class OtherPlanContent:
    """One of the citizen's plans elsewhere, and how it stands to this one."""

    title: str
    owner: str = ""
    goal: str = ""
    legal_basis: str = ""
    relation: PlanRelation = PlanRelation.BESIDE
    from_on: date | None = None
    until_on: date | None = None
    follow_up_on: date | None = None
    member_uid: Uid | None = None


@dataclass(frozen=True, slots=True)
class ConsentContent:
    """What may be shared with whom and for what, and what the consent does not cover."""

    purpose: str
    shared_with: str
    not_covered: str = ""
    given_by: str = ""
    legal_basis: str = ""
    from_on: date | None = None
    until_on: date | None = None
    member_uid: Uid | None = None


@dataclass(frozen=True, slots=True)
class MemberPartContent:
    """One family member's own part of the family's plan."""

    member_uid: Uid
    own_words: str = ""
    strengths: str = ""
    challenges: str = ""
    own_contribution: str = ""


@dataclass(frozen=True, slots=True)
class ViewpointContent:
    """Where we disagree: how one person sees it. `who` is empty for the citizen or the family themselves.

    `who_uid` is set when it is one of the citizens, `member_uid` when it stands in a member's part.
    """

    about: str
    says: str
    who: str = ""
    who_uid: Uid | None = None
    member_uid: Uid | None = None


@dataclass(frozen=True, slots=True)
class ThemeScores:
    """A theme, and its scores in the order they were given."""

    theme: ThemeContent
    scores: tuple[ScoreContent, ...]


@dataclass(frozen=True, slots=True)
class PlanContent:
    """The joint plan as it stood on a day.

    `number` is None for a draft. `approved_on` and `approved_by` belong to an approved version; a
    draft has the day it was looked at and nobody. `contacts` begin with the coordinator. `agreements`
    are the open ones and those settled since the version before. `statutory_on` is the last day for the
    follow-up that the plan's type demands. `promises_due` counts the authority's promises
    that have fallen due, `promises_kept` those kept in time (see `promises`).
    """

    uid: Uid
    sender: Sender
    subject: SubjectContent
    number: int | None
    approved_on: date
    approved_by: str = ""
    step: Step | None = None
    plan_type: str = ""
    legal_basis: str = ""
    own_words: str = ""
    must_not_be_lost: str = ""
    strengths: str = ""
    challenges: str = ""
    disagreements: str = ""
    own_contribution: str = ""
    relatives_contribution: str = ""
    members: tuple[MemberPartContent, ...] = ()
    viewpoints: tuple[ViewpointContent, ...] = ()
    theme_scores: tuple[ThemeScores, ...] = ()
    goals: tuple[GoalContent, ...] = ()
    efforts: tuple[EffortContent, ...] = ()
    agreements: tuple[AgreementContent, ...] = ()
    pending: tuple[PendingContent, ...] = ()
    contacts: tuple[ContactCard, ...] = ()
    other_plans: tuple[OtherPlanContent, ...] = ()
    consents: tuple[ConsentContent, ...] = ()
    next_meeting: AppointmentContent | None = None
    from_on: date | None = None
    review_on: date | None = None
    statutory_on: date | None = None
    promises_due: int = 0
    promises_kept: int = 0

    @property
    def is_draft(self) -> bool:
        """Not approved yet: marked as such on every page."""
        return self.number is None

    @property
    def coordinator(self) -> ContactCard | None:
        """The koordinerende sagsbehandler's card, or None when there is none."""
        return next((card for card in self.contacts if card.is_coordinator), None)

    @property
    def has_common_goal(self) -> bool:
        """At least one common goal (supervision: `plans_with_goal`)."""
        return any(goal.member_uid is None and goal.status is not GoalStatus.PUT_ASIDE for goal in self.goals)

    def member_part(self, uid: str) -> MemberPartContent:
        """The member's own part, empty where nothing is written in it."""
        return next((part for part in self.members if part.member_uid == uid), MemberPartContent(Uid(uid)))

    def for_member(self, uid: str) -> "PlanContent":
        """The common part and this member's own, and nothing of the others': not what they said, scored or promised.

        The common part is what is the family's together. Another member's name stands in it only as a contact,
        never as somebody who said, scored or was granted something.
        """
        goals = tuple(goal.for_member(uid) for goal in self.goals if goal.member_uid in (None, uid))
        shown = {goal.uid for goal in goals}
        return replace(
            self,
            members=tuple(part for part in self.members if part.member_uid == uid),
            viewpoints=tuple(
                view for view in self.viewpoints if view.member_uid in (None, uid) and view.who_uid in (None, uid)
            ),
            theme_scores=tuple(kept for each in self.theme_scores if (kept := _for_member(each, uid)).scores),
            goals=goals,
            efforts=tuple(
                replace(effort, goal_uids=tuple(goal for goal in effort.goal_uids if goal in shown))
                for effort in self.efforts
                if effort.member_uid in (None, uid)
            ),
            agreements=tuple(
                each
                for each in self.agreements
                if each.who_uid in (None, uid)
                and each.member_uid in (None, uid)
                and (each.goal_uid is None or each.goal_uid in shown)
            ),
            pending=tuple(each for each in self.pending if each.member_uid in (None, uid)),
            contacts=tuple(card for card in self.contacts if not card.for_uids or uid in card.for_uids),
            other_plans=tuple(plan for plan in self.other_plans if plan.member_uid in (None, uid)),
            consents=tuple(consent for consent in self.consents if consent.member_uid in (None, uid)),
        )


def _for_member(theme: ThemeScores, uid: str) -> ThemeScores:
    return replace(theme, scores=tuple(score for score in theme.scores if score.who_uid in (None, uid)))


_READERS: Final[dict[int, Callable[[str], PlanContent]]] = {PLAN_SCHEMA: lambda text: read_json(PlanContent, text)}
"""One reader for each schema that was ever written; frozen versions are never rewritten."""


def read_plan(version: PlanVersion) -> PlanContent:
    """What the approved version says. Raises SnapshotDamaged or SnapshotTooNew."""
    if version.schema_number not in _READERS:
        raise SnapshotTooNew("plan_version")
    return _READERS[version.schema_number](check_snapshot("plan_version", version.content, version.sha256))
