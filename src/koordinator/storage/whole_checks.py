"""Whether every page of a database file, and every change in its log, is what was written there.

Read past SQLite, so that a file that is refused stays as it was. Not for a file this process has open, but for
`Pages`, which keeps it open as long as the database is.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final

from koordinator.domain.database_file import DatabaseDamaged
from koordinator.storage.cipher import PAGE_BYTES, SALT_BYTES, PageSeals, explained, open_keyed
from koordinator.storage.damage import mark_path
from koordinator.storage.dialect import CHECK_REFERENCES, CHECK_STRUCTURE
from koordinator.storage.durable_file import explained as system_explained
from koordinator.storage.file_checks import has_log, log_path
from koordinator.storage.log_frames import LogFrames, read_frames
from koordinator.usecases.ports_keys import DatabaseKey

GoOn = Callable[[int, int], bool]
"""Is told how many parts are done and how many there are, and says whether to go on. It may take its time."""

_PAGES_A_TURN: Final = 256
_STEPS_A_TURN: Final = 1000


class CheckStopped(Exception):
    """Somebody wanted the check to stop."""


def to_the_end(_done: int, _total: int) -> bool:
    """For a check that somebody waits for."""
    return True


class Pages:
    """The file's pages as they lie on the disk."""

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        self._path, self._key = path, key
        with system_explained(path):
            self._file: BinaryIO = path.open("rb", buffering=0)

    def close(self) -> None:
        """Lets the file go. On Linux and macOS that takes SQLite's locks away: not before the database is closed."""
        self._file.close()

    def bad(self, go_on: GoOn = to_the_end) -> tuple[int, ...]:
        """The numbers of the pages that are not as they were written. Raises CheckStopped, DiskFailed."""
        with system_explained(self._path):
            salt, length = self._read(0, SALT_BYTES), self._file.seek(0, 2)
        seals, total = PageSeals(salt, self._key), -(-length // PAGE_BYTES)
        found: list[int] = []
        for first in range(1, total + 1, _PAGES_A_TURN):
            found += self._bad_of(range(first, min(first + _PAGES_A_TURN, total + 1)), seals)
            if not go_on(min(first + _PAGES_A_TURN - 1, total), total):
                raise CheckStopped
        return tuple(found)

    def _bad_of(self, numbers: range, seals: PageSeals) -> list[int]:
        with system_explained(self._path):
            content = self._read((numbers[0] - 1) * PAGE_BYTES, len(numbers) * PAGE_BYTES)
        pages = (content[place * PAGE_BYTES :][:PAGE_BYTES] for place in range(len(numbers)))
        return [number for number, page in zip(numbers, pages, strict=True) if not seals.fits(number, page)]

    def _read(self, place: int, size: int) -> bytes:
        self._file.seek(place)
        return self._file.read(size)


def check_closed(path: Path, key: DatabaseKey) -> bool:
    """Whether the end of a change that was being saved may be missing from the log. Raises DatabaseDamaged.

    What was found damaged before is looked at wholly, for it may have been put right.
    """
    is_cut = check_log(path, key)
    if mark_path(path).exists():
        _look_again(path, key)
    return is_cut


def check_log(path: Path, key: DatabaseKey) -> bool:
    """Whether the end of a change may be missing from the log. Raises DatabaseDamaged where it may not be folded in.

    Then the file would take in what is not its own, or what was safe on the disk would be gone for good.
    """
    log = _log_of(path)
    holds_more = _holds_more_than_the_file(log, path)
    if holds_more and (log.is_damaged or not _is_its_own(log, path, key)):
        raise DatabaseDamaged(str(path))
    if not holds_more and path.stat().st_size % PAGE_BYTES:
        raise DatabaseDamaged(str(path))
    return log.is_cut and holds_more


def check_beyond(path: Path, key: DatabaseKey, pages: int) -> None:
    """Whether what follows the database's last page in the file was written by it. Raises DatabaseDamaged."""
    with closing(Pages(path, key)) as there:
        if any(number > pages for number in there.bad()):
            raise DatabaseDamaged(str(path))


def structure_faults(path: Path, key: DatabaseKey, go_on: GoOn = to_the_end) -> tuple[str, ...]:
    """What does not fit together in the database, in SQLite's words. On a connection of its own: nobody waits for it.

    Raises CheckStopped, DatabaseDamaged and other EnvironmentFaults.
    """
    stopped: list[bool] = []

    def stop() -> bool:
        stopped.extend([] if go_on(0, 0) else [True])
        return bool(stopped)

    with closing(open_keyed(path, key, mode="ro" if has_log(path) else "rw")) as connection:
        connection.set_progress_handler(stop, _STEPS_A_TURN)
        try:
            with explained(path):
                return tuple(
                    " ".join(map(str, row))
                    for check in (CHECK_STRUCTURE, CHECK_REFERENCES)
                    for row in connection.execute(check)
                    if row[0] != "ok"
                )
        except Exception as error:
            if stopped:
                raise CheckStopped from error
            raise


def _look_again(path: Path, key: DatabaseKey) -> None:
    with closing(Pages(path, key)) as pages:
        if pages.bad() or structure_faults(path, key):
            raise DatabaseDamaged(str(path))
    with system_explained(path):
        mark_path(path).unlink(missing_ok=True)


def _log_of(path: Path) -> LogFrames:
    with system_explained(path):
        return read_frames(log_path(path).read_bytes() if has_log(path) else b"")


def _is_its_own(log: LogFrames, path: Path, key: DatabaseKey) -> bool:
    """Whether the log was written for this file: SQLite would also fold another one's into it, and so destroy it."""
    with system_explained(path), path.open("rb") as file:
        seals = PageSeals(file.read(SALT_BYTES), key)
    return all(seals.fits(number, page) for number, page in log.pages.items())


def _holds_more_than_the_file(log: LogFrames, path: Path) -> bool:
    """Whether a page in the log is not in the file yet: of a log that was brought into the file nothing is lost."""
    newest = {frame.number: frame.page for frame in (*log.committed, *log.lost)}
    with system_explained(path), path.open("rb") as file:
        for number, page in newest.items():
            file.seek((number - 1) * PAGE_BYTES)
            if file.read(PAGE_BYTES) != page:
                return True
    return False
