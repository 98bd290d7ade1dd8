"""The audit log's own key."""

from koordinator.domain.database_file import DatabaseDamaged
from koordinator.storage.engine import Database


def audit_key(database: Database) -> bytes:
    """Random, made with the database and lying in it: another database key leaves the chain whole.

    Whoever can open can also check. Raises DatabaseDamaged when the key is gone.
    """
    with database.plain() as connection:
        found = connection.execute("SELECT secret FROM log_key").fetchone()
    if found is None:
        raise DatabaseDamaged(str(database.path))
    return bytes(found[0])
