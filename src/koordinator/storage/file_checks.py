"""What can be told about a database file before SQLite touches it, so that a refused file stays as it was.

Not for a file this process has open: on Linux and macOS, closing it here would drop SQLite's locks on it.
"""

import os
from pathlib import Path
from typing import Final

from koordinator.domain.database_file import (
    DatabaseDamaged,
    DatabaseReadOnly,
    FolderMissing,
    ForeignFile,
    NotOurDatabase,
    OnNetworkDrive,
    RestsOfAnother,
)
from koordinator.domain.database_key import WrongKey, WrongKeyOrDamaged
from koordinator.storage.cipher import PAGE_BYTES, first_page, seal_fits
from koordinator.storage.damage import mark_path
from koordinator.storage.durable_file import explained
from koordinator.storage.key_slots import key_fits, keys_path
from koordinator.storage.network_drives import is_on_network
from koordinator.usecases.ports_keys import DatabaseKey

_PLAIN_SQLITE: Final = b"SQLite format 3\x00"
_RANDOM_AT_LEAST: Final = 230
"""An enciphered page holds all 256 byte values, give or take a few; text, programs and most files far fewer."""


def look(path: Path) -> bool:
    """Whether there is a file that may be a database of ours. Raises what is wrong with the file or its place."""
    with explained(path):
        if is_on_network(path):
            raise OnNetworkDrive(str(path))
        if not path.parent.is_dir():
            raise FolderMissing(str(path.parent))
        exists = path.exists()
        if exists:
            _check_kind(path)
        if not _may_write(path.parent) or (exists and not _may_write(path)):
            raise DatabaseReadOnly(str(path))
    return exists


def check_key(path: Path, key: DatabaseKey) -> None:
    """Whether the key opens the file. Raises WrongKey, DatabaseDamaged, WrongKeyOrDamaged or NotOurDatabase."""
    page = _first_page(path)
    if seal_fits(page, key):
        return
    fits = key_fits(path, key)
    if fits is False:
        raise WrongKey(str(path))
    if fits is None and (len(page) < PAGE_BYTES or len(set(page)) < _RANDOM_AT_LEAST):
        raise NotOurDatabase(str(path), ForeignFile.OTHER)
    if fits is None:
        raise WrongKeyOrDamaged(str(path))
    if not has_log(path):
        raise DatabaseDamaged(str(path))
    # The machine stopped while a first page was on its way from the log into the file: SQLite mends that.


def looks_odd(path: Path) -> bool:
    """Whether the file is to be looked at more closely (`whole_checks`) before SQLite touches it.

    It was not closed or is open elsewhere, was found damaged before, or has a length that no database has.
    """
    with explained(path):
        return has_log(path) or mark_path(path).exists() or path.stat().st_size % PAGE_BYTES > 0


def refuse_rests(path: Path) -> None:
    """Raises RestsOfAnother where a database is to come to lie and the log of one that is missing lies beside.

    SQLite would write the changes in it over the new one.
    """
    with explained(path):
        for ending in ("-wal", "-journal"):
            left = path.with_name(path.name + ending)
            if left.exists() and left.stat().st_size:
                raise RestsOfAnother(str(left))


def _check_kind(path: Path) -> None:
    if path.is_dir():
        raise NotOurDatabase(str(path), ForeignFile.FOLDER)
    if not path.is_file():
        raise NotOurDatabase(str(path), ForeignFile.OTHER)
    page = _first_page(path)
    if not page and keys_path(path).exists():
        raise DatabaseDamaged(str(path))
    if not page:
        raise NotOurDatabase(str(path), ForeignFile.EMPTY)
    if page.startswith(_PLAIN_SQLITE):
        raise NotOurDatabase(str(path), ForeignFile.UNENCRYPTED)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _first_page(path: Path) -> bytes:
    with explained(path):
        return first_page(path)


def log_path(path: Path) -> Path:
    """Where the log of changes lies."""
    return path.with_name(f"{path.name}-wal")


def has_log(path: Path) -> bool:
    """Whether changes lie in the log beside the file: it is open elsewhere, or was not closed."""
    log = log_path(path)
    return log.exists() and log.stat().st_size > 0
