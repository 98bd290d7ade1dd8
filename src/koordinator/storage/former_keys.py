"""The keys that the database had before, which its older backups are locked with. They lie encrypted in it."""

from datetime import UTC, datetime

from koordinator.storage.engine import Database
from koordinator.usecases.ports_keys import DatabaseKey

_NOTED = "SELECT secret FROM former_key ORDER BY id DESC"


def former_keys(database: Database) -> tuple[DatabaseKey, ...]:
    """The latest first."""
    with database.plain() as connection:
        return tuple(DatabaseKey(bytes(row[0])) for row in connection.execute(_NOTED))


def note_former_key(database: Database, key: DatabaseKey, at: datetime) -> None:
    """Remembers the key, once. A key that stays in use after all does no harm there."""
    with database.write() as connection:
        noted = {bytes(row[0]) for row in connection.exec_driver_sql(_NOTED)}
        if key.raw not in noted:
            values = (key.raw, at.astimezone(UTC).isoformat(timespec="microseconds"))
            connection.exec_driver_sql("INSERT INTO former_key (secret, noted_at) VALUES (?, ?)", values)
