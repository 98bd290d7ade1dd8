"""What restoring a backup asks of the disk, where perhaps no database is open."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from koordinator.domain.backup import BackupManifest
from koordinator.domain.backup_comparison import DatabaseFacts
from koordinator.domain.database_key import SlotKind
from koordinator.domain.deletion import ListedDeletion
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_keys import DatabaseKey


class Secret(NamedTuple):
    """What a person typed, as the slot takes it."""

    kind: SlotKind
    text: bytes

    def __repr__(self) -> str:  # type: ignore[explicit-override] # typing.override came with Python 3.12
        return f"Secret({self.kind})"


SealAt = Callable[[int], str | None]
"""The seal of the log's entry with the number; None where the log does not reach so far, or no longer."""
Way = Secret | tuple[DatabaseKey, ...]
"""A secret of the backup's time, or the keys of the database that it was made from: the present one and former ones."""


class Prepared(Protocol):
    """A restored database under a name that nobody else knows: whole, checked, and locked with `key`."""

    @property
    def key(self) -> DatabaseKey: ...

    @property
    def manifest(self) -> BackupManifest: ...

    def drop(self) -> None:
        """Takes it away again."""


Ready = TypeVar("Ready", bound=Prepared)


class Inside(NamedTuple):
    """The restored database while it is open: to work in it, to delete in it, and what it holds."""

    office: Office
    deletions: Deletions
    facts: DatabaseFacts
    seal_at: SealAt
    noted_return: int
    """The newest return that is known of in the place that it is restored to, though that database is gone."""


class Restores(Protocol[Ready]):
    """The steps of a restore. Each raises the errors of `domain.backup` or a fault of the disk."""

    def prepare(self, file: Path, way: Way, beside: Path, key: DatabaseKey | None) -> Ready:
        """The database of the backup in a file beside the other, locked with `key`, else with that of its time.

        Raises NoSuchSlot too; then nothing has been made.
        """

    def opened(self, prepared: Ready) -> AbstractContextManager[Inside]:
        """The restored database, its log gone through from end to end. Raises BackupDamaged."""

    def beside(self, prepared: Ready, file: Path) -> tuple[BackupManifest, ...]:
        """What this backup, and the others of the same database in its folder, say of themselves."""

    def place_new(self, prepared: Ready, target: Path, listed: tuple[ListedDeletion, ...]) -> None:
        """Gives it its name, where none may be, and the list of deletions. Raises DatabaseExists too."""

    def swap(self, prepared: Ready, path: Path, kept: Path, listed: tuple[ListedDeletion, ...]) -> None:
        """Puts it in the present one's place, which nobody may have open; that one is kept. Raises DatabaseBusy too."""
