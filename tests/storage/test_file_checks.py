"""What is not ours, damaged, newer or another's is told apart, and is left byte for byte as it was."""

import sqlite3
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from koordinator.domain.database_file import (
    DatabaseDamaged,
    DatabaseNewer,
    FolderMissing,
    ForeignFile,
    NotOurDatabase,
    OnNetworkDrive,
)
from koordinator.domain.database_key import KeysDamaged, WrongKey, WrongKeyOrDamaged
from koordinator.domain.errors import DomainError
from koordinator.storage import network_drives
from koordinator.storage.cipher import PAGE_BYTES, connect, open_keyed
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.databases import child, contents, make_note_file, next_line

OTHER_KEY = DatabaseKey(bytes(32))


def make_ours(path: Path, key: DatabaseKey) -> None:
    SlotFiles().create(path, key)
    EncryptedFiles().create(path, key).close()


def said(error: DomainError) -> tuple[type[DomainError], dict[str, object]]:
    return type(error), vars(error)


def refused(path: Path, key: DatabaseKey) -> DomainError:
    """The error of an attempt to open, after which everything is as it was."""
    before = contents(path.parent)
    with pytest.raises(DomainError) as caught:
        look_and_open(path, key)
    assert contents(path.parent) == before
    return caught.value


def look_and_open(path: Path, key: DatabaseKey) -> None:
    EncryptedFiles().look(path)
    EncryptedFiles().open(path, key)


def plain_sqlite(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE citizen (name TEXT)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (Path.mkdir, ForeignFile.FOLDER),
        (Path.touch, ForeignFile.EMPTY),
        (plain_sqlite, ForeignFile.UNENCRYPTED),
        (lambda path: path.write_text("navn;cpr\n" * 4000), ForeignFile.OTHER),
        (lambda path: path.write_bytes(b"short"), ForeignFile.OTHER),
    ],
    ids=["folder", "empty", "plain SQLite", "text", "short"],
)
def test_another_kind_of_file_is_told_and_left(
    path: Path, key: DatabaseKey, make: Callable[[Path], object], found: ForeignFile
) -> None:
    make(path)

    error = refused(path, key)

    assert said(error) == said(NotOurDatabase(str(path), found))


def test_the_wrong_key_is_told_by_the_key_check(path: Path, key: DatabaseKey) -> None:
    make_ours(path, key)

    assert said(refused(path, OTHER_KEY)) == said(WrongKey(str(path)))


def test_the_wrong_key_leaves_the_log_of_a_killed_program_where_it_is(path: Path, key: DatabaseKey) -> None:
    make_note_file(path, key)
    SlotFiles().create(path, key)
    with child("leave_unclosed", path, key) as process:
        assert next_line(process) == "written"

    assert said(refused(path, OTHER_KEY)) == said(WrongKey(str(path)))


def test_a_ruined_first_page_is_damage_when_the_key_is_right(path: Path, key: DatabaseKey) -> None:
    make_ours(path, key)
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)

    assert said(refused(path, key)) == said(DatabaseDamaged(str(path)))


def test_without_a_key_check_the_two_cannot_be_told_apart(path: Path, key: DatabaseKey) -> None:
    make_ours(path, key)
    keys_path(path).unlink()

    assert said(refused(path, OTHER_KEY)) == said(WrongKeyOrDamaged(str(path)))
    keys_path(path).write_text("{}")
    assert said(refused(path, OTHER_KEY)) == said(WrongKeyOrDamaged(str(path)))
    EncryptedFiles().open(path, key).close()
    with pytest.raises(KeysDamaged):
        SlotFiles().generations(path)


def test_a_ruined_page_further_on_is_damage_once_it_is_read(path: Path, key: DatabaseKey) -> None:
    make_ours(path, key)
    content = bytearray(path.read_bytes())
    for place in range(PAGE_BYTES, len(content), PAGE_BYTES):
        content[place + 7] ^= 1
    path.write_bytes(content)

    assert said(refused(path, key)) == said(DatabaseDamaged(str(path)))


