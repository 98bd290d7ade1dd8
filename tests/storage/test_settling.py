"""A closed database is moved with everything that belongs to it, or not at all."""

import os
import runpy
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
from typing_extensions import override

from koordinator.domain.backup_names import kept_name
from koordinator.domain.database_file import DatabaseBusy, DatabaseExists, DiskFailed, DiskFull, RestsOfAnother
from koordinator.storage import backup_facts, settling
from koordinator.storage.backup_file import BackupFile
from koordinator.storage.backup_restoring import Prepared, place_new, prepare, swap
from koordinator.storage.cipher import connect
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.file_checks import has_log, log_path
from koordinator.storage.key_slots import SlotFiles
from koordinator.storage.rescue.rescuing import make_empty, rescue, take_place
from koordinator.storage.schema import Schema
from koordinator.storage.settling import held, settle
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.backups import MADE_AT, employees
from tests.storage.databases import (
    bodies,
    child,
    contents,
    files_of_at_most,
    make_note_file,
    next_line,
    note_database,
    refuse_links,
)
from tests.support.office import KEY

if sys.platform != "win32":
    import fcntl

BY_KEY = (KEY,)
NO_ROOM = (DiskFull, DiskFailed)


def add_a_lot(database: Database) -> None:
    """More than the file has room for, on a disk that takes the log alone."""
    with database.plain() as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE many (body TEXT NOT NULL) STRICT")
        connection.executemany("INSERT INTO many VALUES (?)", [("x" * 3000,)] * 60)
        connection.execute("COMMIT")


def many(path: Path, key: DatabaseKey) -> int:
    database = Database(path, key)
    with database.plain() as connection:
        found = connection.execute("SELECT count(*) FROM many").fetchone()[0]
    database.close()
    return int(found)


def without_index(found: dict[str, str]) -> dict[str, str]:
    """The index of the log is made anew by whoever opens it."""
    return {name: digest for name, digest in found.items() if not name.endswith("-shm")}


def place(prepared: Prepared) -> None:
    place_new(prepared, prepared.beside)


def exchange(prepared: Prepared) -> None:
    swap(prepared, prepared.beside, prepared.beside.with_name("kept.db"))


@pytest.mark.skipif(os.name == "nt", reason="no limit of a file's size there")
@pytest.mark.parametrize("move", [place, exchange])
def test_a_restored_file_is_not_moved_without_what_there_was_no_room_to_fold_in(
    database: Path, backup: Path, move: Callable[[Prepared], None]
) -> None:
    if move is place:
        database.unlink()
    prepared = prepare(backup, BY_KEY, database)
    settle(prepared.fresh, KEY)
    with files_of_at_most(prepared.fresh.stat().st_size):
        with backup_facts.opened(prepared) as restored:
            add_a_lot(restored)
        assert has_log(prepared.fresh)
        before = without_index(contents(database.parent))
        with pytest.raises(NO_ROOM):
            move(prepared)
        assert without_index(contents(database.parent)) == before

    move(prepared)

    assert many(database, KEY) == 60


@pytest.mark.skipif(os.name == "nt", reason="no limit of a file's size there")
def test_what_was_rescued_is_not_moved_without_what_there_was_no_room_to_fold_in(
    database: Path, tmp_path: Path
) -> None:
    opened = EncryptedFiles().open(database, KEY)
    with opened.plain() as connection:
        connection.execute("UPDATE employee SET name = ?", ("x" * 300_000,))
    opened.close()
    folder = tmp_path / "other"
    folder.mkdir()

    with files_of_at_most(database.stat().st_size - 100_000), pytest.raises(NO_ROOM):
        rescue(database, KEY, folder / "saved.db")
    assert contents(folder) == {}


class LeavingItsLog(Schema):
    """Its last change could not be folded into the file any more."""

    __slots__ = ()

    @override
    def upgrade(self, path: Path, key: DatabaseKey) -> None:
        super().upgrade(path, key)
        with closing(connect(path, key)) as connection:
            connection.execute("CREATE TABLE last (id INTEGER PRIMARY KEY) STRICT")
            left = {file: file.read_bytes() for file in (path, log_path(path))}
        for file, content in left.items():
            file.write_bytes(content)


def test_a_new_database_gets_its_name_with_all_that_lay_in_its_log(path: Path, key: DatabaseKey) -> None:
    made = EncryptedFiles(LeavingItsLog()).create(path, key)
    with made.plain() as connection:
        assert connection.execute("SELECT count(*) FROM last").fetchone() == (0,)
    made.close()


