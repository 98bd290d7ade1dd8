"""The audit log's own key."""

from koordinator.usecases.ports_keys import DatabaseKey


def audit_key(database_key: DatabaseKey) -> bytes:
    """Made from the database key, so that whoever can open can also check."""
    return database_key.derive("audit log 1")
