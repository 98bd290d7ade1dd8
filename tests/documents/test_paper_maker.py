"""The papers that real use cases get out of a real database."""

from dataclasses import replace
from datetime import time

import pytest

from koordinator.documents.ics_reply import ReplyFiles
from koordinator.documents.paper_maker import PdfPapers
from koordinator.documents.pdf import Pdf
from koordinator.domain.citizen import Citizen
from koordinator.domain.content_parts import Uid
from koordinator.domain.invitation_content import CalendarMethod
from koordinator.domain.meeting import PlaceKind
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.usecases.invitations import Invitations
from koordinator.usecases.papers import Papers
from koordinator.usecases.ports_meetings import MadePaper, PaperMaker, PaperStyle
from tests.documents.compose.contents import ANNA, BEFORE, FAMILY_PLAN, PLAN
from tests.documents.compose.meetings import (
    CALENDAR,
    CANCELLED,
    CORRECTED,
    INVITATION,
    MINUTES,
    NOTE,
    PREPARATION,
    SPARSE_MINUTES,
    TO_KIM,
)
from tests.documents.press import MAKERS, PRESS, ReadBack, read_back
from tests.support.letter_texts import STANDARD
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import TODAY, Bench

MAKER: PaperMaker = PdfPapers(PRESS, STANDARD)
SHEETS = PdfPapers(PRESS, STANDARD)
CITIZEN = PaperStyle()
LARGE = PaperStyle(large_print=True)
PROFESSIONAL = PaperStyle(Reader.PROFESSIONAL)


def read(content: bytes) -> ReadBack:
    return read_back(Pdf(content, 0, ()))


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (MAKER.plan(PLAN, CITIZEN, None), "faelles-plan-version-3.pdf"),
        (MAKER.plan(PLAN, LARGE, BEFORE), "faelles-plan-version-3-stor-skrift.pdf"),
        (MAKER.plan(replace(PLAN, number=None), PROFESSIONAL, None), "faelles-plan-udkast-fagpersoner.pdf"),
        (
            MAKER.plan(FAMILY_PLAN, PaperStyle(member_uid=ANNA.uid), FAMILY_PLAN),
            "faelles-plan-version-3-et-familiemedlem.pdf",
        ),
        (MAKER.contacts(PLAN, CITIZEN), "hvem-hjaelper-med-hvad-2026-11-21.pdf"),
        (MAKER.invitation(INVITATION, CITIZEN), "invitation-2027-01-12.pdf"),
        (MAKER.invitation(TO_KIM, PROFESSIONAL), "indkaldelse-2027-01-12.pdf"),
        (MAKER.invitation(CANCELLED, LARGE), "aflysning-2027-01-12-stor-skrift.pdf"),
        (MAKER.agenda(INVITATION, CITIZEN), "dagsorden-2027-01-12.pdf"),
        (MAKER.preparation(PREPARATION, LARGE), "forberedelse-til-moede-2027-01-12-stor-skrift.pdf"),
        (MAKER.minutes(MINUTES, CITIZEN), "referat-2027-01-12.pdf"),
        (MAKER.minutes(CORRECTED, PROFESSIONAL), "referat-2027-01-12-version-2-fagpersoner.pdf"),
        (MAKER.minutes(SPARSE_MINUTES, CITIZEN), "referat-2027-01-12-udkast.pdf"),
        (MAKER.take_home(MINUTES, LARGE), "tag-med-hjem-2027-01-12-stor-skrift.pdf"),
        (MAKER.calendar(CALENDAR), "moede-2027-01-12.ics"),
        (MAKER.calendar(replace(CALENDAR, method=CalendarMethod.CANCEL)), "aflyst-moede-2027-01-12.ics"),
        (SHEETS.assessment_note(NOTE, CITIZEN), "vurdering-2026-11-21.pdf"),
    ],
)
def test_a_file_name_says_what_it_is_and_not_whom_it_is_about(made: MadePaper, name: str) -> None:
    assert made.file_name == name
    assert made.content.startswith(b"%PDF-" if name.endswith(".pdf") else b"BEGIN:VCALENDAR")


def test_the_same_content_gives_the_same_bytes() -> None:
    again = PdfPapers(PRESS, STANDARD)

    assert MAKER.minutes(MINUTES, CITIZEN) == again.minutes(MINUTES, CITIZEN)
    assert MAKER.calendar(CALENDAR) == again.calendar(CALENDAR)


def test_what_is_new_on_a_members_copy_is_the_members_own() -> None:
    before = replace(FAMILY_PLAN, goals=FAMILY_PLAN.goals[:3])
    words = read(MAKER.plan(FAMILY_PLAN, PaperStyle(member_uid=ANNA.uid), before).content).words

    assert "Nytmål:»Athaveenvenmedhjemhveruge«." in words
    assert "fodbold" not in words


def test_a_member_who_is_not_in_the_plan_gets_the_common_part() -> None:
    words = read(MAKER.plan(FAMILY_PLAN, PaperStyle(member_uid=Uid("gone")), None).content).words

    assert "Roligemorgenerhjemme" in words
    assert "fodbold" not in words


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


def test_a_protected_address_and_a_cpr_number_are_on_no_paper(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Citizen).save(replace(tx.of(Citizen).get(world.lone.id), protected_address=True))
    appointment = Appointment(TODAY, time(13), 75, PlaceKind.HOME, "Hjemme hos Lone, Skovvej 3")
    meeting = world.planned(appointment).meeting
    papers = Papers(world.bench.office, MAKERS)
    invited = Invitations(world.bench.office, MAKERS, ReplyFiles()).invite(world.actor, meeting.id)
    made = [papers.open(world.actor, paper.id) for paper in invited.papers]
    for kind in (PaperKind.CONTACTS, PaperKind.AGENDA, PaperKind.PREPARATION):
        order = PaperOrder(kind, world.subject_id, meeting_id=meeting.id)
        copies = (order, replace(order, large_print=True), replace(order, reader=Reader.PROFESSIONAL))
        made += [papers.make(world.actor, copy) for copy in copies]

    assert len(made) == 14
    for each in made:
        is_pdf = each.paper.file_name.endswith(".pdf")
        words = read(each.content).words if is_pdf else each.content.decode().replace("\r\n ", "")
        for secret in ("Skovvej", "4999", "Lilleby8", "120378", "4444"):
            assert secret not in words


def test_an_approved_plan_is_printed_with_what_is_registered(world: MeetingWorld) -> None:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.add_goal(world.actor, plan.id, "Rolige morgener")
    world.plans.write(world.actor, plan, "own_words", "Jeg vil bare have én at ringe til.")
    papers = Papers(world.bench.office, MAKERS)

    draft = read(papers.make(world.actor, PaperOrder(PaperKind.PLAN, world.subject_id)).content)
    plan = world.plans.open(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.approve(world.actor, plan)
    approved = read(papers.make(world.actor, PaperOrder(PaperKind.PLAN, world.subject_id)).content)

    assert "Udkast" in draft.text
    assert "Udkast" not in approved.text
    for words in ("»Jegvilbarehaveénatringetil.«", "1.Roligemorgener", "Anna,skoleoghverdag", "MetteHolm"):
        assert words in approved.words
