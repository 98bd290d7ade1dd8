"""One encrypted connection: its settings, its key, and nothing plain on the disk."""

import os
from pathlib import Path

import pytest

from koordinator.domain.database_file import DatabaseDamaged
from koordinator.storage.cipher import PAGE_BYTES, connect, seal_fits
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.databases import add_note, child, make_note_file, next_line, note_database

MARKER = "Oline Kvistgaard-Mortensen"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),
        ("cache_size", -65536),
        ("busy_timeout", 10000),
        ("cipher_log_level", "NONE"),
    ],
)
def test_every_setting_is_made(path: Path, key: DatabaseKey, setting: str, value: object) -> None:
    make_note_file(path, key)
    connection = connect(path, key)

    assert connection.execute(f"PRAGMA {setting}").fetchone()[0] == value
    assert not connection.in_transaction
    connection.close()


def test_the_seal_of_the_first_page_tells_the_key(path: Path, key: DatabaseKey) -> None:
    make_note_file(path, key)
    page = path.read_bytes()[:PAGE_BYTES]

    assert seal_fits(page, key)
    assert not seal_fits(page, DatabaseKey(bytes(32)))
    assert not seal_fits(page[:-1] + bytes([page[-1] ^ 1]), key)
    assert not seal_fits(page[:100], key)


def test_a_wrong_key_opens_nothing(path: Path, key: DatabaseKey) -> None:
    make_note_file(path, key)

    with pytest.raises(DatabaseDamaged):
        connect(path, DatabaseKey(bytes(32)))


def test_the_key_is_never_shown(key: DatabaseKey) -> None:
    assert key.hex not in repr(key)
    assert key.derive("audit") != key.derive("key check")
    assert key.raw not in key.derive("audit")
    with pytest.raises(ValueError, match="32 bytes"):
        DatabaseKey(b"short")


def test_nothing_is_plain_on_the_disk_while_it_is_open(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        for number in range(300):
            add_note(database, f"{MARKER} {number} " + "x" * 2000)
        with database.read() as connection:
            # Too much for the cache: it would spill into a temporary file if it might.
            connection.exec_driver_sql("PRAGMA temp.cache_size = 10")
            connection.exec_driver_sql("CREATE TEMP TABLE sorted AS SELECT body FROM note ORDER BY body DESC")

            assert {file.name for file in path.parent.iterdir()} == {path.name, f"{path.name}-wal", f"{path.name}-shm"}
            assert plain_places(path.parent) == []
            assert temporary_files() == []


def test_nothing_is_plain_after_the_process_was_killed(path: Path, key: DatabaseKey) -> None:
    make_note_file(path, key)
    with child("leave_unclosed", path, key) as process:
        assert next_line(process) == "written"
    log = path.with_name(f"{path.name}-wal")

    assert log.stat().st_size > 0
    assert [file.name for file in path.parent.iterdir() if b"in the log" in file.read_bytes()] == []
    with note_database(path, key) as database, database.read() as connection:
        assert connection.exec_driver_sql("SELECT body FROM note").scalars().all() == ["in the log"]


def temporary_files() -> list[str]:
    """SQLite's temporary files that this process has open; they have no name in any folder (Linux)."""
    opened = Path("/proc/self/fd")
    if not opened.exists():
        return []
    return [target for link in opened.iterdir() if "etilqs_" in (target := target_of(link))]


def target_of(link: Path) -> str:
    try:
        return str(link.readlink())
    except FileNotFoundError:
        return ""


def plain_places(folder: Path) -> list[str]:
    """The files that hold the marker, or the words of the schema, readable."""
    words = (MARKER.encode(), MARKER.encode("utf-16-le"), b"CREATE TABLE", b"SQLite format 3")
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if any(word in file.read_bytes() for word in words)]


@pytest.mark.skipif(os.name == "nt", reason="there the folder says who may read")
def test_a_new_database_and_its_log_are_for_its_owner_alone(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        database.rekey(DatabaseKey(bytes(32)), lambda: None)
        add_note(database, "først")

        assert {file.stat().st_mode & 0o777 for file in path.parent.glob(f"{path.name}*")} == {0o600}
