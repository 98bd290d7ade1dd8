"""What is being typed is in the database at once, and nowhere in the log."""

from dataclasses import replace

import pytest

from koordinator.domain.citizen import Citizen
from koordinator.domain.codes import Role
from koordinator.domain.deletion import ArchiveAnswer
from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.errors import NoLongerHere, NotFound, NotYours
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import Meeting
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.drafts import KEPT_CHARACTERS, Drafts
from koordinator.usecases.plans import Plans
from tests.support.histories import Histories
from tests.support.meeting_world import MeetingWorld
from tests.support.office import Bench


@pytest.fixture
def summary(world: MeetingWorld) -> DraftPlace:
    return DraftPlace("meeting", world.planned().meeting.id, "summary")


def test_a_draft_is_kept_replaced_found_and_cleared(world: MeetingWorld, summary: DraftPlace) -> None:
    world.drafts.keep(world.actor, summary, "Kim tal", base_version=3)
    kept = world.drafts.keep(world.actor, summary, "Kim taler med skolen", base_version=3)

    assert world.drafts.find(world.actor, summary) == kept
    assert (kept.text, kept.base_version, kept.place) == ("Kim taler med skolen", 3, summary)
    assert world.drafts.of_thing(world.actor, "meeting", summary.thing_id) == (kept,)
    world.drafts.clear(world.actor, summary)
    world.drafts.clear(world.actor, summary)
    assert world.drafts.find(world.actor, summary) is None


def test_each_author_has_their_own(world: MeetingWorld, summary: DraftPlace) -> None:
    mine = world.drafts.keep(world.actor, summary, "mit")
    kim = world.colleague(world.kim)
    theirs = world.drafts.keep(kim, summary, "Kims")

    assert world.drafts.find(world.actor, summary) == mine
    assert world.drafts.find(kim, summary) == theirs


def test_typing_makes_no_entry_in_the_log(world: MeetingWorld, summary: DraftPlace) -> None:
    before = world.bench.log()

    world.drafts.keep(world.actor, summary, "meget personligt")

    assert world.bench.log() == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("nul\0byte", "nulbyte"), ("halv\ud83d", "halv"), ("x" * (KEPT_CHARACTERS + 1), "x" * KEPT_CHARACTERS)],
)
def test_what_no_database_holds_does_not_lose_the_rest(
    world: MeetingWorld, summary: DraftPlace, typed: str, kept: str
) -> None:
    draft = world.drafts.keep(world.actor, summary, typed)

    assert isinstance(draft, Draft)
    assert world.drafts.find(world.actor, summary) == draft
    assert draft.text == kept


def test_nobody_types_about_somebody_with_whom_they_have_nothing_to_do(
    world: MeetingWorld, summary: DraftPlace
) -> None:
    stranger = replace(world.actor, employee_id=Histories(world.bench).employee("Tina Dam").id)
    before = world.bench.log()
    for roles in ({Role.COORDINATOR}, {Role.CASEWORKER}):
        with pytest.raises(NotYours):
            world.drafts.keep(replace(stranger, roles=frozenset(roles)), summary, "Skrevet af en fremmed")

    assert world.drafts.find(stranger, summary) is None
    # Each pause in typing would be a refusal; the one that counts is that of saving.
    assert world.bench.log() == before


def test_a_family_members_part_is_the_familys(world: MeetingWorld) -> None:
    """Whoever may write the family's plan may, and nobody else."""
    histories = Histories(world.bench)
    family = histories.family("Familien Bæk", world.anna)
    bo = histories.employee("Tina Dam")
    histories.course(family.subject_id, by=bo)
    coordinator = replace(world.actor, employee_id=bo.id, roles=frozenset({Role.COORDINATOR}))
    place = DraftPlace("member_part", world.anna.id, "own_words")

    kept = world.drafts.keep(coordinator, place, "Jeg vil ride")

    assert world.drafts.find(coordinator, place) == kept
    with pytest.raises(NotYours):
        world.drafts.keep(world.colleague(world.ida), place, "Det vil hun ikke")


def test_a_place_that_nobody_has_named_is_a_fault_of_ours(world: MeetingWorld) -> None:
    with pytest.raises(LookupError):
        world.drafts.keep(world.actor, DraftPlace("drawing", 1, "text"), "Hvem er det om?")


@pytest.fixture
def places(bench: Bench, planted: SubjectId) -> tuple[DraftPlace, ...]:
    """Where a window that is left open could be typing about the planted citizen."""
    with bench.office.aside() as tx:
        citizen = tx.of(Citizen).find(subject_id=planted)
        assert citizen is not None
        (meeting,), (plan,) = tx.of(Meeting).where(subject_id=planted), tx.of(JointPlan).where(subject_id=planted)
    keys = {"member_part": citizen.id, "meeting": meeting.id, "meeting_room": meeting.id, "joint_plan": plan.id}
    return tuple(DraftPlace(kind, key, "text") for kind, key in keys.items())


def test_what_is_typed_about_who_was_deleted_meanwhile_is_not_kept(
    bench: Bench, planted: SubjectId, deletions: Deletions, places: tuple[DraftPlace, ...]
) -> None:
    drafts = Drafts(bench.office)
    for place in places:
        drafts.keep(bench.actor, place, "Kendes stadig")
    deletions.delete(bench.actor, (planted,), ArchiveAnswer.NOT_WORTH_KEEPING)

    for place in (*places, DraftPlace("assessment", 77, "reason")):
        with pytest.raises(NoLongerHere):
            drafts.keep(bench.actor, place, "Quistplant ringede")
        assert drafts.find(bench.actor, place) is None


def test_nothing_else_is_written_about_who_was_deleted_meanwhile(
    bench: Bench, planted: SubjectId, deletions: Deletions
) -> None:
    """The bare plan that the counts need is no place to write in."""
    with bench.office.aside() as tx:
        shown = tx.of(JointPlan).find(subject_id=planted)
    assert shown is not None
    deletions.delete(bench.actor, (planted,), ArchiveAnswer.NOT_WORTH_KEEPING)
    with bench.office.aside() as tx:
        bare = tx.of(JointPlan).get(shown.id)
    log = bench.log()

    for actor in (bench.actor, replace(bench.actor, employee_id=EmployeeId(1), roles=frozenset({Role.COORDINATOR}))):
        with pytest.raises(NotFound):
            Plans(bench.office).write(actor, bare, "own_words", "Quistplant ringede")

    assert bench.log() == log
    with bench.office.aside() as tx:
        assert tx.of(JointPlan).get(shown.id) == bare
