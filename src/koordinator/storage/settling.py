"""A closed database, before its file is moved: all that belongs to it is in that one file, and nobody has it open."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from koordinator.domain.database_file import DatabaseBusy
from koordinator.storage.cipher import explained, open_keyed
from koordinator.storage.file_checks import has_log
from koordinator.usecases.ports_keys import DatabaseKey

_HELD_AT: Final = 0x4000_0002
_HELD_BYTES: Final = 510
"""Where whoever has a database with a log of changes open holds a lock on its file ("SHARED" in SQLite's os.h)."""

if sys.platform != "win32":
    import fcntl

    @contextmanager
    def _locked(path: Path) -> Iterator[BinaryIO | None]:
        with path.open("rb+") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _HELD_BYTES, _HELD_AT)
            except (BlockingIOError, PermissionError):
                raise DatabaseBusy(str(path)) from None
            yield file

else:
    import msvcrt

    @contextmanager
    def _locked(path: Path) -> Iterator[BinaryIO | None]:
        try:
            # Gone with the program that has it open, however that ends.
            descriptor = os.open(path.with_name(f"{path.name}.held"), os.O_RDWR | os.O_CREAT | os.O_TEMPORARY)
        except PermissionError:
            raise DatabaseBusy(str(path)) from None
        try:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError:
                raise DatabaseBusy(str(path)) from None
            yield None
        finally:
            os.close(descriptor)


def settle(path: Path, key: DatabaseKey) -> None:
    """Folds what lies in the log into the file and leaves no log: after that the file alone is the database.

    Raises DatabaseBusy while somebody has it open, DatabaseDamaged or a fault of the disk; then all of it is there.
    """
    with explained(path), closing(open_keyed(path, key, wait_seconds=0)) as alone:
        alone.execute("PRAGMA journal_mode = DELETE").fetchone()
    if has_log(path):
        raise DatabaseBusy(str(path))


@contextmanager
def held(path: Path) -> Iterator[BinaryIO | None]:
    """Nobody else opens the file meanwhile, whatever key it has. Raises DatabaseBusy where another program has it open.

    Not for a file that this process has open: it would lose its locks, and it loses this one when it opens and closes
    the file in between. So the file comes with it, to be read.
    Windows itself lets no open file be moved. There only those are kept out who ask for the same: one file beside it
    is locked, so that nobody undoes an exchange that another program is at.
    """
    if not path.exists():
        yield None
        return
    with _locked(path) as file:
        yield file
