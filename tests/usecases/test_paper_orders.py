"""One order makes, shows and keeps a paper; the catalogue lists every order there is."""

from dataclasses import replace

import pytest

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import AssessmentId, CitizenId, HandoverId, MeetingId
from koordinator.domain.left_out import LeftOut, LeftOutThing, WhyLeftOut
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.texts.paper_orders import left_out_sentence, paper_title
from koordinator.usecases.paper_kinds import DRAWN_AS
from koordinator.usecases.services import Services
from tests.support.consents import employee, given_to_all
from tests.support.desk import services_at
from tests.support.leaks import LeakWorld
from tests.support.meeting_world import MeetingWorld, employee_party


@pytest.fixture
def services(world: MeetingWorld) -> Services:
    return services_at(world.bench)


def planned_plan(world: MeetingWorld) -> PaperOrder:
    """The order of a plan that is still a draft."""
    file = world.plans.begin(world.actor, world.subject_id)
    assert file.plan is not None
    world.plans.add_goal(world.actor, file.plan.id, "Rolige morgener")
    return PaperOrder(PaperKind.PLAN, world.subject_id)


def kept(world: MeetingWorld) -> int:
    return len(world.papers.of_subject(world.actor, world.subject_id).papers)


def test_a_preview_is_the_paper_and_is_not_kept(services: Services, world: MeetingWorld) -> None:
    order = planned_plan(world)

    shown = services.papers.preview(world.actor, order)

    assert kept(world) == 0
    entry = next(each for each in world.bench.log() if each.action is Action.PREVIEW_PAPER)
    assert (entry.subject_id, entry.codes) == (world.subject_id, "kind=plan reader=citizen")
    made = services.papers.make(world.actor, order)
    assert (made.content, made.paper.file_name) == (shown.content, shown.file_name)
    assert shown.printed is not None
    assert (shown.printed.title, shown.printed.language) == ("Vores fælles plan", "da-DK")


def test_the_same_bytes_are_kept_once_and_each_time_is_logged(services: Services, world: MeetingWorld) -> None:
    order = planned_plan(world)

    first = services.papers.make(world.actor, order)
    again = services.papers.make(world.actor, order)
    large = services.papers.make(world.actor, replace(order, large_print=True))

    assert again == first
    assert large.paper.id != first.paper.id
    assert kept(world) == 2
    made = [entry.thing_id for entry in world.bench.log() if entry.action is Action.MAKE_PAPER]
    assert made == [first.paper.id, first.paper.id, large.paper.id]


def test_another_reader_of_the_same_bytes_has_a_paper_of_their_own(services: Services, world: MeetingWorld) -> None:
    meeting_id = world.planned().meeting.id
    order = PaperOrder(PaperKind.INPUT_CARD, world.subject_id, meeting_id=meeting_id)

    kim, bo = (
        services.papers.make(world.actor, replace(order, party=employee_party(each))) for each in (world.kim, world.bo)
    )

    assert {kim.paper.made_for, bo.paper.made_for} == {"Kim Møller", "Bo Thygesen"}


def test_an_invitation_is_for_the_one_it_is_written_to(services: Services, world: MeetingWorld) -> None:
    meeting_id = world.planned().meeting.id
    order = PaperOrder(PaperKind.INVITATION, world.subject_id, meeting_id=meeting_id, party=employee_party(world.kim))

    made = services.papers.make(world.actor, order)

    assert (made.paper.made_for, made.paper.reader) == ("Kim Møller", Reader.PROFESSIONAL)


def test_what_an_extract_leaves_out_is_said(services: Services, world: MeetingWorld) -> None:
    order = planned_plan(world)
    world.planned()
    given_to_all(world, (employee(world.kim), "finances"))

    extract = services.papers.preview(world.actor, replace(order, party=employee_party(world.kim)))

    assert extract.about.made_for == "Kim Møller"
    assert LeftOut(LeftOutThing.GOALS, 1, WhyLeftOut.CONSENT) in extract.left_out
    assert services.papers.preview(world.actor, replace(order, reader=Reader.PROFESSIONAL)).left_out == ()


