"""What backups ask of the disk and of the open database."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from koordinator.domain.audit import LogHead
from koordinator.domain.backup import BackupManifest, BackupReason, BackupState
from koordinator.domain.backup_comparison import DatabaseFacts


class FoundBackup(NamedTuple):
    """A file in a folder of backups. `manifest` is None where it cannot be read."""

    file: Path
    size_bytes: int
    state: BackupState
    manifest: BackupManifest | None


class TrialNote(NamedTuple):
    """The last trial restore, as the log has it."""

    at: datetime
    state: BackupState


class BackupShelf(Protocol):
    """The open database's backups, here and elsewhere. None of it is for the thread of the window."""

    @property
    def home(self) -> Path:
        """The folder beside the database."""

    def changed_since(self, head: LogHead) -> bool:
        """Whether anything but backups has happened since the log had that head."""

    def last_trial(self) -> TrialNote | None:
        """The newest entry of the log about a trial restore."""

    def found(self, folder: Path) -> tuple[FoundBackup, ...]:
        """Every backup in the folder, also those that are not good; none where there is no folder.

        Raises a fault of the disk where it cannot be looked into.
        """

    def names(self, folder: Path) -> tuple[str, ...]:
        """What lies in the folder; the folder beside the database is made."""

    def is_same_disk(self, folder: Path) -> bool:
        """Whether the folder lies on the database's own disk."""

    def make(self, reason: BackupReason, at: datetime, target: Path) -> BackupManifest:
        """Makes a backup, with the list of deletions. Raises BackupNameTaken or a fault of the database or its disk."""

    def copy(self, source: Path, target: Path) -> None:
        """The same backup at another place. Raises as `make` does."""

    def remove(self, file: Path) -> None:
        """Takes a backup away; one that cannot be, stays."""

    def note_key(self, at: datetime) -> None:
        """Remembers the present key before it becomes a former one."""

    def try_out(self, file: Path) -> DatabaseFacts:
        """Restores into a file of its own, checks everything, log and all, and takes it away again.

        Raises the errors of `domain.backup`.
        """
