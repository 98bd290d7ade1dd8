"""The backups of an open database."""

from koordinator.bootstrap.keys import OpenDatabase
from koordinator.storage.backup_shelf import DiskBackups
from koordinator.usecases.backups import Backups
from koordinator.usecases.ports import Clock, Office


def make_backups(opened: OpenDatabase, office: Office, clock: Clock) -> Backups:
    """The use cases of the backups."""
    return Backups(office, DiskBackups(opened.handle, lambda: opened.key), clock)
