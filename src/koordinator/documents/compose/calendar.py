"""The calendar file's content: when, where, who is asked. Nothing in it says whom the meeting is about."""

from datetime import datetime, timedelta

from koordinator.documents.ics import CalendarAddress, CalendarInvitation, CalendarMethod
from koordinator.domain.invitation_content import CalendarContent, CalendarPerson
from koordinator.domain.invitation_content import CalendarMethod as Asked
from koordinator.texts import paper_calendar as words

_METHODS = {Asked.REQUEST: CalendarMethod.REQUEST, Asked.CANCEL: CalendarMethod.CANCEL}


def calendar_invitation(content: CalendarContent) -> CalendarInvitation:
    """The meeting as calendars show it, in Danish wall time."""
    appointment = content.appointment
    starts_local = datetime.combine(appointment.starts_on, appointment.starts_clock)
    called_off = content.method is Asked.CANCEL
    return CalendarInvitation(
        method=_METHODS[content.method],
        uid=content.uid,
        sequence=content.sequence,
        stamped_at=content.stamped_at,
        starts_local=starts_local,
        ends_local=starts_local + timedelta(minutes=appointment.duration_minutes),
        summary=words.summary(content.kind),
        organizer=_address(content.organizer),
        attendees=tuple(_address(person) for person in content.attendees),
        location=words.location(appointment),
        description=words.CANCELLED if called_off else words.DESCRIPTION,
    )


def _address(person: CalendarPerson | None) -> CalendarAddress:
    return CalendarAddress(person.name, person.email) if person else CalendarAddress("")
