"""A backup is whole or not there, opens with the keys of its time alone, and says exactly what is wrong with it."""

import os
import re
import shutil
import threading
import time
import zipfile
from pathlib import Path

import pytest

from koordinator.domain.backup import (
    BackupCut,
    BackupDamaged,
    BackupLocked,
    BackupMissing,
    BackupNameTaken,
    BackupNewer,
    BackupOfAnother,
    BackupReason,
    BackupSchemaNewer,
    NotABackup,
)
from koordinator.domain.database_file import DatabaseExists
from koordinator.domain.database_key import KeysWithoutDatabase, NoSuchSlot, SlotKind
from koordinator.domain.deletion import DeletedKind, ListedDeletion
from koordinator.domain.errors import DomainError
from koordinator.storage import backup_restoring
from koordinator.storage.backup_file import BackupFile
from koordinator.storage.backup_making import BackupOrder, copy_backup, make_backup
from koordinator.storage.backup_restoring import place_new, prepare
from koordinator.storage.cipher import open_keyed
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.ports_restoring import Secret
from tests.storage.backups import MADE_AT, add_slots, backup_of, cut, employees, flipped, restore_backup
from tests.storage.databases import contents, files_of_at_most
from tests.support.full_disk import can_fill_disk
from tests.support.killed import said_until_killed
from tests.support.office import KEY, Bench

OTHER_KEY = DatabaseKey(bytes(32))
BY_KEY = (KEY,)


def whole_files(folder: Path) -> dict[str, str]:
    """The files but for SQLite's own, which stay, empty, where there is no room to close."""
    return {name: digest for name, digest in contents(folder).items() if not name.endswith(("-wal", "-shm"))}


def test_a_backup_comes_back_as_the_database_it_was(database: Path, backup: Path, target: Path) -> None:
    before = contents(database.parent)

    manifest = restore_backup(backup, (OTHER_KEY, KEY), target)

    assert employees(target, KEY) == employees(database, KEY)
    assert (manifest.made_at, manifest.reason, manifest.log.count) == (MADE_AT, BackupReason.ASKED, 1)
    assert set(contents(target.parent)) == {target.name}
    assert set(before) == {database.name}


def test_the_database_inside_has_a_key_of_its_own(backup: Path, tmp_path: Path) -> None:
    BackupFile(backup).take_out(tmp_path / "inside.db")

    with pytest.raises(DomainError):
        open_keyed(tmp_path / "inside.db", KEY)


def test_what_was_deleted_stands_in_the_backup(database: Path, tmp_path: Path) -> None:
    deleted = (ListedDeletion(DeletedKind.CITIZEN, "0" * 32, MADE_AT),)
    order = BackupOrder(database, KEY, BackupReason.TIMER, MADE_AT, deleted)

    make_backup(order, tmp_path / "b.sikkerhedskopi")

    assert BackupFile(tmp_path / "b.sikkerhedskopi").manifest.deleted == deleted


@pytest.mark.parametrize(
    "secret",
    [
        Secret(SlotKind.PASSPHRASE, b"fire ord efter hinanden"),
        Secret(SlotKind.RECOVERY_CODE, b"17 random bytes.."),
    ],
    ids=["passphrase", "recovery code"],
)
def test_a_backup_opens_with_what_opened_the_database_then(
    database: Path, target: Path, tmp_path: Path, secret: Secret
) -> None:
    add_slots(database)
    backup_of(database, KEY, tmp_path / "b")
    shutil.rmtree(database.parent)

    restore_backup(tmp_path / "b", secret, target)

    (found,) = SlotFiles().unsealed(target, secret.kind, secret.text)
    assert found is not None
    assert found.raw == KEY.raw
    assert len(employees(target, KEY)) == 1


def test_another_secret_opens_nothing(database: Path, target: Path, tmp_path: Path) -> None:
    add_slots(database)
    backup_of(database, KEY, tmp_path / "b")

    for kind in (SlotKind.PASSPHRASE, SlotKind.RECOVERY_CODE):
        with pytest.raises(BackupLocked):
            restore_backup(tmp_path / "b", Secret(kind, b"a wrong one"), target)
    with pytest.raises(BackupOfAnother):
        restore_backup(tmp_path / "b", (OTHER_KEY,), target)
    assert contents(target.parent) == {}


def test_a_backup_of_a_database_without_slots_asks_for_its_key(backup: Path, target: Path) -> None:
    with pytest.raises(NoSuchSlot):
        restore_backup(backup, Secret(SlotKind.PASSPHRASE, b"whatever it was"), target)


