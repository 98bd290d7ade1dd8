"""Backups of small databases for the tests, and what is wrong with a file that was changed from outside."""

from datetime import UTC, datetime
from pathlib import Path

from koordinator.domain.backup import BackupManifest, BackupReason
from koordinator.storage.backup_making import BackupOrder, make_backup
from koordinator.usecases.ports_keys import DatabaseKey

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
