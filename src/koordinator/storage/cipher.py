"""One encrypted connection, by plain DB-API. Light to import: the first page is read before SQLAlchemy is there."""

import hashlib
import hmac
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING, Final, Literal, cast

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from koordinator.domain.database_file import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DiskFailed,
    DiskFull,
)
from koordinator.domain.errors import EnvironmentFault
from koordinator.storage.dialect import CONNECTION_SETTINGS
from koordinator.storage.durable_file import explained as system_explained
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    # The driver has the standard library's interface, and no types of its own.
    from sqlite3 import Connection

DRIVER: Final = dbapi2
_OWNER_ONLY: Final = 0o600
WAIT_SECONDS: Final = 10.0
"""How long a write waits for another program's."""

PAGE_BYTES: Final = 4096
SALT_BYTES: Final = 16
_SEAL_BYTES: Final = 64
_SEAL_SALT_MASK: Final = 0x3A

_JOURNAL_HEAD: Final = struct.Struct(">8sIIIII")
_JOURNAL_MARK: Final = bytes.fromhex("d9d505f920a163d7")
_ONE: Final = (1).to_bytes(4, "big")
_JOURNAL_PAGE_BYTES: Final = 4 + PAGE_BYTES + 4
"""Its number, its content and a sum."""

_PRIMARY_CODE: Final = 0xFF
_ROOM_FOR_A_CHANGE: Final = 1 << 20
_FAULTS: Final[dict[int, type[DatabaseBusy | DatabaseReadOnly | DatabaseDamaged | DiskFailed | DiskFull]]] = {
    5: DatabaseBusy,  # SQLITE_BUSY
    6: DatabaseBusy,  # SQLITE_LOCKED
    8: DatabaseReadOnly,  # SQLITE_READONLY
    10: DiskFailed,  # SQLITE_IOERR
    11: DatabaseDamaged,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: DiskFailed,  # SQLITE_CANTOPEN
    26: DatabaseDamaged,  # SQLITE_NOTADB
}
_SAID_WITHOUT_CODE: Final = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}
"""What the driver says when a backup fails: it gives the words alone."""


def connect(path: Path, key: DatabaseKey, *, wait_seconds: float = WAIT_SECONDS) -> "Connection":
    """A connection with every setting made, outside any transaction. The caller begins and commits.

    Raises an EnvironmentFault; check the key first with `seal_fits` (a wrong one looks like damage from here).
    """
    return settled(open_keyed(path, key, wait_seconds=wait_seconds), path)


def settled(connection: "Connection", path: Path) -> "Connection":
    """The keyed connection with every setting made; it is closed where they cannot be made."""
    try:
        with explained(path):
            for setting in CONNECTION_SETTINGS:
                connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def open_keyed(
    path: Path, key: DatabaseKey, *, wait_seconds: float = WAIT_SECONDS, mode: Literal["ro", "rw", "rwc"] = "rw"
) -> "Connection":
    """A connection that has the key and no other setting, so that looking with it changes nothing.

    Mode rwc makes the file. Mode ro leaves a log of changes where it is, but leaves an empty one where none was.
    """
    address = f"{path.absolute().as_uri()}?mode={mode}"
    if mode == "rwc":
        # SQLite would let everybody on the machine read it, and its log is made like it.
        with system_explained(path):
            path.touch(_OWNER_ONLY)
    with explained(path):
        connection = cast(
            "Connection",
            DRIVER.connect(address, uri=True, timeout=wait_seconds, isolation_level=None, check_same_thread=False),
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            # As a raw key, and before anything else touches the file.
            connection.execute(f"PRAGMA key = \"x'{key.hex}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


class PageSeals:
    """SQLCipher's own check of each page (HMAC-SHA512 over the page and its number), made here as well.

    SQLite, given a wrong key, still moves a write-ahead log into the file when it closes it, and its own check of all
    pages can neither be paced nor stopped.
    """

    def __init__(self, salt: bytes, key: DatabaseKey) -> None:
        """The salt is the beginning of the file (`SALT_BYTES`)."""
        masked_salt = bytes(byte ^ _SEAL_SALT_MASK for byte in salt)
        self._seal_key = hashlib.pbkdf2_hmac("sha512", key.raw, masked_salt, 2, 32)

    def fits(self, number: int, page: bytes) -> bool:
        """Whether the page is as it was written at that place of the file; the first one begins with the salt."""
        if len(page) != PAGE_BYTES:
            return False
        sealed, seal = page[SALT_BYTES if number == 1 else 0 : -_SEAL_BYTES], page[-_SEAL_BYTES:]
        return hmac.compare_digest(hmac.digest(self._seal_key, sealed + number.to_bytes(4, "little"), "sha512"), seal)


def seal_fits(first_page: bytes, key: DatabaseKey) -> bool:
    """Whether the key has sealed the database's first page."""
    return PageSeals(first_page[:SALT_BYTES], key).fits(1, first_page)


def first_page(path: Path) -> bytes:
    """The database's first page as SQLite will find it. Raises OSError.

    Where the power went while it was on its way into the file (a change between kinds of log writes it there), it lies
    in the journal, and SQLite puts it back when the file is opened.
    """
    with path.open("rb") as file:
        page = file.read(PAGE_BYTES)
    journal = path.with_name(f"{path.name}-journal")
    return _first_page_in(journal.read_bytes()) or page if journal.exists() else page


def _first_page_in(journal: bytes) -> bytes:
    """The page as it was before, or nothing. The shape is that of SQLite's file format, "The Rollback Journal"."""
    if len(journal) < _JOURNAL_HEAD.size:
        return b""
    mark, pages, _, _, sector, size = _JOURNAL_HEAD.unpack_from(journal)
    if mark != _JOURNAL_MARK or size != PAGE_BYTES:
        return b""
    starts = range(sector, min(sector + pages * _JOURNAL_PAGE_BYTES, len(journal)), _JOURNAL_PAGE_BYTES)
    found = (journal[start + 4 : start + 4 + PAGE_BYTES] for start in starts if journal[start : start + 4] == _ONE)
    return next(found, b"")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Driver errors that are the environment's fault come out as such; the others as they are."""
    try:
        yield
    except DRIVER.Error as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error


def fault_of(error: BaseException | None, path: Path) -> EnvironmentFault | None:
    """The environment's fault behind a driver error, or None when it is ours."""
    code = getattr(error, "sqlite_errorcode", None) or _SAID_WITHOUT_CODE.get(str(error), 0)
    kind = _FAULTS.get(code & _PRIMARY_CODE)
    if kind is DiskFailed and _is_full(path.parent):
        # Where SQLite could not even grow its index of the log, a full disk shows as a failed one.
        kind = DiskFull
    return None if kind is None else kind(str(path))


def _is_full(folder: Path) -> bool:
    try:
        return disk_usage(folder).free < _ROOM_FOR_A_CHANGE
    except OSError:
        return False
