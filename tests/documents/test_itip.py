"""Calendar files as calendar programs meet them: another library reads them, and the rules are checked line by line."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from koordinator.documents.compose.calendar import calendar_invitation
from koordinator.documents.ics import calendar_file
from koordinator.documents.ics_reply import ReplyFiles
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.invitation import InvitationWay
from koordinator.domain.invitation_content import CalendarContent, CalendarMethod, CalendarPerson
from koordinator.domain.meeting import InvitationAnswer, PlaceKind
from koordinator.domain.meeting_rules import appointment_of
from koordinator.domain.paper import Paper, PaperKind
from koordinator.usecases.invitations import Invitations
from tests.documents.compose.meetings import CALENDAR
from tests.documents.press import MAKERS
from tests.support.campaign import examples
from tests.support.itip import check_handover, check_series, checked_invitation, read_calendar
from tests.support.letter_texts import TEXTS
from tests.support.meeting_world import SOON, MeetingWorld, employee_party, make_world
from tests.support.office import TODAY, Bench

BY_CALENDAR = frozenset({InvitationWay.CALENDAR_FILE})


def written(content: CalendarContent) -> bytes:
    return calendar_file(calendar_invitation(content, TEXTS))


def read_by_another(content: bytes) -> Event:
    (event,) = IcsCalendarStream.calendar_from_ics(content.decode()).events
    return event


def at(content: CalendarContent, day: date, clock: time, minutes: int) -> CalendarContent:
    appointment = replace(content.appointment, starts_on=day, starts_clock=clock, duration_minutes=minutes)
    return replace(content, appointment=appointment)


def utc(moment: object) -> datetime:
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC)


def test_an_invitation_keeps_every_rule_and_another_library_reads_it() -> None:
    event = read_by_another(written(CALENDAR))

    checked_invitation(written(CALENDAR))
    assert (event.uid, event.sequence) == (CALENDAR.uid, CALENDAR.sequence)
    assert event.organizer is not None
    assert {str(each.uri) for each in event.attendees} == {"mailto:kim@sundby.example", "mailto:karen@example.org"}
    assert "Lone" not in written(CALENDAR).decode()


@pytest.mark.parametrize(
    ("day", "clock", "minutes", "starts_at", "ends_at"),
    [
        (date(2027, 1, 12), time(13), 75, datetime(2027, 1, 12, 12, tzinfo=UTC), timedelta(minutes=75)),
        (date(2027, 7, 1), time(9), 60, datetime(2027, 7, 1, 7, tzinfo=UTC), timedelta(minutes=60)),
        # Over midnight, over the hour that is left out, and over the one that comes twice.
        (date(2026, 12, 31), time(23, 30), 90, datetime(2026, 12, 31, 22, 30, tzinfo=UTC), timedelta(minutes=90)),
        (date(2027, 3, 28), time(1), 180, datetime(2027, 3, 28, 0, tzinfo=UTC), timedelta(minutes=180)),
        (date(2027, 10, 30), time(23), 300, datetime(2027, 10, 30, 21, tzinfo=UTC), timedelta(minutes=300)),
    ],
)
def test_it_lasts_as_long_as_was_said_whatever_the_clock_does(
    day: date, clock: time, minutes: int, starts_at: datetime, ends_at: timedelta
) -> None:
    content = written(at(CALENDAR, day, clock, minutes))
    event = read_by_another(content)

    checked_invitation(content)
    assert utc(event.dtstart) == starts_at
    assert utc(event.end) - starts_at == ends_at


def test_answers_so_far_and_the_chair_stand_in_the_file() -> None:
    people = tuple(
        CalendarPerson(f"{answer}@sundby.example", "Kim", answer, leads=answer is InvitationAnswer.YES)
        for answer in InvitationAnswer
    )

    event = checked_invitation(written(replace(CALENDAR, attendees=people)))

    said = [(line.parameters["ROLE"], line.parameters["PARTSTAT"]) for line in event.all("ATTENDEE")]
    assert said == [
        ("REQ-PARTICIPANT", "NEEDS-ACTION"),
        ("CHAIR", "ACCEPTED"),
        ("REQ-PARTICIPANT", "TENTATIVE"),
        ("REQ-PARTICIPANT", "DECLINED"),
    ]


def test_one_is_taken_off_without_calling_the_meeting_off() -> None:
    one = replace(CALENDAR, method=CalendarMethod.CANCEL, sequence=2, attendees=CALENDAR.attendees[:1], for_all=False)

    event = checked_invitation(written(one))

    assert read_calendar(written(one)).value("METHOD") == "CANCEL"
    assert (event.value("STATUS"), len(event.all("ATTENDEE"))) == ("", 1)
    assert "RSVP" not in event.all("ATTENDEE")[0].parameters
    whole = checked_invitation(written(replace(one, for_all=True, attendees=CALENDAR.attendees)))
    assert whole.value("STATUS") == "CANCELLED"


def test_two_with_one_address_are_asked_once() -> None:
    people = (CalendarPerson("kim@sundby.example", "Kim Møller"), CalendarPerson("Kim@sundby.example", "K. Møller"))

    event = checked_invitation(written(replace(CALENDAR, attendees=people)))

    assert [line.parameters["CN"] for line in event.all("ATTENDEE")] == ["Kim Møller"]


@pytest.mark.parametrize("lacks", [{"organizer": None}, {"attendees": ()}, {"attendees": (CalendarPerson("kim@"),)}])
def test_a_file_that_asks_nobody_has_no_method(lacks: dict[str, object]) -> None:
    content = written(replace(CALENDAR, **lacks))  # type: ignore[arg-type]

    checked_invitation(content)
    assert read_calendar(content).all("METHOD") == []


_TEXT = st.text(max_size=60)


@given(_TEXT, _TEXT, st.datetimes(datetime(2026, 1, 1), datetime(2040, 1, 1)), st.integers(5, 24 * 60))  # noqa: DTZ001
def test_any_names_and_times_make_a_file_that_keeps_the_rules(
    name: str, place: str, starts_local: datetime, minutes: int
) -> None:
    if starts_local.month in (3, 10) and starts_local.day > 24:
        minutes = min(minutes, 30)
        starts_local = starts_local.replace(hour=12)
    moved = at(CALENDAR, starts_local.date(), starts_local.time().replace(second=0, microsecond=0), minutes)
    content = replace(
        moved,
        appointment=replace(moved.appointment, place=place),
        attendees=(CalendarPerson("kim@sundby.example", name),),
    )

    checked_invitation(written(content))
    event = read_by_another(written(content))
    assert utc(event.end) - utc(event.dtstart) == timedelta(minutes=minutes)


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


def files(world: MeetingWorld, papers: tuple[Paper, ...]) -> list[bytes]:
    calendars = [paper for paper in papers if paper.kind is PaperKind.CALENDAR_FILE]
    return [world.papers.open(world.actor, paper.id).content for paper in calendars]


def test_the_files_of_a_meeting_from_first_to_last(world: MeetingWorld) -> None:
    invitations = Invitations(world.bench.office, MAKERS, ReplyFiles())
    file = world.planned()
    meeting_id = file.meeting.id
    sent = files(world, invitations.invite(world.actor, meeting_id, BY_CALENDAR).papers)
    world.bench.clock.pass_days(1)
    later = replace(SOON, starts_on=TODAY + timedelta(days=9), starts_clock=time(23, 30))
    moved = world.meetings.move(world.actor, world.meetings.open(world.actor, meeting_id).meeting, later, "Lone er syg")
    sent += files(world, invitations.invite(world.actor, meeting_id, BY_CALENDAR).papers)
    added = world.meetings.add_participant(world.actor, meeting_id, employee_party(world.ida))
    sent += files(world, invitations.invite(world.actor, meeting_id, BY_CALENDAR, everybody=True).papers)
    ida = added.participants[-1]
    taken_off = files(world, invitations.take_off(world.actor, ida.id).papers)
    sent += files(world, invitations.invite(world.actor, meeting_id, BY_CALENDAR, everybody=True).papers)
    now = world.meetings.open(world.actor, meeting_id).meeting
    sent += files(world, invitations.cancel(world.actor, now, "Lone ønsker det ikke").papers)

    assert moved.meeting.uid in sent[0].decode()
    assert len(sent) == 5
    check_series(sent)
    (off,) = taken_off
    event = checked_invitation(off)
    assert [line.value for line in event.all("ATTENDEE")] == ["mailto:ida@lilleby.example"]
    assert [int(checked_invitation(each).value("SEQUENCE")) for each in (sent[2], off, sent[3])] == [2, 3, 3]
    assert read_by_another(sent[-1]).status == "CANCELLED"
    for each in (*sent, off):
        assert "Lone" not in each.decode()


def test_a_new_coordinator_takes_the_old_event_out_of_calendars_and_asks_anew(world: MeetingWorld) -> None:
    invitations = Invitations(world.bench.office, MAKERS, ReplyFiles())
    meeting_id = world.planned().meeting.id
    (first,) = files(world, invitations.invite(world.actor, meeting_id, BY_CALENDAR).papers)
    coordinated_by(world, world.ida)
    world.bench.clock.pass_days(1)

    asked = invitations.invite(world.actor, meeting_id)
    off, anew = files(world, asked.papers)
    check_handover(first, off, anew)
    for each in (off, anew):
        assert "Lone" not in each.decode()
    assert "Aflyst" not in (read_by_another(off).summary or "")
    again = files(world, invitations.invite(world.actor, meeting_id, BY_CALENDAR, everybody=True).papers)
    check_series([anew, *again])
    mails = invitations.invite(world.actor, meeting_id, frozenset({InvitationWay.MAIL_DRAFT}), everybody=True).papers
    assert len(mails) == 1


def test_what_a_former_coordinator_asked_to_is_called_off_in_their_name(world: MeetingWorld) -> None:
    invitations = Invitations(world.bench.office, MAKERS, ReplyFiles())
    file = world.planned()
    (first,) = files(world, invitations.invite(world.actor, file.meeting.id, BY_CALENDAR).papers)
    coordinated_by(world, world.ida)
    bo = file.participants[3]

    (mail, _new_mail) = invitations.draft_to(world.actor, bo.id).papers
    text = world.papers.open(world.actor, mail.id).content.decode()
    now = world.meetings.open(world.actor, file.meeting.id).meeting
    old, new = files(world, invitations.cancel(world.actor, now, "Lone er syg").papers)

    assert "SUBJECT: NY INDKALDELSE" in text.upper()
    checked_invitation(old)
    checked_invitation(new)
    assert [checked_invitation(each).value("UID") for each in (first, old, new)] == [
        now.uid,
        now.uid,
        f"{now.uid}.1",
    ]
    by = checked_invitation(old).all("ORGANIZER")[0]
    assert (by.value, by.parameters["SENT-BY"]) == ("mailto:mette@lilleby.example", "mailto:ida@lilleby.example")
    assert checked_invitation(new).all("ORGANIZER")[0].value == "mailto:ida@lilleby.example"


def coordinated_by(world: MeetingWorld, employee_id: EmployeeId) -> None:
    """From today on somebody else is coordinator."""
    with world.bench.office.aside() as tx:
        (period,) = tx.of(CoordinatorPeriod).where()
        tx.of(CoordinatorPeriod).save(replace(period, until_on=TODAY))
        tx.of(CoordinatorPeriod).add(replace(period, id=RowId(0), employee_id=employee_id, from_on=TODAY))


_STEPS = st.lists(st.sampled_from(("move", "place", "add", "remove", "answer", "invite", "everybody")), max_size=8)


@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_STEPS)
def test_whatever_happens_to_a_meeting_its_files_follow_one_another(world: MeetingWorld, steps: list[str]) -> None:
    """Nobody's calendar is left with something that no later file puts right."""
    invitations = Invitations(world.bench.office, MAKERS, ReplyFiles())
    meetings, actor = world.meetings, world.actor
    meeting_id = world.planned().meeting.id
    sent = files(world, invitations.invite(actor, meeting_id, BY_CALENDAR).papers)
    for number, step in enumerate((*steps, "everybody"), start=1):
        file = meetings.open(actor, meeting_id)
        now = appointment_of(file.meeting)
        by_mail = [each for each in file.participants if each.employee_id is not None]
        if step == "move":
            meetings.move(actor, file.meeting, replace(now, starts_on=now.starts_on + timedelta(days=number)), "syg")
        elif step == "place":
            meetings.move(actor, file.meeting, replace(now, place_kind=PlaceKind.VIDEO, place=f"link {number}"), "syg")
        elif step == "add" and all(each.employee_id != world.ida for each in by_mail):
            meetings.add_participant(actor, meeting_id, employee_party(world.ida))
        elif step == "remove" and len(by_mail) > 1:
            off = files(world, invitations.take_off(actor, by_mail[-1].id).papers)
            assert all(read_calendar(each).value("METHOD") == "CANCEL" for each in off)
        elif step == "answer":
            meetings.answer(actor, by_mail[0].id, InvitationAnswer.YES)
        elif step == "everybody" or (step == "invite" and any(each in by_mail for each in file.not_invited)):
            sent += files(world, invitations.invite(actor, meeting_id, BY_CALENDAR, everybody=True).papers)

    check_series(sent)
    last, file = checked_invitation(sent[-1]), meetings.open(actor, meeting_id)
    assert last.value("DTSTART") == f"{file.meeting.starts_on:%Y%m%d}T{file.meeting.starts_clock:%H%M}00"
    assert int(last.value("SEQUENCE")) == file.meeting.calendar_sequence
