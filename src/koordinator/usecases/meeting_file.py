"""Everything about one meeting, read in one transaction: what the page and the room show, and the minutes say."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.agreement_rules import asking_for_another_way, since_last
from koordinator.domain.citizen_rules import stands_for
from koordinator.domain.closing_check import ClosingFacts, Missing, what_is_missing
from koordinator.domain.coverage import Coverage, Standing
from koordinator.domain.danish_day import danish_day
from koordinator.domain.fewer_at_table import Table, the_table
from koordinator.domain.ids import AgreementId, ContactPersonId, EmployeeId, SubjectId
from koordinator.domain.invitation import Invitation
from koordinator.domain.joint_plan import Goal, GoalScore, JointPlan, Subgoal
from koordinator.domain.may_read import MayRead
from koordinator.domain.meeting import (
    AgendaItem,
    Meeting,
    MeetingMove,
    MeetingNote,
    MeetingOperation,
    MeetingStatus,
    MinutesVersion,
    Participant,
    Preparation,
)
from koordinator.domain.meeting_rules import cancelled_in_a_row, counts_as_citizen, took_part
from koordinator.domain.note_rules import shown_to
from koordinator.domain.party import PartyKeys, party_of
from koordinator.domain.presence_wish import PresenceWish
from koordinator.domain.register import ContactKind
from koordinator.domain.setting import SettingKey
from koordinator.domain.steps import Step
from koordinator.domain.theme import Theme
from koordinator.usecases.parties import Parties, parties_for
from koordinator.usecases.plan_file import goals_of, scores_of
from koordinator.usecases.plans import open_plan
from koordinator.usecases.ports import Transaction
from koordinator.usecases.settings import current_number
from koordinator.usecases.sharing import Sharing, sharing_of
from koordinator.usecases.subject_people import SubjectPeople, coordinator_on, people_of, step_on


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting with all that belongs to it.

    `notes` are those the reader may see, in order. `since_last` are the agreements that were open when
    the meeting began (or are open now, before it), `agreements` and `decisions` those made at it. `asking` are the
    agreements that ask for another solution, `sharing` says who may be told what.
    `cancelled_in_a_row` counts the subject's meetings cancelled since the last held one, `now` is when it was read.
    """

    meeting: Meeting
    people: SubjectPeople
    parties: Parties
    today: date
    now: datetime = field(compare=False)
    step: Step | None
    coordinator_id: EmployeeId | None
    preparation: Preparation | None
    moves: tuple[MeetingMove, ...]
    invitations: tuple[Invitation, ...]
    wishes: tuple[PresenceWish, ...]
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaItem, ...]
    notes: tuple[MeetingNote, ...]
    since_last: tuple[Agreement, ...]
    agreements: tuple[Agreement, ...]
    asking: frozenset[AgreementId]
    decisions: tuple[PendingDecision, ...]
    plan: JointPlan | None
    goals: tuple[Goal, ...]
    subgoals: tuple[Subgoal, ...]
    scores: tuple[GoalScore, ...]
    next_meeting: Meeting | None
    minutes: tuple[MinutesVersion, ...]
    sharing: Sharing
    cancelled_in_a_row: int
    can_undo: bool
    professionals_at_table: int

    @property
    def with_citizen(self) -> bool:
        """The citizen, or whoever stands in their place, is there (supervision, definition 1).

        What was true when the meeting was closed stays true.
        """
        if self.meeting.status is MeetingStatus.HELD:
            return self.meeting.citizen_took_part
        return took_part(self.participants, self.people.counting, self._kinds)

    @property
    def _kinds(self) -> dict[ContactPersonId, ContactKind]:
        """Of those who stood for a citizen on the meeting's day, however late it is closed."""
        day, citizens = min(self.meeting.starts_on, self.today), {each.id: each for each in self.people.citizens}
        contacts = self.parties.contacts.values()
        known = ((each, citizens.get(each.citizen_id)) for each in contacts)
        return {each.id: each.kind for each, citizen in known if citizen is not None and stands_for(each, citizen, day)}

    def stands_for_citizen(self, participant: Participant) -> bool:
        """One of the citizens the meeting is about, or somebody who acts in their place."""
        return counts_as_citizen(participant, self.people.counting, self._kinds)

    def coverage(self, participant: Participant) -> Coverage:
        """What the participant may take part in: by the consents of today, and ahead of the meeting of its day too."""
        return self.sharing.coverage(party_of(participant), *self._sharing_days)

    def standing(self, participant: Participant) -> Standing:
        """How the participant stands to the consents, on the same days."""
        return self.sharing.standing(party_of(participant), *self._sharing_days)

    def may_read(self, participant: Participant) -> MayRead | None:
        """What papers of the meeting may show the participant; None when it is nothing at all."""
        return self.sharing.may_read(party_of(participant), *self._sharing_days)

    @property
    def _sharing_days(self) -> tuple[date, ...]:
        return (self.today, self.meeting.starts_on) if self.meeting.status.is_ahead else (self.today,)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is missing before people leave."""
        return what_is_missing(
            ClosingFacts(
                self.meeting, self.participants, self.with_citizen, self.since_last, self.agreements, self.decisions
            )
        )

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The municipality's themes, in order."""
        return tuple(self.parties.themes.values())

    @property
    def table(self) -> Table:
        """Færre om bordet: the professionals who are to come, and who of them has nothing to do there."""
        professionals = [each for each in self.participants if self.is_professional(each)]
        leads = (self.meeting.chair_id, self.meeting.minute_taker_id, self.coordinator_id)
        leading = [each for each in professionals if each.employee_id is not None and each.employee_id in leads]
        return the_table(professionals, leading, self.agenda, self.since_last, self.professionals_at_table)

    def is_professional(self, participant: Participant) -> bool:
        """Somebody who is there for their work."""
        kind = self.parties.contact_kind(party_of(participant))
        return participant.employee_id is not None or kind is ContactKind.PROFESSIONAL

    @property
    def not_invited(self) -> tuple[Participant, ...]:
        """The participants nobody has sent an invitation to this appointment."""
        return tuple(participant for participant in self.participants if participant.invited_at is None)


