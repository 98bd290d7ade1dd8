"""Calendar files, read back by a calendar library, and what cannot be smuggled into them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from koordinator.documents.ics import CalendarAddress, CalendarInvitation, CalendarMethod, calendar_file

INVITATION = CalendarInvitation(
    method=CalendarMethod.REQUEST,
    uid="4f2c8e@koordinator",
    sequence=2,
    stamped_at=datetime(2026, 11, 21, 9, 42, tzinfo=UTC),
    starts_local=datetime(2027, 1, 12, 13, 0),  # noqa: DTZ001 wall time, as the dataclass says
    ends_local=datetime(2027, 1, 12, 14, 30),  # noqa: DTZ001
    summary="Samarbejdsmøde",
    organizer=CalendarAddress("Mette Holm", "mette.holm@sundby.example"),
    attendees=(
        CalendarAddress("Kim Møller", "kim@sundby.example"),
        CalendarAddress("Tina Dam", "tina@sundby.example"),
        CalendarAddress("Karen Bæk"),
    ),
    location="Rådhuset, lokale 2",
    description="Dagsordenen får du på mødet.\nGiv besked, hvis du ikke kan komme.",
)


def lines(content: bytes) -> list[str]:
    """The file's lines, unfolded."""
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")


def event(invitation: CalendarInvitation) -> Event:
    (found,) = Calendar.from_ical(calendar_file(invitation)).events
    return found


def starts_at(invitation: CalendarInvitation) -> datetime:
    start = event(invitation).start
    assert isinstance(start, datetime)
    return start


def test_what_is_written_is_read_back() -> None:
    calendar = Calendar.from_ical(calendar_file(INVITATION))
    found = event(INVITATION)

    assert calendar["METHOD"] == "REQUEST"
    assert found["UID"] == "4f2c8e@koordinator"
    assert found["SEQUENCE"] == 2
    assert found["SUMMARY"] == "Samarbejdsmøde"
    assert found["CLASS"] == "CONFIDENTIAL"
    assert found["LOCATION"] == "Rådhuset, lokale 2"
    assert found["DESCRIPTION"] == INVITATION.description
    assert found["ORGANIZER"] == "mailto:mette.holm@sundby.example"
    assert found["ORGANIZER"].params["CN"] == "Mette Holm"
    assert INVITATION.stamped_at == found.DTSTAMP


def test_the_time_is_danish_in_winter_and_summer() -> None:
    summer = replace(INVITATION, starts_local=datetime(2027, 7, 1, 9), ends_local=datetime(2027, 7, 1, 10))  # noqa: DTZ001

    written = lines(calendar_file(INVITATION))

    assert "DTSTART;TZID=Europe/Copenhagen:20270112T130000" in written
    assert starts_at(INVITATION).utcoffset() == timedelta(hours=1)
    assert starts_at(summer).utcoffset() == timedelta(hours=2)
    assert event(summer).end - event(summer).start == timedelta(hours=1)


def test_the_file_carries_the_rule_of_summer_time() -> None:
    zone = Calendar.from_ical(calendar_file(INVITATION)).timezones[0].to_tz()

    assert datetime(2027, 3, 27, 12, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert datetime(2027, 3, 29, 12, tzinfo=zone).utcoffset() == timedelta(hours=2)
    assert datetime(2027, 11, 1, 12, tzinfo=zone).utcoffset() == timedelta(hours=1)


def test_only_those_with_an_address_are_asked() -> None:
    attendees = event(INVITATION).attendees

    assert [str(one) for one in attendees] == ["mailto:kim@sundby.example", "mailto:tina@sundby.example"]
    assert [one.params["CN"] for one in attendees] == ["Kim Møller", "Tina Dam"]
    assert attendees[0].params["RSVP"] == "TRUE"
    assert "Karen" not in calendar_file(INVITATION).decode()


def test_a_meeting_is_called_off_under_its_own_name() -> None:
    off = replace(INVITATION, method=CalendarMethod.CANCEL, sequence=3)

    assert Calendar.from_ical(calendar_file(off))["METHOD"] == "CANCEL"
    assert event(off)["STATUS"] == "CANCELLED"
    assert event(off)["UID"] == event(INVITATION)["UID"]
    assert event(off)["SEQUENCE"] == 3


def test_what_is_not_said_is_not_there() -> None:
    bare = replace(INVITATION, location="", description="", attendees=(), organizer=CalendarAddress("Mette Holm"))

    assert not {"LOCATION", "DESCRIPTION", "ATTENDEE", "ORGANIZER"} & set(event(bare))


def test_the_same_invitation_gives_the_same_bytes() -> None:
    assert calendar_file(INVITATION) == calendar_file(replace(INVITATION))


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    content = calendar_file(replace(INVITATION, description="æøå " * 200))

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


EVIL = 'Samarbejdsmøde\r\nATTENDEE:mailto:evil@example.com\nX-A:"b",;:\\c\x00\u2028BEGIN:VALARM'


def test_no_line_can_be_smuggled_in() -> None:
    evil = replace(
        INVITATION,
        uid=EVIL,
        summary=EVIL,
        location=EVIL,
        description=EVIL,
        organizer=CalendarAddress(EVIL, "mette@sundby.example"),
        attendees=(CalendarAddress(EVIL, "kim@sundby.example"),),
    )

    names = {line.partition(":")[0].partition(";")[0] for line in lines(calendar_file(evil))}

    assert not names & {"X-A", "VALARM"}
    assert [line for line in lines(calendar_file(evil)) if line.startswith("ATTENDEE")] == [
        line for line in lines(calendar_file(evil)) if line.endswith("mailto:kim@sundby.example")
    ]
    assert [component.name for component in Calendar.from_ical(calendar_file(evil)).walk()].count("VALARM") == 0


@pytest.mark.parametrize(
    "email",
    [
        "kim",
        "a b@c.dk",
        "a@b.dk\r\nX:1",
        "a@b.dk,c@d.dk",
        "a@b.dk?cc=x@y.dk",
        "<a@b.dk>",
        '"a"@b.dk',
        "a@b@c",
        "@b",
        "a@\x00b",
    ],
)
def test_a_doubtful_address_is_left_out(email: str) -> None:
    assert "ATTENDEE" not in event(replace(INVITATION, attendees=(CalendarAddress("Kim", email),)))


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_makes_a_file_with_one_event(text: str, name: str) -> None:
    invitation = replace(
        INVITATION, summary=text, location=text, description=text, organizer=CalendarAddress(name, "a@b.example")
    )

    calendar = Calendar.from_ical(calendar_file(invitation))

    assert [part.name for part in calendar.walk() if part.name in ("VEVENT", "VALARM", "VTODO")] == ["VEVENT"]
    assert str(event(invitation)["ORGANIZER"]) == "mailto:a@b.example"
