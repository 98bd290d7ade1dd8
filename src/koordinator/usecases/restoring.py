"""Restoring a backup: into a new file first, looked at, and only then put where somebody works in it.

What was deleted for good stays deleted: whatever stands on a list of deletions (the backup's own, the present
database's) is deleted again in the restored one before anybody sees it.
"""

from datetime import UTC
from pathlib import Path
from typing import Final, Generic, NamedTuple

from koordinator.domain.access import Action, Actor, Channel, require
from koordinator.domain.backup import BackupLocked, BackupManifest
from koordinator.domain.backup_comparison import Comparison, DatabaseFacts, relation
from koordinator.domain.backup_names import kept_name
from koordinator.domain.codes import Role
from koordinator.domain.database_key import SlotKind, spelt
from koordinator.domain.deletion import ListedDeletion, joined_lists
from koordinator.domain.ids import EmployeeId
from koordinator.domain.recovery_code import RecoveryCodeLength, RecoveryCodeMistyped, read_recovery_code
from koordinator.usecases.growing_wait import GrowingWait
from koordinator.usecases.ports import Clock
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.ports_restoring import Inside, Ready, Restores, SealAt, Secret, Way

OWNER_OF_THE_KEY: Final = Actor(EmployeeId(0), frozenset(Role), Channel.SYSTEM)
"""Where no database is open, whoever can open the backup may restore it."""


class Wanted(NamedTuple):
    """The backup, what opens it, the place it is to come to, and what was deleted there for good."""

    file: Path
    way: Way
    beside: Path
    key: DatabaseKey | None = None
    """The restored one is locked with this; None for the key of its time, with the ways in of its time."""
    listed: tuple[ListedDeletion, ...] = ()
    counted_at: Path | None = None
    """The database beside which wrong words are counted too; None for the one in the place."""


class Present(NamedTuple):
    """The database that is there now, open: to be held against the restored one."""

    facts: DatabaseFacts
    seal_at: SealAt


class Restored(NamedTuple, Generic[Ready]):
    """A restored database that waits for a yes. `deleted_again` is how many deletions were carried out anew."""

    prepared: Ready
    facts: DatabaseFacts
    comparison: Comparison | None
    listed: tuple[ListedDeletion, ...]
    deleted_again: int

    @property
    def manifest(self) -> BackupManifest:
        """What the backup says of itself."""
        return self.prepared.manifest


def typed(text: str) -> Secret:
    """What somebody typed who may have either: a recovery code when it has the form of one, else a passphrase.

    Raises RecoveryCodeMistyped for what can only be a code, with a slip in it.
    """
    try:
        return by_recovery_code(text)
    except RecoveryCodeLength:
        return by_passphrase(text)
    except RecoveryCodeMistyped:
        if text.isupper():
            raise
        return by_passphrase(text)


def by_passphrase(text: str) -> Secret:
    """The way in by the passphrase of that time."""
    return Secret(SlotKind.PASSPHRASE, spelt(text).encode())


def by_recovery_code(text: str) -> Secret:
    """The way in by the recovery code of that time. Raises RecoveryCodeLength or RecoveryCodeMistyped."""
    return Secret(SlotKind.RECOVERY_CODE, read_recovery_code(text))


class Restoring(Generic[Ready]):
    """None of the methods is for the thread of the window, but `put_in_place`, which takes a moment."""

    def __init__(self, restores: Restores[Ready], clock: Clock, wait: GrowingWait, usual: Path) -> None:
        """Wrong words are counted at the `usual` place in any case: whoever tries them names all the others."""
        self._restores, self._clock, self._wait, self._usual = restores, clock, wait, usual

    def prepare(
        self, wanted: Wanted, present: Present | None = None, actor: Actor = OWNER_OF_THE_KEY
    ) -> Restored[Ready]:
        """The restored database in a file of its own beside the place, checked, with an entry in its log.

        Raises NotAllowed, the errors of `domain.backup`, NoSuchSlot, TooManyTries or a fault of the disk; then
        nothing is left.
        """
        require(actor, Action.RESTORE_BACKUP)
        prepared = self._prepared(wanted)
        try:
            return self._settled(prepared, wanted, present, actor)
        except BaseException:
            prepared.drop()
            raise

    def place_new(self, restored: Restored[Ready], target: Path) -> None:
        """Gives it a name where none may be. Raises DatabaseExists, KeysWithoutDatabase or a fault of the disk."""
        try:
            self._restores.place_new(restored.prepared, target, restored.listed)
        finally:
            restored.prepared.drop()

    def put_in_place(self, restored: Restored[Ready], path: Path) -> Path:
        """Puts it in the place of the database there, which must be closed, and gives the name that one is kept under.

        Raises DatabaseBusy, DatabaseExists or a fault of the disk; then the database there is as it was.
        """
        kept = path.with_name(kept_name(path.name, self._clock.now()))
        try:
            self._restores.swap(restored.prepared, path, kept, restored.listed)
        finally:
            restored.prepared.drop()
        return kept

    def _prepared(self, wanted: Wanted) -> Ready:
        """Words that are right forgive none that were wrong: anybody can bring a backup whose words they know."""
        if not isinstance(wanted.way, Secret):
            return self._restores.prepare(wanted.file, wanted.way, wanted.beside, wanted.key)
        counted_at = {self._usual, wanted.counted_at or wanted.beside}
        for path in counted_at:
            self._wait.may_try(path)
        try:
            return self._restores.prepare(wanted.file, wanted.way, wanted.beside, wanted.key)
        except BackupLocked:
            for path in counted_at:
                self._wait.wrong(path)
            raise

    def _settled(self, prepared: Ready, wanted: Wanted, present: Present | None, actor: Actor) -> Restored[Ready]:
        known = self._restores.beside(prepared, wanted.file)
        heads = [manifest.log for manifest in known] + ([present.facts.log] if present else [])
        listed = joined_lists(wanted.listed, *(manifest.deleted for manifest in known))
        with self._restores.opened(prepared) as inside:
            comparison = None if present is None else _compared(inside, present)
            with inside.office.act(actor, Action.RESTORE_BACKUP) as tx:
                made_at = prepared.manifest.made_at.astimezone(UTC).isoformat(timespec="seconds")
                # Newer than every head that may be of what came after the backup: those are no longer to be expected.
                newest = max(inside.noted_return, *(head.after_return for head in heads))
                tx.about("database", newest + 1, codes=f"made_at={made_at}")
            deleted_again = inside.deletions.replay(listed)
        return Restored(prepared, inside.facts, comparison, listed, deleted_again)


def _compared(inside: Inside, present: Present) -> Comparison:
    here, there = inside.facts, present.facts
    stands = relation(
        here, there, present_then=present.seal_at(here.log.count), restored_then=inside.seal_at(there.log.count)
    )
    return Comparison(stands, here, there)