class _PlanParts(NamedTuple):
    """The subject's open plan, its goals, and how near they are."""

    plan: JointPlan | None
    goals: tuple[Goal, ...]
    subgoals: tuple[Subgoal, ...]
    scores: tuple[GoalScore, ...]

    @property
    def owners(self) -> tuple[PartyKeys, ...]:
        """Whose goals they are."""
        return tuple(PartyKeys(citizen_id=goal.citizen_id) for goal in self.goals)


def _plan_parts(tx: Transaction, subject_id: SubjectId) -> _PlanParts:
    plan = open_plan(tx, subject_id)
    goals = goals_of(tx, plan.id if plan else None)
    goal_ids = tuple(goal.id for goal in goals)
    subgoals = tx.of(Subgoal).where(goal_id=goal_ids, order_by="position")
    return _PlanParts(plan, goals, subgoals, scores_of(tx, goals))


def load_meeting_file(tx: Transaction, meeting: Meeting, reader_id: EmployeeId) -> MeetingFile:
    """The meeting with all that belongs to it, as the reader may see it. Raises NotFound."""
    people = people_of(tx, meeting.subject_id)
    participants = tx.of(Participant).where(meeting_id=meeting.id)
    agreements = tx.of(Agreement).where(subject_id=meeting.subject_id)
    decisions = tx.of(PendingDecision).where(meeting_id=meeting.id)
    own = _plan_parts(tx, meeting.subject_id)
    coordinator_id = meeting.coordinator_id or coordinator_on(tx, meeting.subject_id, tx.today)
    named = (coordinator_id, meeting.chair_id, meeting.minute_taker_id, reader_id, *(d.employee_id for d in decisions))
    wishes = tx.of(PresenceWish).where(meeting_id=meeting.id)
    parties = parties_for(tx, people, (*participants, *agreements, *own.owners, *own.scores, *wishes), named)
    return MeetingFile(
        meeting=meeting,
        people=people,
        parties=parties,
        today=tx.today,
        now=tx.now,
        step=meeting.step if meeting.step is not None else step_on(tx, meeting.subject_id, tx.today),
        coordinator_id=coordinator_id,
        preparation=tx.of(Preparation).find(meeting_id=meeting.id),
        moves=tx.of(MeetingMove).where(meeting_id=meeting.id),
        invitations=tx.of(Invitation).where(meeting_id=meeting.id),
        wishes=wishes,
        participants=participants,
        agenda=tx.of(AgendaItem).where(meeting_id=meeting.id, order_by="position"),
        notes=shown_to(tx.of(MeetingNote).where(meeting_id=meeting.id), reader_id),
        since_last=since_last(agreements, meeting.id, danish_day(meeting.opened_at) if meeting.opened_at else tx.today),
        agreements=tuple(agreement for agreement in agreements if agreement.meeting_id == meeting.id),
        asking=asking_for_another_way(agreements),
        decisions=decisions,
        plan=own.plan,
        goals=own.goals,
        subgoals=own.subgoals,
        scores=own.scores,
        next_meeting=following_meeting(tx, meeting),
        minutes=tx.of(MinutesVersion).where(meeting_id=meeting.id, order_by="number"),
        sharing=sharing_of(tx, people, parties),
        cancelled_in_a_row=cancelled_in_a_row(tx.of(Meeting).where(subject_id=meeting.subject_id)),
        can_undo=tx.of(MeetingOperation).find(meeting_id=meeting.id, undone=False) is not None,
        professionals_at_table=current_number(tx, SettingKey.PROFESSIONALS_AT_TABLE),
    )


def following_meeting(tx: Transaction, meeting: Meeting) -> Meeting | None:
    """The next one that was set at this meeting, unless it has been called off since."""
    following = tx.of(Meeting).get(meeting.next_meeting_id) if meeting.next_meeting_id is not None else None
    return None if following is None or following.status is MeetingStatus.CANCELLED else following
