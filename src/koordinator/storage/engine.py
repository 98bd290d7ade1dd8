"""An open database: one writer, many readers, transactions that begin and end where it says so."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from koordinator.domain.database_file import DatabaseBusy
from koordinator.storage import heavy
from koordinator.storage.cipher import DRIVER, WAIT_SECONDS, explained, open_keyed, settled
from koordinator.storage.dialect import BEGIN_WRITE, NO_WAIT, OPTIMIZE
from koordinator.storage.durable_file import explained as system_explained
from koordinator.storage.durable_file import sync_file, sync_folder
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection, Engine


class Database:
    """A database file with its key, open until `close`. Safe to use from several threads.

    The first connection is plain DB-API, for the first page; SQLAlchemy is imported by the first `read` or `write`.
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
        self._writing = Lock()
        self._making_engine = Lock()
        self._engines: tuple[Engine, Engine] | None = None
        # Held open to the end, so that the log of changes is not folded away each time the pool is empty.
        self._first = settled(keyed or open_keyed(path, key, wait_seconds=wait_seconds), path)

    @contextmanager
    def plain(self) -> Iterator["sqlite3.Connection"]:
        """The first connection, for reads before SQLAlchemy is there; the caller begins and ends transactions."""
        with self._one_writer(), explained(self.path):
            try:
                yield self._first
            finally:
                if self._first.in_transaction:
                    self._first.rollback()

    @contextmanager
    def read(self) -> Iterator["Connection"]:
        """A read transaction: everything in it is seen as of one moment."""
        reading, _ = self._engines_now()
        with reading.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator["Connection"]:
        """A write transaction, committed at the end, rolled back on any error. Raises an EnvironmentFault.

        Not inside another one of the same thread: that would wait for itself. Raises DatabaseBusy after the wait.
        """
        with self._one_writer():
            _, writing = self._engines_now()
            with writing.begin() as connection:
                yield connection

    def backup(self, target: Path, key: DatabaseKey | None = None) -> None:
        """A whole copy of this moment at the target, which is replaced; with the same key unless another is given."""
        fresh = target.with_name(f"{target.name}.part")
        try:
            with system_explained(target):
                fresh.unlink(missing_ok=True)
            source = open_keyed(self.path, self._key, wait_seconds=self._wait_seconds)
            with closing(source), closing(open_keyed(fresh, key or self._key, mode="rwc")) as copy, explained(target):
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
            busy, *_ = self._first.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise DatabaseBusy(str(self.path))
            for check in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check"):
                faults = tuple(" ".join(map(str, row)) for row in self._first.execute(check) if row[0] != "ok")
                if faults:
                    return faults
        return ()

    def close(self) -> None:
        """Folds the log of changes into the file and lets it go. Never fails: what it cannot fold stays in the log."""
        try:
            self._first.execute(NO_WAIT)
            self._first.execute(OPTIMIZE)
            self._first.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DRIVER.Error:
            pass
        if self._engines is not None:
            self._engines[0].dispose()
        self._first.close()

    def _engines_now(self) -> "tuple[Engine, Engine]":
        """For reading and for writing: the same connections, differently begun."""
        with self._making_engine:
            if self._engines is None:
                engine = heavy.make_engine(self.path, self._key, self._wait_seconds)
                self._engines = engine, engine.execution_options(begin_statement=BEGIN_WRITE)
            return self._engines

    @contextmanager
    def _one_writer(self) -> Iterator[None]:
        if not self._writing.acquire(timeout=self._wait_seconds):
            raise DatabaseBusy(str(self.path))
        try:
            yield
        finally:
            self._writing.release()
