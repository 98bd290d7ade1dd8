"""What is being typed is in the database at once, and nowhere in the log."""

import pytest

from koordinator.domain.draft import Draft, DraftPlace
from koordinator.usecases.drafts import KEPT_CHARACTERS
from tests.support.meeting_world import MeetingWorld

SUMMARY = DraftPlace("meeting", 4, "summary")


def test_a_draft_is_kept_replaced_found_and_cleared(world: MeetingWorld) -> None:
    world.drafts.keep(world.actor, SUMMARY, "Kim tal", base_version=3)
    kept = world.drafts.keep(world.actor, SUMMARY, "Kim taler med skolen", base_version=3)

    assert world.drafts.find(world.actor, SUMMARY) == kept
    assert (kept.text, kept.base_version, kept.place) == ("Kim taler med skolen", 3, SUMMARY)
    assert world.drafts.of_thing(world.actor, "meeting", 4) == (kept,)
    world.drafts.clear(world.actor, SUMMARY)
    world.drafts.clear(world.actor, SUMMARY)
    assert world.drafts.find(world.actor, SUMMARY) is None


def test_each_author_has_their_own(world: MeetingWorld) -> None:
    mine = world.drafts.keep(world.actor, SUMMARY, "mit")
    kim = world.colleague(world.kim)
    theirs = world.drafts.keep(kim, SUMMARY, "Kims")

    assert world.drafts.find(world.actor, SUMMARY) == mine
    assert world.drafts.find(kim, SUMMARY) == theirs


def test_typing_makes_no_entry_in_the_log(world: MeetingWorld) -> None:
    before = world.bench.log()

    world.drafts.keep(world.actor, SUMMARY, "meget personligt")

    assert world.bench.log() == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("nul\0byte", "nulbyte"), ("halv\ud83d", "halv"), ("x" * (KEPT_CHARACTERS + 1), "x" * KEPT_CHARACTERS)],
)
def test_what_no_database_holds_does_not_lose_the_rest(world: MeetingWorld, typed: str, kept: str) -> None:
    draft = world.drafts.keep(world.actor, SUMMARY, typed)

    assert isinstance(draft, Draft)
    assert world.drafts.find(world.actor, SUMMARY) == draft
    assert draft.text == kept
