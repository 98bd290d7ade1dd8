"""The version of a database's tables, and ours. Light: Alembic is imported only to move from one to the other."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from koordinator.domain.database_file import DatabaseNewer, ForeignFile, NotOurDatabase
from koordinator.storage import heavy
from koordinator.storage.cipher import explained
from koordinator.storage.dialect import APPLICATION_ID, VERSION_TABLE
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    from sqlite3 import Connection

HEAD: Final = "0001"
"""The newest revision in `migrations/versions`. Revisions are numbered, so that newer is greater."""


class Schema(NamedTuple):
    """A line of migrations: where they lie (Alembic's script location) and the newest."""

    location: str = "koordinator.storage:migrations"
    head: str = HEAD

    def version_of(self, connection: "Connection", path: Path) -> str:
        """The version of the database. Raises DatabaseNewer, and NotOurDatabase when our key opened another's file."""
        with explained(path):
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            if mark != APPLICATION_ID:
                raise NotOurDatabase(str(path), ForeignFile.OTHER)
            found = str(connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()[0])  # noqa: S608
        if found > self.head:
            raise DatabaseNewer(str(path), found, self.head)
        return found

    def upgrade(self, path: Path, key: DatabaseKey) -> None:
        """Brings the database to the newest version, from an empty file too: wholly or not at all."""
        heavy.migrate(path, key, self.location)
