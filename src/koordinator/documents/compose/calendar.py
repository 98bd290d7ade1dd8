"""The calendar file's content: when, where, who is asked. Nothing in it says whom the meeting is about."""

from datetime import datetime
from enum import Enum, auto

from koordinator.documents.ics import CalendarAddress, CalendarInvitation, CalendarMethod
from koordinator.domain.danish_day import wall_after
from koordinator.domain.invitation_content import CalendarContent, CalendarPerson
from koordinator.domain.invitation_content import CalendarMethod as Asked
from koordinator.domain.letter_kinds import LetterKey, Placeholder
from koordinator.domain.letter_text import Line, filled, plain_text
from koordinator.domain.letter_texts import LetterTexts
from koordinator.texts import paper_calendar as words
from koordinator.texts.paper_common import meeting_word, starts_to_ends
from koordinator.texts.paper_voice import without_stop


class _What(Enum):
    ASKED = auto()
    CANCELLED = auto()
    TAKEN_OFF = auto()


_DESCRIPTIONS = {
    _What.ASKED: LetterKey.CALENDAR_INVITATION,
    _What.CANCELLED: LetterKey.CALENDAR_CANCELLED,
    _What.TAKEN_OFF: LetterKey.CALENDAR_TAKEN_OFF,
}
_BODIES = {
    _What.ASKED: LetterKey.MAIL_INVITATION,
    _What.CANCELLED: LetterKey.MAIL_CANCELLED,
    _What.TAKEN_OFF: LetterKey.MAIL_TAKEN_OFF,
}
_METHODS = {Asked.REQUEST: CalendarMethod.REQUEST, Asked.CANCEL: CalendarMethod.CANCEL}


def calendar_invitation(content: CalendarContent, texts: LetterTexts) -> CalendarInvitation:
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
        description=calendar_words(content, texts),
        for_all=content.for_all,
        sent_by=_address(content.sent_by) if content.sent_by else None,
    )


def _address(person: CalendarPerson | None) -> CalendarAddress:
    return CalendarAddress(person.name, person.email, person.answer, person.leads) if person else CalendarAddress("")


def calendar_words(content: CalendarContent, texts: LetterTexts) -> str:
    """What stands in everybody's calendar."""
    if content.handed_over:
        return words.HANDED_OVER
    return _told(content, texts.of(_DESCRIPTIONS[_what(content)]))


def mail_body(content: CalendarContent, texts: LetterTexts, *, with_letter: bool) -> str:
    """The mail's words: when and where, and how to answer."""
    if content.handed_over:
        return words.HANDED_OVER
    return _told(content, texts.of(_BODIES[_what(content)]), with_letter=with_letter)


def _what(content: CalendarContent) -> _What:
    if content.method is Asked.REQUEST:
        return _What.ASKED
    return _What.CANCELLED if content.for_all else _What.TAKEN_OFF


def _told(content: CalendarContent, lines: tuple[Line, ...], *, with_letter: bool = False) -> str:
    values = {
        Placeholder.MUNICIPALITY: content.municipality,
        Placeholder.MEETING_KIND: meeting_word(content.kind),
        Placeholder.MEETING_TIME: starts_to_ends(content.appointment),
        Placeholder.PLACE: without_stop(words.location(content.appointment)),
        Placeholder.ATTACHED: words.ATTACHED if with_letter else "",
    }
    return plain_text(filled(lines, values, many=False))
