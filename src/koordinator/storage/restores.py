"""The steps of a restore on the disk (see `usecases.ports_restoring.Restores`)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from koordinator.domain.backup import BackupManifest, BackupState
from koordinator.domain.backup_names import ENDING
from koordinator.domain.deletion import ListedDeletion
from koordinator.storage import backup_facts, backup_restoring
from koordinator.storage.backup_restoring import Prepared
from koordinator.storage.backup_shelf import found_at
from koordinator.storage.deletion_list import DeletionListFile, list_path
from koordinator.storage.durable_file import explained
from koordinator.storage.engine import Database
from koordinator.storage.former_keys import note_former_key
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.ports_restoring import Inside, Way

Work = Callable[[Database], tuple[Office, Deletions]]
"""The office on a database, and deletion in it."""


class DiskRestores:
    """`work` opens an office on the restored database; `noted` says which return is known of there."""

    def __init__(self, work: Work, noted: Callable[[Database, Path], int]) -> None:
        self._work, self._noted = work, noted

    def prepare(self, file: Path, way: Way, beside: Path, key: DatabaseKey | None) -> Prepared:
        """The database of the backup in a file beside the other."""
        return backup_restoring.prepare(file, way, beside, key)

    @contextmanager
    def opened(self, prepared: Prepared) -> Iterator[Inside]:
        """The restored database, its log gone through from end to end."""
        with backup_facts.opened(prepared) as database:
            office, deletions = self._work(database)
            facts = backup_facts.facts_of(database)
            for key in prepared.former:
                note_former_key(database, key, prepared.manifest.made_at)
            noted = self._noted(database, prepared.beside)
            try:
                yield Inside(office, deletions, facts, lambda count: backup_facts.seal_at(database, count), noted)
            finally:
                # It was needed to delete by, and comes to its place with the database.
                with explained(prepared.fresh):
                    list_path(prepared.fresh).unlink(missing_ok=True)

    def beside(self, prepared: Prepared, file: Path) -> tuple[BackupManifest, ...]:
        """What this backup, and the others of the same database in its folder, say of themselves."""
        with explained(file):
            others = [each for each in file.absolute().parent.iterdir() if each.name.endswith(ENDING)]
        found = (found_at(each, (prepared.key,)) for each in others)
        said = tuple(each.manifest for each in found if each.state is BackupState.GOOD and each.manifest is not None)
        return prepared.manifest, *said

    def place_new(self, prepared: Prepared, target: Path, listed: tuple[ListedDeletion, ...]) -> None:
        """Gives it its name, where none may be, after the list of deletions, without which it may not be there."""
        lists = DeletionListFile(target)
        known = frozenset(lists.read())
        lists.add(listed)
        try:
            backup_restoring.place_new(prepared, target)
        except BaseException:
            lists.take_back(each for each in listed if each not in known)
            raise

    def swap(self, prepared: Prepared, path: Path, kept: Path, listed: tuple[ListedDeletion, ...]) -> None:
        """Puts it in the present one's place; that one is kept."""
        DeletionListFile(path).add(listed)
        backup_restoring.swap(prepared, path, kept)
