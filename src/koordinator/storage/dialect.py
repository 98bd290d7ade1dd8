"""What is SQLite's and not SQL's: the one place to look when the store shall speak to another database."""

from typing import Final

BEGIN_READ: Final = "BEGIN"
BEGIN_WRITE: Final = "BEGIN IMMEDIATE"
"""Takes the write lock at once: a transaction that reads first and writes later could otherwise not be waited for."""

CONNECTION_SETTINGS: Final = (
    # Readers do not wait for the writer; a commit is on the disk before it is reported.
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What is deleted is overwritten.
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    # Sorting and temporary tables never reach the disk, where they would be plain.
    "PRAGMA temp_store = MEMORY",
    # 64 MB of pages that are deciphered once only.
    "PRAGMA cache_size = -65536",
)
OPTIMIZE: Final = "PRAGMA optimize = 0x10002"
"""Counts rows anew in tables that have changed much, so that the right index is chosen.

Without the mask only those are looked at that this same connection has read.
"""
FOREIGN_KEYS_OFF: Final = "PRAGMA foreign_keys = OFF"
"""Heard outside a transaction only."""

CHECK_STRUCTURE: Final = "PRAGMA integrity_check"
CHECK_REFERENCES: Final = "PRAGMA foreign_key_check"
"""Both answer with what is wrong; the first with "ok" when nothing is."""

NO_WAIT: Final = "PRAGMA busy_timeout = 0"


def wait(seconds: float) -> str:
    """The statement that makes a connection wait so long for another one."""
    return f"PRAGMA busy_timeout = {int(seconds * 1_000)}"


APPLICATION_ID: Final = 0x4B4F4F52
"""Marks the file as ours ("KOOR"), inside the encryption."""

VERSION_TABLE: Final = "alembic_version"
CREATE_VERSION_TABLE: Final = (
    f"CREATE TABLE IF NOT EXISTS {VERSION_TABLE} (version_num TEXT NOT NULL PRIMARY KEY) STRICT"
)


AS_WRITTEN: Final = "LIMIT -1"
"""Ends a subquery that shall be worked out once a row, and not be folded into the statement round it."""
JOIN_IN_ORDER: Final = "CROSS JOIN"
"""Joins to what stands before it, and never the other way round."""


def day_before(day: str) -> str:
    """The expression for the day before the one that the expression gives; nothing before nothing."""
    return f"date({day}, '-1 day')"


def days_after(day: str, days: str) -> str:
    """The expression for the day so many days after the other."""
    return f"date({day}, {days} || ' days')"


def days_between(first: str, last: str) -> str:
    """The expression for the number of days from one to the other."""
    return f"CAST(julianday({last}) - julianday({first}) AS INTEGER)"


def keep(name: str, event: str, table: str, change: str) -> str:
    """The statement that makes the database carry out a change of its own after each change of a row of the table."""
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {change}; END"


def refuse(name: str, event: str, table: str, when: str) -> str:
    """The statement that makes the database refuse a change of the table where the condition on OLD and NEW holds."""
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{name}'); END"


def trigram_table(name: str, column: str, content: str) -> tuple[str, ...]:
    """The statements that make a search table over another table's column: any part of three characters or more.

    What is taken out is really gone from it, as everything that is deleted from the file.
    """
    options = f"content = '{content}', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1'"
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5({column}, {options})",
        f"INSERT INTO {name} ({name}, rank) VALUES ('secure-delete', 1)",  # noqa: S608
    )


def trigram_add(name: str, column: str) -> str:
    """The statement that lets a new text be found; it takes the row's id and the text."""
    return f"INSERT INTO {name} (rowid, {column}) VALUES (:id, :text)"  # noqa: S608


def trigram_take_out(name: str, column: str) -> str:
    """The statement that takes a text out again; it must be given the text exactly as it was added."""
    return f"INSERT INTO {name} ({name}, rowid, {column}) VALUES ('delete', :id, :text)"  # noqa: S608


def trigram_query(text: str) -> str:
    """The text as a search for exactly these characters; what it holds is never read as an operator."""
    return '"' + text.replace('"', '""') + '"'
