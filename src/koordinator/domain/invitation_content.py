"""What the papers before a meeting say: the letter to one person, the calendar file for all, the preparation sheet."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from koordinator.domain.content_parts import AppointmentContent, ContactCard, Sender, SubjectContent, Uid
from koordinator.domain.meeting import AgendaKind, MeetingKind
from koordinator.domain.register import ContactKind


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter goes to; `name` is empty on a sheet for all.

    `address_lines` is empty where there is no address or where it is protected.
    `citizen_uid` is set for a citizen, `contact_kind` for somebody of the network; an employee has neither.
    """

    name: str
    address_lines: tuple[str, ...] = ()
    citizen_uid: Uid | None = None
    contact_kind: ContactKind | None = None


@dataclass(frozen=True, slots=True)
class InvitedContent:
    """Somebody who is asked to come, as the others read it."""

    name: str
    role: str = ""
    organisation: str = ""
    citizen_uid: Uid | None = None


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item of the agenda ahead."""

    kind: AgendaKind
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class MovedFrom:
    """When the meeting stood before, and why it was moved."""

    starts_on: date
    starts_clock: time
    reason: str


@dataclass(frozen=True, slots=True)
class InvitationContent:
    """An invitation to one person; the same content makes the agenda as a sheet of its own.

    `moved_from` is set when the meeting stood at another time in the last invitation, `cancelled`
    when the letter says that it will not be held (then with `cancel_reason`).
    """

    sender: Sender
    subject: SubjectContent
    addressee: Addressee
    kind: MeetingKind
    appointment: AppointmentContent
    made_on: date
    coordinator: ContactCard | None = None
    invited: tuple[InvitedContent, ...] = ()
    agenda: tuple[AgendaLine, ...] = ()
    moved_from: MovedFrom | None = None
    cancelled: bool = False
    cancel_reason: str = ""


@dataclass(frozen=True, slots=True)
class PreparationContent:
    """The sheet for preparing the meeting with the citizen; what is known already is filled in."""

    sender: Sender
    subject: SubjectContent
    appointment: AppointmentContent
    made_on: date
    coordinator: ContactCard | None = None
    wants_to_discuss: str = ""
    wants_present: str = ""
    wants_absent: str = ""
    must_not_be_discussed: str = ""
    place_wish: str = ""


class CalendarMethod(StrEnum):
    """What the calendar file does (RFC 5546)."""

    REQUEST = "request"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class CalendarPerson:
    """Somebody in a calendar file. `name` is empty for private people: a calendar is read by many."""

    email: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """The calendar file: neutral, without the citizen's name, in the time of Europe/Copenhagen.

    `uid` never changes, `sequence` rises with each change. Attendees are those with an e-mail
    address, the citizens themselves left out.
    """

    method: CalendarMethod
    uid: Uid
    sequence: int
    stamped_at: datetime
    kind: MeetingKind
    appointment: AppointmentContent
    municipality: str = ""
    organizer: CalendarPerson | None = None
    attendees: tuple[CalendarPerson, ...] = ()
