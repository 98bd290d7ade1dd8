"""What a backup's maker and its reader see of a database by plain SQL, on any connection and in any schema of ours."""

from typing import TYPE_CHECKING

from koordinator.domain.audit import GENESIS, LogHead
from koordinator.storage import audit_log
from koordinator.storage.dialect import VERSION_TABLE

if TYPE_CHECKING:
    from sqlite3 import Connection


def schema_of(connection: "Connection") -> str:
    """The number of the database's schema."""
    return str(connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()[0])  # noqa: S608


def has_table(connection: "Connection", name: str) -> bool:
    """Whether this schema has the table."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
    return found.fetchone() is not None


def log_head(connection: "Connection") -> LogHead:
    """The newest entry of the audit log; before the first one the count is 0."""
    return audit_log.head(connection.execute) if has_table(connection, "audit_entry") else LogHead(0, GENESIS)


def page_faults(connection: "Connection") -> tuple[str, ...]:
    """What is wrong with the pages of a database that nobody writes to; nothing when every one is whole."""
    for check in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check"):
        faults = tuple(" ".join(map(str, row)) for row in connection.execute(check) if row[0] != "ok")
        if faults:
            return faults
    return ()
