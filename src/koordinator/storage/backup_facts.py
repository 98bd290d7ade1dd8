"""What a database holds, read from the open file: to be held against another one."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from koordinator.domain.backup import BackupDamaged
from koordinator.domain.backup_comparison import Counted, DatabaseFacts
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
    """The restored database, its log gone through from end to end. Raises BackupDamaged."""
    database = Database(prepared.fresh, prepared.key)
    try:
        check = SqlStoreCheck(database, audit_key(database)).check_log((), lambda _done: None)
        if check.faults or not check.head.is_at(prepared.manifest.log):
            raise BackupDamaged(str(prepared.file))
        yield database
    finally:
        database.close()


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


def seal_at(database: Database, count: int) -> str | None:
    """The seal of the entry with the number; None where the log does not reach so far, or no longer."""
    with database.plain() as connection:
        found = connection.execute(_SEAL_AT, (count,)).fetchone()
    return None if found is None else str(found[0])
