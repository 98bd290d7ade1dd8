"""Each operation in the room can be undone, as long as nobody has changed what it left."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.ids import GoalId, MeetingId, RowId
from koordinator.domain.joint_plan import GoalScore
from koordinator.domain.meeting import MeetingOperation
from koordinator.domain.meeting_journal import (
    ROW_KINDS,
    Row,
    UndoBlocked,
    check_undoable,
    inverse,
    kind_of_row,
    newest_first,
    text_of_row,
    without_version,
)
from tests.domain.meetings import DAY, a_goal, a_note, an_agreement

ANY_ROW = st.sampled_from(sorted(ROW_KINDS)).flatmap(lambda name: st.from_type(ROW_KINDS[name]))


def operation(before: Row | None, after: Row | None, sequence: int = 1) -> MeetingOperation:
    row = after or before
    assert row is not None
    return MeetingOperation(
        RowId(sequence),
        MeetingId(1),
        sequence,
        1,
        kind_of_row(row),
        row.id,
        text_of_row(before),
        text_of_row(after),
    )


@given(ANY_ROW)
def test_what_was_added_is_taken_away_and_the_other_way_round(row: Row) -> None:
    added, removed = inverse(operation(None, row)), inverse(operation(row, None))

    assert (added.expected, added.wanted) == (without_version(row), None)
    assert (removed.expected, removed.wanted) == (None, without_version(row))


def test_what_was_changed_is_changed_back() -> None:
    before, after = an_agreement(), replace(an_agreement(), what="Ringer til skolen", version=4)

    step = inverse(operation(before, after))

    assert (step.expected, step.wanted) == (without_version(after), before)
    assert (step.row_kind, step.row_id) == ("agreement", 1)


def test_a_version_counts_saves_and_hinders_no_undo() -> None:
    step = inverse(operation(None, a_note(1, 1)))

    check_undoable(step, replace(a_note(1, 1), version=9))
    assert without_version(replace(a_goal(), version=3)) == a_goal()


def test_a_row_changed_or_gone_elsewhere_is_not_undone() -> None:
    step = inverse(operation(None, a_note(1, 1)))

    for now in (None, replace(a_note(1, 1), text="noget andet")):
        with pytest.raises(UndoBlocked) as caught:
            check_undoable(step, now)
        assert caught.value.kind == "meeting_note"


def test_a_score_has_no_version() -> None:
    score = GoalScore(RowId(1), GoalId(1), DAY, 5)

    assert without_version(score) is score
    assert text_of_row(None) == ""


def test_the_last_is_undone_first() -> None:
    first, second = operation(None, a_note(1, 1), 1), operation(None, a_note(2, 2), 2)

    assert newest_first([first, second]) == (second, first)
