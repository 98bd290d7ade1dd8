"""What somebody was called with, and which answers count."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.ids import EmployeeId, MeetingId, PaperId, RowId
from koordinator.domain.invitation import (
    CalendarReply,
    Invitation,
    InvitationWay,
    ReplyToAnEarlierTime,
    ReplyToAnotherMeeting,
    calendar_uid,
    check_reply,
    in_calendar,
    invited_with,
)
from koordinator.domain.meeting import InvitationAnswer
from tests.domain.meetings import KIM, METTE, MOMENT, a_meeting, a_participant

MEETING = a_meeting()
KIMS_PLACE = replace(a_participant(), employee_id=KIM, invited_at=MOMENT)
LATER = timedelta(days=1)


def an_invitation(way: InvitationWay, *, sequence: int = 0, to: EmployeeId = KIM, number: int = 1) -> Invitation:
    return Invitation(
        RowId(number), MeetingId(1), way, MEETING.starts_on, MEETING.starts_clock, sequence, MOMENT, METTE,
        PaperId(number), employee_id=to,
    )  # fmt: skip


def test_the_last_of_each_way_counts_and_only_ones_own() -> None:
    letter, file = an_invitation(InvitationWay.LETTER), an_invitation(InvitationWay.CALENDAR_FILE, number=2)
    again = replace(file, id=RowId(3), made_at=MOMENT + LATER)
    off = replace(letter, id=RowId(4), calls_off=True)
    to_mette = an_invitation(InvitationWay.MAIL_DRAFT, to=METTE)

    assert invited_with((letter, file, again, off, to_mette), KIMS_PLACE) == (letter, again)


def test_what_was_made_before_the_meeting_was_moved_does_not_count() -> None:
    letter = an_invitation(InvitationWay.LETTER)

    assert invited_with((letter,), replace(KIMS_PLACE, invited_at=None)) == ()
    assert invited_with((letter,), replace(KIMS_PLACE, invited_at=MOMENT + LATER)) == ()


def test_what_stands_in_a_calendar_is_the_last_that_was_not_called_off() -> None:
    letter, file = an_invitation(InvitationWay.LETTER), in_the_calendar()
    to_mette = replace(in_the_calendar(number=9), employee_id=METTE)

    assert in_calendar((file, letter, to_mette), KIMS_PLACE) == file
    assert in_calendar((letter,), KIMS_PLACE) is None
    assert in_calendar((file, replace(file, id=RowId(2), calls_off=True)), KIMS_PLACE) is None


def in_the_calendar(uid: str = MEETING.uid, organizer: str = "mette@lilleby.example", number: int = 1) -> Invitation:
    file = an_invitation(InvitationWay.CALENDAR_FILE, number=number)
    return replace(file, calendar_uid=uid, organizer=organizer)


def test_another_organizer_asks_under_another_uid() -> None:
    uid, bo = MEETING.uid, "bo@lilleby.example"
    first, second = in_the_calendar(), in_the_calendar(f"{uid}.1", bo, number=3)
    off = replace(first, id=RowId(4), calls_off=True)

    assert calendar_uid(MEETING, (an_invitation(InvitationWay.LETTER),), bo) == uid
    assert calendar_uid(MEETING, (first,), "Mette@Lilleby.example") == uid
    assert calendar_uid(MEETING, (first,), "") == uid
    assert calendar_uid(MEETING, (first,), bo) == f"{uid}.1"
    assert calendar_uid(MEETING, (second, first, off), bo) == f"{uid}.1"
    assert calendar_uid(MEETING, (first, second, off), first.organizer) == f"{uid}.2"
    assert replace(first, organizer="").is_from(bo)


def test_an_answer_to_the_organizer_before_counts() -> None:
    invitations = (in_the_calendar(), in_the_calendar(f"{MEETING.uid}.1", "bo@lilleby.example", number=2))

    for each in invitations:
        check_reply(a_reply(each.calendar_uid, sequence=0), MEETING, invitations)
    with pytest.raises(ReplyToAnotherMeeting):
        check_reply(a_reply(f"{MEETING.uid}.2"), MEETING, invitations)


def a_reply(uid: str = MEETING.uid, sequence: int = 2) -> CalendarReply:
    return CalendarReply(uid, sequence, "kim@lilleby.example", InvitationAnswer.YES)


def test_an_answer_to_the_present_time_counts() -> None:
    moved = an_invitation(InvitationWay.CALENDAR_FILE, sequence=2)
    before = replace(an_invitation(InvitationWay.CALENDAR_FILE), starts_on=MEETING.starts_on - LATER)

    for sequence in (2, 3):
        check_reply(a_reply(sequence=sequence), MEETING, (before, moved))
    with pytest.raises(ReplyToAnEarlierTime):
        check_reply(a_reply(sequence=1), MEETING, (before, moved))
    with pytest.raises(ReplyToAnotherMeeting):
        check_reply(a_reply("other"), MEETING, (moved,))


def test_without_anything_noted_the_meetings_own_number_counts() -> None:
    check_reply(a_reply(sequence=1), replace(MEETING, calendar_sequence=1), ())
    with pytest.raises(ReplyToAnEarlierTime):
        check_reply(a_reply(sequence=0), replace(MEETING, calendar_sequence=1), ())
