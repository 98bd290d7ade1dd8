"""The meeting's journal: each change of a row as it was and as it became, and how to undo the last act.

What the journal holds is compared without the row's version, which counts saves and not words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.errors import DomainError
from koordinator.domain.joint_plan import Goal, GoalScore, JointPlan, Subgoal
from koordinator.domain.meeting import AgendaItem, Meeting, MeetingNote, MeetingOperation, Participant
from koordinator.domain.snapshot import canonical_json, read_json

Row: TypeAlias = (
    Meeting
    | Participant
    | AgendaItem
    | MeetingNote
    | Agreement
    | PendingDecision
    | JointPlan
    | Goal
    | Subgoal
    | GoalScore
)
"""What is changed in the room and can be undone there."""

ROW_KINDS: Final[dict[str, type[Row]]] = {
    "meeting": Meeting,
    "participant": Participant,
    "agenda_item": AgendaItem,
    "meeting_note": MeetingNote,
    "agreement": Agreement,
    "pending_decision": PendingDecision,
    "joint_plan": JointPlan,
    "goal": Goal,
    "subgoal": Subgoal,
    "goal_score": GoalScore,
}
_NAMES: Final = {kind: name for name, kind in ROW_KINDS.items()}


class NothingToUndo(DomainError):
    """The meeting stands as it did when it was opened."""


class UndoBlocked(DomainError):
    """What the last act left has been changed elsewhere since (in the plan, say); undoing it would lose that."""

    kind: str


@dataclass(frozen=True, slots=True)
class Inverse:
    """How to undo one operation: `expected` is the row as the operation left it, `wanted` as it was before.

    What was added has nothing wanted and is taken away; what was removed has nothing expected and is put back.
    """

    row_kind: str
    row_id: int
    expected: Row | None
    wanted: Row | None


def kind_of_row(row: Row) -> str:
    """The name under which the journal keeps the row."""
    return _NAMES[type(row)]


def text_of_row(row: Row | None) -> str:
    """The row as the journal keeps it, empty for none."""
    return "" if row is None else canonical_json(without_version(row))


def without_version(row: Row) -> Row:
    """The row as if it had never been saved again."""
    return row if isinstance(row, GoalScore) else replace(row, version=0)


def inverse(operation: MeetingOperation) -> Inverse:
    """How to undo the operation."""
    kind = ROW_KINDS[operation.row_kind]
    before = read_json(kind, operation.before) if operation.before else None
    after = read_json(kind, operation.after) if operation.after else None
    return Inverse(operation.row_kind, operation.row_id, after, before)


def check_undoable(step: Inverse, current: Row | None) -> None:
    """Raises UndoBlocked unless the row is as the operation left it."""
    left = None if current is None else without_version(current)
    if left != step.expected:
        raise UndoBlocked(step.row_kind)


def newest_first(operations: Iterable[MeetingOperation]) -> tuple[MeetingOperation, ...]:
    """The order in which operations are undone."""
    return tuple(sorted(operations, key=lambda operation: operation.sequence, reverse=True))