def test_an_encrypted_database_of_another_program_is_not_ours(path: Path, key: DatabaseKey) -> None:
    connection = open_keyed(path, key, mode="rwc")
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()

    assert said(refused(path, key)) == said(NotOurDatabase(str(path), ForeignFile.OTHER))


def test_a_newer_schema_is_told_and_left(path: Path, key: DatabaseKey) -> None:
    make_ours(path, key)
    set_version(path, key, "9000")

    error = refused(path, key)

    assert isinstance(error, DatabaseNewer)
    assert (error.found, error.known) == ("9000", "0001")


def test_a_newer_schema_that_lies_in_the_log_is_told_and_left(path: Path, key: DatabaseKey) -> None:
    make_ours(path, key)
    holding = connect(path, key)
    set_version(path, key, "9000")
    frozen = {ending: path.with_name(path.name + ending).read_bytes() for ending in ("", "-wal", "-shm")}
    holding.close()
    for ending, content in frozen.items():
        path.with_name(path.name + ending).write_bytes(content)

    with pytest.raises(DatabaseNewer):
        EncryptedFiles().open(path, key)
    assert path.read_bytes() == frozen[""]
    assert path.with_name(f"{path.name}-wal").read_bytes() == frozen["-wal"]


def test_a_first_page_that_was_cut_short_is_mended_from_the_log(path: Path, key: DatabaseKey) -> None:
    make_ours(path, key)
    holding = connect(path, key)
    holding.execute("PRAGMA user_version = 7")
    log = path.with_name(f"{path.name}-wal").read_bytes()
    holding.close()
    content = bytearray(path.read_bytes())
    content[1000:2000] = bytes(1000)
    path.write_bytes(content)
    path.with_name(f"{path.name}-wal").write_bytes(log)

    database = EncryptedFiles().open(path, key)
    with database.plain() as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (7,)
    assert database.verify_pages() == ()
    database.close()


def test_a_folder_that_is_not_there_is_told(path: Path, key: DatabaseKey) -> None:
    lost = path.parent / "væk" / "a.db"

    with pytest.raises(FolderMissing) as caught:
        EncryptedFiles().create(lost, key)

    assert caught.value.path == str(lost.parent)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's list of mounts")
def test_a_network_drive_is_refused_before_the_file_is_touched(
    path: Path, key: DatabaseKey, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_ours(path, key)
    mounts = tmp_path_factory.mktemp("system") / "mounts"
    mounts.write_text(f"server:/x {path.parent.resolve()} nfs4 rw 0 0\n")
    monkeypatch.setattr(network_drives, "_LINUX_MOUNTS", mounts)

    assert said(refused(path, key)) == said(OnNetworkDrive(str(path)))
    assert said(refused(path.parent / "new.db", key)) == said(OnNetworkDrive(str(path.parent / "new.db")))


def set_version(path: Path, key: DatabaseKey, version: str) -> None:
    connection = connect(path, key)
    connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()


def test_a_first_page_torn_by_a_power_cut_is_put_back_from_the_journal(path: Path, key: DatabaseKey) -> None:
    make_ours(path, key)
    whole = path.read_bytes()
    page = whole[:PAGE_BYTES]
    path.write_bytes(page[:512] + bytes(PAGE_BYTES - 512) + whole[PAGE_BYTES:])
    with pytest.raises(DatabaseDamaged):
        look_and_open(path, key)

    path.with_name(f"{path.name}-journal").write_bytes(journal_of(page, pages=len(whole) // PAGE_BYTES))

    with pytest.raises(WrongKey):
        look_and_open(path, OTHER_KEY)
    EncryptedFiles().open(path, key).close()
    assert path.read_bytes() == whole


def journal_of(page: bytes, pages: int) -> bytes:
    """A rollback journal in which the first page lies as it was, as SQLite writes it."""
    total = sum(page[place] for place in range(PAGE_BYTES - 200, 0, -200))
    head = struct.pack(">8sIIIII", bytes.fromhex("d9d505f920a163d7"), 1, 0, pages, 512, PAGE_BYTES)
    return head.ljust(512, b"\0") + struct.pack(">I", 1) + page + struct.pack(">I", total)
