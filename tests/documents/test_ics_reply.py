"""Answers as calendar programs send them, in a file of their own or in a saved mail - and files that are none."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.ics_reply import ReplyFiles, read_reply
from koordinator.domain.invitation import CalendarReply, NotAReply, OutlookItem
from koordinator.domain.meeting import InvitationAnswer

GOOGLE = (
    "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
    "METHOD:REPLY\r\nBEGIN:VEVENT\r\nDTSTART:20270112T120000Z\r\nDTEND:20270112T131500Z\r\n"
    "DTSTAMP:20261122T054500Z\r\nORGANIZER;CN=Mette Holm:mailto:mette@sundby.example\r\nUID:m2\r\n"
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Kim;\r\n"
    ' X-NUM-GUESTS=0;X-RESPONSE-COMMENT="Syg":mailto:kim@sundby.example\r\n'
    "COMMENT:Jeg er syg\r\nSEQUENCE:2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
OUTLOOK = (
    "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\n"
    "BEGIN:VTIMEZONE\r\nTZID:Romance Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\n"
    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\n"
    "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
    "ATTENDEE;PARTSTAT=ACCEPTED;CN=Kim Møller:MAILTO:kim@sundby.example\r\nCOMMENT;LANGUAGE=da-DK:\\n\r\nUID:m2\r\n"
    "SUMMARY;LANGUAGE=da-DK:Accepteret: Samarbejdsmøde\r\n"
    "DTSTART;TZID=Romance Standard Time:20270112T130000\r\nDTSTAMP:20261122T054500Z\r\nSEQUENCE:2\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def mail_with(calendar: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Accepteret: Samarbejdsmøde"
    message.set_content("Kim kommer.")
    message.add_alternative(calendar, subtype="calendar", params={"method": "REPLY"})
    return message.as_bytes()


def test_an_answer_is_read() -> None:
    assert read_reply(GOOGLE.encode()) == CalendarReply(
        "m2", 2, "kim@sundby.example", InvitationAnswer.NO, "Jeg er syg"
    )


def test_an_answer_in_a_mail_and_with_a_mark_before_it_is_read() -> None:
    expected = CalendarReply("m2", 2, "kim@sundby.example", InvitationAnswer.YES)

    assert read_reply(mail_with(OUTLOOK)) == expected
    assert read_reply(b"\xef\xbb\xbf" + OUTLOOK.encode()) == expected


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"BEGIN:VCALENDAR",
        b"\xff\xfe\x00\x01",
        b"From: kim@sundby.example\r\n\r\nJeg kommer.",
        GOOGLE.replace("REPLY", "REQUEST").encode(),
        GOOGLE.replace("PARTSTAT=DECLINED;", "").encode(),
        GOOGLE.replace("UID:m2", "UID:").encode(),
        GOOGLE.replace("SEQUENCE:2", "SEQUENCE:to").encode(),
        mail_with("BEGIN:VCALENDAR"),
    ],
)
def test_anything_else_is_no_answer(content: bytes) -> None:
    with pytest.raises(NotAReply):
        read_reply(content)


def test_outlooks_own_format_is_called_by_its_name() -> None:
    with pytest.raises(OutlookItem):
        read_reply(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512)


@given(st.binary(max_size=300))
def test_whatever_is_dropped_is_an_answer_or_none(content: bytes) -> None:
    for given_bytes in (content, b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + content):
        with pytest.raises(NotAReply):
            read_reply(given_bytes)


def test_a_file_that_cannot_be_read_is_no_answer(tmp_path: Path) -> None:
    with pytest.raises(NotAReply):
        ReplyFiles().read(tmp_path)
