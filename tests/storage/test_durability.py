"""What was committed is there after a kill; what could not be written is refused and nothing else is lost."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from koordinator.domain.database_file import DatabaseReadOnly, DiskFailed, DiskFull
from koordinator.domain.errors import EnvironmentFault
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.file_checks import look
from koordinator.storage.key_slots import SlotFiles
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.databases import (
    add_note,
    add_until_it_fails,
    bodies,
    child,
    contents,
    files_of_at_most,
    make_note_file,
    next_line,
    note_database,
)


@pytest.mark.parametrize("commits", [1, 2, 7, 40, 150])
def test_a_kill_loses_nothing_that_was_committed(path: Path, key: DatabaseKey, commits: int) -> None:
    make_note_file(path, key)
    with child("write_without_end", path, key) as process:
        said = [int(next_line(process)) for _ in range(commits)]
        process.kill()
    with note_database(path, key) as database:
        assert bodies(database)[:commits] == [f"row {number}" for number in said]
        assert database.verify_pages() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_disk_that_takes_no_more_refuses_and_is_written_again_when_there_is_room(
    path: Path, key: DatabaseKey
) -> None:
    with note_database(path, key) as database:
        add_note(database, "small")
        with files_of_at_most(400_000), pytest.raises(EnvironmentFault) as caught:
            add_until_it_fails(database)

        assert isinstance(caught.value, DiskFull | DiskFailed)
        assert bodies(database) == ["small"]
        add_note(database, "there is room again")
        assert bodies(database) == ["small", "there is room again"]
        assert database.verify_pages() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_copy_that_there_is_no_room_for_is_refused_and_gone(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        for number in range(40):
            add_note(database, f"{number} {'x' * 3000}")
        target = path.with_name("copy.db")

        with files_of_at_most(60_000), pytest.raises(EnvironmentFault) as caught:
            database.backup(target)

        assert isinstance(caught.value, DiskFull | DiskFailed)
        assert [file for file in path.parent.iterdir() if file.name.startswith(target.name)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_what_there_is_no_room_to_make_leaves_nothing(path: Path, key: DatabaseKey) -> None:
    with files_of_at_most(100), pytest.raises(DiskFull):
        SlotFiles().create(path, key)
    with files_of_at_most(20_000), pytest.raises(EnvironmentFault) as caught:
        EncryptedFiles().create(path, key)

    assert isinstance(caught.value, DiskFull | DiskFailed)
    assert caught.value.path == str(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no other user's rights here")
def test_a_read_only_place_is_told_before_anything_is_opened(public_folder: Path, key: DatabaseKey) -> None:
    path = public_folder / "a.db"
    make_note_file(path, key)
    before = contents(public_folder)
    path.chmod(0o444)
    public_folder.chmod(0o555)

    with unprivileged():
        with pytest.raises(DatabaseReadOnly):
            look(path)
        with pytest.raises(DatabaseReadOnly):
            EncryptedFiles().create(public_folder / "new.db", key)
    assert contents(public_folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no other user's rights here")
def test_a_file_that_may_not_be_read_is_told_so(public_folder: Path, key: DatabaseKey) -> None:
    path = public_folder / "a.db"
    make_note_file(path, key)
    path.chmod(0o000)

    with unprivileged(), pytest.raises(DatabaseReadOnly):
        look(path)


@pytest.fixture
def public_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that others than root can get to."""
    folder = tmp_path_factory.mktemp("public")
    opened = [part for part in (folder, *folder.parents) if part.stat().st_mode & 0o055 != 0o055]
    modes = [part.stat().st_mode for part in opened]
    for part in opened:
        part.chmod(part.stat().st_mode | 0o055)
    yield folder
    for part, mode in zip(opened, modes, strict=True):
        part.chmod(mode)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may write everywhere: for a while we are nobody."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
