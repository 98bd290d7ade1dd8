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

    `calls_off`: it said that they need not come. `sequence` is the calendar's; `organizer` (an e-mail address) and
    `calendar_uid` are what it stands under in their calendar, empty for a letter.
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
    organizer: str = ""
    calendar_uid: str = ""

    def is_from(self, organizer: str) -> bool:
        """The organizer asked, or nobody could tell who did."""
        return not organizer or not self.organizer or self.organizer.casefold() == organizer.casefold()


def invited_with(invitations: Iterable[Invitation], participant: Participant) -> tuple[Invitation, ...]:
    """What was made for the participant when they were called to this appointment, one of each way; the last counts."""
    party, since = party_of(participant), participant.invited_at
    own = [each for each in invitations if party_of(each) == party and not each.calls_off]
    last = {each.way: each for each in own if since is not None and each.made_at >= since}
    return tuple(last[way] for way in InvitationWay if way in last)


def in_calendar(invitations: Iterable[Invitation], participant: Participant) -> Invitation | None:
    """What the meeting stands under in the participant's calendar; None where it never got there, or was taken out."""
    party = party_of(participant)
    last = max((each for each in invitations if each.calendar_uid and party_of(each) == party), key=_id, default=None)
    return None if last is None or last.calls_off else last


def calendar_uid(meeting: Meeting, invitations: Iterable[Invitation], organizer: str) -> str:
    """The UID that the organizer asks under: another organizer begins anew.

    RFC 5546 (3.2.2.4) lets a new organizer go on under the old UID with a higher SEQUENCE. Outlook and Google take no
    change of an event from anybody but the organizer they know, so that answers would still go to the one before: the
    old event is called off in the old organizer's name (SENT-BY, 3.2.2.5) and a new one is begun.
    """
    asked = sorted((each for each in invitations if each.calendar_uid and not each.calls_off), key=_id)
    if not asked:
        return meeting.uid
    if asked[-1].is_from(organizer):
        return asked[-1].calendar_uid
    return f"{meeting.uid}.{len({each.calendar_uid for each in asked})}"


def _id(invitation: Invitation) -> RowId:
    return invitation.id


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


class OutlookItem(DomainError):
    """The file is in Outlook's own format (.msg), which is not read."""


class ReplyToAnotherMeeting(DomainError):
    """The answer is to some other meeting than this one."""


class ReplyToAnEarlierTime(DomainError):
    """The answer is to an invitation from before the meeting was moved."""


class ReplyFromStranger(DomainError):
    """Nobody with the address is asked to the meeting."""

    email: str


def check_reply(reply: CalendarReply, meeting: Meeting, invitations: Iterable[Invitation]) -> None:
    """Raises ReplyToAnotherMeeting, or ReplyToAnEarlierTime when it answers a time that is no longer the meeting's.

    An answer to the organizer before is one too.
    """
    every = tuple(invitations)
    if reply.uid not in {meeting.uid, *(each.calendar_uid for each in every)}:
        raise ReplyToAnotherMeeting
    now = (meeting.starts_on, meeting.starts_clock)
    said = [each.sequence for each in every if (each.starts_on, each.starts_clock) == now]
    if reply.sequence < min(said, default=meeting.calendar_sequence):
        raise ReplyToAnEarlierTime
