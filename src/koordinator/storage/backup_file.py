"""The backup as a file: a zip with nothing compressed, so that anybody can see what it holds and nobody what it says.

Its members: `format`, `keys`, `database` (SQLCipher, with a random key of its own), `manifest.json`. The first one
stands in the first bytes, so that a file that was cut off can be told from one that never was a backup.
"""

import errno
import hashlib
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Final

from koordinator.domain.backup import (
    BackupCut,
    BackupDamaged,
    BackupManifest,
    BackupMissing,
    BackupNewer,
    NotABackup,
)
from koordinator.storage.backup_record import (
    BackupKeys,
    NotAsWritten,
    is_sealed,
    read_keys,
    read_manifest,
    write_keys,
    write_manifest,
)
from koordinator.storage.durable_file import explained, new_file
from koordinator.usecases.ports_keys import DatabaseKey

_MARK: Final = b"koordinator-backup/"
_VERSION: Final = b"1"
_FORMAT, _KEYS, _DATABASE, _MANIFEST = "format", "keys", "database", "manifest.json"
_MEMBERS: Final = [_FORMAT, _KEYS, _DATABASE, _MANIFEST]
_HEAD: Final = b"PK\x03\x04"
_NAME_AT: Final = 30
"""Where the first member's name stands in a zip, with its content straight behind it."""
_LONGEST_MEMBER: Final = {_FORMAT: 64, _KEYS: 256 * 1024, _MANIFEST: 64 * 1024 * 1024}
_STEP_BYTES: Final = 1 << 20
_UNREADABLE: Final = (zipfile.BadZipFile, EOFError, RuntimeError, ValueError, KeyError, OverflowError, struct.error)
"""What the zip library raises for an archive that is not in order, an encrypted one included."""
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)


class BackupFile:
    """A backup that is there and whose small members can be read; the database inside has not been looked at."""

    def __init__(self, path: Path) -> None:
        """Raises BackupMissing, NotABackup, BackupCut, BackupDamaged, BackupNewer or a fault of the disk."""
        self.path = path
        with self._opened() as archive:
            self._sealed = archive.read(_MANIFEST)
            try:
                self.keys: BackupKeys = read_keys(archive.read(_KEYS))
                self.manifest: BackupManifest = read_manifest(self._sealed)
            except NotAsWritten as error:
                raise BackupDamaged(str(path)) from error
            if archive.getinfo(_DATABASE).file_size != self.manifest.size_bytes:
                raise BackupDamaged(str(path))

    def is_sealed(self, own: DatabaseKey) -> bool:
        """Whether the manifest was written by whoever had the backup's own key."""
        return is_sealed(self._sealed, own)

    def check_database(self) -> None:
        """Reads every byte of the database inside. Raises BackupDamaged where one is not as written."""
        with self._opened() as archive:
            self._digested(archive, None)

    def take_out(self, target: Path) -> None:
        """Puts the database, locked with the backup's own key, into a new file. Raises BackupDamaged too."""
        with self._opened() as archive, explained(target), new_file(target) as out:
            self._digested(archive, out)

    def _digested(self, archive: zipfile.ZipFile, out: BinaryIO | None) -> None:
        with archive.open(_DATABASE) as database:
            found = _stream(database, out)
        if found != self.manifest.sha256:
            raise BackupDamaged(str(self.path))

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        path = str(self.path)
        if not self.path.is_file():
            raise NotABackup(path) if self.path.exists() else BackupMissing(path)
        with explained(self.path), self.path.open("rb") as file:
            _check_mark(file, path)
            try:
                with zipfile.ZipFile(file) as archive:
                    _check_members(archive, path)
                    yield archive
            except _UNREADABLE as error:
                # The table of contents stands at the end: where it is missing, so is the end.
                fault = BackupCut if not _has_end(file) else BackupDamaged
                raise fault(path) from error
            except OSError as error:
                # A place in the file that cannot be, read from a damaged table of contents.
                if error.errno == errno.EINVAL:
                    raise BackupDamaged(path) from error
                raise


def write_backup(
    file: BinaryIO,
    database: Path,
    keys: BackupKeys,
    own: DatabaseKey,
    manifest_of: Callable[[int, str], BackupManifest],
) -> BackupManifest:
    """Fills a new file, the database streamed through memory a piece at a time; `manifest_of` gets size and SHA-256."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_info(_FORMAT), _MARK + _VERSION)
        archive.writestr(_info(_KEYS), write_keys(keys))
        with database.open("rb") as source, archive.open(_info(_DATABASE), "w", force_zip64=True) as out:
            sha256 = _stream(source, out)
            size = source.tell()
        manifest = manifest_of(size, sha256)
        archive.writestr(_info(_MANIFEST), write_manifest(manifest, own))
    return manifest


def _check_mark(file: BinaryIO, path: str) -> None:
    head = file.read(_NAME_AT + 64)
    expected = _FORMAT.encode() + _MARK
    if not head.startswith(_HEAD) or not head[_NAME_AT:].startswith(expected):
        raise NotABackup(path)
    after = head[_NAME_AT + len(expected) :]
    if not after.startswith(_VERSION + _HEAD):
        raise BackupNewer(path) if after[:1].isdigit() else BackupDamaged(path)
    file.seek(0)


def _check_members(archive: zipfile.ZipFile, path: str) -> None:
    infos = archive.infolist()
    is_ours = [info.filename for info in infos] == _MEMBERS
    if not is_ours or any(info.compress_type != zipfile.ZIP_STORED for info in infos):
        raise BackupDamaged(path)
    if any(info.file_size > _LONGEST_MEMBER.get(info.filename, info.file_size) for info in infos):
        raise BackupDamaged(path)


def _has_end(file: BinaryIO) -> bool:
    """Whether the file ends as a zip does: 22 bytes, as we write no comment."""
    file.seek(0, 2)
    file.seek(max(file.tell() - 22, 0))
    return file.read(4) == b"PK\x05\x06"


def _stream(source: IO[bytes], out: IO[bytes] | None) -> str:
    digest = hashlib.sha256()
    while piece := source.read(_STEP_BYTES):
        digest.update(piece)
        if out is not None:
            out.write(piece)
    return digest.hexdigest()


def _info(name: str) -> zipfile.ZipInfo:
    """Every member has the same day: when a backup was made is for its manifest to say."""
    return zipfile.ZipInfo(name, _NO_DATE)
