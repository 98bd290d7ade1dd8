"""Calendar files (RFC 5545) that any calendar program takes: real organiser and attendees, a neutral title."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vText

from koordinator.documents.plain import one_line, plain
from koordinator.domain.email_address import is_email
from koordinator.domain.meeting import InvitationAnswer

_PRODUCT: Final = "-//koordinator//DA"
_DENMARK: Final = ZoneInfo("Europe/Copenhagen")


class CalendarMethod(StrEnum):
    """Ask people to come (again, where the sequence has grown), or call it off."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


_PARTSTAT: Final = {
    InvitationAnswer.NONE: "NEEDS-ACTION",
    InvitationAnswer.YES: "ACCEPTED",
    InvitationAnswer.MAYBE: "TENTATIVE",
    InvitationAnswer.NO: "DECLINED",
}
_Change = TypeVar("_Change", TimezoneDaylight, TimezoneStandard)


@dataclass(frozen=True, slots=True)
class CalendarAddress:
    """Somebody with a name; whoever has no usable e-mail address is left out of the file. `leads`: the chair."""

    name: str
    email: str = ""
    answer: InvitationAnswer = InvitationAnswer.NONE
    leads: bool = False


@dataclass(frozen=True, slots=True)
class CalendarInvitation:
    """One meeting as all calendars will show it, so no names or numbers in `summary` and `description`.

    `uid` and `sequence` are the meeting's stored ones. `stamped_at` is aware; the two `_local` are Danish wall time.
    `sent_by` is who sends it in the organizer's place.
    Not `for_all`: the attendees alone are called off, and the meeting goes on without them.
    """

    method: CalendarMethod
    uid: str
    sequence: int
    stamped_at: datetime
    starts_local: datetime
    ends_local: datetime
    summary: str
    organizer: CalendarAddress
    attendees: tuple[CalendarAddress, ...] = ()
    location: str = ""
    description: str = ""
    for_all: bool = True
    sent_by: CalendarAddress | None = None


def calendar_file(invitation: CalendarInvitation) -> bytes:
    """The invitation as the bytes of an .ics file: same invitation in, same bytes out.

    Without an organiser or anybody to ask it is nobody's invitation (RFC 5546, 3.2.2), only a date for a calendar.
    """
    calendar = _calendar(method_of(invitation))
    calendar.add_component(_danish_time())
    calendar.add_component(_event(invitation))
    content: bytes = calendar.to_ical()
    return content


def method_of(invitation: CalendarInvitation) -> str:
    """REQUEST or CANCEL; empty without an organiser or anybody to ask."""
    asks = bool(_address(invitation.organizer)) and any(map(_address, invitation.attendees))
    return invitation.method.value if asks else ""


@dataclass(frozen=True, slots=True)
class AllDay:
    """A whole day in a calendar. The same `uid` next time is the same event."""

    uid: str
    on: date
    summary: str
    description: str


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """Days that are put into one's own calendar: nobody is asked, nobody answers, no time is taken."""

    name: str
    stamped_at: datetime
    days: tuple[AllDay, ...]


def days_file(content: CalendarDays) -> bytes:
    """The days as the bytes of an .ics file to be taken in (PUBLISH, RFC 5546, 3.2.1)."""
    calendar = _calendar("PUBLISH")
    calendar.add("x-wr-calname", one_line(content.name))
    for day in content.days:
        calendar.add_component(_whole_day(day, content.stamped_at))
    made: bytes = calendar.to_ical()
    return made


def _whole_day(day: AllDay, stamped_at: datetime) -> Event:
    event = Event()
    event.add("uid", one_line(day.uid))
    event.add("dtstamp", stamped_at)
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))
    event.add("summary", one_line(day.summary))
    event.add("description", plain(day.description))
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    return calendar


def _danish_time() -> Timezone:
    """Summer time by rule (Directive 2000/84/EC): the library's own list of single days confuses Outlook."""
    zone = Timezone()
    zone.add("tzid", _DENMARK.key)
    zone.add_component(_change(TimezoneDaylight(), datetime(1970, 3, 29, 2), "CEST", (1, 2)))  # noqa: DTZ001 by definition local
    zone.add_component(_change(TimezoneStandard(), datetime(1970, 10, 25, 3), "CET", (2, 1)))  # noqa: DTZ001
    return zone


def _change(change: _Change, first_local: datetime, name: str, hours: tuple[int, int]) -> _Change:
    before, after = hours
    change.add("dtstart", first_local)
    change.add("rrule", {"freq": "yearly", "bymonth": first_local.month, "byday": "-1su"})
    change.add("tzname", name)
    change.add("tzoffsetfrom", timedelta(hours=before))
    change.add("tzoffsetto", timedelta(hours=after))
    return change


def _event(invitation: CalendarInvitation) -> Event:
    event = Event()
    event.add("uid", one_line(invitation.uid))
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.stamped_at)
    event.add("dtstart", invitation.starts_local.replace(tzinfo=_DENMARK))
    event.add("dtend", invitation.ends_local.replace(tzinfo=_DENMARK))
    event.add("summary", one_line(invitation.summary))
    event.add("class", "CONFIDENTIAL")
    # A status would call it off for everybody (RFC 5546, 3.2.5).
    if invitation.for_all:
        event.add("status", "CANCELLED" if invitation.method is CalendarMethod.CANCEL else "CONFIRMED")
    if invitation.location:
        event.add("location", one_line(invitation.location))
    if invitation.description:
        event.add("description", plain(invitation.description))
    if organizer := _address(invitation.organizer):
        if sender := invitation.sent_by and _address(invitation.sent_by):
            organizer.params["SENT-BY"] = str(sender)
        event.add("organizer", organizer)
    asked: set[str] = set()
    for person in invitation.attendees:
        attendee = _address(person)
        if attendee and person.email.casefold() not in asked:
            asked.add(person.email.casefold())
            attendee.params.update(_role(person, invitation.method))
            event.add("attendee", attendee)
    return event


def _role(person: CalendarAddress, method: CalendarMethod) -> dict[str, vText]:
    """Nobody is asked to answer a cancellation."""
    role = {
        "ROLE": vText("CHAIR" if person.leads else "REQ-PARTICIPANT"),
        "PARTSTAT": vText(_PARTSTAT[person.answer]),
    }
    return role if method is CalendarMethod.CANCEL else {**role, "RSVP": vText("TRUE")}


def _address(person: CalendarAddress) -> vCalAddress | None:
    email = person.email.strip()
    if not is_email(email):
        return None
    address = vCalAddress(f"mailto:{email}")
    # A quotation mark cannot stand in a parameter at all.
    if name := one_line(person.name).replace('"', "'"):
        address.params["CN"] = vText(name)
    return address
