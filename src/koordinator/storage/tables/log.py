"""Tables of the audit log, of what was searched for, and of the keys that lie in the database."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table

from koordinator.domain.access import Action, Channel
from koordinator.domain.audit import GENESIS
from koordinator.storage.columns import also, blob, code, metadata, moment, number, table, text
from koordinator.storage.dialect import refuse

AUDIT_ENTRY = Table(
    "audit_entry",
    metadata,
    Column("sequence", Integer, primary_key=True),
    moment("at"),
    Column("actor_id", Integer, nullable=False),
    text("roles"),
    code("channel", Channel),
    code("action", Action),
    text("kind"),
    number("thing_id"),
    number("subject_id"),
    text("codes"),
    text("previous_seal"),
    text("seal"),
    sqlite_strict=True,
)
Index("ix_audit_entry_subject", AUDIT_ENTRY.c.subject_id, AUDIT_ENTRY.c.at)
Index("ix_audit_entry_return", AUDIT_ENTRY.c.thing_id, sqlite_where=AUDIT_ENTRY.c.action == Action.RESTORE_BACKUP)
Index("ix_audit_entry_cut", AUDIT_ENTRY.c.thing_id, sqlite_where=AUDIT_ENTRY.c.action == Action.PRUNE_LOG)
_AFTER: Final = "(SELECT coalesce(max(sequence), 0) + 1 FROM audit_entry)"
_LAST_SEAL: Final = "(SELECT seal FROM audit_entry ORDER BY sequence DESC LIMIT 1)"
_NEXT: Final = f"NEW.sequence IS NOT {_AFTER} OR NEW.previous_seal IS NOT coalesce({_LAST_SEAL}, '{GENESIS}')"
also(
    AUDIT_ENTRY,
    refuse("audit_entry_follows_the_last", "INSERT", "audit_entry", _NEXT),
    refuse("audit_entry_is_as_written", "UPDATE", "audit_entry", "TRUE"),
    # Only what an entry of the log itself says was removed for its age.
    refuse(
        "audit_entry_stays",
        "DELETE",
        "audit_entry",
        f"NOT EXISTS (SELECT 1 FROM audit_entry WHERE action = '{Action.PRUNE_LOG}' AND thing_id >= OLD.sequence)",  # noqa: S608
    ),
)

SEARCH_TERM = Table(
    "search_term",
    metadata,
    Column("sequence", Integer, ForeignKey("audit_entry.sequence"), primary_key=True),
    text("term"),
    sqlite_strict=True,
)
"""What was typed, in a table that can be emptied; the chain keeps only its keyed hash."""

LOG_KEY = Table(
    "log_key",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="only_one"), primary_key=True),
    blob("secret"),
    sqlite_strict=True,
)
"""What the entries are sealed with: 32 random bytes that the first migration puts there."""
also(
    LOG_KEY,
    refuse("log_key_is_only_one", "INSERT", "log_key", "EXISTS (SELECT 1 FROM log_key)"),
    refuse("log_key_is_as_made", "UPDATE", "log_key", "TRUE"),
    refuse("log_key_stays", "DELETE", "log_key", "TRUE"),
)

FORMER_KEY = table("former_key", blob("secret"), moment("noted_at"))
"""The keys that the database itself had: noted before it gets another, so that older backups can still be opened.

Whoever can read it has the present key; a former one leads to the backups of its time alone.
"""
