"""What a database holds, read from the open file: to be held against another one."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from koordinator.domain.backup import BackupDamaged
from koordinator.domain.backup_comparison import Comparison, Counted, DatabaseFacts, relation
from koordinator.storage.audit_key import audit_key
from koordinator.storage.backup_contents import log_head
from koordinator.storage.backup_restoring import Prepared
from koordinator.storage.engine import Database
from koordinator.storage.store_check import SqlStoreCheck

_COUNTS: Final = {
    Counted.CITIZEN: "citizen",
    Counted.FAMILY: "family",
    Counted.ASSESSMENT: "assessment",
    Counted.MEETING: "meeting",
    Counted.PLAN: "joint_plan",
    Counted.AGREEMENT: "agreement",
    Counted.CONTACT_NOTE: "contact_note",
    Counted.PAPER: "paper",
}
_NEWEST: Final = "SELECT at FROM audit_entry ORDER BY sequence DESC LIMIT 1"
_SEAL_AT: Final = "SELECT seal FROM audit_entry WHERE sequence = ?"


@contextmanager
def opened(prepared: Prepared) -> Iterator[Database]:
    """The restored database, open under the name that nobody else knows."""
    database = Database(prepared.fresh, prepared.key)
    try:
        yield database
    finally:
        database.close()


def checked(prepared: Prepared) -> DatabaseFacts:
    """What the restored database holds, its log gone through from end to end. Raises BackupDamaged."""
    with opened(prepared) as database:
        check = SqlStoreCheck(database, audit_key(database)).check_log((), lambda _done: None)
        if check.faults or check.head != prepared.manifest.log:
            raise BackupDamaged(str(prepared.fresh))
        return facts_of(database)


def facts_of(database: Database) -> DatabaseFacts:
    """What the database holds now."""
    origin = hashlib.sha256(audit_key(database)).hexdigest()
    with database.plain() as connection:
        newest = connection.execute(_NEWEST).fetchone()
        counts = tuple(
            (kind, connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
            for kind, table in _COUNTS.items()
        )
        head = log_head(connection)
    return DatabaseFacts(origin, head, datetime.fromisoformat(newest[0]) if newest else None, counts)


def compared(restored: Database, present: Database) -> Comparison:
    """The two beside each other."""
    here, there = facts_of(restored), facts_of(present)
    stands = relation(
        here,
        there,
        present_then=_seal_at(present, here.log.count),
        restored_then=_seal_at(restored, there.log.count),
    )
    return Comparison(stands, here, there)


def _seal_at(database: Database, count: int) -> str | None:
    with database.plain() as connection:
        found = connection.execute(_SEAL_AT, (count,)).fetchone()
    return None if found is None else str(found[0])
