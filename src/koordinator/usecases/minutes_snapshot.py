"""The minutes as a paper or a frozen version says them: the meeting file turned into content that stands on its own."""

from collections.abc import Iterable

from koordinator.domain.content_parts import ContactCard, Uid
from koordinator.domain.joint_plan import Goal
from koordinator.domain.meeting import AgendaItem, AgendaKind, Meeting, MeetingNote, MeetingOperation, Participant
from koordinator.domain.minutes_content import (
    AgendaContent,
    AttendeeContent,
    EvaluationContent,
    MinutesContent,
    NoteContent,
)
from koordinator.domain.note_rules import shown_to_all
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.paper_parts import (
    agreement_content,
    appointment_content,
    goal_contents,
    pending_content,
    sender_of,
    subject_content,
)
from koordinator.usecases.parties import Parties
from koordinator.usecases.ports import Transaction


def minutes_content(tx: Transaction, file: MeetingFile, number: int | None = None) -> MinutesContent:
    """What the minutes say now: without a number as long as the meeting is not closed."""
    meeting, parties = file.meeting, file.parties
    goals = {goal.id: goal for goal in file.goals}
    notes = shown_to_all(tx.of(MeetingNote).where(meeting_id=meeting.id))
    return MinutesContent(
        uid=Uid(meeting.uid),
        sender=sender_of(tx),
        subject=subject_content(file.people),
        number=number,
        kind=meeting.kind,
        appointment=appointment_content(meeting, file.people),
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        chair=parties.employee(meeting.chair_id),
        minute_taker=parties.employee(meeting.minute_taker_id),
        coordinator=coordinator_card(file),
        attendees=tuple(_attendee(participant, parties) for participant in file.participants),
        citizen_took_part=file.with_citizen,
        without_citizen_reason=meeting.without_citizen_reason,
        agenda=_agenda(file.agenda, notes, parties),
        since_last=tuple(agreement_content(each, parties, goals) for each in file.since_last),
        agreements=tuple(agreement_content(each, parties, goals) for each in file.agreements),
        pending=tuple(pending_content(each, parties) for each in file.decisions),
        goals=goal_contents(file.goals, file.subgoals, file.scores, parties),
        new_goal_uids=_new_goals(tx, meeting, file.goals),
        summary=meeting.summary,
        evaluation=EvaluationContent(
            meeting.evaluation_asked,
            meeting.evaluation_heard,
            meeting.evaluation_makes_sense,
            meeting.evaluation_same_direction,
        ),
        next_meeting=appointment_content(file.next_meeting, file.people) if file.next_meeting else None,
    )


def coordinator_card(file: MeetingFile) -> ContactCard | None:
    """Whom to call about the meeting, or None when nobody coordinates."""
    if file.coordinator_id is None:
        return None
    employee = file.parties.employees[file.coordinator_id]
    return ContactCard(
        name=employee.name,
        role=employee.title,
        organisation=file.parties.organisation(Party(PartyKind.EMPLOYEE, employee.id)),
        phone=employee.phone,
        phone_hours=employee.phone_hours,
        email=employee.email,
        is_coordinator=True,
    )


def _attendee(participant: Participant, parties: Parties) -> AttendeeContent:
    party = party_of(participant)
    citizen = parties.citizen(party)
    return AttendeeContent(
        name=parties.name(party),
        organisation=parties.organisation(party),
        role=parties.role(party),
        citizen_uid=Uid(citizen.uid) if citizen else None,
        contact_kind=parties.contact_kind(party),
        invited=participant.invited_at is not None,
        answer=participant.answer,
        answer_note=participant.answer_note,
        attendance=participant.attendance,
        arrived_clock=participant.arrived_clock,
        left_clock=participant.left_clock,
        written_contribution=participant.written_contribution,
    )


def _agenda(items: Iterable[AgendaItem], notes: tuple[MeetingNote, ...], parties: Parties) -> tuple[AgendaContent, ...]:
    """The items with their notes; notes that belong to no item stand last, under an item without a title."""
    listed = tuple(
        AgendaContent(item.kind, item.title, item.minutes, item.done, _notes(notes, item), parties.theme(item.theme_id))
        for item in items
    )
    loose = _notes(notes, None)
    return (*listed, AgendaContent(AgendaKind.OTHER, "", 0, notes=loose)) if loose else listed


def _notes(notes: Iterable[MeetingNote], item: AgendaItem | None) -> tuple[NoteContent, ...]:
    wanted = item.id if item else None
    return tuple(NoteContent(note.kind, note.text, note.was_said) for note in notes if note.agenda_item_id == wanted)


def _new_goals(tx: Transaction, meeting: Meeting, goals: Iterable[Goal]) -> tuple[Uid, ...]:
    """The goals that were set in the room, by its journal."""
    made = tx.of(MeetingOperation).where(meeting_id=meeting.id, row_kind="goal", before="", undone=False)
    ids = {operation.row_id for operation in made}
    return tuple(Uid(goal.uid) for goal in goals if goal.id in ids)
