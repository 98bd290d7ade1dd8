"""A restored database in the present one's place: one whole database under the name at every moment."""

import errno
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from koordinator.domain.backup_names import kept_name
from koordinator.domain.database_file import DatabaseBusy, DiskFailed, RestsOfAnother
from koordinator.domain.database_key import KeysDamaged, SlotKind
from koordinator.domain.errors import DomainError
from koordinator.storage import backup_restoring
from koordinator.storage.backup_restoring import Prepared, place_new, prepare, swap
from koordinator.storage.damage import mark_path
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.durable_file import sync_folder
from koordinator.storage.file_checks import log_path
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.storage.settling import held
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.backups import MADE_AT, add_slots, backup_of, employees, flipped, restore_backup
from tests.storage.databases import contents, refuse_links
from tests.support.key_work import QUICK_SLOTS, Stopper, in_a_process_of_its_own
from tests.support.office import KEY

BY_KEY = (KEY,)
OTHER_KEY = DatabaseKey(bytes(32))
OLD_WORDS, NEW_WORDS = b"en gammel saetning", b"en ny saetning"


def test_a_swap_keeps_the_present_one(database: Path, backup: Path) -> None:
    add_slots(database)
    present = EncryptedFiles().open(database, KEY)
    with present.plain() as connection:
        connection.execute("UPDATE employee SET name = 'Nyere'")
    prepared = prepare(backup, BY_KEY, database)
    kept = database.with_name("kept.db")

    with pytest.raises(DatabaseBusy):
        swap(prepared, database, kept)
    assert not kept.exists()
    present.close()
    swap(prepared, database, kept)

    assert employees(kept, KEY) == ["Nyere"]
    assert employees(database, KEY) != ["Nyere"]
    assert set(contents(database.parent)) == {database.name, kept.name, keys_path(database).name}


def test_a_swap_that_was_stopped_leaves_no_second_name(database: Path, backup: Path) -> None:
    prepared, kept = prepare(backup, BY_KEY, database), database.with_name(kept_name(database.name, MADE_AT))
    before = contents(database.parent)
    prepared.fresh.rename(prepared.fresh.with_name("away"))
    with pytest.raises(DomainError):
        swap(prepared, database, kept)
    assert not kept.exists()

    kept.hardlink_to(database)
    assert EncryptedFiles().look(database)
    assert set(contents(database.parent)) == {*before, "away"} - {prepared.fresh.name}


def test_a_swap_takes_a_damaged_database_out_of_the_way_with_all_that_is_beside_it(
    database: Path, backup: Path
) -> None:
    flipped(database, database, 100)
    database.with_name(f"{database.name}-wal").write_bytes(b"of the damaged one")
    mark_path(database).touch()
    kept = database.with_name("kept.db")

    swap(prepare(backup, BY_KEY, database), database, kept)

    assert len(employees(database, KEY)) == 1
    assert kept.with_name("kept.db-wal").read_bytes() == b"of the damaged one"
    assert mark_path(kept).exists()
    assert not mark_path(database).exists()


