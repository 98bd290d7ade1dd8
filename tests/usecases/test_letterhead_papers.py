"""The municipality's paper on real papers: old ones stay as they were, and case numbers stand where they are wanted."""

from dataclasses import replace
from pathlib import Path

import pytest

from koordinator.domain.ids import CaseFileId
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.register import CaseFile, CaseStatus
from koordinator.domain.setting import YES, SettingKey
from koordinator.usecases.services import Services
from tests.integrations.logos import GOOD
from tests.support.consents import employee, given_to_all
from tests.support.desk import services_at
from tests.support.leaks import LeakWorld, text_of
from tests.support.meeting_world import MeetingWorld, employee_party


@pytest.fixture
def services(world: MeetingWorld) -> Services:
    return services_at(world.bench)


@pytest.fixture
def approved(services: Services, world: MeetingWorld) -> PaperOrder:
    """The order of an approved plan."""
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.add_goal(world.actor, plan.id, "Rolige morgener")
    begun = world.plans.open(world.actor, world.subject_id).plan
    assert begun is not None
    world.plans.approve(world.actor, begun)
    return PaperOrder(PaperKind.PLAN, world.subject_id, number=1)


def numbers_are_wanted(services: Services, world: MeetingWorld) -> None:
    services.letterheads.change(world.actor, {SettingKey.CASE_NUMBER_ON_PAPERS: YES})
    with world.bench.office.aside() as tx:
        known = tx.of(CaseFile).where()[0]
        for number, citizen, status in (
            ("24-9001", world.lone, CaseStatus.WAITING),
            ("24-9002", world.lone, CaseStatus.CLOSED),
            ("24-9003", world.anna, CaseStatus.ACTIVE),
        ):
            case = replace(known, id=CaseFileId(0), number=number, citizen_id=citizen.id, status=status)
            tx.of(CaseFile).add(case)


def test_the_same_version_on_new_paper_is_another_paper_and_the_old_one_stays(
    services: Services, world: MeetingWorld, approved: PaperOrder, tmp_path: Path
) -> None:
    first = services.papers.make(world.actor, approved)
    logo = tmp_path / "logo.png"
    logo.write_bytes(GOOD["png"])
    services.letterheads.set_logo(world.actor, logo)

    again = services.papers.make(world.actor, approved)

    assert (again.paper.plan_version_id, again.paper.number) == (first.paper.plan_version_id, 1)
    assert again.paper.id != first.paper.id
    assert again.content != first.content
    assert services.papers.open(world.actor, first.paper.id).content == first.content
    assert services.papers.make(world.actor, approved) == again
    services.letterheads.remove_logo(world.actor)
    assert services.papers.make(world.actor, approved) == first


def test_the_preview_is_on_the_same_paper(services: Services, world: MeetingWorld, approved: PaperOrder) -> None:
    services.letterheads.change(world.actor, {SettingKey.ACCENT_COLOUR: "#7A1F1F"})

    assert services.papers.preview(world.actor, approved).content == services.papers.make(world.actor, approved).content


def test_case_numbers_stand_on_no_paper_unless_they_are_wanted(
    services: Services, world: MeetingWorld, approved: PaperOrder
) -> None:
    numbers_are_wanted(services, world)
    services.letterheads.change(world.actor, {SettingKey.CASE_NUMBER_ON_PAPERS: ""})

    assert "24-900" not in text_of(services.papers.make(world.actor, replace(approved, reader=Reader.PROFESSIONAL)))


def test_case_numbers_stand_on_what_professionals_read_and_on_letters(
    services: Services, world: MeetingWorld, approved: PaperOrder
) -> None:
    numbers_are_wanted(services, world)
    meeting_id = world.planned().meeting.id
    given_to_all(world)
    lone = Party(PartyKind.CITIZEN, world.lone.id)
    letter = PaperOrder(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id)

    def said(order: PaperOrder) -> str:
        return text_of(services.papers.make(world.actor, order))

    for order in (
        replace(approved, reader=Reader.PROFESSIONAL),
        replace(letter, kind=PaperKind.RESPONSIBLE, meeting_id=None),
        replace(letter, party=lone),
        replace(letter, party=employee_party(world.kim)),
    ):
        assert "24-9001" in said(order)
        assert "24-9002" not in said(order)
        assert "24-9003" not in said(order)
    for order in (approved, replace(letter, kind=PaperKind.PREPARATION)):
        assert "24-900" not in said(order)


def test_a_sent_letter_is_the_one_that_was_shown(services: Services, world: MeetingWorld) -> None:
    numbers_are_wanted(services, world)
    meeting_id = world.planned().meeting.id
    given_to_all(world)

    sent = services.invitations.invite(world.actor, meeting_id).papers
    letters = [
        text_of(services.papers.open(world.actor, each.id)) for each in sent if each.kind is PaperKind.INVITATION
    ]

    assert letters
    assert all("24-9001" in letter for letter in letters)


def test_relatives_and_those_of_whom_something_is_kept_are_told_of_no_case(
    services: Services, world: MeetingWorld, approved: PaperOrder
) -> None:
    numbers_are_wanted(services, world)
    meeting_id = world.planned().meeting.id
    jens = Party(PartyKind.CONTACT_PERSON, world.jens)
    world.meetings.add_participant(world.actor, meeting_id, jens)
    given_to_all(world, (employee(world.kim), "finances"))

    letter = PaperOrder(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id, party=jens)
    extract = replace(approved, party=employee_party(world.kim))

    assert "24-900" not in text_of(services.papers.make(world.actor, letter))
    assert "24-900" not in text_of(services.papers.make(world.actor, extract))


def test_a_members_copy_has_the_members_own_numbers(world: MeetingWorld) -> None:
    leak = LeakWorld(world, is_family=True)
    numbers_are_wanted(leak.services, world)
    order = PaperOrder(PaperKind.PLAN, leak.subject_id, Reader.PROFESSIONAL)

    whole = text_of(leak.services.papers.make(world.actor, order))
    anna = text_of(leak.services.papers.make(world.actor, replace(order, member_id=world.anna.id)))

    assert all(number in whole for number in ("24-9001", "24-9003"))
    assert "24-9003" in anna
    assert "24-9001" not in anna
