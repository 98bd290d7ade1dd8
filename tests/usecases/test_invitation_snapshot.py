"""What the letters about a meeting say of the time that each one was called to."""

from dataclasses import replace
from datetime import time

from tests.support.meeting_world import SOON, MeetingWorld, employee_party
from tests.usecases.test_invitations import LATER, said


def test_a_moved_meeting_says_when_it_was_and_why_to_the_citizen_alone(world: MeetingWorld) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file
    world.bench.clock.pass_days(1)
    moved = world.meetings.move(world.actor, file.meeting, LATER, "Lone er syg")
    world.meetings.move(world.actor, moved.meeting, replace(LATER, starts_clock=time(11)), "Lokalet er optaget")

    lone, mette, *_others, calendar = world.invitations.invite(world.actor, file.meeting.id).papers

    assert said(world, lone)["moved_from"] == {
        "starts_on": "2026-11-21",
        "starts_clock": "13:00:00",
        "reason": "Lokalet er optaget",
    }
    assert said(world, mette)["moved_from"]["reason"] == ""
    assert said(world, calendar)["sequence"] == 2
    world.bench.clock.pass_days(1)
    world.meetings.add_participant(world.actor, file.meeting.id, employee_party(world.ida))
    newcomer = world.invitations.invite(world.actor, file.meeting.id).papers[0]
    assert said(world, newcomer)["moved_from"] is not None
    again = world.invitations.invite(world.actor, file.meeting.id, everybody=True).papers[0]
    assert said(world, again)["moved_from"] is None


def test_who_was_invited_before_the_move_is_told_of_it_after_somebody_else_was_written_to(world: MeetingWorld) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file
    world.meetings.move(world.actor, file.meeting, LATER, "Lone er syg")
    world.bench.clock.pass_days(1)
    world.invitations.draft_to(world.actor, file.participants[1].id)

    lone = world.invitations.invite(world.actor, file.meeting.id).papers[0]

    assert said(world, lone)["moved_from"] == {
        "starts_on": SOON.starts_on.isoformat(),
        "starts_clock": "13:00:00",
        "reason": "Lone er syg",
    }


def test_who_was_invited_to_an_earlier_time_is_told_that_it_is_cancelled(world: MeetingWorld) -> None:
    file = world.invitations.invite(world.actor, world.planned().meeting.id).file
    moved = world.meetings.move(world.actor, file.meeting, LATER, "Lone er syg")

    world.meetings.add_participant(world.actor, file.meeting.id, employee_party(world.ida))
    ida = world.meetings.open(world.actor, moved.meeting.id).participants[-1]
    asked = world.invitations.draft_to(world.actor, ida.id).file

    *letters, _calendar = world.invitations.cancel(world.actor, asked.meeting, "Lone ønsker det ikke").papers

    days = {said(world, each)["addressee"]["name"]: said(world, each)["appointment"]["starts_on"] for each in letters}
    invited = ("Lone Bæk", "Mette Holm", "Kim Møller", "Bo Thygesen")
    assert days == dict.fromkeys(invited, SOON.starts_on.isoformat()) | {"Ida Mikkelsen": LATER.starts_on.isoformat()}