def test_a_swap_folds_no_other_files_log_into_the_one_it_keeps(database: Path, backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    restore_backup(backup, BY_KEY, other)
    opened = EncryptedFiles().open(other, KEY)
    with opened.plain() as connection:
        connection.execute("UPDATE employee SET name = 'Andet sted'")
    log = log_path(other).read_bytes()
    opened.close()
    log_path(database).write_bytes(log)
    before, kept = database.read_bytes(), database.with_name("kept.db")

    swap(prepare(backup, BY_KEY, database), database, kept)

    assert kept.read_bytes() == before
    assert log_path(kept).read_bytes() == log
    assert len(employees(database, KEY)) == 1


def test_a_swap_brings_back_a_database_that_is_missing_with_its_keys(database: Path, tmp_path: Path) -> None:
    add_slots(database)
    backup_of(database, KEY, tmp_path / "b")
    was = keys_path(database).read_bytes()
    database.unlink()
    keys_path(database).unlink()
    SlotFiles().create(database, OTHER_KEY)
    kept = database.with_name("kept.db")

    swap(prepare(tmp_path / "b", BY_KEY, database), database, kept)

    assert len(employees(database, KEY)) == 1
    assert keys_path(database).read_bytes() == was
    assert keys_path(kept).exists()
    assert not kept.exists()


def test_a_swap_leaves_no_log_of_a_missing_database_beside_the_restored_one(database: Path, backup: Path) -> None:
    present = EncryptedFiles().open(database, KEY)
    with present.plain() as connection:
        connection.execute("UPDATE employee SET name = 'Nyere'")
    log = database.with_name(f"{database.name}-wal")
    left = log.read_bytes()
    present.close()
    database.unlink()
    log.write_bytes(left)
    kept = database.with_name("kept.db")

    with pytest.raises(RestsOfAnother, match="-wal"):
        place_new(prepare(backup, BY_KEY, database), database)
    swap(prepare(backup, BY_KEY, database), database, kept)

    assert kept.with_name("kept.db-wal").read_bytes() == left
    assert employees(database, KEY) not in ([], ["Nyere"])


def test_the_slots_stay_where_the_present_key_is_one_of_two(database: Path, tmp_path: Path) -> None:
    add_slots(database)
    backup_of(database, KEY, tmp_path / "b")
    following = SlotFiles().next_key(database, KEY, OTHER_KEY)
    following.prepare()
    following.keep()
    was = keys_path(database).read_bytes()
    prepared = prepare(tmp_path / "b", BY_KEY, database, OTHER_KEY)

    swap(prepared, database, database.with_name("kept.db"))

    assert keys_path(database).read_bytes() == was
    assert len(employees(database, OTHER_KEY)) == 1


def test_slots_of_another_key_are_never_put_beside_a_restored_database(database: Path, tmp_path: Path) -> None:
    add_slots(database)
    backup_of(database, KEY, tmp_path / "b")
    keys_path(database).write_bytes(b"{ruined")
    before = contents(database.parent)
    prepared = prepare(tmp_path / "b", BY_KEY, database, OTHER_KEY)

    with pytest.raises(KeysDamaged):
        swap(prepared, database, database.with_name("kept.db"))
    prepared.drop()

    assert contents(database.parent) == before


def test_a_swap_that_failed_at_the_last_step_gives_the_keys_back(database: Path, tmp_path: Path) -> None:
    add_slots(database)
    backup_of(database, KEY, tmp_path / "b")
    keys_path(database).unlink()
    SlotFiles().create(database, OTHER_KEY)
    names, keys = set(contents(database.parent)), keys_path(database).read_bytes()
    prepared = prepare(tmp_path / "b", BY_KEY, database)
    prepared.drop()

    with pytest.raises(DomainError):
        swap(prepared, database, database.with_name("kept.db"))

    assert set(contents(database.parent)) == names
    assert keys_path(database).read_bytes() == keys


@pytest.mark.skipif(os.name == "nt", reason="there a folder is not synchronised")
def test_a_swap_that_the_disk_cannot_make_safe_is_taken_back(
    database: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_slots(database)
    mark_path(database).write_bytes(b"")
    present = EncryptedFiles().open(database, KEY)
    with present.plain() as connection:
        connection.execute("UPDATE employee SET name = 'Nyere'")
    present.close()
    prepared, kept = prepare(backup, BY_KEY, database), database.with_name("kept.db")
    names, fsync = set(contents(database.parent)), os.fsync

    def refuse_after_the_last_step(descriptor: int) -> None:
        if not prepared.fresh.exists():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_after_the_last_step)
    with pytest.raises(DiskFailed):
        swap(prepared, database, kept)

    assert employees(database, KEY) == ["Nyere"]
    assert set(contents(database.parent)) == names - {prepared.fresh.name}


@pytest.mark.skipif(os.name == "nt", reason="there a folder is not synchronised")
def test_a_missing_database_is_missing_again_when_the_disk_cannot_make_its_return_safe(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_slots(database)
    backup_of(database, KEY, tmp_path / "b")
    database.unlink()
    keys_path(database).unlink()
    SlotFiles().create(database, OTHER_KEY)
    before = contents(database.parent)
    prepared, fsync = prepare(tmp_path / "b", BY_KEY, database), os.fsync

    def refuse_beside_the_restored_one(descriptor: int) -> None:
        if database.exists():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_beside_the_restored_one)
    with pytest.raises(DiskFailed):
        swap(prepared, database, database.with_name("kept.db"))
    prepared.drop()

    assert contents(database.parent) == before


class House(NamedTuple):
    """A database whose newest change lies in its log, and a backup of when it had another key and other words."""

    folder: Path
    prepared: Prepared
    then: list[str]


@pytest.fixture
def house(database: Path, tmp_path: Path) -> House:
    then = employees(database, KEY)
    QUICK_SLOTS.put(database, KEY, SlotKind.PASSPHRASE, OLD_WORDS)
    backup_of(database, KEY, tmp_path / "b")
    now = EncryptedFiles().open(database, KEY)
    now.backup(tmp_path / "other", OTHER_KEY)
    now.close()
    (tmp_path / "other").replace(database)
    keys_path(database).unlink()
    QUICK_SLOTS.put(database, OTHER_KEY, SlotKind.PASSPHRASE, NEW_WORDS)
    present = EncryptedFiles().open(database, OTHER_KEY)
    with present.plain() as connection:
        connection.execute("UPDATE employee SET name = 'Nyere'")
    left = {file: file.read_bytes() for file in (database, database.with_name(f"{database.name}-wal"))}
    present.close()
    for file, content in left.items():
        file.write_bytes(content)
    return House(database.parent, prepare(tmp_path / "b", BY_KEY, database), then)


@pytest.mark.skipif(os.name == "nt", reason="no process is killed at a step there")
def test_at_whatever_step_a_swap_is_killed_what_lies_there_opens_with_its_own_words(
    house: House, tmp_path: Path
) -> None:
    # What the disk refuses at each step is tried by tests/reliability/scenario_exchange.py.
    for at in range(1, 100):
        trial = Path(shutil.copytree(house.folder, tmp_path / "trial"))
        path = trial / house.prepared.beside.name
        kept = path.with_name(kept_name(path.name, MADE_AT))
        prepared = house.prepared._replace(fresh=trial / house.prepared.fresh.name)

        def swap_until(at: int = at, prepared: Prepared = prepared, path: Path = path, kept: Path = kept) -> None:
            stopper = Stopper(at, "kill")
            with stopper.watching():
                swap(prepared, path, kept)
            if stopper.count < at:
                (path.parent / "finished").touch()

        assert in_a_process_of_its_own(swap_until) <= 0
        found = employees_by(OLD_WORDS, path), employees_by(NEW_WORDS, path)

        assert found in (([], ["Nyere"]), (house.then, [])), at
        if found == (house.then, []):
            assert employees_by(NEW_WORDS, kept) == ["Nyere"]
        else:
            assert not any(name.startswith(kept.name) for name in contents(trial)), at
        if (trial / "finished").exists():
            break
        shutil.rmtree(trial)
    assert at > 10


@pytest.mark.skipif(os.name == "nt", reason="no process is killed at a step there")
def test_a_swap_killed_where_a_file_has_but_one_name_was_alone_and_is_undone(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = house.prepared.beside
    kept = path.with_name(kept_name(path.name, MADE_AT))

    def die_after_the_keys(folder: Path) -> None:
        sync_folder(folder)
        if keys_path(kept).exists():
            os._exit(7 if in_a_process_of_its_own(another_program) == 1 else 8)

    def another_program() -> None:
        with held(path):
            pass

    monkeypatch.setattr(os, "link", refuse_links)
    monkeypatch.setattr(backup_restoring, "sync_folder", die_after_the_keys)
    assert in_a_process_of_its_own(lambda: swap(house.prepared, path, kept)) == 7

    assert employees_by(NEW_WORDS, path) == ["Nyere"]
    assert not any(name.startswith(kept.name) for name in contents(path.parent))


def employees_by(words: bytes, path: Path) -> list[str]:
    """Who is in the database that the words open; nobody where they do not."""
    assert EncryptedFiles().look(path)
    key = QUICK_SLOTS.live(path, QUICK_SLOTS.unsealed(path, SlotKind.PASSPHRASE, words))
    return [] if key is None else employees(path, key)
