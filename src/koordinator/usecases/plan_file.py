"""Everything about a subject's joint plan, read in one transaction: what the page shows and the paper is made from."""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import TypeVar

from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.consent import Consent
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.ids import EmployeeId, GoalId, JointPlanId, SubjectId
from koordinator.domain.joint_plan import (
    Goal,
    GoalScore,
    JointPlan,
    MemberPart,
    PlanVersion,
    Subgoal,
    ThemeScore,
    Viewpoint,
)
from koordinator.domain.meeting import Meeting, MeetingKind, MeetingStatus
from koordinator.domain.paper import Handout, Paper, PaperKind
from koordinator.domain.party import PartyKeys
from koordinator.domain.plan_difference import PlanChange
from koordinator.domain.plan_rules import efforts_in_order
from koordinator.domain.plan_types import PlanType, follow_up_due, in_force, type_on
from koordinator.domain.promises import PaperAfterMeeting, PromisesKept, authority_promises, promises_kept
from koordinator.domain.register import Effort, EffortGoal, OtherPlan, PlanRelation
from koordinator.domain.steps import Step
from koordinator.domain.theme import Theme
from koordinator.usecases.contact_cards import contact_cards, employees_helping
from koordinator.usecases.parties import Parties, parties_for
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople, coordinator_on, people_of, step_on

Scored = TypeVar("Scored", GoalScore, ThemeScore)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A subject's plan with what belongs to it. `plan` is None as long as none has been begun.

    `agreements` and `decisions` are all the subject's, `efforts` those given today or later,
    `versions` the approved ones, the newest last. `news` is what is new since the newest of them, None when that
    cannot be read; it is worked out where the plan is read to be shown. `last_paper` is the latest meeting that was
    held, with the day its paper was handed out.
    """

    people: SubjectPeople
    parties: Parties
    today: date
    step: Step | None
    coordinator_id: EmployeeId | None
    plan: JointPlan | None
    themes: tuple[Theme, ...]
    goals: tuple[Goal, ...]
    subgoals: tuple[Subgoal, ...]
    scores: tuple[GoalScore, ...]
    members: tuple[MemberPart, ...]
    viewpoints: tuple[Viewpoint, ...]
    theme_scores: tuple[ThemeScore, ...]
    efforts: tuple[Effort, ...]
    effort_goals: tuple[EffortGoal, ...]
    agreements: tuple[Agreement, ...]
    decisions: tuple[PendingDecision, ...]
    contacts: tuple[ContactCard, ...]
    other_plans: tuple[OtherPlan, ...]
    plan_types: tuple[PlanType, ...]
    consents: tuple[Consent, ...]
    versions: tuple[PlanVersion, ...]
    handouts: tuple[Handout, ...]
    next_meeting: Meeting | None
    last_paper: PaperAfterMeeting | None = None
    news: tuple[PlanChange, ...] | None = ()

    @property
    def newest_version(self) -> PlanVersion | None:
        """The last approved version, or None."""
        return self.versions[-1] if self.versions else None

    @property
    def untied_efforts(self) -> tuple[Effort, ...]:
        """Efforts that are not tied to a goal yet."""
        tied = {tie.effort_id for tie in self.effort_goals}
        return tuple(effort for effort in self.efforts if effort.id not in tied)

    @property
    def goals_without_effort(self) -> tuple[Goal, ...]:
        """Goals that no effort serves yet."""
        served = {tie.goal_id for tie in self.effort_goals}
        return tuple(goal for goal in self.goals if goal.id not in served)

    @property
    def plan_type(self) -> PlanType | None:
        """The plan's type as it holds today, or None."""
        return type_on(self.plan_types, self.plan.plan_type, self.today) if self.plan else None

    @property
    def statutory_on(self) -> date | None:
        """The last day for the follow-up that the plan's type demands; None before the plan is in force."""
        newest = self.newest_version
        if self.plan is None or self.plan.from_on is None or self.plan_type is None or newest is None:
            return None
        return follow_up_due(self.plan_type, self.plan.from_on, newest.from_on)

    @property
    def promises(self) -> PromisesKept:
        """How many of the authority's own promises were kept in time, of those that have fallen due."""
        return promises_kept(authority_promises(self.agreements), self.today)

    @property
    def replaced_plans(self) -> tuple[OtherPlan, ...]:
        """The plans elsewhere that this one has taken the place of."""
        return tuple(plan for plan in self.other_plans if plan.relation is PlanRelation.REPLACED)

    def subgoals_of(self, goal_id: GoalId) -> tuple[Subgoal, ...]:
        """The goal's subgoals in order."""
        return tuple(subgoal for subgoal in self.subgoals if subgoal.goal_id == goal_id)

    def scores_of(self, goal_id: GoalId) -> tuple[GoalScore, ...]:
        """All scores of the goal, in the order they were given."""
        return tuple(score for score in self.scores if score.goal_id == goal_id)


