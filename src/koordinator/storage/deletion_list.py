"""The list of deletions beside the database: a small file that is whole or as it was, and names nobody."""

from collections.abc import Iterable
from pathlib import Path

from koordinator.domain.deletion import ListedDeletion, ListUnreadable, joined_lists, read_list, written_list
from koordinator.storage.durable_file import explained, replace_file
from koordinator.storage.unfinished import list_path as list_path  # noqa: PLC0414 - what is light lies there


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
                replace_file(self._path, written_list(listed).encode())
