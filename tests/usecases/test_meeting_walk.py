"""Whatever is done in the room, in whatever order: nothing is lost, and everything can be taken back to the start."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.meeting_journal import NothingToUndo
from tests.support.campaign import examples
from tests.support.meeting_world import make_world
from tests.support.office import open_office
from tests.usecases.meeting_walk import STEPS, UNDO, Walk

STEP = st.tuples(st.integers(0, len(STEPS) - 1), st.integers(0, 60))
STEPS_AND_UNDO = st.lists(st.one_of(STEP, STEP, STEP, st.just((UNDO, 0))), max_size=30)


@settings(max_examples=examples(15))
@given(steps=STEPS_AND_UNDO)
def test_any_meeting_can_be_walked_back_to_its_start(database_template: Path, steps: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_office(Path(folder), database_template) as bench:
        walk = Walk(make_world(bench))
        for which, number in steps:
            if which != UNDO:
                walk.step(which, number)
            elif len(walk.states) > 1:
                walk.undo()
            walk.check()

        while len(walk.states) > 1:
            walk.undo()
        walk.check()
        with pytest.raises(NothingToUndo):
            walk.world.room.undo(walk.actor, walk.file.meeting.id)
        assert walk.world.closing.close(walk.actor, walk.file.meeting.id).meeting.status is MeetingStatus.HELD
        bench.log()


@settings(max_examples=examples(10))
@given(steps=st.lists(STEP, max_size=25))
def test_minutes_hold_everything_that_stood_when_the_meeting_closed(
    database_template: Path, steps: list[tuple[int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, open_office(Path(folder), database_template) as bench:
        walk = Walk(make_world(bench))
        for which, number in steps:
            walk.step(which, number)
        before = walk.file
        closed = walk.world.closing.close(walk.actor, before.meeting.id)
        minutes = walk.world.closing.minutes(walk.actor, before.meeting.id)

        written = [note.text for item in minutes.agenda for note in item.notes]
        assert sorted(written) == sorted(note.text for note in before.notes if not note.private)
        assert [each.uid for each in minutes.agreements] == [each.uid for each in before.agreements]
        assert [each.uid for each in minutes.since_last] == [each.uid for each in before.since_last]
        assert [each.uid for each in minutes.pending] == [each.uid for each in before.decisions]
        assert [goal.title for goal in minutes.goals] == [goal.title for goal in before.goals]
        assert len(minutes.attendees) == len(before.participants)
        assert minutes.citizen_took_part == before.with_citizen == closed.meeting.citizen_took_part
