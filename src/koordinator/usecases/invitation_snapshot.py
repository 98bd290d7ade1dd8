"""What the papers before a meeting say, made from the meeting file."""

from dataclasses import replace

from koordinator.domain.citizen import Citizen
from koordinator.domain.content_parts import AppointmentContent, Uid
from koordinator.domain.invitation_content import (
    Addressee,
    AgendaLine,
    CalendarContent,
    CalendarMethod,
    CalendarPerson,
    InvitationContent,
    InvitedContent,
    MovedFrom,
    PreparationContent,
)
from koordinator.domain.meeting import MeetingStatus, Participant, PlaceKind
from koordinator.domain.paper import Reader
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.register import ContactKind
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.minutes_snapshot import coordinator_card
from koordinator.usecases.paper_parts import appointment_content, sender_of, subject_content
from koordinator.usecases.ports import Transaction


def reader_of(file: MeetingFile, participant: Participant) -> Reader:
    """How the participant's papers are written: as to the citizen, or as to a professional."""
    party = party_of(participant)
    if file.parties.citizen(party) is not None:
        return Reader.CITIZEN
    kind = file.parties.contact_kind(party)
    return Reader.PROFESSIONAL if kind in (None, ContactKind.PROFESSIONAL) else Reader.CITIZEN


def invitation_content(tx: Transaction, file: MeetingFile, participant: Participant | None) -> InvitationContent:
    """The letter to one participant, or (None) the sheet for all.

    Why a meeting is moved or cancelled is told to the citizens it is about, only.
    """
    is_own = participant is not None and participant.citizen_id in file.people.citizen_ids
    moved_from = _moved_from(file)
    cancelled = file.meeting.status is MeetingStatus.CANCELLED
    return InvitationContent(
        sender=sender_of(tx),
        subject=subject_content(file.people),
        addressee=_addressee(file, participant) if participant else Addressee(""),
        kind=file.meeting.kind,
        appointment=appointment_content(file.meeting, file.people),
        made_on=file.today,
        coordinator=coordinator_card(file),
        invited=tuple(_invited(file, each) for each in file.participants),
        agenda=tuple(AgendaLine(item.kind, item.title, item.minutes) for item in file.agenda),
        moved_from=moved_from if is_own or moved_from is None else replace(moved_from, reason=""),
        cancelled=cancelled,
        cancel_reason=file.meeting.cancel_reason if cancelled and is_own else "",
    )


def preparation_content(tx: Transaction, file: MeetingFile) -> PreparationContent:
    """The sheet for preparing the meeting with the citizen."""
    known = file.preparation
    return PreparationContent(
        sender=sender_of(tx),
        subject=subject_content(file.people),
        appointment=appointment_content(file.meeting, file.people),
        made_on=file.today,
        coordinator=coordinator_card(file),
        wants_to_discuss=known.wants_to_discuss if known else "",
        wants_present=known.wants_present if known else "",
        wants_absent=known.wants_absent if known else "",
        must_not_be_discussed=known.must_not_be_discussed if known else "",
        place_wish=known.place_wish if known else "",
    )


def calendar_content(tx: Transaction, file: MeetingFile) -> CalendarContent:
    """The calendar file for all: without the citizen's name, and without the words for a place in somebody's home."""
    meeting, parties = file.meeting, file.parties
    organizer_id = file.coordinator_id or meeting.chair_id
    organizer = Party(PartyKind.EMPLOYEE, organizer_id) if organizer_id is not None else None
    people = (_calendar_person(file, each) for each in file.participants)
    return CalendarContent(
        method=CalendarMethod.CANCEL if meeting.status is MeetingStatus.CANCELLED else CalendarMethod.REQUEST,
        uid=Uid(meeting.uid),
        sequence=meeting.calendar_sequence,
        stamped_at=tx.now,
        kind=meeting.kind,
        appointment=_neutral(appointment_content(meeting, file.people)),
        municipality=sender_of(tx).municipality,
        organizer=CalendarPerson(parties.email(organizer), parties.name(organizer)) if organizer else None,
        attendees=tuple(person for person in people if person is not None),
    )


def _addressee(file: MeetingFile, participant: Participant) -> Addressee:
    party = party_of(participant)
    citizen = file.parties.citizen(party)
    return Addressee(
        name=file.parties.name(party),
        address_lines=address_lines(citizen) if citizen else (),
        citizen_uid=Uid(citizen.uid) if citizen else None,
        contact_kind=file.parties.contact_kind(party),
    )


def address_lines(citizen: Citizen) -> tuple[str, ...]:
    """Where a letter goes; nothing where the address is protected."""
    if citizen.protected_address:
        return ()
    town = f"{citizen.postal_code} {citizen.city}".strip()
    return tuple(line for line in (citizen.address, town) if line)


def _invited(file: MeetingFile, participant: Participant) -> InvitedContent:
    party = party_of(participant)
    citizen = file.parties.citizen(party)
    return InvitedContent(
        file.parties.name(party),
        file.parties.role(party),
        file.parties.organisation(party),
        Uid(citizen.uid) if citizen else None,
    )


def _moved_from(file: MeetingFile) -> MovedFrom | None:
    """The time the last invitation said, when the meeting has been moved since."""
    invited_at = file.meeting.invited_at
    since = [move for move in file.moves if invited_at is not None and move.moved_at >= invited_at]
    if not since:
        return None
    return MovedFrom(since[0].from_starts_on, since[0].from_starts_clock, since[-1].reason)


def _calendar_person(file: MeetingFile, participant: Participant) -> CalendarPerson | None:
    party = party_of(participant)
    email = file.parties.email(party)
    if not email or file.parties.citizen(party) is not None:
        return None
    private = reader_of(file, participant) is Reader.CITIZEN
    return CalendarPerson(email, "" if private else file.parties.name(party))


def _neutral(appointment: AppointmentContent) -> AppointmentContent:
    return replace(appointment, place="") if appointment.place_kind is PlaceKind.HOME else appointment
