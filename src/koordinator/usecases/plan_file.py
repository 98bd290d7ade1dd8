"""Everything about a subject's joint plan, read in one transaction: what the page shows and the paper is made from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

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
from koordinator.domain.paper_after import PaperAfterMeeting, paper_after
from koordinator.domain.party import NamesParty, PartyKeys
from koordinator.domain.plan_difference import PlanChange
from koordinator.domain.plan_rules import efforts_in_order
from koordinator.domain.plan_types import PlanType, follow_up_due, in_force, type_on
from koordinator.domain.promises import PromisesKept, authority_promises, promises_kept
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
    def plan_type(self) -> PlanType | None:
        """The plan's type as it holds today, or None."""
        return type_on(self.plan_types, self.plan.plan_type, self.today) if self.plan else None

    @property
    def statutory_on(self) -> date | None:
        """The last day for the follow-up that the plan's type demands; None before the plan is in force."""
        newest = self.newest_version
        return self.statutory_after(newest.from_on) if newest is not None else None

    def statutory_after(self, approved_on: date) -> date | None:
        """The same when the newest version is the one approved on that day."""
        if self.plan is None or self.plan.from_on is None or self.plan_type is None:
            return None
        return follow_up_due(self.plan_type, self.plan.from_on, approved_on)

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
    rows = _rows(tx, subject_id, plan)
    goal_ids = tuple(goal.id for goal in rows.goals)
    handouts = tx.of(Handout).where(subject_id=subject_id, order_by="handed_on")
    coordinator_id = coordinator_on(tx, subject_id, tx.today)
    parties = _parties(tx, people, rows, employees_helping(tx, people, coordinator_id))
    return PlanFile(
        people=people,
        parties=parties,
        today=tx.today,
        step=step_on(tx, subject_id, tx.today),
        coordinator_id=coordinator_id,
        plan=plan,
        themes=tuple(parties.themes.values()),
        goals=rows.goals,
        subgoals=tx.of(Subgoal).where(goal_id=goal_ids, order_by="position"),
        scores=rows.scores,
        members=rows.members,
        viewpoints=rows.viewpoints,
        theme_scores=rows.theme_scores,
        efforts=_efforts_now(tx, people),
        effort_goals=tx.of(EffortGoal).where(goal_id=goal_ids),
        agreements=rows.agreements,
        decisions=rows.decisions,
        contacts=contact_cards(tx, people, parties, coordinator_id),
        other_plans=tx.of(OtherPlan).where(citizen_id=people.citizen_ids),
        plan_types=in_force(tx.of(PlanType).where(), tx.today),
        consents=_consents_now(tx, people),
        versions=rows.versions,
        handouts=handouts,
        next_meeting=next_meeting(tx, subject_id),
        last_paper=_last_paper(tx, subject_id, handouts, rows.versions),
    )


class _Rows(NamedTuple):
    """What in a plan names somebody."""

    goals: tuple[Goal, ...]
    scores: tuple[GoalScore, ...]
    members: tuple[MemberPart, ...]
    viewpoints: tuple[Viewpoint, ...]
    theme_scores: tuple[ThemeScore, ...]
    agreements: tuple[Agreement, ...]
    decisions: tuple[PendingDecision, ...]
    versions: tuple[PlanVersion, ...]

    @property
    def owners(self) -> Iterator[PartyKeys]:
        """In whose part of the plan something stands, also after they moved out."""
        keys = chain(
            (goal.citizen_id for goal in self.goals),
            (part.citizen_id for part in self.members),
            (view.member_id for view in self.viewpoints),
            (agreement.member_id for agreement in self.agreements),
            (decision.member_id for decision in self.decisions),
        )
        return (PartyKeys(citizen_id=key) for key in keys)


def _rows(tx: Transaction, subject_id: SubjectId, plan: JointPlan | None) -> _Rows:
    plan_id = plan.id if plan else None
    goals = goals_of(tx, plan_id)
    return _Rows(
        goals=goals,
        scores=scores_of(tx, goals),
        members=tx.of(MemberPart).where(plan_id=plan_id),
        viewpoints=tx.of(Viewpoint).where(plan_id=plan_id, order_by="position"),
        theme_scores=tx.of(ThemeScore).where(plan_id=plan_id, order_by="scored_on"),
        agreements=tx.of(Agreement).where(subject_id=subject_id),
        decisions=tx.of(PendingDecision).where(subject_id=subject_id),
        versions=tx.of(PlanVersion).where(plan_id=plan_id, order_by="number"),
    )


def _parties(tx: Transaction, people: SubjectPeople, rows: _Rows, helping: Iterable[EmployeeId | None]) -> Parties:
    answering = (decision.employee_id for decision in rows.decisions)
    approving = (version.approved_by_id for version in rows.versions)
    named: tuple[NamesParty, ...] = (
        *rows.agreements,
        *rows.owners,
        *rows.viewpoints,
        *rows.scores,
        *rows.theme_scores,
    )
    return parties_for(tx, people, named, (*helping, *answering, *approving))


def goals_of(tx: Transaction, plan_id: JointPlanId | None) -> tuple[Goal, ...]:
    """The plan's goals in order."""
    return tx.of(Goal).where(plan_id=plan_id, order_by="position") if plan_id is not None else ()


def ties_in_hand(tx: Transaction, efforts: Iterable[Effort]) -> tuple[tuple[EffortGoal, ...], tuple[Goal, ...]]:
    """What the efforts serve in any plan in hand: the subject's own, or that of the member or the family."""
    ties = tx.of(EffortGoal).where(effort_id=tuple(effort.id for effort in efforts))
    goals = tx.of(Goal).where(id=tuple({tie.goal_id for tie in ties}))
    plans = tx.of(JointPlan).where(id=tuple({goal.plan_id for goal in goals}), ended_on=None)
    in_hand = {plan.id for plan in plans}
    current = {goal.id: goal for goal in goals if goal.plan_id in in_hand}
    return tuple(tie for tie in ties if tie.goal_id in current), tuple(current.values())


def scores_of(tx: Transaction, goals: Iterable[Goal]) -> tuple[GoalScore, ...]:
    """Everybody's scores of the goals, in the order they were given."""
    return tx.of(GoalScore).where(goal_id=tuple(goal.id for goal in goals), order_by="scored_on")


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
    )
    coming = (meeting for meeting in ahead if meeting.starts_on >= tx.today)
    return min(coming, key=lambda meeting: (meeting.starts_on, meeting.starts_clock, meeting.id), default=None)


def _last_paper(
    tx: Transaction, subject_id: SubjectId, handouts: tuple[Handout, ...], versions: tuple[PlanVersion, ...]
) -> PaperAfterMeeting | None:
    meeting = tx.of(Meeting).last(
        subject_id=subject_id, status=MeetingStatus.HELD, kind=MeetingKind.COORDINATION, order_by="starts_on"
    )
    if meeting is None:
        return None
    papers = {paper.id for paper in tx.of(Paper).where(meeting_id=meeting.id, kind=PaperKind.MINUTES)}
    return paper_after(meeting, papers, versions, handouts)


def _efforts_now(tx: Transaction, people: SubjectPeople) -> tuple[Effort, ...]:
    efforts = tx.of(Effort).where(citizen_id=people.citizen_ids)
    current = [effort for effort in efforts if effort.until_on is None or tx.today < effort.until_on]
    return efforts_in_order(current)


def _consents_now(tx: Transaction, people: SubjectPeople) -> tuple[Consent, ...]:
    consents = tx.of(Consent).where(citizen_id=people.citizen_ids)
    return tuple(consent for consent in consents if consent.holds_on(tx.today))
