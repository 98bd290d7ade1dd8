"""The backups of an open database, and restoring one."""

from koordinator.bootstrap.keys import OpenDatabase
from koordinator.bootstrap.log_note import noted_return
from koordinator.bootstrap.places import named_database
from koordinator.bootstrap.retention_periods import standard_periods
from koordinator.storage import backup_facts
from koordinator.storage.audit_key import audit_key
from koordinator.storage.backup_restoring import Prepared
from koordinator.storage.backup_shelf import DiskBackups
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.storage.engine import Database
from koordinator.storage.former_keys import former_keys
from koordinator.storage.office import SqlOffice
from koordinator.storage.restores import DiskRestores
from koordinator.storage.tries_file import TriesFiles
from koordinator.usecases.backups import Backups
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.growing_wait import GrowingWait
from koordinator.usecases.ports import Clock, Office
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.restoring import Present, Restoring


def make_backups(opened: OpenDatabase, office: Office, clock: Clock) -> Backups:
    """The use cases of the backups."""
    return Backups(office, DiskBackups(opened.handle, lambda: opened.key), clock)


def make_restoring(clock: Clock) -> Restoring[Prepared]:
    """The use cases of restoring; they need no open database."""

    def work(database: Database) -> tuple[Office, Deletions]:
        office = SqlOffice(database, audit_key(database), clock, lambda _changed: None)
        return office, Deletions(office, DeletionListFile(database.path), database, standard_periods)

    return Restoring(DiskRestores(work, noted_return), clock, GrowingWait(TriesFiles(), clock), named_database(None))


def present_of(opened: OpenDatabase) -> Present:
    """The open database, to be held against a restored one."""
    return Present(backup_facts.facts_of(opened.handle), lambda count: backup_facts.seal_at(opened.handle, count))


def keys_of(opened: OpenDatabase) -> tuple[DatabaseKey, ...]:
    """What its backups may be locked with: its key, and those it had before."""
    return opened.key, *former_keys(opened.handle)
