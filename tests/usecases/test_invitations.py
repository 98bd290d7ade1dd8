"""Invitations: papers first, then the status; a change raises the sequence; nothing that is nobody's business."""

import hashlib
import json
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from koordinator.domain.citizen import Citizen
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.errors import FieldMissing, StaleVersion
from koordinator.domain.ids import EmployeeId
from koordinator.domain.invitation import (
    InvitationWay,
    NotAReply,
    ReplyFromStranger,
    ReplyToAnEarlierTime,
    ReplyToAnotherMeeting,
    invited_with,
)
from koordinator.domain.meeting import InvitationAnswer, MeetingNotAhead, MeetingStatus, PlaceKind
from koordinator.domain.meeting_rules import NobodyToInvite
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Paper, PaperKind, Reader
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.register import ContactPerson
from tests.support.meeting_world import SOON, MeetingWorld, employee_party
from tests.support.office import TODAY

LATER = replace(SOON, starts_on=TODAY + timedelta(days=7), starts_clock=time(10))


def said(world: MeetingWorld, paper: Paper) -> Any:  # noqa: ANN401 (a paper's JSON)
    stored = world.papers.open(world.actor, paper.id)
    assert hashlib.sha256(stored.content).hexdigest() == paper.sha256
    return json.loads(stored.content)[0]


def test_inviting_produces_a_letter_each_and_one_calendar_file(world: MeetingWorld) -> None:
    file = world.planned()

    invited = world.invitations.invite(world.actor, file.meeting.id)

    assert [(paper.kind, paper.reader) for paper in invited.papers] == [
        (PaperKind.INVITATION, Reader.CITIZEN),
        *[(PaperKind.INVITATION, Reader.PROFESSIONAL)] * 3,
        (PaperKind.CALENDAR_FILE, Reader.PROFESSIONAL),
    ]
    assert invited.file.meeting.status is MeetingStatus.INVITED
    assert {each.invited_at for each in invited.file.participants} == {world.bench.clock.now()}
    assert {paper.meeting_id for paper in invited.papers} == {file.meeting.id}


def test_the_letter_says_all_that_it_needs(world: MeetingWorld) -> None:
    letter = said(world, world.invitations.invite(world.actor, world.planned().meeting.id).papers[0])

    assert letter["addressee"]["name"] == "Lone Bæk"
    assert letter["addressee"]["address_lines"] == ["Skovvej 3", "4999 Lilleby"]
    assert letter["sender"]["municipality"] == "Lilleby Kommune"
    assert letter["coordinator"]["phone"] == "99 12 34 56"
    assert [each["name"] for each in letter["invited"]] == ["Lone Bæk", "Mette Holm", "Kim Møller", "Bo Thygesen"]
    assert [line["title"] for line in letter["agenda"]][:2] == ["Velkomst", "Lones ord"]
    assert (letter["moved_from"], letter["cancelled"]) == (None, False)


def test_a_protected_address_is_on_no_paper(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Citizen).save(replace(tx.of(Citizen).get(world.lone.id), protected_address=True))

    papers = world.invitations.invite(world.actor, world.planned().meeting.id).papers

    for paper in papers:
        assert b"Skovvej" not in world.papers.open(world.actor, paper.id).content
    assert said(world, papers[0])["appointment"]["place_kind"] == "home"


def test_the_calendar_file_names_no_citizen_and_no_home(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Citizen).save(replace(tx.of(Citizen).get(world.lone.id), email="lone@post.example"))
        for contact_id, email in ((world.jens, "jens@post.example"), (world.teacher, "trine@skole.example")):
            tx.of(ContactPerson).save(replace(tx.of(ContactPerson).get(contact_id), email=email))
    file = world.planned()
    for contact_id in (world.jens, world.teacher):
        world.meetings.add_participant(world.actor, file.meeting.id, Party(PartyKind.CONTACT_PERSON, contact_id))

    calendar = said(world, world.invitations.invite(world.actor, file.meeting.id).papers[-1])

    assert "Lone" not in json.dumps(calendar)
    assert calendar["appointment"]["place"] == ""
    assert calendar["uid"] == file.meeting.uid
    assert (calendar["method"], calendar["sequence"]) == ("request", 0)
    assert (calendar["organizer"]["email"], calendar["organizer"]["name"]) == ("mette@lilleby.example", "Mette Holm")
    assert {(person["email"], person["name"]) for person in calendar["attendees"]} == {
        ("mette@lilleby.example", "Mette Holm"),
        ("kim@lilleby.example", "Kim Møller"),
        ("bo@lilleby.example", "Bo Thygesen"),
        ("jens@post.example", ""),
        ("trine@skole.example", "Trine Skov"),
    }


