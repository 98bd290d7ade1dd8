"""Small encrypted databases for the engine's tests, with one table, and other processes that have them open."""

import errno
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from koordinator.storage.cipher import connect, open_keyed
from koordinator.storage.engine import Database
from koordinator.usecases.ports_keys import DatabaseKey

ROOT = Path(__file__).parents[2]


def make_note_file(path: Path, key: DatabaseKey) -> None:
    """A file with a table of notes, closed."""
    open_keyed(path, key, mode="rwc").close()
    connection = connect(path, key)
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    connection.close()


@contextmanager
def note_database(path: Path, key: DatabaseKey, *, wait_seconds: float = 10.0) -> Iterator[Database]:
    """An open database with a table of notes."""
    if not path.exists():
        make_note_file(path, key)
    database = Database(path, key, wait_seconds=wait_seconds)
    yield database
    database.close()


def bodies(database: Database) -> list[str]:
    """All notes."""
    with database.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT body FROM note ORDER BY id")]


def add_note(database: Database, body: str) -> None:
    """One note more."""
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO note (body) VALUES (?)", (body,))


def add_until_it_fails(database: Database, *, pages_more: int | None = None) -> None:
    """A megabyte of notes in one transaction, into a file that may grow by so many pages only."""
    with database.write() as connection:
        if pages_more is not None:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + pages_more}")
        for _ in range(400):
            connection.exec_driver_sql("INSERT INTO note (body) VALUES (?)", ("x" * 3000,))


@contextmanager
def child(what: str, path: Path, key: DatabaseKey) -> Iterator["subprocess.Popen[str]"]:
    """Another process at work with the file (see `child.py`), killed at the end if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.child", what, str(path), key.hex],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def next_line(process: "subprocess.Popen[str]") -> str:
    """What the other process says next."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def contents(folder: Path) -> dict[str, str]:
    """Every file in the folder with a digest of its bytes."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir() if file.is_file()}


def refuse_links(*_: object, **__: object) -> None:
    """As on a stick that knows no second names."""
    raise OSError(errno.EPERM, "no links")


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file grows beyond the size, as on a full disk."""
    import resource  # noqa: PLC0415  # not on Windows
    import signal  # noqa: PLC0415

    old_limits, old_handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old_limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old_limits)
        signal.signal(signal.SIGXFSZ, old_handler)
