"""Small files that are either whole or not there, for the owner's eyes only."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from koordinator.domain.database_file import DatabaseReadOnly, DiskFailed, DiskFull, FolderMissing

_OWNER_ONLY: Final = 0o600
_NEW: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """The operating system's refusals come out as the environment's faults; FileExistsError as it is."""
    try:
        yield
    except FileExistsError:
        raise
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FolderMissing(str(path.parent)) from error
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(str(path)) from error
        if error.errno in _FORBIDDEN:
            raise DatabaseReadOnly(str(path)) from error
        raise DiskFailed(str(path)) from error


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that must not be there yet, for the owner's eyes, safe on the disk when the block ends well.

    Where it does not, the file goes. Raises FileExistsError.
    """
    descriptor = os.open(path, _NEW, _OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def write_new(path: Path, content: bytes) -> None:
    """Writes a file that must not be there yet. Raises FileExistsError."""
    _write(path, content)
    sync_folder(path.parent)


def replace_file(path: Path, content: bytes) -> None:
    """Puts the content in the file's place in one step: a crash leaves the old one or the new one."""
    fresh = write_beside(path, content)
    try:
        replace_with(fresh, path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def write_beside(path: Path, content: bytes) -> Path:
    """Writes what shall take the file's place, beside it, safe on the disk; for `replace_with`."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    _write(fresh, content)
    return fresh


def replace_with(fresh: Path, path: Path) -> None:
    """Puts the one file in the other's place in one step."""
    fresh.replace(path)
    sync_folder(path.parent)


def move_new(source: Path, target: Path) -> None:
    """Moves a file to where none may be, or leaves it where it is. Raises FileExistsError."""
    if os.name == "nt":
        source.rename(target)
        return
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (a USB stick): the check and the move are two steps there.
        if target.exists():
            raise FileExistsError(str(target)) from None
        source.rename(target)
        try:
            sync_folder(target.parent)
        except OSError:
            target.rename(source)
            raise
        return
    try:
        sync_folder(target.parent)
        source.unlink()
    except OSError:
        target.unlink(missing_ok=True)
        raise


def sync_file(path: Path) -> None:
    """Makes the content of a file that another library wrote safe against a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes names just given or taken in the folder safe against a power cut (Windows does it by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(path: Path, content: bytes) -> None:
    with new_file(path) as file:
        file.write(content)
