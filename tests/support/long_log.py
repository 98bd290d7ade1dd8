"""A log of any length, as if somebody had worked for years."""

from datetime import timedelta
from typing import Final

from koordinator.domain.access import Action, Channel
from koordinator.domain.audit import AuditEntry
from koordinator.domain.ids import EmployeeId
from koordinator.storage import audit_chain
from koordinator.storage.audit_key import audit_key
from tests.support.office import Bench

_DONE: Final = (
    (Action.OPEN_CITIZEN, "citizen"),
    (Action.OPEN_PLAN, "joint_plan"),
    (Action.EDIT_PLAN, "goal"),
    (Action.OPEN_OVERVIEW, ""),
    (Action.OPEN_CITIZEN, "citizen"),
    (Action.OPEN_MEETING, "meeting"),
    (Action.PRINT_PAPER, "paper"),
)


def lengthen(bench: Bench, entries: int, *, employees: int = 20, citizens: int = 500) -> None:
    """So many entries more, one every five minutes, in one transaction."""
    key, at = audit_key(bench.database), bench.clock.now() - timedelta(minutes=5 * entries)
    with bench.database.plain() as connection:
        connection.execute("BEGIN IMMEDIATE")
        for number in range(entries):
            action, kind = _DONE[number % len(_DONE)]
            subject = number * 7 % citizens + 1 if kind else 0
            entry = AuditEntry(
                0, at, EmployeeId(number * 3 % employees + 1), "coordinator", Channel.WINDOW, action,
                kind, subject, subject, "", "", "",
            )  # fmt: skip
            audit_chain.append(connection.execute, key, entry)
            at += timedelta(minutes=5)
        connection.execute("COMMIT")
