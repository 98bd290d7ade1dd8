"""What the papers before a meeting say: the letter to one person, the calendar file for all, the preparation sheet."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from koordinator.domain.content_parts import (
    AppointmentContent,
    ContactCard,
    Sender,
    SubjectContent,
    ThemeContent,
    Uid,
)
from koordinator.domain.letter_versions import OwnText
from koordinator.domain.meeting import AgendaKind, InvitationAnswer, MeetingKind, PlaceKind
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
    """An item of the agenda ahead, and who presents it; one that is `withheld` from the reader only keeps its time."""

    kind: AgendaKind
    title: str
    minutes: int
    theme: ThemeContent | None = None
    withheld: bool = False
    presenter: str = ""


@dataclass(frozen=True, slots=True)
class LimitedContent:
    """Somebody who takes part in some items only, by their numbers from 1; in none whom no consent covers."""

    name: str
    numbers: tuple[int, ...] = ()


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
    when the letter says that it will not be held (then with `cancel_reason`). `limited` are those who take part in
    some items only. One that `is_neutral` says neither whom nor what the meeting is about: no consent covers whom
    it goes to.
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
    limited: tuple[LimitedContent, ...] = ()
    moved_from: MovedFrom | None = None
    cancelled: bool = False
    cancel_reason: str = ""
    is_neutral: bool = False
    own_texts: tuple[OwnText, ...] = ()


@dataclass(frozen=True, slots=True)
class PreparationContent:
    """The sheet for preparing the meeting with the citizen; what is known already is filled in.

    `place_kind` is where the citizen would like to meet, None as long as that is not known.
    """

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
    place_kind: PlaceKind | None = None
    own_texts: tuple[OwnText, ...] = ()


class CalendarMethod(StrEnum):
    """What the calendar file does (RFC 5546)."""

    REQUEST = "request"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class CalendarPerson:
    """Somebody in a calendar file. `name` is empty for private people: a calendar is read by many.

    `answer` is the one noted so far, `leads` is true of the chair.
    """

    email: str
    name: str = ""
    answer: InvitationAnswer = InvitationAnswer.NONE
    leads: bool = False


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """The calendar file: neutral, without the citizen's name, in the time of Europe/Copenhagen.

    `uid` goes with the organizer, `sequence` rises with each change. Attendees are those with an e-mail
    address, the citizens themselves left out. A cancellation for those who are taken off, only, is not `for_all`.
    `sent_by` is set where somebody else than the organizer sends it; `handed_over`: the meeting goes on, and is asked
    to anew by whoever does.
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
    for_all: bool = True
    sent_by: CalendarPerson | None = None
    handed_over: bool = False
    own_texts: tuple[OwnText, ...] = ()


@dataclass(frozen=True, slots=True)
class MailDraftContent:
    """A mail that a person sends from their own mail program: neutral words and the calendar file.

    The letter goes along only to one who may have it, never to several.
    """

    to: tuple[CalendarPerson, ...]
    calendar: CalendarContent
    letter: InvitationContent | None = None


@dataclass(frozen=True, slots=True)
class InputCardContent:
    """The card on which somebody who cannot come writes what they want said at the meeting.

    Nothing on it says whom the meeting is about. `back_by_on` is the day on which it has to be back.
    """

    sender: Sender
    name: str
    appointment: AppointmentContent
    made_on: date
    back_by_on: date
    coordinator: ContactCard | None = None
