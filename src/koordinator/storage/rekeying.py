"""Another key for a database: a whole copy with the new key takes the database's place in one step."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from koordinator.domain.database_file import DatabaseBusy, DatabaseDamaged
from koordinator.storage.cipher import explained, open_keyed
from koordinator.storage.durable_file import explained as system_explained
from koordinator.storage.durable_file import sync_file, sync_folder
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    from sqlite3 import Connection


def rekey(path: Path, keys: tuple[DatabaseKey, DatabaseKey], agree: Callable[[], None], wait_seconds: float) -> None:
    """The file, which no connection of this process has open, gets the second key in place of the first.

    `agree` is called when the copy is whole and checked. Raises an EnvironmentFault; then the old file is as it was.
    """
    old, new = keys
    fresh = path.with_name(f"{path.name}.rekey-{secrets.token_hex(4)}")
    try:
        with _held_alone(path, old, wait_seconds) as held:
            with explained(path), closing(open_keyed(fresh, new, mode="rwc")) as copy:
                held.backup(copy)
                _check(held, copy, path)
            with system_explained(path):
                sync_file(fresh)
                sync_folder(path.parent)
            agree()
            if os.name == "nt":
                # An open file cannot be replaced there, whoever has it open: so none is lost either.
                held.close()
            with system_explained(path):
                fresh.replace(path)
        # Whoever tidies up afterwards makes sure once more (`SlotFiles.settle`): until then both keys are kept.
        with suppress(OSError):
            sync_folder(path.parent)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


@contextmanager
def _held_alone(path: Path, key: DatabaseKey, wait_seconds: float) -> "Iterator[Connection]":
    """A connection beside which there is no other, and the log of changes folded into the file."""
    with closing(open_keyed(path, key, wait_seconds=wait_seconds)) as held, explained(path):
        # Out of the write-ahead log, which no other connection lets happen while it is there.
        held.execute("PRAGMA journal_mode = DELETE")
        held.execute("PRAGMA locking_mode = EXCLUSIVE")
        held.execute("BEGIN EXCLUSIVE")
        held.execute("COMMIT")
        if any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-journal")):
            raise DatabaseBusy(str(path))
        yield held


def _check(held: "Connection", copy: "Connection", path: Path) -> None:
    """Raises DatabaseDamaged unless every page of the copy is whole and every row of every table is in it."""
    for check in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check"):
        if any(row[0] != "ok" for row in copy.execute(check)):
            raise DatabaseDamaged(str(path))
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    names = held.execute(tables).fetchall()
    if copy.execute(tables).fetchall() != names:
        raise DatabaseDamaged(str(path))
    for (name,) in names:
        rows = f'SELECT * FROM "{name}"'  # noqa: S608 (a name of our own schema)
        if any(one != other for one, other in zip_longest(held.execute(rows), copy.execute(rows))):
            raise DatabaseDamaged(str(path))
