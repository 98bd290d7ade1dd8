"""The parts of papers, made from rows: names instead of keys, and nothing that a paper may not show."""

from collections.abc import Iterable, Mapping

from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    GoalContent,
    MemberContent,
    PendingContent,
    ScoreContent,
    Sender,
    SubgoalContent,
    SubjectContent,
    Uid,
)
from koordinator.domain.ids import CitizenId, GoalId
from koordinator.domain.joint_plan import Goal, GoalScore, Subgoal, ThemeScore
from koordinator.domain.meeting import Meeting, PlaceKind
from koordinator.domain.party import party_of
from koordinator.domain.protected_address import gives_away
from koordinator.domain.setting import SettingKey
from koordinator.usecases.parties import Parties
from koordinator.usecases.ports import Transaction
from koordinator.usecases.settings import current_values
from koordinator.usecases.subject_people import SubjectPeople


def sender_of(tx: Transaction) -> Sender:
    """The municipality as it is set up today."""
    values = current_values(tx)
    return Sender(values[SettingKey.MUNICIPALITY], values[SettingKey.MAIN_PHONE], values[SettingKey.RETURN_ADDRESS])


def subject_content(people: SubjectPeople) -> SubjectContent:
    """Whom the paper is about."""
    members = tuple(
        MemberContent(Uid(citizen.uid), citizen.name, citizen.id in people.children) for citizen in people.citizens
    )
    return SubjectContent(Uid(people.uid), people.name, people.is_family, members)


def appointment_content(meeting: Meeting, people: SubjectPeople) -> AppointmentContent:
    """When and where; no words for a home with a protected address, or that name such an address anywhere else."""
    at_home = meeting.place_kind is PlaceKind.HOME and people.has_protected_address
    hidden = at_home or gives_away(meeting.place, people.citizens)
    return AppointmentContent(
        Uid(meeting.uid),
        meeting.starts_on,
        meeting.starts_clock,
        meeting.duration_minutes,
        meeting.place_kind,
        "" if hidden else meeting.place,
    )


def agreement_content(agreement: Agreement, parties: Parties, goals: Mapping[GoalId, Goal]) -> AgreementContent:
    """What, who, by when."""
    party = party_of(agreement)
    citizen = parties.citizen(party)
    goal = goals.get(agreement.goal_id) if agreement.goal_id is not None else None
    return AgreementContent(
        uid=Uid(agreement.uid),
        what=agreement.what,
        made_on=agreement.made_on,
        who=parties.name(party),
        who_uid=Uid(citizen.uid) if citizen else None,
        organisation=parties.organisation(party),
        due_on=agreement.due_on,
        rhythm=agreement.rhythm,
        goal_uid=Uid(goal.uid) if goal else None,
        status=agreement.status,
        settled_on=agreement.settled_on,
        not_done_reason=agreement.not_done_reason,
        times_carried=agreement.times_carried,
        member_uid=member_uid(agreement.member_id, parties),
        theme=parties.theme(agreement.theme_id, goal.theme_id if goal else None),
    )


def pending_content(decision: PendingDecision, parties: Parties) -> PendingContent:
    """What is to be decided, by whom, and the outcome."""
    return PendingContent(
        Uid(decision.uid),
        decision.what,
        parties.department(decision.department_id),
        parties.employee(decision.employee_id),
        decision.answer_by_on,
        decision.outcome,
        decision.outcome_on,
        member_uid(decision.member_id, parties),
        parties.theme(decision.theme_id),
    )


def goal_contents(
    goals: Iterable[Goal],
    subgoals: Iterable[Subgoal],
    scores: Iterable[GoalScore],
    parties: Parties,
) -> tuple[GoalContent, ...]:
    """The goals in order, each with its subgoals and scores. `parties` holds whoever has a goal or has scored."""
    steps, points = tuple(subgoals), tuple(scores)
    return tuple(
        GoalContent(
            uid=Uid(goal.uid),
            title=goal.title,
            citizens_wording=goal.citizens_wording,
            own_part=goal.own_part,
            practising=goal.practising,
            status=goal.status,
            member_uid=member_uid(goal.citizen_id, parties),
            subgoals=tuple(SubgoalContent(each.title, each.reached_on) for each in steps if each.goal_id == goal.id),
            scores=tuple(score_content(each, parties) for each in points if each.goal_id == goal.id),
            theme=parties.theme(goal.theme_id),
        )
        for goal in goals
    )


def score_content(score: GoalScore | ThemeScore, parties: Parties) -> ScoreContent:
    """The score with whoever gave it; one that names nobody is the citizen's or the family's."""
    party = party_of(score)
    citizen = parties.citizen(party)
    return ScoreContent(score.scored_on, score.score, parties.name(party), Uid(citizen.uid) if citizen else None)


def member_uid(member_id: CitizenId | None, parties: Parties) -> Uid | None:
    """The family member in whose part something stands, None in the common part."""
    return Uid(parties.citizens[member_id].uid) if member_id is not None else None
