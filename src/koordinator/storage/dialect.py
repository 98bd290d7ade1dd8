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
FOREIGN_KEYS_OFF: Final = "PRAGMA foreign_keys = OFF"
"""Heard outside a transaction only."""

APPLICATION_ID: Final = 0x4B4F4F52
"""Marks the file as ours ("KOOR"), inside the encryption."""

VERSION_TABLE: Final = "alembic_version"
CREATE_VERSION_TABLE: Final = (
    f"CREATE TABLE IF NOT EXISTS {VERSION_TABLE} (version_num TEXT NOT NULL PRIMARY KEY) STRICT"
)


def trigram_table(name: str, *columns: str) -> str:
    """The statement that makes a search table: finds any part of a text of three characters or more."""
    return f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(columns)}, tokenize = 'trigram case_sensitive 1')"


def trigram_query(text: str) -> str:
    """The text as a search for exactly these characters; what it holds is never read as an operator."""
    return '"' + text.replace('"', '""') + '"'
