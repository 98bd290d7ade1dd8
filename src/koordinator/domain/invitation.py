"""What was produced to call somebody to a meeting or off it: a fact with its time, that never changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import CitizenId, ContactPersonId, EmployeeId, MeetingId, PaperId, RowId
from koordinator.domain.meeting import InvitationAnswer, Meeting, Participant
from koordinator.domain.party import party_of


class InvitationWay(StrEnum):
    """What somebody is called with."""

    LETTER = "letter"
    CALENDAR_FILE = "calendar_file"
    MAIL_DRAFT = "mail_draft"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A paper or file that was made for somebody, and the time of the meeting that it said.

    `calls_off`: it said that they need not come. `sequence` is the calendar's.
    """

    id: RowId
    meeting_id: MeetingId
    way: InvitationWay
    starts_on: date
    starts_clock: time
    sequence: int
    made_at: datetime
    made_by_id: EmployeeId
    paper_id: PaperId
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None
    calls_off: bool = False


def invited_with(invitations: Iterable[Invitation], participant: Participant) -> tuple[Invitation, ...]:
    """What was made for the participant when they were called to this appointment, one of each way; the last counts."""
    party, since = party_of(participant), participant.invited_at
    own = [each for each in invitations if party_of(each) == party and not each.calls_off]
    last = {each.way: each for each in own if since is not None and each.made_at >= since}
    return tuple(last[way] for way in InvitationWay if way in last)


@dataclass(frozen=True, slots=True)
class CalendarReply:
    """What a calendar program sent back: the meeting's `uid`, whose answer it is, and to which `sequence`."""

    uid: str
    sequence: int
    email: str
    answer: InvitationAnswer
    note: str = ""


class NotAReply(DomainError):
    """The file is no answer to a calendar invitation (RFC 5546, 3.2.3)."""


class ReplyToAnotherMeeting(DomainError):
    """The answer is to some other meeting than this one."""


class ReplyToAnEarlierTime(DomainError):
    """The answer is to an invitation from before the meeting was moved."""


class ReplyFromStranger(DomainError):
    """Nobody with the address is asked to the meeting."""

    email: str


def check_reply(reply: CalendarReply, meeting: Meeting, invitations: Iterable[Invitation]) -> None:
    """Raises ReplyToAnotherMeeting, or ReplyToAnEarlierTime when it answers a time that is no longer the meeting's."""
    if reply.uid != meeting.uid:
        raise ReplyToAnotherMeeting
    now = (meeting.starts_on, meeting.starts_clock)
    said = [each.sequence for each in invitations if (each.starts_on, each.starts_clock) == now]
    if reply.sequence < min(said, default=meeting.calendar_sequence):
        raise ReplyToAnEarlierTime