def test_another_programs_database_is_not_moved_whatever_its_key(database: Path, backup: Path) -> None:
    other = DatabaseKey(bytes(reversed(KEY.raw)))
    database.unlink()
    make_note_file(database, other)
    kept = database.with_name("kept.db")
    prepared = prepare(backup, BY_KEY, database)
    with child("leave_unclosed", database, other) as holder:
        assert next_line(holder) == "written"
        before = contents(database.parent)
        with pytest.raises(DatabaseBusy):
            swap(prepared, database, kept)
        assert contents(database.parent) == before

    swap(prepared, database, kept)

    assert len(employees(database, KEY)) == 1
    assert has_log(kept)


def test_a_file_that_nobody_has_open_is_refused_by_nobody(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key):
        pass
    with held(path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="there the system's own lock is used by the tests of the exchange")
def test_on_windows_one_program_at_a_time_exchanges_a_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = ModuleType("msvcrt")
    vars(system).update(LK_NBLCK=fcntl.LOCK_EX | fcntl.LOCK_NB, locking=lambda file, how, _size: fcntl.flock(file, how))
    monkeypatch.setitem(sys.modules, "msvcrt", system)
    monkeypatch.setattr(os, "O_TEMPORARY", 0, raising=False)
    path.touch()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "platform", "win32")
        there = runpy.run_path(str(settling.__file__))["held"]

    with there(path), pytest.raises(DatabaseBusy), there(path):
        pass
    with there(path) as file:
        assert file is None


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_no_new_database_comes_to_lie_beside_the_log_of_a_missing_one(
    path: Path, key: DatabaseKey, tmp_path: Path, ending: str
) -> None:
    EncryptedFiles().create(tmp_path / "damaged.db", key).close()
    path.with_name(path.name + ending).write_bytes(b"of another one")
    before = contents(tmp_path)

    with pytest.raises(RestsOfAnother):
        EncryptedFiles().create(path, key)
    with pytest.raises(RestsOfAnother):
        rescue(tmp_path / "damaged.db", key, path)
    assert contents(tmp_path) == before


def test_what_was_rescued_and_cannot_be_moved_leaves_no_keys_behind(database: Path, tmp_path: Path) -> None:
    SlotFiles().create(database, KEY)
    target = tmp_path / "saved.db"

    def make(path: Path, key: DatabaseKey) -> None:
        make_empty(path, key)
        target.write_bytes(b"somebody was faster")

    with pytest.raises(DatabaseExists):
        rescue(database, KEY, target, make)
    assert {name for name in contents(tmp_path) if name.startswith("saved")} == {"saved.db"}


@pytest.mark.skipif(os.name == "nt", reason="a file belongs to its owner there by its folder")
def test_every_copy_on_the_way_is_for_its_owner_alone(
    database: Path, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    BackupFile(backup).take_out(tmp_path / "copy")
    monkeypatch.setattr(os, "link", refuse_links)
    kept = database.with_name("kept.db")
    swap(prepare(backup, BY_KEY, database), database, kept)

    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "copy", kept, database)} == {0o600}


def test_what_was_saved_takes_no_place_while_somebody_has_either_open(path: Path, key: DatabaseKey) -> None:
    saved, aside = path.with_name("saved.db"), path.with_name("aside.db")
    make_note_file(path, key)
    make_note_file(saved, key)
    for opened in (path, saved):
        with child("leave_unclosed", opened, key) as holder:
            assert next_line(holder) == "written"
            before = contents(path.parent)
            with pytest.raises(DatabaseBusy):
                take_place(path, saved, aside)
            assert contents(path.parent) == before

    assert has_log(saved)
    settle(saved, key)
    take_place(path, saved, aside)
    with note_database(path, key) as database:
        assert bodies(database) == ["in the log"]


def test_an_exchange_that_another_program_is_at_is_not_undone(path: Path, key: DatabaseKey) -> None:
    make_note_file(path, key)
    kept = path.with_name(kept_name(path.name, MADE_AT))
    with child("leave_unclosed", path, key) as holder:
        assert next_line(holder) == "written"
        kept.hardlink_to(path)
        assert EncryptedFiles().look(path)
        assert kept.exists()

    assert EncryptedFiles().look(path)
    assert not kept.exists()
