"""An open database: one writer, many readers, transactions that begin and end where it says so."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Condition, Lock
from typing import TYPE_CHECKING

from koordinator.domain.database_file import DatabaseBusy
from koordinator.domain.errors import EnvironmentFault
from koordinator.storage import heavy
from koordinator.storage.cipher import DRIVER, WAIT_SECONDS, explained, open_keyed, settled
from koordinator.storage.damage import Damage
from koordinator.storage.dialect import BEGIN_WRITE, NO_WAIT, OPTIMIZE, wait
from koordinator.storage.durable_file import explained as system_explained
from koordinator.storage.durable_file import sync_file, sync_folder
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection, Engine

    from koordinator.storage.whole_checks import GoOn, Pages


class Database:
    """A database file with its key, open until `close`. Safe to use from several threads.

    The first connection is plain DB-API, for the first page; SQLAlchemy is imported by the first `read` or `write`.
    Once a page is found damaged, nothing more is written.
    """

    def __init__(
        self,
        path: Path,
        key: DatabaseKey,
        keyed: "sqlite3.Connection | None" = None,
        *,
        wait_seconds: float = WAIT_SECONDS,
    ) -> None:
        """`keyed` is a connection by `open_keyed` that becomes the database's own: opening a second one takes 4 ms."""
        self.path = path
        self._key = key
        self._wait_seconds = wait_seconds
        self.may_lack_the_last = False
        """The machine stopped while something was being saved, and the end of that is not in the log."""
        self.was_left_open = False
        """Nobody closed it the last time: the machine or the program stopped, or another program has it open."""
        self._writing = Lock()
        self._making_engine = Lock()
        self._checking = Lock()
        self._pages: Pages | None = None
        self.damage = Damage(path)
        self._engines: tuple[Engine, Engine] | None = None
        self._users = _Users(path, wait_seconds)
        # Held open to the end, so that the log of changes is not folded away each time the pool is empty.
        self._first: sqlite3.Connection | None = settled(keyed or self._keyed(), path)

    @contextmanager
    def plain(self) -> Iterator["sqlite3.Connection"]:
        """The first connection, for reads before SQLAlchemy is there; the caller begins and ends transactions."""
        with self.damage.heeded(), self._one_writer(), explained(self.path):
            first = self._first_now()
            try:
                yield first
            finally:
                if first.in_transaction:
                    first.rollback()

    @contextmanager
    def read(self) -> Iterator["Connection"]:
        """A read transaction: everything in it is seen as of one moment."""
        with self._users.one_more():
            reading, _ = self._engines_now()
            with self.damage.heeded(), reading.begin() as connection:
                yield connection

    @contextmanager
    def write(self) -> Iterator["Connection"]:
        """A write transaction, committed at the end, rolled back on any error. Raises an EnvironmentFault.

        Not inside another one of the same thread: that would wait for itself. Raises DatabaseBusy after the wait, and
        WritingStopped once the file is known to be damaged.
        """
        with self.damage.heeded(), self._one_writer():
            _, writing = self._engines_now()
            with writing.begin() as connection:
                yield connection

    def backup(self, target: Path, key: DatabaseKey | None = None) -> None:
        """A whole copy of this moment at the target, which is replaced; with the same key unless another is given."""
        fresh = target.with_name(f"{target.name}.part")
        try:
            with system_explained(target):
                fresh.unlink(missing_ok=True)
            with (
                self._users.one_more(),
                closing(self._keyed()) as source,
                explained(target),
                closing(open_keyed(fresh, key or self._key, mode="rwc")) as copy,
            ):
                source.backup(copy)
            with system_explained(target):
                sync_file(fresh)
                fresh.replace(target)
                sync_folder(target.parent)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise

    def verify_pages(self) -> tuple[str, ...]:
        """What is wrong with the file, in the words of SQLCipher and SQLite; nothing when every page is whole.

        Raises DatabaseBusy while another program reads or writes: the check sees the file without its log.
        """
        with self._one_writer(), explained(self.path):
            first = self._first_now()
            busy, *_ = first.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise DatabaseBusy(str(self.path))
            for check in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check"):
                faults = tuple(" ".join(map(str, row)) for row in first.execute(check) if row[0] != "ok")
                if faults:
                    return faults
        return ()

    def rekey(self, key: DatabaseKey, agree: Callable[[], None]) -> None:
        """Enciphers the database with another key; who reads or writes meanwhile waits, and goes on afterwards.

        See `usecases.ports_keys.DatabaseFiles.rekey`. Not inside a `read` or `write` of the same thread.
        """
        with self._held(self._checking), self._one_writer(), self._users.none():
            self._let_go()
            try:
                heavy.rekey(self.path, (self._key, key), agree, self._wait_seconds)
                self._key = key
            finally:
                # Where it cannot be opened again now, whoever asks next is told why.
                with suppress(EnvironmentFault), explained(self.path):
                    # The first read lets go of what the way back to the write-ahead log had locked.
                    self._first_now().execute("SELECT count(*) FROM sqlite_master").fetchone()

    def check_pages(self, go_on: "GoOn") -> tuple[int, ...]:
        """The numbers of the pages in the file that are not as they were written; nobody waits for it.

        Raises CheckStopped when `go_on` says so. Where there are any, nothing more is written.
        """
        with self._checking:
            self._pages = self._pages or heavy.pages_of(self.path, self._key)
            bad = self._pages.bad(go_on)
            if bad:
                # A page may have been on its way from the log, or torn on it when the machine stopped.
                with self._one_writer(), explained(self.path):
                    self._first_now().execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
                bad = self._pages.bad(go_on)
        if bad:
            self.damage.note()
        return bad

    def check_structure(self, go_on: "GoOn") -> tuple[str, ...]:
        """What does not fit together in the database, in SQLite's words; nobody waits for it. As `check_pages`."""
        with self.damage.heeded():
            faults = heavy.structure_faults(self.path, self._key, go_on)
        if faults:
            self.damage.note()
        return faults

    def clean(self) -> bool:
        """Folds the log of changes in and writes the file anew without its free space, and with nothing in the log.

        False when another program still looks at what was. Raises an EnvironmentFault.
        """
        with self.damage.heeded(), self._one_writer(), self._users.none(), explained(self.path):
            first = self._first_now()
            # What the statistics of the indexes hold are values out of rows, also of those that are gone.
            first.execute("ANALYZE")
            first.execute("VACUUM")
            first.execute(NO_WAIT)
            try:
                busy, *_ = first.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                first.execute(wait(self._wait_seconds))
            return not busy

    def close(self) -> None:
        """Folds the log of changes into the file and lets it go. Never fails: what it cannot fold stays in the log.

        Whoever moves the file afterwards settles it first (`settling.settle`).
        """
        first = self._first
        if first is not None:
            with suppress(DRIVER.Error):
                first.execute(NO_WAIT)
                if not self.damage.is_known:
                    first.execute(OPTIMIZE)
                first.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._let_go()

    def _let_go(self) -> None:
        """Every connection; the next one that is asked for is made with the key of that time."""
        if self._engines is not None:
            self._engines[0].dispose()
            self._engines = None
        if self._first is not None:
            self._first.close()
            self._first = None
        if self._pages is not None:
            # Not before the connections: it would take their locks on the file away.
            self._pages.close()
            self._pages = None

    def _keyed(self) -> "sqlite3.Connection":
        return open_keyed(self.path, self._key, wait_seconds=self._wait_seconds)

    def _first_now(self) -> "sqlite3.Connection":
        if self._first is None:
            self._first = settled(self._keyed(), self.path)
        return self._first

    def _engines_now(self) -> "tuple[Engine, Engine]":
        """For reading and for writing: the same connections, differently begun."""
        with self._making_engine:
            if self._engines is None:
                engine = heavy.make_engine(self.path, self._key, self._wait_seconds)
                self._engines = engine, engine.execution_options(begin_statement=BEGIN_WRITE)
            return self._engines

    @contextmanager
    def _one_writer(self) -> Iterator[None]:
        self.damage.refuse_if_known()
        with self._held(self._writing):
            yield

    @contextmanager
    def _held(self, lock: Lock) -> Iterator[None]:
        if not lock.acquire(timeout=self._wait_seconds):
            raise DatabaseBusy(str(self.path))
        try:
            yield
        finally:
            lock.release()


class _Users:
    """How many read at this moment, so that nobody is there while the file is exchanged."""

    def __init__(self, path: Path, wait_seconds: float) -> None:
        self._path, self._wait_seconds = path, wait_seconds
        self._number, self._is_closed = 0, False
        self._changed = Condition()

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Waits while nobody may be there."""
        with self._changed:
            self._changed.wait_for(lambda: not self._is_closed)
            self._number += 1
        try:
            yield
        finally:
            with self._changed:
                self._number -= 1
                self._changed.notify_all()

    @contextmanager
    def none(self) -> Iterator[None]:
        """Waits until the last has gone. Raises DatabaseBusy after the wait."""
        try:
            with self._changed:
                self._is_closed = True
                if not self._changed.wait_for(lambda: self._number == 0, self._wait_seconds):
                    raise DatabaseBusy(str(self._path))
            yield
        finally:
            with self._changed:
                self._is_closed = False
                self._changed.notify_all()
