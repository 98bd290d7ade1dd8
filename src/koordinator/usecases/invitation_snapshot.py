"""What the papers before a meeting say, made from the meeting file."""

from dataclasses import dataclass, replace

from koordinator.domain.citizen import Citizen
from koordinator.domain.content_parts import AppointmentContent, Uid
from koordinator.domain.folding import folded
from koordinator.domain.holidays import agreed_days, closed_on
from koordinator.domain.invitation import Invitation, calendar_uid
from koordinator.domain.invitation_content import (
    Addressee,
    AgendaLine,
    CalendarContent,
    CalendarMethod,
    CalendarPerson,
    InputCardContent,
    InvitationContent,
    InvitedContent,
    LimitedContent,
    MailDraftContent,
    MovedFrom,
    PreparationContent,
)
from koordinator.domain.may_read import MayRead
from koordinator.domain.meeting import MeetingStatus, Participant, PlaceKind
from koordinator.domain.paper import Reader
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.protected_address import gives_away
from koordinator.domain.reduced import neutral_invitation, reduced_agenda
from koordinator.domain.register import ContactKind
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.domain.working_days import working_day_before
from koordinator.usecases.letter_texts import own_texts_today
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

    Why a meeting is moved or cancelled is told to the citizens it is about, only. The agenda holds what the one
    takes part in; who is not covered by any consent reads neither whom nor what the meeting is about. What is called
    off or moved is the time that the one was called to.
    """
    is_own = participant is not None and participant.citizen_id in file.people.citizen_ids
    told = _told(file, participant) if participant is not None else None
    moved_from = _moved_from(file, told)
    appointment = appointment_content(file.meeting, file.people)
    cancelled = file.meeting.status is MeetingStatus.CANCELLED
    may = file.may_read(participant) if participant is not None else MayRead()
    content = InvitationContent(
        sender=sender_of(tx),
        subject=subject_content(file.people),
        addressee=_addressee(file, participant) if participant else Addressee(""),
        kind=file.meeting.kind,
        appointment=_as_told(appointment, told) if cancelled and told is not None else appointment,
        made_on=file.today,
        coordinator=coordinator_card(file),
        invited=tuple(_invited(file, each) for each in file.participants),
        agenda=reduced_agenda(_agenda(file), may) if may is not None else (),
        limited=limited_to(file) if may is not None and not may.excepted else (),
        moved_from=moved_from if is_own or moved_from is None else replace(moved_from, reason=""),
        cancelled=cancelled,
        cancel_reason=file.meeting.cancel_reason if cancelled and is_own else "",
        own_texts=own_texts_today(tx),
    )
    return content if may is not None else neutral_invitation(content)


def limited_to(file: MeetingFile) -> tuple[LimitedContent, ...]:
    """The participants who are there for some of the items only, with the numbers of those."""
    agenda, found = _agenda(file), []
    for participant in file.participants:
        may = file.may_read(participant)
        shown = reduced_agenda(agenda, may) if may is not None else ()
        numbers = tuple(number for number, line in enumerate(shown, start=1) if not line.withheld)
        if len(numbers) < len(agenda):
            found.append(LimitedContent(file.parties.name(party_of(participant)), numbers))
    return tuple(found)


def _agenda(file: MeetingFile) -> tuple[AgendaLine, ...]:
    names = {each.id: file.parties.name(party_of(each)) for each in file.participants}
    return tuple(
        AgendaLine(
            item.kind,
            item.title,
            item.minutes,
            file.parties.theme(item.theme_id),
            presenter=names[item.presenter_id] if item.presenter_id is not None else "",
        )
        for item in file.agenda
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
        wants_present=_with_names(file, known.wants_present if known else "", wanted=True),
        wants_absent=_with_names(file, known.wants_absent if known else "", wanted=False),
        must_not_be_discussed=known.must_not_be_discussed if known else "",
        place_wish=known.place_wish if known and not gives_away(known.place_wish, file.people.citizens) else "",
        place_kind=known.place_kind if known else None,
        own_texts=own_texts_today(tx),
    )


def _with_names(file: MeetingFile, words: str, *, wanted: bool) -> str:
    """Those that were picked, and what was said besides."""
    names = ", ".join(file.parties.name(party_of(wish)) for wish in file.wishes if wish.wanted is wanted)
    return "\n".join(filter(None, (names, words)))


@dataclass(frozen=True, slots=True)
class CalledOff:
    """What is taken out of people's calendars: `sent`, as they know it (None: nobody knows it).

    `taken_off` are those the meeting goes on without, `handed_over` those whom another organizer asks anew; without
    either it is called off for all.
    """

    sent: Invitation | None
    taken_off: tuple[Participant, ...] = ()
    handed_over: tuple[Participant, ...] = ()


def organizer_of(file: MeetingFile) -> CalendarPerson | None:
    """Who asks: the coordinator, or the chair where there is none."""
    organizer_id = file.coordinator_id or file.meeting.chair_id
    if organizer_id is None:
        return None
    party = Party(PartyKind.EMPLOYEE, organizer_id)
    return CalendarPerson(file.parties.email(party), file.parties.name(party))


def calendar_content(tx: Transaction, file: MeetingFile, called_off: CalledOff | None = None) -> CalendarContent:
    """The calendar file for all: without the citizen's name, and without the words for a place in somebody's home."""
    meeting, now = file.meeting, organizer_of(file)
    if called_off is None and meeting.status is MeetingStatus.CANCELLED:
        called_off = CalledOff(None)
    sent = called_off.sent if called_off else None
    asked_by_another = sent is not None and now is not None and not sent.is_from(now.email)
    uid = calendar_uid(meeting, file.invitations, now.email if now else "")
    told = (called_off.taken_off or called_off.handed_over) if called_off else ()
    people = (_calendar_person(file, each) for each in told or file.participants)
    return CalendarContent(
        method=CalendarMethod.CANCEL if called_off else CalendarMethod.REQUEST,
        uid=Uid(sent.calendar_uid if sent else uid),
        sequence=meeting.calendar_sequence,
        stamped_at=tx.now,
        kind=meeting.kind,
        appointment=_neutral(file),
        municipality=sender_of(tx).municipality,
        organizer=CalendarPerson(sent.organizer) if sent and asked_by_another else now,
        attendees=tuple(person for person in people if person is not None),
        for_all=not (called_off and called_off.taken_off),
        sent_by=now if asked_by_another else None,
        handed_over=bool(called_off and called_off.handed_over),
        own_texts=own_texts_today(tx),
    )


def mail_content(
    tx: Transaction, file: MeetingFile, people: tuple[Participant, ...], called_off: CalledOff | None = None
) -> MailDraftContent:
    """The mail to these people; the letter goes along to one alone, who is a colleague and whom a consent covers.

    Outside the municipality a mail may be read on its way.
    """
    alone = people[0] if len(people) == 1 else None
    is_asked = called_off is None or not called_off.handed_over
    may_have_it = is_asked and alone is not None and alone.employee_id is not None and file.coverage(alone).covered
    to = (_calendar_person(file, each) for each in people)
    return MailDraftContent(
        to=tuple(person for person in to if person is not None),
        calendar=calendar_content(tx, file, called_off),
        letter=invitation_content(tx, file, alone) if may_have_it else None,
    )


def input_card_content(tx: Transaction, file: MeetingFile, participant: Participant) -> InputCardContent:
    """The card for somebody who cannot come; it has to be back on the last working day before the meeting."""
    is_closed = closed_on(agreed_days(value_on(tx.of(Setting).where(), SettingKey.AGREED_DAYS_OFF, tx.today)))
    return InputCardContent(
        sender=sender_of(tx),
        name=file.parties.name(party_of(participant)),
        appointment=_neutral(file),
        made_on=file.today,
        back_by_on=max(file.today, working_day_before(file.meeting.starts_on, is_closed)),
        coordinator=coordinator_card(file),
    )


def _addressee(file: MeetingFile, participant: Participant) -> Addressee:
    party = party_of(participant)
    citizen = file.parties.citizen(party)
    return Addressee(
        name=file.parties.name(party),
        address_lines=_window(file, citizen) if citizen else (),
        citizen_uid=Uid(citizen.uid) if citizen else None,
        contact_kind=file.parties.contact_kind(party),
    )


def _window(file: MeetingFile, citizen: Citizen) -> tuple[str, ...]:
    """Nothing either for one who lives with somebody whose address is protected."""
    return () if gives_away(citizen.address, file.people.citizens) else address_lines(citizen)


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


def _told(file: MeetingFile, participant: Participant) -> Invitation | None:
    """What the participant was called with last."""
    own = [each for each in file.invitations if party_of(each) == party_of(participant) and not each.calls_off]
    return own[-1] if own else None


def _as_told(appointment: AppointmentContent, told: Invitation) -> AppointmentContent:
    return replace(appointment, starts_on=told.starts_on, starts_clock=told.starts_clock)


def _moved_from(file: MeetingFile, told: Invitation | None) -> MovedFrom | None:
    """The time the one was told, or the last invitation said, when the meeting has been moved since."""
    now = (file.meeting.starts_on, file.meeting.starts_clock)
    if told is not None and file.moves and (told.starts_on, told.starts_clock) != now:
        return MovedFrom(told.starts_on, told.starts_clock, file.moves[-1].reason)
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
    leads = participant.employee_id is not None and participant.employee_id == file.meeting.chair_id
    return CalendarPerson(email, "" if private else file.parties.name(party), participant.answer, leads)


def _neutral(file: MeetingFile) -> AppointmentContent:
    """Without the words for a place where they are a home, or say whose meeting it is."""
    appointment = appointment_content(file.meeting, file.people)
    said = set(folded(appointment.place).split())
    known = (folded(f"{citizen.name} {citizen.address}").split() for citizen in file.people.citizens)
    telling = {word for words in known for word in words if len(word) > 1 and word.isalpha()}
    names_somebody = any(word in said or f"{word}s" in said for word in telling)
    is_home = appointment.place_kind is PlaceKind.HOME
    return replace(appointment, place="") if is_home or names_somebody else appointment
