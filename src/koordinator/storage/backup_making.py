"""Making a backup: copied with a key of its own, checked, packed, read back, and only then given its name.

The copy is made beside the database, never beside the target: a backup may go to a slow drive or a network, and what
stands there under its own name is always whole.
"""

import hashlib
import os
import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from koordinator.domain.backup import BackupDamaged, BackupManifest, BackupNameTaken, BackupReason
from koordinator.domain.backup_names import FOLDER, backup_name
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.domain.deletion import ListedDeletion
from koordinator.domain.output_file import free_name
from koordinator.storage.backup_contents import log_head, page_faults, schema_of
from koordinator.storage.backup_file import BackupFile, write_backup
from koordinator.storage.backup_record import BackupKeys
from koordinator.storage.backup_sealing import lock, unlock
from koordinator.storage.cipher import WAIT_SECONDS, open_keyed
from koordinator.storage.cipher import explained as driver_explained
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.storage.durable_file import explained, move_new, new_file, sync_folder
from koordinator.storage.engine import Database
from koordinator.storage.key_slots import keys_path
from koordinator.usecases.ports_keys import KEY_BYTES, DatabaseKey

if TYPE_CHECKING:
    from sqlite3 import Connection

_SIDES: Final = ("", "-journal", "-wal", "-shm")
_LEFT_OVER: Final = re.compile(r".+\.(copy|part|restore)-[0-9a-f]{8}(?:\.part)?(?:-journal|-wal|-shm)?")
_ABANDONED_AFTER_SECONDS: Final = {"copy": 600, "part": 600, "restore": 86_400}
"""Whoever still works at such a file writes to it much more often; what was restored waits for a person to decide."""
_STEP_BYTES: Final = 1 << 20


class BackupOrder(NamedTuple):
    """What to make a backup of, why and when, and what was deleted for good before it."""

    database: Path
    key: DatabaseKey
    reason: BackupReason
    at: datetime
    deleted: tuple[ListedDeletion, ...] = ()
    wait_seconds: float = WAIT_SECONDS
    copy: Callable[[Path, DatabaseKey], None] | None = None
    """How a database that is open copies itself, locked with another key; None where it is to be opened for that."""


def make_backup(order: BackupOrder, target: Path) -> BackupManifest:
    """A backup at the target, where nothing may be; whoever works in the database goes on meanwhile.

    What is under the target's name is whole, checked and safe against a power cut. Raises BackupNameTaken,
    DatabaseDamaged (what was copied is not whole) or a fault of the disk; then nothing has been made.
    """
    own = DatabaseKey(secrets.token_bytes(KEY_BYTES))
    for folder in {order.database.parent, target.parent}:
        tidy(folder)
    # Before the copying, during which the database may be given another key: these go with the order's.
    slots = _slots(order.database)
    with side_file(order.database, "copy") as copy, side_file(target, "part") as part:
        _copy(order, copy, own)
        with driver_explained(order.database), closing(open_keyed(copy, own)) as look:
            # One file, with no log beside it.
            look.execute("PRAGMA journal_mode = DELETE").fetchone()
            if page_faults(look):
                raise DatabaseDamaged(str(order.database))
            schema, head = schema_of(look), log_head(look)

        def manifest_of(size: int, sha256: str) -> BackupManifest:
            made_of = name_mark(order.database)
            return BackupManifest(order.at, order.reason, schema, size, sha256, head, order.deleted, made_of)

        with explained(target), new_file(part) as file:
            manifest = write_backup(file, copy, BackupKeys(lock(own, order.key), slots), own, manifest_of)
        _check(part, order.key, manifest)
        _give_name(part, target)
    return manifest


def name_mark(database: Path) -> str:
    """What its backups know the database by. Not by its folder, which can move with all that is in it."""
    return hashlib.sha256(os.fsencode(database.resolve().name)).hexdigest()


def back_up_before_upgrade(path: Path, key: DatabaseKey, at: datetime, wait_seconds: float) -> Path:
    """A backup in the usual folder, before the database gets another schema. Raises what `make_backup` raises."""
    folder = path.parent / FOLDER
    with explained(folder):
        folder.mkdir(exist_ok=True)
        target = folder / free_name(backup_name(at), [file.name for file in folder.iterdir()])
    deleted = DeletionListFile(path).read()
    make_backup(BackupOrder(path, key, BackupReason.MIGRATION, at, deleted, wait_seconds), target)
    return target


def copy_backup(source: Path, target: Path) -> None:
    """The backup once more at another place, read back before it gets its name. Raises what `make_backup` raises."""
    tidy(target.parent)
    with side_file(target, "part") as part:
        with explained(source), source.open("rb") as read, explained(target), new_file(part) as file:
            while piece := read.read(_STEP_BYTES):
                file.write(piece)
        BackupFile(part).check_database()
        _give_name(part, target)


def tidy(folder: Path) -> None:
    """Takes away what a killed program left of a backup that was not finished."""
    with suppress(OSError):
        for file in folder.iterdir():
            found = _LEFT_OVER.fullmatch(file.name)
            if found and file.stat().st_mtime < time.time() - _ABANDONED_AFTER_SECONDS[found[1]]:
                # Another program may hold it; it will go next time.
                with suppress(OSError):
                    file.unlink()


def copy_pages(source: "Connection", target: "Connection", path: Path) -> None:
    """Every page, in one step, locked anew with the target's key. `path` is the file that is named in a fault."""
    with driver_explained(path):
        source.backup(target)


def _copy(order: BackupOrder, copy: Path, own: DatabaseKey) -> None:
    """All in one step: a read transaction, beside which others write on."""
    if order.copy is not None:
        order.copy(copy, own)
    else:
        with closing(Database(order.database, order.key, wait_seconds=order.wait_seconds)) as database:
            database.backup(copy, own)


def _check(part: Path, key: DatabaseKey, manifest: BackupManifest) -> None:
    """Reads the file back as whoever restores it will, down to each byte of the database that was checked before."""
    written = BackupFile(part)
    own = unlock(written.keys.own, key)
    if own is None or not written.is_sealed(own) or written.manifest != manifest:
        raise BackupDamaged(str(part))
    written.check_database()


def _slots(database: Path) -> bytes | None:
    with explained(keys_path(database)):
        try:
            return keys_path(database).read_bytes()
        except FileNotFoundError:
            return None


def _give_name(part: Path, target: Path) -> None:
    try:
        with explained(target):
            move_new(part, target)
            sync_folder(target.parent)
    except FileExistsError:
        raise BackupNameTaken(str(target)) from None


@contextmanager
def side_file(beside: Path, ending: str) -> Iterator[Path]:
    """A name for work that nobody else sees; whatever stands under it at the end goes."""
    file = beside.with_name(f"{beside.name}.{ending}-{secrets.token_hex(4)}")
    try:
        yield file
    finally:
        for side in _SIDES:
            with suppress(OSError):
                file.with_name(file.name + side).unlink(missing_ok=True)
