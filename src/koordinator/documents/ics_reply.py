"""What a calendar program sends back to an invitation: a .ics file, or a saved mail that carries one."""

import email
from collections.abc import Iterator
from email import policy
from pathlib import Path
from typing import Final

from icalendar import Calendar, Event, vCalAddress

from koordinator.documents.plain import one_line
from koordinator.domain.invitation import CalendarReply, NotAReply, OutlookItem
from koordinator.domain.limits import LINE
from koordinator.domain.meeting import InvitationAnswer

_MOST_BYTES: Final = 1_000_000
_OUTLOOK: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""The first bytes of a compound file, as .msg is; the libraries that read it are large, or under the GPL."""
_MAILTO: Final = "mailto:"
_ANSWERS: Final = {
    "ACCEPTED": InvitationAnswer.YES,
    "TENTATIVE": InvitationAnswer.MAYBE,
    "DECLINED": InvitationAnswer.NO,
}


class ReplyFiles:
    """Reads answers out of files that a person dropped or chose."""

    def read(self, path: Path) -> CalendarReply:
        """The answer in the file. Raises NotAReply or OutlookItem."""
        try:
            with path.open("rb") as file:
                content = file.read(_MOST_BYTES)
        except OSError as error:
            raise NotAReply from error
        return read_reply(content)


def read_reply(content: bytes) -> CalendarReply:
    """The answer (RFC 5546, 3.2.3) in the bytes of a .ics or .eml file. Raises NotAReply or OutlookItem."""
    if content.startswith(_OUTLOOK):
        raise OutlookItem
    try:
        return next(_replies(content))
    except (StopIteration, ValueError, KeyError, IndexError) as error:
        raise NotAReply from error


def _replies(content: bytes) -> Iterator[CalendarReply]:
    is_calendar = content.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"BEGIN:VCALENDAR")
    for text in [content] if is_calendar else _parts(content):
        for calendar in Calendar.from_ical(text, multiple=True):
            if str(calendar.get("METHOD", "")).upper() == "REPLY":
                yield from map(_reply, calendar.events)


def _parts(content: bytes) -> Iterator[bytes]:
    message = email.message_from_bytes(content, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/calendar", "application/ics"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield payload


def _reply(event: Event) -> CalendarReply:
    attendees = event.get("ATTENDEE", ())
    one = attendees if isinstance(attendees, vCalAddress) else next(iter(attendees), None)
    uid, answer = str(event.get("UID", "")), _ANSWERS.get(str(one.params.get("PARTSTAT", "")).upper() if one else "")
    if one is None or not uid or answer is None:
        raise NotAReply
    address = str(one)
    if address[: len(_MAILTO)].lower() == _MAILTO:
        address = address[len(_MAILTO) :]
    comment = event.get("COMMENT", "")
    note = comment[0] if isinstance(comment, list) else comment
    return CalendarReply(uid, int(event.get("SEQUENCE", 0)), address.strip(), answer, one_line(str(note))[:LINE])
