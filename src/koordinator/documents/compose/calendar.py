"""The calendar file's content: when, where, who is asked. Nothing in it says whom the meeting is about."""

from datetime import datetime

from koordinator.documents.ics import CalendarAddress, CalendarInvitation, CalendarMethod
from koordinator.domain.danish_day import wall_after
from koordinator.domain.invitation_content import CalendarContent, CalendarPerson
from koordinator.domain.invitation_content import CalendarMethod as Asked
from koordinator.texts import paper_calendar as words

_METHODS = {Asked.REQUEST: CalendarMethod.REQUEST, Asked.CANCEL: CalendarMethod.CANCEL}


def calendar_invitation(content: CalendarContent) -> CalendarInvitation:
    """The meeting as calendars show it, in Danish wall time."""
    appointment = content.appointment
    starts_local = datetime.combine(appointment.starts_on, appointment.starts_clock)
    return CalendarInvitation(
        method=_METHODS[content.method],
        uid=content.uid,
        sequence=content.sequence,
        stamped_at=content.stamped_at,
        starts_local=starts_local,
        ends_local=wall_after(appointment.starts_on, appointment.starts_clock, appointment.duration_minutes),
        summary=words.summary(content.kind),
        organizer=_address(content.organizer),
        attendees=tuple(_address(person) for person in content.attendees),
        location=words.location(appointment),
        description=_description(content),
        for_all=content.for_all,
    )


def _address(person: CalendarPerson | None) -> CalendarAddress:
    return CalendarAddress(person.name, person.email, person.answer, person.leads) if person else CalendarAddress("")


def _description(content: CalendarContent) -> str:
    if content.method is Asked.REQUEST:
        return words.DESCRIPTION
    return words.CANCELLED if content.for_all else words.TAKEN_OFF
