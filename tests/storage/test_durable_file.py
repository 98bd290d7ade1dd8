"""Small files are whole or not there, and what the system refuses is told as what it is."""

import errno
from pathlib import Path

import pytest

from koordinator.domain.database_file import DatabaseReadOnly, DiskFailed, DiskFull, FolderMissing
from koordinator.storage import durable_file
from koordinator.storage.durable_file import explained, move_new, replace_file, write_new


def test_a_new_file_takes_no_others_place(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_new(file, b"first")
    with pytest.raises(FileExistsError):
        write_new(file, b"second")

    assert file.read_bytes() == b"first"


def test_a_replaced_file_is_the_new_one_alone(tmp_path: Path) -> None:
    file = tmp_path / "a"
    replace_file(file, b"first")
    replace_file(file, b"second")

    assert file.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [file]


def test_a_replacement_that_fails_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        replace_file(tmp_path / "a", b"content")

    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_file_is_moved_to_a_free_name_only(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"new")
    move_new(source, target)
    assert (target.read_bytes(), source.exists()) == (b"new", False)

    source.write_bytes(b"newer")
    with pytest.raises(FileExistsError):
        move_new(source, target)
    assert (target.read_bytes(), source.read_bytes()) == (b"new", b"newer")


def test_a_file_is_moved_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(self: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, "no hard links here")

    def refused(_folder: Path) -> None:
        raise OSError(errno.EIO, "refused")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"new")
    with monkeypatch.context() as patched:
        patched.setattr(durable_file, "sync_folder", refused)
        with pytest.raises(OSError, match="refused"):
            move_new(source, target)
    assert (source.read_bytes(), target.exists()) == (b"new", False)
    move_new(source, target)
    assert target.read_bytes() == b"new"

    source.write_bytes(b"newer")
    with pytest.raises(FileExistsError):
        move_new(source, target)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EACCES, DatabaseReadOnly),
        (errno.EROFS, DatabaseReadOnly),
        (errno.ENOENT, FolderMissing),
        (errno.EIO, DiskFailed),
    ],
)
def test_the_systems_refusals_are_the_environments_faults(tmp_path: Path, number: int, fault: type[Exception]) -> None:
    with pytest.raises(fault), explained(tmp_path / "a"):
        raise OSError(number, "no")


def test_a_file_in_the_way_is_the_callers_matter(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError), explained(tmp_path / "a"):
        raise FileExistsError
