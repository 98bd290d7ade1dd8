"""Changes in the meeting room: each row is written together with its line in the meeting's journal."""

from dataclasses import replace
from typing import Final, TypeVar, cast

from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.ids import MeetingId, RowId
from koordinator.domain.joint_plan import (
    Goal,
    GoalScore,
    JointPlan,
    MemberPart,
    PlanVersion,
    Subgoal,
    ThemeScore,
    Viewpoint,
)
from koordinator.domain.meeting import (
    AgendaItem,
    Meeting,
    MeetingMove,
    MeetingNote,
    MeetingOperation,
    Participant,
    Preparation,
)
from koordinator.domain.meeting_journal import (
    ROW_KINDS,
    Inverse,
    NothingToUndo,
    Row,
    UndoBlocked,
    check_undoable,
    inverse,
    kind_of_row,
    newest_first,
    text_of_row,
)
from koordinator.domain.network_questions import TakenQuestion
from koordinator.domain.paper import Paper
from koordinator.domain.register import EffortGoal
from koordinator.usecases.ports import Repository, Transaction

AnyRow = TypeVar("AnyRow", bound=Row)

_HANGS_ON: Final[dict[type[Row], tuple[tuple[type, str], ...]]] = {
    Goal: ((Subgoal, "goal_id"), (GoalScore, "goal_id"), (EffortGoal, "goal_id"), (Agreement, "goal_id")),
    JointPlan: (
        (PlanVersion, "plan_id"),
        (Goal, "plan_id"),
        (MemberPart, "plan_id"),
        (Viewpoint, "plan_id"),
        (ThemeScore, "plan_id"),
    ),
    AgendaItem: ((MeetingNote, "agenda_item_id"),),
    Participant: ((AgendaItem, "presenter_id"),),
    Meeting: (
        (Participant, "meeting_id"),
        (AgendaItem, "meeting_id"),
        (Preparation, "meeting_id"),
        (MeetingMove, "meeting_id"),
        (MeetingOperation, "meeting_id"),
        (Paper, "meeting_id"),
        (Agreement, "meeting_id"),
        (PendingDecision, "meeting_id"),
        (TakenQuestion, "meeting_id"),
    ),
}
"""What may have been tied elsewhere, since, to a row that was made in the room."""


class Journal:
    """Writes what is done in one transaction as one act, which is undone as a whole."""

    def __init__(self, tx: Transaction, meeting_id: MeetingId) -> None:
        self._tx = tx
        self._meeting_id = meeting_id
        last = tx.of(MeetingOperation).last(meeting_id=meeting_id, order_by="sequence")
        self._sequence = last.sequence if last else 0
        self._act = last.act + 1 if last else 1

    def add(self, row: AnyRow) -> AnyRow:
        """Stores a new row."""
        added = self._tx.of(type(row)).add(row)
        self._note(added, None, added)
        return added

    def save(self, row: AnyRow) -> AnyRow:
        """Stores a changed row; one that says the same as before leaves no trace. Raises StaleVersion or NotFound."""
        before = self._tx.of(type(row)).get(row.id)
        if before == row:
            return before
        saved = self._tx.of(type(row)).save(row)
        self._note(saved, before, saved)
        return saved

    def remove(self, row: AnyRow) -> None:
        """Takes a row away. Raises NotFound."""
        before = self._tx.of(type(row)).get(row.id)
        self._tx.of(type(row)).remove(row.id)
        self._note(before, before, None)

    def _note(self, row: Row, before: Row | None, after: Row | None) -> None:
        self._sequence += 1
        operation = MeetingOperation(
            id=RowId(0),
            meeting_id=self._meeting_id,
            sequence=self._sequence,
            act=self._act,
            row_kind=kind_of_row(row),
            row_id=row.id,
            before=text_of_row(before),
            after=text_of_row(after),
        )
        self._tx.of(MeetingOperation).add(operation)


def undo_last_act(tx: Transaction, meeting_id: MeetingId) -> None:
    """Puts every row of the last act back as it was. Raises NothingToUndo, or UndoBlocked and changes nothing."""
    operations = tx.of(MeetingOperation)
    last = operations.last(meeting_id=meeting_id, undone=False, order_by="sequence")
    if last is None:
        raise NothingToUndo
    for operation in newest_first(operations.where(meeting_id=meeting_id, act=last.act)):
        _undo(tx, inverse(operation))
        operations.save(replace(operation, undone=True))


def _undo(tx: Transaction, step: Inverse) -> None:
    rows = cast("Repository[Row]", tx.of(ROW_KINDS[step.row_kind]))
    current = rows.find(id=step.row_id)
    check_undoable(step, current)
    if step.wanted is None:
        _check_nothing_hangs_on(tx, step)
        rows.remove(step.row_id)
    elif current is None:
        rows.add(step.wanted)
    else:
        rows.save(_at_version_of(step.wanted, current))


def _check_nothing_hangs_on(tx: Transaction, step: Inverse) -> None:
    for kind, field in _HANGS_ON.get(ROW_KINDS[step.row_kind], ()):
        if tx.of(kind).find(**{field: step.row_id}) is not None:
            raise UndoBlocked(step.row_kind)


def _at_version_of(wanted: Row, current: Row) -> Row:
    if isinstance(wanted, GoalScore) or isinstance(current, GoalScore):
        return wanted
    return replace(wanted, version=current.version)
