"""The backups of the open database, here and elsewhere (see `usecases.ports_backups.BackupShelf`)."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from koordinator.domain.access import Action
from koordinator.domain.audit import LogHead
from koordinator.domain.backup import BackupManifest, BackupReason, BackupState, state_of
from koordinator.domain.backup_comparison import DatabaseFacts
from koordinator.domain.backup_names import ENDING, FOLDER
from koordinator.domain.errors import DomainError
from koordinator.storage import backup_facts
from koordinator.storage.backup_file import BackupFile
from koordinator.storage.backup_making import BackupOrder, copy_backup, make_backup, name_mark, tidy
from koordinator.storage.backup_restoring import check_ways_in, prepare
from koordinator.storage.backup_sealing import unlock
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.storage.durable_file import explained, sync_folder
from koordinator.storage.engine import Database
from koordinator.storage.former_keys import former_keys, note_former_key
from koordinator.usecases.ports_backups import FoundBackup, TrialNote
from koordinator.usecases.ports_keys import DatabaseKey

_OF_BACKUPS: Final = (str(Action.MAKE_BACKUP), str(Action.TRY_BACKUP))
_SEAL_AT: Final = "SELECT seal FROM audit_entry WHERE sequence = ?"
_OTHER_ENTRY: Final = "SELECT 1 FROM audit_entry WHERE sequence > ? AND action NOT IN (?, ?) LIMIT 1"
_LAST_TRIAL: Final = "SELECT at, codes FROM audit_entry WHERE action = ? ORDER BY sequence DESC LIMIT 1"
_RESULT: Final = "result="


class DiskBackups:
    """`key` is asked each time: it is another one after a rekey."""

    def __init__(self, database: Database, key: Callable[[], DatabaseKey]) -> None:
        self._database, self._key = database, key

    @property
    def home(self) -> Path:
        """The folder beside the database."""
        return self._database.path.parent / FOLDER

    def keys(self) -> tuple[DatabaseKey, ...]:
        """What this database's backups can be locked with: the present key, and those it had before."""
        return self._key(), *former_keys(self._database)

    def changed_since(self, head: LogHead) -> bool:
        """Whether anything but backups has happened since; a log that does not go on from there counts as changed."""
        with self._database.plain() as connection:
            found = connection.execute(_SEAL_AT, (head.count,)).fetchone()
            if found is None or found[0] != head.seal:
                return True
            return connection.execute(_OTHER_ENTRY, (head.count, *_OF_BACKUPS)).fetchone() is not None

    def last_trial(self) -> TrialNote | None:
        """The newest entry of the log about a trial restore."""
        with self._database.plain() as connection:
            found = connection.execute(_LAST_TRIAL, (str(Action.TRY_BACKUP),)).fetchone()
        if found is None:
            return None
        return TrialNote(datetime.fromisoformat(found[0]), BackupState(found[1].removeprefix(_RESULT)))

    def found(self, folder: Path) -> tuple[FoundBackup, ...]:
        """Every backup in the folder; none where there is no folder."""
        if not folder.is_dir():
            return ()
        keys = self.keys()
        with explained(folder):
            files = [file for file in sorted(folder.iterdir()) if file.name.endswith(ENDING)]
            return tuple(self._of_this_file(found_at(file, keys)) for file in files)

    def names(self, folder: Path) -> tuple[str, ...]:
        """What lies in the folder; the folder beside the database is made."""
        with explained(folder / "x"):
            if folder == self.home and not folder.exists():
                folder.mkdir()
                # A backup is lost with its folder when the power goes before the folder's own name is safe.
                sync_folder(folder.parent)
            return tuple(file.name for file in folder.iterdir())

    def is_same_disk(self, folder: Path) -> bool:
        """Whether the folder lies on the database's own disk."""
        with explained(folder):
            return folder.stat().st_dev == self._database.path.parent.stat().st_dev

    def make(self, reason: BackupReason, at: datetime, target: Path) -> BackupManifest:
        """Makes a backup, with the list of deletions."""
        path, deleted = self._database.path, DeletionListFile(self._database.path).read()
        order = BackupOrder(path, self._key(), reason, at, deleted, copy=self._database.backup)
        return make_backup(order, target)

    def copy(self, source: Path, target: Path) -> None:
        """The same backup at another place."""
        copy_backup(source, target)

    def remove(self, file: Path) -> None:
        """Takes a backup away; one that cannot be, stays."""
        with suppress(OSError):
            file.unlink()

    def note_key(self, at: datetime) -> None:
        """Remembers the present key before it becomes a former one."""
        note_former_key(self._database, self._key(), at)

    def try_out(self, file: Path) -> DatabaseFacts:
        """Restores into a file of its own, checks everything, and takes it away again."""
        tidy(self._database.path.parent)
        prepared = prepare(file, self.keys(), self._database.path)
        try:
            with backup_facts.opened(prepared) as database:
                facts = backup_facts.facts_of(database)
            check_ways_in(prepared)
            return facts
        finally:
            prepared.drop()

    def _of_this_file(self, found: FoundBackup) -> FoundBackup:
        """A restored copy has the same keys and may lie beside this one: neither's backups stand for the other's."""
        if found.state is not BackupState.GOOD or found.manifest is None:
            return found
        is_ours = found.manifest.made_of == name_mark(self._database.path)
        return found if is_ours else found._replace(state=BackupState.OTHER)


def found_at(file: Path, keys: tuple[DatabaseKey, ...]) -> FoundBackup:
    """What the file is, to somebody who has the keys."""
    size = 0
    try:
        with explained(file):
            size = file.stat().st_size
        backup = BackupFile(file)
    except DomainError as fault:
        return FoundBackup(file, size, _state(fault), None)
    own = next((own for key in keys if (own := unlock(backup.keys.own, key)) is not None), None)
    if own is None:
        return FoundBackup(file, size, BackupState.OTHER, backup.manifest)
    state = BackupState.GOOD if backup.is_sealed(own) else BackupState.DAMAGED
    return FoundBackup(file, size, state, backup.manifest)


def _state(fault: DomainError) -> BackupState:
    try:
        return state_of(fault)
    except DomainError:
        # It cannot be read just now, whatever is in it.
        return BackupState.GONE
