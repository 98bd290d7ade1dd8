"""The list of deletions beside the database: a small file that is whole or as it was, and names nobody."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from koordinator.domain.audit import moment_text
from koordinator.domain.database_file import DELETIONS_ENDING
from koordinator.domain.deletion import ListedDeletion, ListUnreadable, joined_lists, read_list, written_list
from koordinator.storage.durable_file import explained, replace_file, sync_folder

if TYPE_CHECKING:
    from koordinator.storage.engine import Database

_STILL_THERE: Final = """
SELECT EXISTS (SELECT 1 FROM citizen WHERE uid IN (SELECT value FROM json_each(:listed)))
    OR EXISTS (SELECT 1 FROM family WHERE uid IN (SELECT value FROM json_each(:listed)))
    OR EXISTS (SELECT 1 FROM deletion WHERE cleaned_at IS NULL)
    OR EXISTS (SELECT value FROM json_each(:by_age) EXCEPT SELECT kind || ' ' || uid || ' ' || deleted_at FROM deletion)
"""


def list_path(database: Path) -> Path:
    """Where the list of a database's deletions lies."""
    return database.with_name(f"{database.name}{DELETIONS_ENDING}")


class DeletionListFile:
    """See `usecases.ports_deletion.DeletionLists`."""

    def __init__(self, database: Path) -> None:
        self._path = list_path(database)

    def read(self) -> tuple[ListedDeletion, ...]:
        """Every line; none where there is no list yet. Raises ListUnreadable or an EnvironmentFault."""
        with explained(self._path):
            if not self._path.exists():
                return ()
            content = self._path.read_bytes()
        try:
            return read_list(content.decode())
        except ValueError as error:
            raise ListUnreadable(str(self._path)) from error

    def add(self, listed: Iterable[ListedDeletion]) -> None:
        """Puts lines on the list, safe against a power cut when it returns. Raises as `read` does."""
        known = self.read()
        if joined := joined_lists(known, listed):
            self._write(joined, known)

    def take_back(self, listed: Iterable[ListedDeletion]) -> None:
        """Takes lines off again. Raises as `read` does."""
        known, gone = self.read(), frozenset(listed)
        self._write(tuple(each for each in known if each not in gone), known)

    def _write(self, listed: tuple[ListedDeletion, ...], known: tuple[ListedDeletion, ...]) -> None:
        if listed != known:
            with explained(self._path):
                if listed:
                    replace_file(self._path, written_list(listed).encode())
                else:
                    self._path.unlink(missing_ok=True)
                    sync_folder(self._path.parent)


def is_unfinished(database: "Database") -> bool:
    """Something that is on the list is still here, or the file has not been gone through.

    Raises ListUnreadable or an EnvironmentFault.
    """
    listed = DeletionListFile(database.path).read()
    values = {
        "listed": json.dumps([each.what for each in listed if each.kind.is_subject]),
        "by_age": json.dumps(
            [f"{each.kind} {each.what} {moment_text(each.at)}" for each in listed if not each.kind.is_subject]
        ),
    }
    with database.plain() as connection:
        return bool(connection.execute(_STILL_THERE, values).fetchone()[0])