def test_the_citizens_own_member_copy_leaves_out_the_others(world: MeetingWorld) -> None:
    leak = LeakWorld(world, is_family=True)
    order = PaperOrder(PaperKind.PLAN, leak.subject_id, member_id=world.anna.id)

    by_key = leak.services.papers.preview(world.actor, order)
    anna = Party(PartyKind.CITIZEN, world.anna.id)
    as_party = leak.services.papers.preview(world.actor, replace(order, member_id=None, party=anna))

    assert by_key.content == as_party.content
    assert by_key.about.made_for == "Anna Bæk"
    assert {each.why for each in by_key.left_out} >= {WhyLeftOut.OTHER_MEMBER}
    with pytest.raises(NotFound):
        leak.services.papers.preview(world.actor, replace(order, member_id=CitizenId(99)))


def test_private_notes_and_protected_addresses_are_left_out(services: Services, world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Citizen).save(replace(tx.of(Citizen).get(world.lone.id), protected_address=True))
    meeting_id = world.running().meeting.id
    world.room_plan.note(world.actor, meeting_id, NoteDraft(NoteKind.AGREED, "Kun til mig", private=True))
    minutes = PaperOrder(PaperKind.MINUTES, world.subject_id, meeting_id=meeting_id)

    assert services.papers.preview(world.actor, minutes).left_out == (
        LeftOut(LeftOutThing.NOTES, 1, WhyLeftOut.PRIVATE),
    )
    letter = replace(minutes, kind=PaperKind.RESPONSIBLE, meeting_id=None)
    assert services.papers.preview(world.actor, letter).left_out == (
        LeftOut(LeftOutThing.ADDRESS, 1, WhyLeftOut.PRIVATE),
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": PaperKind.MAIL_DRAFT},
        {"kind": PaperKind.MINUTES},
        {"kind": PaperKind.AGENDA, "meeting_id": MeetingId(99)},
        {"kind": PaperKind.ASSESSMENT_NOTE},
        {"kind": PaperKind.ASSESSMENT_NOTE, "assessment_id": AssessmentId(99)},
        {"kind": PaperKind.HANDOVER},
        {"kind": PaperKind.HANDOVER, "handover_id": HandoverId(99)},
        {"kind": PaperKind.PLAN, "number": 7},
    ],
)
def test_what_is_not_there_is_not_made(services: Services, world: MeetingWorld, changes: dict[str, object]) -> None:
    order = replace(planned_plan(world), **changes)  # type: ignore[arg-type]

    with pytest.raises(NotFound):
        services.papers.make(world.actor, order)


def test_a_meeting_of_another_subject_is_not_found(services: Services, world: MeetingWorld) -> None:
    meeting_id = world.planned().meeting.id

    with pytest.raises(NotFound):
        services.papers.make(world.actor, PaperOrder(PaperKind.AGENDA, world.anna.subject_id, meeting_id=meeting_id))
    with pytest.raises(NotFound):
        services.papers.make(world.actor, PaperOrder(PaperKind.INPUT_CARD, world.subject_id, meeting_id=meeting_id))


@pytest.mark.parametrize("is_family", [False, True])
def test_every_paper_of_the_catalogue_can_be_made(world: MeetingWorld, *, is_family: bool) -> None:
    leak = LeakWorld(world, is_family=is_family)
    party = party_of(leak.participant(leak.held, employee_party(world.kim)))
    given_to_all(world, (employee(world.kim), "finances"))

    listed = leak.services.paper_catalogue.listed(world.actor, leak.subject_id)

    orders = [each.order for each in listed]
    assert len(set(orders)) == len(orders)
    assert {order.large_print for order in orders} == {False, True}
    there = {order.kind for order in orders}
    assert set(DRAWN_AS) - there == {
        *(PaperKind.CALENDAR_FILE, PaperKind.ASSESSMENT_NOTE, PaperKind.HANDOVER, PaperKind.END_OF_COURSE),
    }
    assert any(order.party == party for order in orders if order.kind is PaperKind.PLAN) != is_family
    assert len({order.member_id for order in orders}) == (3 if is_family else 1)
    first_of_each = {(each.order.kind, each.order.large_print): each for each in reversed(listed)}
    in_normal_print = [each for each in listed if not each.order.large_print]
    for each in (*in_normal_print, *first_of_each.values()):
        shown = leak.services.papers.preview(world.actor, each.order)
        assert shown.content.startswith(b"%PDF-")
        assert paper_title(each)
        assert all(map(left_out_sentence, shown.left_out))
    assert leak.services.paper_catalogue.of_subject(world.actor, leak.subject_id) == tuple(orders)