def load_plan_file(tx: Transaction, subject_id: SubjectId) -> PlanFile:
    """The subject's open plan and all that belongs to it. Raises NotFound."""
    people = people_of(tx, subject_id)
    plan = tx.of(JointPlan).find(subject_id=subject_id, ended_on=None)
    goals = goals_of(tx, plan.id if plan else None)
    goal_ids = tuple(goal.id for goal in goals)
    agreements = tx.of(Agreement).where(subject_id=subject_id)
    decisions = tx.of(PendingDecision).where(subject_id=subject_id)
    versions = tx.of(PlanVersion).where(plan_id=plan.id, order_by="number") if plan else ()
    handouts = tx.of(Handout).where(subject_id=subject_id, order_by="handed_on")
    coordinator_id = coordinator_on(tx, subject_id, tx.today)
    helping = employees_helping(tx, people, coordinator_id)
    answering = (decision.employee_id for decision in decisions)
    approving = (version.approved_by_id for version in versions)
    plan_id = plan.id if plan else JointPlanId(0)
    viewpoints = tx.of(Viewpoint).where(plan_id=plan_id, order_by="position")
    theme_scores = tx.of(ThemeScore).where(plan_id=plan_id, order_by="scored_on")
    owners = (PartyKeys(citizen_id=goal.citizen_id) for goal in goals)
    layered = (*(each.member_id for each in agreements), *(each.member_id for each in decisions))
    members = (PartyKeys(citizen_id=each) for each in (*layered, *(view.member_id for view in viewpoints)))
    scores = tx.of(GoalScore).where(goal_id=goal_ids, order_by="scored_on")
    parties = parties_for(
        tx,
        people,
        (*agreements, *owners, *members, *viewpoints, *scores, *theme_scores),
        (*helping, *answering, *approving),
    )
    return PlanFile(
        people=people,
        parties=parties,
        today=tx.today,
        step=step_on(tx, subject_id, tx.today),
        coordinator_id=coordinator_id,
        plan=plan,
        themes=tuple(parties.themes.values()),
        goals=goals,
        subgoals=tx.of(Subgoal).where(goal_id=goal_ids, order_by="position"),
        scores=scores,
        members=tx.of(MemberPart).where(plan_id=plan_id),
        viewpoints=viewpoints,
        theme_scores=theme_scores,
        efforts=_efforts_now(tx, people),
        effort_goals=tx.of(EffortGoal).where(goal_id=goal_ids),
        agreements=agreements,
        decisions=decisions,
        contacts=contact_cards(tx, people, parties, coordinator_id),
        other_plans=tx.of(OtherPlan).where(citizen_id=people.citizen_ids),
        plan_types=in_force(tx.of(PlanType).where(), tx.today),
        consents=_consents_now(tx, people),
        versions=versions,
        handouts=handouts,
        next_meeting=next_meeting(tx, subject_id),
        last_paper=_last_paper(tx, subject_id, handouts, versions),
    )


def goals_of(tx: Transaction, plan_id: JointPlanId | None) -> tuple[Goal, ...]:
    """The plan's goals in order."""
    return tx.of(Goal).where(plan_id=plan_id, order_by="position") if plan_id is not None else ()


def own_scores_of(tx: Transaction, goal_ids: tuple[GoalId, ...]) -> tuple[GoalScore, ...]:
    """The citizen's own scores of the goals, or the family's together, in the order they were given."""
    return tx.of(GoalScore).where(goal_id=goal_ids, order_by="scored_on", **asdict(PartyKeys()))


def score_to_store(tx: Transaction, new: Scored) -> Scored:
    """The score; one that the same person gave the same thing on the same day is put right instead of given twice."""
    same = {field.name: getattr(new, field.name) for field in fields(new) if field.name not in ("id", "score")}
    same_day = tx.of(type(new)).find(**same)
    return replace(new, id=same_day.id) if same_day else new


def next_meeting(tx: Transaction, subject_id: SubjectId) -> Meeting | None:
    """The subject's next meeting with the professionals, or None."""
    ahead = tx.of(Meeting).where(
        subject_id=subject_id,
        status=(MeetingStatus.PLANNED, MeetingStatus.INVITED),
        kind=(MeetingKind.COORDINATION, MeetingKind.NETWORK),
        order_by="starts_on",
    )
    return next((meeting for meeting in ahead if meeting.starts_on >= tx.today), None)


def _last_paper(
    tx: Transaction, subject_id: SubjectId, handouts: tuple[Handout, ...], versions: tuple[PlanVersion, ...]
) -> PaperAfterMeeting | None:
    meeting = tx.of(Meeting).last(
        subject_id=subject_id, status=MeetingStatus.HELD, kind=MeetingKind.COORDINATION, order_by="starts_on"
    )
    if meeting is None:
        return None
    papers = {paper.id for paper in tx.of(Paper).where(meeting_id=meeting.id, kind=PaperKind.MINUTES)}
    plans = {version.id for version in versions if version.from_on >= meeting.starts_on}
    handed = [each.handed_on for each in handouts if each.paper_id in papers or each.plan_version_id in plans]
    return PaperAfterMeeting(meeting.starts_on, min(handed, default=None))


def _efforts_now(tx: Transaction, people: SubjectPeople) -> tuple[Effort, ...]:
    efforts = tx.of(Effort).where(citizen_id=people.citizen_ids)
    current = [effort for effort in efforts if effort.until_on is None or tx.today < effort.until_on]
    return efforts_in_order(current)


def _consents_now(tx: Transaction, people: SubjectPeople) -> tuple[Consent, ...]:
    consents = tx.of(Consent).where(citizen_id=people.citizen_ids)
    return tuple(consent for consent in consents if consent.holds_on(tx.today))
