"""Database files: made, checked, brought up to date and opened (see `usecases.ports_keys.DatabaseFiles`)."""

import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from koordinator.domain.database_file import (
    DatabaseBusy,
    DatabaseExists,
    DatabaseReadOnly,
    DiskFailed,
    DiskFull,
)
from koordinator.domain.errors import EnvironmentFault
from koordinator.storage import file_checks, heavy
from koordinator.storage.cipher import PAGE_BYTES, WAIT_SECONDS, first_page, open_keyed
from koordinator.storage.durable_file import explained, move_new, sync_file
from koordinator.storage.engine import Database
from koordinator.storage.schema import Schema
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    from sqlite3 import Connection

_LEFT_OVER: Final = r"(?:\.(?:new|rekey)-[0-9a-f]{8}(-wal|-shm|-journal)?|\.(?:keys|deleted)\.[0-9a-f]{8})"
"""Endings of what a killed program leaves beside the database."""
_KEPT: Final = r"\.gemt-[-\d]{15}"
"""The second name that a database has for a moment, while a backup takes its place: one file with two names is two
too many once somebody opens it by both."""
_SIDE_FILES: Final = ("", "-wal", "-shm", "-journal")


def _now() -> datetime:
    """The machine's own time: a database is opened before there is anybody who could hand in a clock."""
    return datetime.fromtimestamp(time.time(), UTC)


class EncryptedFiles:
    """The encrypted SQLite files of this machine. What is refused is left byte for byte as it was."""

    def __init__(
        self, schema: Schema | None = None, *, now: Callable[[], datetime] = _now, wait_seconds: float = WAIT_SECONDS
    ) -> None:
        """`now` says when a backup is made, before a database gets another schema."""
        self._now = now
        self._schema = schema or Schema()
        self._wait_seconds = wait_seconds

    def look(self, path: Path) -> bool:
        """Whether there is a file that may be a database of ours. Raises what is wrong with it or its place."""
        exists = file_checks.look(path)
        for kept in _second_names(path) if exists else ():
            heavy.put_back(path, kept)
        return exists

    def create(self, path: Path, key: DatabaseKey) -> Database:
        """A new, empty database with the newest schema; it comes to its name when it is whole."""
        if file_checks.look(path):
            raise DatabaseExists(str(path))
        file_checks.refuse_rests(path)
        self._make(path, key)
        try:
            return Database(path, key, wait_seconds=self._wait_seconds)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def open(self, path: Path, key: DatabaseKey) -> Database:
        """The database, brought to the newest schema; before that a backup is made."""
        with _the_same_file(path):
            file_checks.check_key(path, key)
            was_left_open = file_checks.has_log(path)
            lacks = file_checks.looks_odd(path) and heavy.check_closed(path, key)
            database = self._brought_up_to_date(path, key)
        database.may_lack_the_last, database.was_left_open = lacks, was_left_open
        return database

    def _brought_up_to_date(self, path: Path, key: DatabaseKey) -> Database:
        # Where changes still lie in the log, closing would move them into a file that we may be about to refuse.
        mode: Literal["ro", "rw"] = "ro" if file_checks.has_log(path) else "rw"
        with ExitStack() as looking:
            keyed = looking.enter_context(closing(open_keyed(path, key, wait_seconds=self._wait_seconds, mode=mode)))
            version = self._schema.version_of(keyed, path)
            pages = _pages_of(keyed) if mode == "rw" else 0
            is_longer = mode == "rw" and path.stat().st_size > pages * PAGE_BYTES
            if version == self._schema.head and mode == "rw" and not is_longer:
                looking.pop_all()
                return self._opened(path, key, keyed)
        if is_longer:
            # Now that no connection is open whose locks that would take away.
            heavy.check_beyond(path, key, pages)
        if version == self._schema.head:
            return self._opened(path, key)
        heavy.back_up_before_upgrade(path, key, self._now(), self._wait_seconds)
        self._schema.upgrade(path, key)
        return Database(path, key, wait_seconds=self._wait_seconds)

    def rekey(self, handle: Database, key: DatabaseKey, agree: Callable[[], None]) -> None:
        """Enciphers the open database with another key."""
        handle.rekey(key, agree)

    def _opened(self, path: Path, key: DatabaseKey, keyed: "Connection | None" = None) -> Database:
        database = Database(path, key, keyed, wait_seconds=self._wait_seconds)
        _remove_left_overs(path)
        return database

    def _make(self, path: Path, key: DatabaseKey) -> None:
        fresh = path.with_name(f"{path.name}.new-{secrets.token_hex(4)}")
        try:
            open_keyed(fresh, key, mode="rwc").close()
            self._schema.upgrade(fresh, key)
            heavy.settle(fresh, key)
            with explained(path):
                sync_file(fresh)
                move_new(fresh, path)
        except FileExistsError:
            raise DatabaseExists(str(path)) from None
        except (DiskFull, DiskFailed, DatabaseReadOnly) as fault:
            raise type(fault)(str(path)) from fault
        finally:
            for ending in _SIDE_FILES:
                fresh.with_name(fresh.name + ending).unlink(missing_ok=True)


@contextmanager
def _the_same_file(path: Path) -> Iterator[None]:
    """Raises DatabaseBusy when the file gave place to another while it was looked at: another program's rekey.

    The log would seem another file's, and SQLite lets nothing be written to a file that is no longer found at its name.
    """
    with explained(path):
        seen = path.stat().st_ino
    try:
        yield
    except EnvironmentFault as fault:
        if path.stat().st_ino != seen:
            raise DatabaseBusy(str(path)) from fault
        raise


def _pages_of(keyed: "Connection") -> int:
    """How many pages the database has; SQLite passes over what follows them in the file."""
    (pages,) = keyed.execute("PRAGMA page_count").fetchone()
    return int(pages)


def _second_names(path: Path) -> list[Path]:
    with explained(path):
        kept = [file for file in path.parent.iterdir() if re.fullmatch(re.escape(path.name) + _KEPT, file.name)]
        return [file for file in kept if file.samefile(path) or _begins_alike(file, path)]


def _begins_alike(kept: Path, path: Path) -> bool:
    """Whether it may be a copy, which stands for a second name on a USB stick: `put_back` looks at all of it."""
    return kept.stat().st_size == path.stat().st_size and first_page(kept) == first_page(path)


def _remove_left_overs(path: Path) -> None:
    usual = {path.name + ending for ending in (*_SIDE_FILES, ".keys")}
    for file in path.parent.iterdir():
        name = file.name
        ending = name.removeprefix(path.name) if name.startswith(path.name) and name not in usual else ""
        if re.fullmatch(_LEFT_OVER, ending):
            # Another program may hold it; it will go next time.
            with suppress(OSError):
                file.unlink()