def test_files_that_are_no_backup_are_told_apart(
    backup: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, archive, folder, newer = (tmp_path / name for name in ("a.txt", "b.zip", "c", "d"))
    letter.write_bytes(b"Hej")
    with zipfile.ZipFile(archive, "w") as other:
        other.writestr("plan.pdf", b"%PDF")
    folder.mkdir()
    newer.write_bytes(backup.read_bytes().replace(b"koordinator-backup/1", b"koordinator-backup/2", 1))

    for file, fault in (
        (tmp_path / "nowhere", BackupMissing),
        (letter, NotABackup),
        (archive, NotABackup),
        (folder, NotABackup),
        (newer, BackupNewer),
    ):
        with pytest.raises(fault):
            restore_backup(file, BY_KEY, target)
    monkeypatch.setattr(backup_restoring, "HEAD", "0000")
    with pytest.raises(BackupSchemaNewer):
        restore_backup(backup, BY_KEY, target)
    assert contents(target.parent) == {}


@pytest.mark.parametrize("part", [0.0001, 0.01, 0.5, 0.999])
def test_a_backup_that_was_cut_off_is_told_as_such(backup: Path, target: Path, tmp_path: Path, part: float) -> None:
    short = cut(backup, tmp_path / "short", int(backup.stat().st_size * part))

    with pytest.raises(BackupCut):
        restore_backup(short, BY_KEY, target)
    assert contents(target.parent) == {}


@pytest.mark.parametrize("place", [700, 5_000, 400_000, 1_000_000, -900, -500])
def test_a_turned_bit_is_found(backup: Path, target: Path, tmp_path: Path, place: int) -> None:
    changed = flipped(backup, tmp_path / "changed", place)

    with pytest.raises(BackupDamaged):
        restore_backup(changed, BY_KEY, target)
    assert contents(target.parent) == {}


def test_a_manifest_cannot_be_written_anew_without_the_key(backup: Path, target: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged"
    with zipfile.ZipFile(backup) as read, zipfile.ZipFile(forged, "w") as written:
        for info in read.infolist():
            content = read.read(info)
            written.writestr(info, content.replace(b'"reason": "asked"', b'"reason": "timer"'))

    assert BackupFile(forged).manifest.reason is BackupReason.TIMER
    with pytest.raises(BackupDamaged):
        restore_backup(forged, BY_KEY, target)


def test_a_backup_takes_no_other_files_name(database: Path, backup: Path) -> None:
    before = backup.read_bytes()

    with pytest.raises(BackupNameTaken):
        backup_of(database, KEY, backup)
    with pytest.raises(BackupNameTaken):
        backup_of(database, KEY, database)
    assert backup.read_bytes() == before
    assert len(employees(database, KEY)) == 1


def test_a_copy_elsewhere_is_read_back(backup: Path, tmp_path: Path) -> None:
    copy_backup(backup, tmp_path / "usb")

    assert (tmp_path / "usb").read_bytes() == backup.read_bytes()
    with pytest.raises(BackupDamaged):
        copy_backup(flipped(backup, tmp_path / "changed", 400_000), tmp_path / "usb 2")
    assert not (tmp_path / "usb 2").exists()


def test_writing_goes_on_beside_a_backup(bench: Bench, tmp_path: Path) -> None:
    stop = threading.Event()
    done: list[int] = []

    def write() -> None:
        while not stop.is_set():
            done.append(bench.add_citizen(cpr=f"{len(done):010}").id)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        manifests = [backup_of(bench.database.path, KEY, tmp_path / f"b{number}") for number in range(5)]
    finally:
        stop.set()
        writer.join()

    assert len({manifest.sha256 for manifest in manifests}) == 5
    for number in range(5):
        prepare(tmp_path / f"b{number}", BY_KEY, tmp_path / "x.db").drop()


@can_fill_disk
@pytest.mark.parametrize("room", [0, 100, 5_000, 700_000, 1_499_000, 1_500_100])
def test_a_full_disk_leaves_nothing_of_a_backup_or_a_restore(
    database: Path, backup: Path, target: Path, tmp_path: Path, room: int
) -> None:
    before = whole_files(tmp_path), whole_files(database.parent)

    with files_of_at_most(room), pytest.raises(DomainError):
        backup_of(database, KEY, tmp_path / "b")
    with files_of_at_most(min(room, 1_499_000)), pytest.raises(DomainError):
        restore_backup(backup, BY_KEY, target)

    assert (whole_files(tmp_path), whole_files(database.parent)) == before
    assert contents(target.parent) == {}


@pytest.mark.parametrize("lines", [1, 2, 4])
def test_a_kill_leaves_whole_backups_alone_under_their_names(database: Path, tmp_path: Path, lines: int) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()

    said = said_until_killed(lines, "tests.storage.backup_child", "backup", database, KEY.hex, folder)

    named = sorted(file for file in folder.iterdir() if ".part-" not in file.name)
    assert {file.name for file in named} >= set(said)
    for file in named:
        prepare(file, BY_KEY, tmp_path / "x.db").drop()
    assert len(employees(database, KEY)) == 1


@pytest.mark.parametrize("lines", [1, 3])
def test_a_kill_leaves_whole_databases_alone_under_their_names(
    database: Path, backup: Path, target: Path, lines: int
) -> None:
    said = said_until_killed(lines, "tests.storage.backup_child", "restore", backup, KEY.hex, target.parent)

    named = sorted(file for file in target.parent.iterdir() if re.fullmatch(r"b\d+", file.name))
    assert {file.name for file in named} >= set(said)
    for file in named:
        assert len(employees(file, KEY)) == 1


def test_what_a_killed_program_left_goes_when_nobody_can_be_at_work_on_it(database: Path, tmp_path: Path) -> None:
    left = [database.with_name(f"base.db.{kind}-0123abcd") for kind in ("copy", "restore", "part")]
    left += [database.with_name(f"base.db.copy-0123abcd{ending}") for ending in ("-journal", ".part")]
    for file in left:
        file.touch()
    backup_of(database, KEY, tmp_path / "b1")
    assert all(file.exists() for file in left)

    an_hour_ago = time.time() - 3_600
    for file in left:
        os.utime(file, (an_hour_ago, an_hour_ago))
    backup_of(database, KEY, tmp_path / "b2")

    assert [file.name for file in left if file.exists()] == ["base.db.restore-0123abcd"]


def test_a_restore_takes_no_other_databases_place(database: Path, backup: Path, target: Path) -> None:
    before = contents(database.parent)
    with pytest.raises(DatabaseExists):
        restore_backup(backup, BY_KEY, database)
    assert contents(database.parent) == before

    SlotFiles().create(target, OTHER_KEY)
    add_slots(database)
    with_slots = backup.with_name("with slots")
    backup_of(database, KEY, with_slots)
    with pytest.raises(KeysWithoutDatabase):
        restore_backup(with_slots, BY_KEY, target)
    assert set(contents(target.parent)) == {keys_path(target).name}


def test_a_restore_that_was_broken_off_can_be_done_again(database: Path, target: Path, tmp_path: Path) -> None:
    add_slots(database)
    backup_of(database, KEY, tmp_path / "b")
    shutil.copyfile(keys_path(database), keys_path(target))

    restore_backup(tmp_path / "b", BY_KEY, target)

    assert set(contents(target.parent)) == {target.name, keys_path(target).name}


def test_a_database_can_be_given_another_key_on_the_way(backup: Path, target: Path) -> None:
    prepared = prepare(backup, BY_KEY, target, OTHER_KEY)
    place_new(prepared, target)

    assert len(employees(target, OTHER_KEY)) == 1


def test_a_backup_is_made_also_where_the_file_of_keys_is_ruined(database: Path, tmp_path: Path) -> None:
    add_slots(database)
    ruined = flipped(keys_path(database), keys_path(database), 40).read_bytes().replace(b"passphrase", b"passphras\xe5")
    keys_path(database).write_bytes(ruined)

    backup_of(database, KEY, tmp_path / "b")

    assert BackupFile(tmp_path / "b").keys.slots == ruined
    assert prepare(tmp_path / "b", BY_KEY, database).manifest == BackupFile(tmp_path / "b").manifest


def test_a_backup_during_whose_copying_the_key_is_changed_opens_with_what_opened_it_before(
    database: Path, tmp_path: Path, target: Path
) -> None:
    add_slots(database)

    def copy(path: Path, own: DatabaseKey) -> None:
        opened = EncryptedFiles().open(database, KEY)
        opened.backup(path, own)
        opened.close()
        following = SlotFiles().next_key(database, KEY, OTHER_KEY)
        following.prepare()
        following.keep()
        SlotFiles().settle(database, OTHER_KEY)

    make_backup(BackupOrder(database, KEY, BackupReason.TIMER, MADE_AT, copy=copy), tmp_path / "b")

    restore_backup(tmp_path / "b", Secret(SlotKind.PASSPHRASE, b"fire ord efter hinanden"), target)
    assert len(employees(target, KEY)) == 1