def test_a_contact_person_behind_whom_an_employee_stands_has_that_address(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        kim = tx.of(ContactPerson).where(name="Kim Møller")[0]
    file = world.meetings.plan(world.actor, world.subject_id, SOON, (Party(PartyKind.CONTACT_PERSON, kim.id),))

    calendar = said(world, world.invitations.invite(world.actor, file.meeting.id).papers[-1])

    assert [(each["email"], each["name"]) for each in calendar["attendees"]] == [("kim@lilleby.example", "Kim Møller")]


def test_without_a_coordinator_the_chair_asks(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        (period,) = tx.of(CoordinatorPeriod).where()
        tx.of(CoordinatorPeriod).save(replace(period, until_on=TODAY))
    file = world.meetings.plan(world.colleague(world.kim), world.subject_id, SOON, world.parties)

    calendar = said(world, world.invitations.invite(world.actor, file.meeting.id).papers[-1])

    assert calendar["organizer"]["name"] == "Kim Møller"


def test_a_place_in_town_is_in_the_calendar_file(world: MeetingWorld) -> None:
    appointment = replace(SOON, place_kind=PlaceKind.TOWN_HALL, place="2.14")
    papers = world.invitations.invite(world.actor, world.planned(appointment).meeting.id).papers

    assert said(world, papers[-1])["appointment"]["place"] == "2.14"


@pytest.mark.parametrize(
    ("kind", "place", "shown"),
    [
        (PlaceKind.ELSEWHERE, "Caféen ved åen", "Caféen ved åen"),
        (PlaceKind.ELSEWHERE, "Hos Lones mor", ""),
        (PlaceKind.ELSEWHERE, "SKOVVEJ 3", ""),
        (PlaceKind.TOWN_HALL, "lokale 3", "lokale 3"),
        (PlaceKind.VIDEO, "https://video.example/bæk", ""),
    ],
)
def test_a_place_that_tells_whose_meeting_it_is_stays_out_of_calendars(
    world: MeetingWorld, kind: PlaceKind, place: str, shown: str
) -> None:
    appointment = replace(SOON, place_kind=kind, place=place)
    papers = world.invitations.invite(world.actor, world.planned(appointment).meeting.id).papers

    assert said(world, papers[-1])["appointment"]["place"] == shown


def test_who_came_later_gets_a_letter_and_all_get_a_new_file(world: MeetingWorld) -> None:
    file = world.planned()
    world.invitations.invite(world.actor, file.meeting.id)
    with pytest.raises(NobodyToInvite):
        world.invitations.invite(world.actor, file.meeting.id)
    world.meetings.add_participant(world.actor, file.meeting.id, employee_party(world.ida))

    papers = world.invitations.invite(world.actor, file.meeting.id).papers

    assert [said(world, paper).get("addressee", {}).get("name") for paper in papers] == ["Ida Mikkelsen", None]
    assert said(world, papers[-1])["sequence"] == 1
    assert len(world.invitations.invite(world.actor, file.meeting.id, everybody=True).papers) == 6


def test_a_meeting_without_people_invites_nobody(world: MeetingWorld) -> None:
    file = world.meetings.plan(world.actor, world.subject_id, SOON, ())

    with pytest.raises(NobodyToInvite):
        world.invitations.invite(world.actor, file.meeting.id, everybody=True)

    assert world.status(file) is MeetingStatus.PLANNED


def test_cancelling_tells_those_who_were_invited(world: MeetingWorld) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file
    added = world.meetings.add_participant(world.actor, file.meeting.id, employee_party(world.ida))

    cancelled = world.invitations.cancel(world.actor, added.meeting, "Lone er indlagt")

    assert cancelled.file.meeting.status is MeetingStatus.CANCELLED
    assert cancelled.file.meeting.cancel_reason == "Lone er indlagt"
    *letters, calendar = cancelled.papers
    assert [said(world, paper)["addressee"]["name"] for paper in letters] == [
        "Lone Bæk", "Mette Holm", "Kim Møller", "Bo Thygesen",
    ]  # fmt: skip
    assert [said(world, paper)["cancel_reason"] for paper in letters] == ["Lone er indlagt", "", "", ""]
    assert all(said(world, paper)["cancelled"] for paper in letters)
    assert (said(world, calendar)["method"], said(world, calendar)["sequence"]) == ("cancel", 2)


def test_it_is_noted_for_each_whom_the_calendar_file_calls_off(world: MeetingWorld) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file

    off = world.invitations.cancel(world.actor, file.meeting, "Lone er indlagt").file

    told = [each.employee_id for each in off.invitations if each.calls_off and each.way is InvitationWay.CALENDAR_FILE]
    assert told == [world.mette, world.kim, world.bo]


def test_a_meeting_nobody_was_invited_to_is_cancelled_without_papers(world: MeetingWorld) -> None:
    file = world.planned()
    with pytest.raises(FieldMissing):
        world.invitations.cancel(world.actor, file.meeting, " ")

    cancelled = world.invitations.cancel(world.actor, file.meeting, "Lone ønsker det ikke")

    assert cancelled.papers == ()
    assert cancelled.file.cancelled_in_a_row == 1
    with pytest.raises(MeetingNotAhead):
        world.invitations.invite(world.actor, file.meeting.id)
    with pytest.raises(StaleVersion):
        world.invitations.cancel(world.actor, file.meeting, "igen")


def test_two_meetings_cancelled_in_a_row_raise_the_flag(world: MeetingWorld) -> None:
    for days in (1, 2):
        file = world.planned(replace(SOON, starts_on=TODAY + timedelta(days=days)))
        world.invitations.cancel(world.actor, file.meeting, "Lone kom ikke")

    assert world.planned(LATER).cancelled_in_a_row == 2


def test_a_meeting_that_was_opened_and_not_held_is_cancelled(world: MeetingWorld) -> None:
    file = world.running()

    assert world.invitations.cancel(world.actor, file.meeting, "Ingen kom").file.meeting.status.value == "cancelled"


def test_an_answer_before_the_letter_is_kept_by_the_letter(world: MeetingWorld) -> None:
    file = world.planned()
    world.meetings.answer(world.actor, file.participants[1].id, InvitationAnswer.YES)

    invited = world.invitations.invite(world.actor, file.meeting.id).file

    assert invited.participants[1].answer is InvitationAnswer.YES


LETTER = frozenset({InvitationWay.LETTER})
CALENDAR = frozenset({InvitationWay.CALENDAR_FILE})
MAIL = frozenset({InvitationWay.MAIL_DRAFT})


def with_email(world: MeetingWorld, employee_id: EmployeeId, email: str) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Employee).save(replace(tx.of(Employee).get(employee_id), email=email))


def test_it_is_noted_with_what_each_was_invited(world: MeetingWorld) -> None:
    with_email(world, world.bo, "bo@")
    invited = world.invitations.invite(world.actor, world.planned().meeting.id).file

    lone, mette, _kim, bo = (
        [each.way for each in invited_with(invited.invitations, participant)] for participant in invited.participants
    )

    both = [InvitationWay.LETTER, InvitationWay.CALENDAR_FILE]
    assert (lone, mette, bo) == ([InvitationWay.LETTER], both, [InvitationWay.LETTER])
    first = invited.invitations[0]
    assert (first.made_at, first.made_by_id) == (world.bench.clock.now(), world.actor.employee_id)
    assert (first.starts_on, first.starts_clock, first.calls_off) == (SOON.starts_on, SOON.starts_clock, False)


def test_whom_nothing_could_be_made_for_is_not_invited(world: MeetingWorld) -> None:
    with_email(world, world.bo, "bo@")
    file = world.planned()

    invited = world.invitations.invite(world.actor, file.meeting.id, CALENDAR)

    assert [each.citizen_id is not None for each in invited.unreached] == [True, False]
    assert [each.id for each in invited.file.not_invited] == [each.id for each in invited.unreached]
    assert [paper.kind for paper in invited.papers] == [PaperKind.CALENDAR_FILE]
    with pytest.raises(NobodyToInvite):
        world.invitations.invite(world.actor, file.meeting.id, CALENDAR)
    letters = world.invitations.invite(world.actor, file.meeting.id, LETTER)
    assert (len(letters.papers), letters.unreached, letters.file.not_invited) == (2, (), ())


def test_one_draft_goes_to_all_and_carries_no_letter(world: MeetingWorld) -> None:
    (paper,) = world.invitations.invite(world.actor, world.planned().meeting.id, MAIL).papers

    draft = said(world, paper)

    assert paper.kind is PaperKind.MAIL_DRAFT
    assert [each["email"] for each in draft["to"]] == [
        "mette@lilleby.example", "kim@lilleby.example", "bo@lilleby.example",
    ]  # fmt: skip
    assert draft["letter"] is None
    assert "Lone" not in json.dumps(draft)


def test_a_citizen_gets_no_mail(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Citizen).save(replace(tx.of(Citizen).get(world.lone.id), email="lone@post.example"))
    file = world.planned()

    with pytest.raises(NobodyToInvite):
        world.invitations.draft_to(world.actor, file.participants[0].id)
    assert world.status(file) is MeetingStatus.PLANNED


def test_one_who_is_taken_off_is_told_by_their_calendar_and_presents_nothing(world: MeetingWorld) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file
    bo = file.participants[3]
    item = world.meetings.save_item(world.actor, replace(file.agenda[3], presenter_id=bo.id)).agenda[3]
    assert item.presenter_id == bo.id

    off = world.invitations.take_off(world.actor, bo.id)

    (paper,) = off.papers
    calendar = said(world, paper)
    assert (calendar["method"], calendar["for_all"], calendar["sequence"]) == ("cancel", False, 1)
    assert [each["email"] for each in calendar["attendees"]] == ["bo@lilleby.example"]
    assert off.file.agenda[3].presenter_id is None
    assert [each.calls_off for each in off.file.invitations][-1]
    assert world.invitations.take_off(world.actor, off.file.participants[0].id).papers == ()


REPLY = """BEGIN:VCALENDAR\r
PRODID:-//Another//Program//EN\r
VERSION:2.0\r
METHOD:REPLY\r
BEGIN:VEVENT\r
UID:{uid}\r
DTSTAMP:20261121T120000Z\r
SEQUENCE:{sequence}\r
ORGANIZER:mailto:mette@lilleby.example\r
ATTENDEE;CN=Kim;PARTSTAT={answer}:MAILTO:{email}\r
COMMENT:Jeg er på ferie\r
END:VEVENT\r
END:VCALENDAR\r
"""


def a_reply(folder: Path, uid: str, answer: str = "DECLINED", email: str = "Kim@Lilleby.example", n: int = 0) -> Path:
    path = folder / "svar.ics"
    path.write_text(REPLY.format(uid=uid, answer=answer, email=email, sequence=n), encoding="utf-8", newline="")
    return path


def test_an_answer_from_a_calendar_is_noted(world: MeetingWorld, tmp_path: Path) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file

    answered, kim = world.invitations.take_reply(world.actor, file.meeting.id, a_reply(tmp_path, file.meeting.uid))

    assert (kim.answer, kim.answer_note) == (InvitationAnswer.NO, "Jeg er på ferie")
    assert answered.participants[2].answer is InvitationAnswer.NO
    maybe = a_reply(tmp_path, file.meeting.uid, "TENTATIVE")
    assert world.invitations.take_reply(world.actor, file.meeting.id, maybe)[1].answer is InvitationAnswer.MAYBE


def test_an_answer_that_does_not_fit_changes_nothing(world: MeetingWorld, tmp_path: Path) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file
    uid, meeting_id = file.meeting.uid, file.meeting.id

    def take(path: Path) -> None:
        world.invitations.take_reply(world.actor, meeting_id, path)

    with pytest.raises(ReplyToAnotherMeeting):
        take(a_reply(tmp_path, "another"))
    with pytest.raises(ReplyFromStranger):
        take(a_reply(tmp_path, uid, email="a@b.example"))
    for nonsense in (a_reply(tmp_path, uid, "DELEGATED"), tmp_path / "gone.ics"):
        with pytest.raises(NotAReply):
            take(nonsense)
    world.meetings.move(world.actor, file.meeting, LATER, "Lone er syg")
    world.invitations.invite(world.actor, meeting_id)
    with pytest.raises(ReplyToAnEarlierTime):
        take(a_reply(tmp_path, uid))
    take(a_reply(tmp_path, uid, n=1))
    answers = [each.answer for each in world.meetings.open(world.actor, meeting_id).participants]
    assert answers == [InvitationAnswer.NONE, InvitationAnswer.NONE, InvitationAnswer.NO, InvitationAnswer.NONE]
