"""Backups of small databases for the tests, and what is wrong with a file that was changed from outside."""

from datetime import UTC, datetime
from pathlib import Path

from koordinator.domain.backup import BackupManifest, BackupReason
from koordinator.domain.database_key import SlotKind
from koordinator.storage.backup_making import BackupOrder, make_backup
from koordinator.storage.backup_restoring import place_new, prepare
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.ports_restoring import Way
from tests.support.office import KEY

MADE_AT = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def backup_of(database: Path, key: DatabaseKey, target: Path) -> BackupManifest:
    """A backup that somebody asked for."""
    return make_backup(BackupOrder(database, key, BackupReason.ASKED, MADE_AT), target)


def flipped(source: Path, target: Path, place: int) -> Path:
    """A copy of the file with one bit turned over; a negative place counts from the end."""
    content = bytearray(source.read_bytes())
    content[place] ^= 0x10
    target.write_bytes(content)
    return target


def cut(source: Path, target: Path, length: int) -> Path:
    """A copy of the file's beginning."""
    target.write_bytes(source.read_bytes()[:length])
    return target


def add_slots(database: Path) -> None:
    """Gives the database a passphrase and a recovery code, which cost next to nothing to try."""
    change = SlotFiles(SealCost(passes=1, memory_kib=64, lanes=1)).change(database, KEY)
    change.put(SlotKind.PASSPHRASE, b"fire ord efter hinanden")
    change.put(SlotKind.RECOVERY_CODE, b"17 random bytes..")
    change.prepare()
    change.keep()


def employees(path: Path, key: DatabaseKey) -> list[str]:
    """Who is in the database, every page of which is whole."""
    opened = EncryptedFiles().open(path, key)
    try:
        assert opened.verify_pages() == ()
        with opened.plain() as connection:
            return [row[0] for row in connection.execute("SELECT name FROM employee ORDER BY id")]
    finally:
        opened.close()


def restore_backup(file: Path, way: Way, target: Path) -> BackupManifest:
    """The backup as a new database at the target, with the ways in of its time."""
    prepared = prepare(file, way, target)
    try:
        place_new(prepared, target)
    finally:
        prepared.drop()
    return prepared.manifest
