"""What stands open round a meeting's subject, read for the agenda of what must get done."""

from dataclasses import dataclass
from datetime import timedelta

from koordinator.domain.agenda_proposals import Proposal, Unsettled, place_under
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.ids import AgendaItemId, ParticipantId
from koordinator.domain.meeting import AgendaItem
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.register import CaseFile, Effort, OtherPlan
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.plan_file import ties_in_hand
from koordinator.usecases.ports import Transaction
from koordinator.usecases.rhythm import interval_days


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A proposal that goes on the agenda under this title."""

    proposal: Proposal
    title: str


def unsettled_of(tx: Transaction, file: MeetingFile) -> Unsettled:
    """What stands open; a deadline before the meeting after this one cannot wait."""
    citizens = file.people.citizen_ids
    efforts = tx.of(Effort).where(citizen_id=citizens)
    ties, _goals = ties_in_hand(tx, efforts)
    held_on = file.meeting.starts_on
    preparation = file.preparation
    return Unsettled(
        held_on=held_on,
        until_on=held_on + timedelta(days=interval_days(tx, file.meeting.subject_id)),
        citizens_points=preparation.wants_to_discuss if preparation else "",
        speaker=Party(PartyKind.CITIZEN, citizens[0]) if len(citizens) == 1 else None,
        agreements=tuple(each for each in file.since_last if each.status is AgreementStatus.OPEN),
        asking=file.asking,
        goals=file.goals,
        efforts=efforts,
        tied_efforts=frozenset(tie.effort_id for tie in ties),
        tied_goals=frozenset(tie.goal_id for tie in ties),
        cases=tx.of(CaseFile).where(citizen_id=citizens),
        other_plans=tx.of(OtherPlan).where(citizen_id=citizens),
    )


def item_of(file: MeetingFile, taken: TakenUp, agenda: tuple[AgendaItem, ...]) -> AgendaItem:
    """The item that the proposal becomes, where it belongs on the agenda."""
    proposal = taken.proposal
    return AgendaItem(
        AgendaItemId(0),
        file.meeting.id,
        place_under(agenda, proposal.under),
        proposal.item_kind,
        taken.title,
        proposal.minutes,
        theme_id=proposal.theme_id,
        presenter_id=_participant(file, proposal.who),
        origin=proposal.origin,
    )


def _participant(file: MeetingFile, party: Party | None) -> ParticipantId | None:
    found = (each.id for each in file.participants if party is not None and party_of(each) == party)
    return next(found, None)
