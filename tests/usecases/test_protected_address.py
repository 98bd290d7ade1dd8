"""A protected address is on no paper: not in a letter's window, not as a place, not in a calendar or a mail."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from typing import Final

import pytest

from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import MeetingId
from koordinator.domain.letterhead import Envelope
from koordinator.domain.meeting import Attendance, PlaceKind
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.paper import PaperKind
from koordinator.domain.setting import YES, SettingKey
from koordinator.texts.documents import HIDDEN_ADDRESS
from koordinator.usecases.paper_kinds import DRAWN_AS
from koordinator.usecases.papers import HandedPaper
from tests.support.leaks import LeakWorld, text_of
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY

SECRETS: Final = ("Hemmelighedsvej", "9876", "Skjulteby")
STREET, POSTAL_CODE, TOWN = "Hemmelighedsvej 77, st. tv.", SECRETS[1], SECRETS[2]
HOME: Final = f"Hjemme hos Lone, {STREET}, {POSTAL_CODE} {TOWN}"
KINDS: Final = set(DRAWN_AS) - {PaperKind.HANDOVER, PaperKind.END_OF_COURSE, PaperKind.ASSESSMENT_NOTE}
"""Nobody hands over or assesses in this world; their letters have the same head as the others (see test_letters)."""


def planted(world: MeetingWorld, *, is_family: bool, protected: bool = True) -> LeakWorld:
    """Lone lives where nobody may know; her daughter lives there too, and is not protected herself."""
    with world.bench.office.aside() as tx:
        for citizen_id, hides in ((world.lone.id, protected), (world.anna.id, False)):
            lives = {"address": STREET, "postal_code": POSTAL_CODE, "city": TOWN, "protected_address": hides}
            tx.of(Citizen).save(replace(tx.of(Citizen).get(citizen_id), **lives))  # type: ignore[arg-type]
    leak = LeakWorld(world, is_family)
    leak.services.letterheads.change(
        leak.actor, {SettingKey.ENVELOPE: Envelope.M65, SettingKey.CASE_NUMBER_ON_PAPERS: YES}
    )
    return leak


def meetings_there(leak: LeakWorld) -> Iterator[MeetingId]:
    """One at home, one at a place that is written as the home; each is invited to, moved and invited to again."""
    services, actor = leak.services, leak.actor
    for days, kind in enumerate((PlaceKind.HOME, PlaceKind.ELSEWHERE), start=30):
        appointment = Appointment(TODAY + timedelta(days=days), time(13), 60, kind, HOME)
        meeting = services.meetings.plan(actor, leak.subject_id, appointment, leak.parties).meeting
        services.invitations.invite(actor, meeting.id)
        asked = services.meetings.open(actor, meeting.id).meeting
        services.meetings.move(actor, asked, replace(appointment, starts_clock=time(15)), "Lokalet er optaget")
        services.invitations.invite(actor, meeting.id)
        file = services.meetings.open(actor, meeting.id)
        for participant in file.participants:
            if participant.employee_id is not None:
                services.invitations.draft_to(actor, participant.id)
        yield meeting.id


def told_in_every_text(leak: LeakWorld) -> None:
    """Somebody wrote the address into the plan and the contact, in their own way."""
    services, actor = leak.services, leak.actor
    plan = services.plans.open(actor, leak.subject_id).plan
    plan = plan or services.plans.begin(actor, leak.subject_id).plan
    assert plan is not None
    services.plans.write(actor, plan, "own_words", "Jeg bor godt på hemmelighedsvej  77, st. tv.")
    services.plans.add_goal(actor, plan.id, "Blive boende på Hemmelighedsvej 77")


def every_paper(leak: LeakWorld) -> list[HandedPaper]:
    """All that can be made, and all that was made on the way; large print holds the same words."""
    services, actor = leak.services, leak.actor
    for order in services.paper_catalogue.of_subject(actor, leak.subject_id):
        if not order.large_print:
            services.papers.make(actor, order)
    return [
        services.papers.open(actor, paper.id) for paper in services.papers.of_subject(actor, leak.subject_id).papers
    ]


@pytest.mark.parametrize("is_family", [False, True])
def test_a_protected_address_is_on_no_paper_at_all(world: MeetingWorld, is_family: bool) -> None:
    leak = planted(world, is_family=is_family)
    told_in_every_text(leak)
    first, _ = meetings_there(leak)
    held = leak.services.meeting_room.open(leak.actor, first)
    leak.services.meeting_room.attend(leak.actor, held.participants[0], Attendance.PRESENT)
    leak.services.meeting_closing.close(leak.actor, first)

    made = every_paper(leak)

    assert {each.paper.kind for each in made} >= KINDS
    said = [(each.paper.file_name, text_of(each)) for each in made]
    assert [(name, secret) for name, words in said for secret in SECRETS if secret.casefold() in words.casefold()] == []
    assert any(HIDDEN_ADDRESS.replace(" ", "") in words for _, words in said), "a word stands in its place"


def test_the_same_address_is_found_where_nothing_protects_it(world: MeetingWorld) -> None:
    leak = planted(world, is_family=False, protected=False)
    assert len(list(meetings_there(leak))) == 2

    said = [text_of(each) for each in every_paper(leak)]

    assert sum("Hemmelighedsvej" in words for words in said) > 10
