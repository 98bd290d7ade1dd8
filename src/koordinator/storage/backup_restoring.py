"""Restoring a backup: taken out, checked and given the database's key in a new file, before anything is moved."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from koordinator.domain.backup import (
    BackupDamaged,
    BackupLocked,
    BackupManifest,
    BackupNewer,
    BackupOfAnother,
    BackupSchemaNewer,
    BackupWaysInRuined,
)
from koordinator.domain.database_file import DatabaseBusy, DatabaseDamaged, DatabaseExists
from koordinator.domain.database_key import (
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysWithoutDatabase,
    NoSuchSlot,
    SlotKind,
)
from koordinator.storage import heavy
from koordinator.storage.backup_contents import log_head, page_faults
from koordinator.storage.backup_file import BackupFile
from koordinator.storage.backup_making import copy_pages, side_file, tidy
from koordinator.storage.backup_sealing import unlock
from koordinator.storage.cipher import PAGE_BYTES, open_keyed, seal_fits
from koordinator.storage.cipher import explained as driver_explained
from koordinator.storage.damage import mark_path
from koordinator.storage.durable_file import (
    explained,
    move_new,
    new_file,
    replace_file,
    replace_with,
    sync_file,
    sync_folder,
    write_beside,
    write_new,
)
from koordinator.storage.file_checks import refuse_rests
from koordinator.storage.key_record import NewerRecord, NotARecord, read_records
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.storage.schema import HEAD, Schema
from koordinator.storage.settling import held, settle
from koordinator.storage.whole_checks import check_log
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.ports_restoring import Secret, Way

_SIDES: Final = ("-wal", "-shm", "-journal")
_STEP_BYTES: Final = 1 << 20
_ALIKE: Final = {SlotKind.RECOVERY_CODE: (SlotKind.RECOVERY_CODE, SlotKind.NEW_RECOVERY_CODE)}
"""A new sheet that was not yet said to be kept opens as well."""


class Prepared(NamedTuple):
    """A restored database under a name that nobody else knows: whole, checked, and locked with `key`."""

    fresh: Path
    key: DatabaseKey
    file: Path
    """The backup."""
    slots: bytes | None
    """The ways in at the backup's time."""
    manifest: BackupManifest
    beside: Path
    """Where the database is to lie."""
    former: tuple[DatabaseKey, ...] = ()
    """Keys that the database had before and may not know of: that of the backup's time, where it gets another."""

    def drop(self) -> None:
        """Takes it away again."""
        for side in ("", *_SIDES):
            with suppress(OSError):
                self.fresh.with_name(self.fresh.name + side).unlink(missing_ok=True)


def prepare(file: Path, way: Way, beside: Path, key: DatabaseKey | None = None) -> Prepared:
    """The database of the backup in a file beside the other, locked with `key`, else with its own key of that time.

    Raises the errors of `domain.backup`, NoSuchSlot or a fault of the disk; then nothing has been made.
    """
    backup = BackupFile(file)
    database_key = key_of(backup, way)
    fresh = beside.with_name(f"{beside.name}.restore-{secrets.token_hex(4)}")
    known = (database_key,) if isinstance(way, Secret) else way
    former = tuple(each for each in known if key is not None and each.raw != key.raw)
    prepared = Prepared(fresh, key or database_key, file, backup.keys.slots, backup.manifest, beside, former)
    tidy(beside.parent)
    try:
        _unpack(backup, database_key, beside, prepared)
    except BaseException:
        prepared.drop()
        raise
    return prepared


def check_ways_in(prepared: Prepared) -> None:
    """Whether what opened the database then opens the restored one, should nothing else be left of it.

    Raises BackupWaysInRuined or BackupNewer.
    """
    if prepared.slots is None:
        return
    try:
        is_its_own = _are_of(prepared.slots, prepared.key)
    except NewerRecord:
        raise BackupNewer(str(prepared.file)) from None
    except NotARecord:
        is_its_own = False
    if not is_its_own:
        raise BackupWaysInRuined(str(prepared.file))


def place_new(prepared: Prepared, target: Path) -> None:
    """Gives the database its name, where none may be, with the ways in of its time.

    Raises DatabaseExists, RestsOfAnother, KeysWithoutDatabase (other keys wait there for theirs) or a fault of the
    disk.
    """
    settle(prepared.fresh, prepared.key)
    give_name(prepared.fresh, target, prepared.slots)


def give_name(fresh: Path, target: Path, slots: bytes | None) -> None:
    """Moves a settled database to where none may be, with its ways in. Raises as `place_new` does."""
    refuse_rests(target)
    has_keys = _put_keys(slots, target)
    try:
        with explained(target):
            move_new(fresh, target)
    except BaseException as error:
        is_anothers = isinstance(error, FileExistsError)
        # Where the name could not be taken back it may not be without its keys.
        if has_keys and (is_anothers or not target.exists()):
            keys_path(target).unlink(missing_ok=True)
        if is_anothers:
            raise DatabaseExists(str(target)) from None
        raise
    # It is done: only the former name could still come back with a power cut.
    with suppress(OSError):
        sync_folder(target.parent)


def swap(prepared: Prepared, path: Path, kept: Path) -> None:
    """Puts the restored database in the present one's place, which nobody may have open; that is kept as `kept`.

    At every moment there is one whole database under the name. The keys beside it stay where they are the right ones.
    Raises DatabaseBusy, DatabaseExists, KeysMissing, KeysDamaged, KeysNewer (no ways into the restored one are left) or
    a fault of the disk; then the present one is where it was.
    """
    for name in (kept, keys_path(kept)):
        if name.exists():
            raise DatabaseExists(str(name))
    slots = _missing_slots(prepared, path)
    settle(prepared.fresh, prepared.key)
    _settle_log(path, prepared.key)
    with explained(path), held(path) as file, ExitStack() as undo:
        is_there = path.exists()
        if is_there:
            undo.callback(kept.unlink, missing_ok=True)
            _keep(path, kept, file)
        # Also of one that is missing: what stayed would be read as the restored one's.
        for side in _SIDES:
            _move(path.with_name(path.name + side), kept.with_name(kept.name + side), undo)
        if slots is not None:
            _exchange_keys(path, kept, slots, undo)
        # No power cut may leave the restored one beside what is the present one's.
        sync_folder(path.parent)
        if is_there:
            # Whoever is told that the disk refused finds the present one in its place.
            undo.callback(kept.replace, path)
        prepared.fresh.replace(path)
        if not is_there:
            undo.callback(path.replace, prepared.fresh)
        _move(mark_path(path), mark_path(kept), undo)
        sync_folder(path.parent)
        undo.pop_all()


def put_back(path: Path, kept: Path) -> None:
    """Undoes an exchange that was stopped before its last step: the file, or a copy of it, still has both names.

    What was put aside comes back to it. Left as it is where another program is just about to take that step.
    """
    with explained(path), suppress(DatabaseBusy), held(path) as file:
        if not (kept.exists() and (kept.samefile(path) or _is_copy(kept, path, file))):
            return
        for side in _SIDES:
            if not path.with_name(path.name + side).exists():
                _move(kept.with_name(kept.name + side), path.with_name(path.name + side), ExitStack())
        if keys_path(kept).exists():
            keys_path(kept).replace(keys_path(path))
        sync_folder(path.parent)
        kept.unlink()


def _missing_slots(prepared: Prepared, path: Path) -> bytes | None:
    """The ways in of the backup's time, where those beside the database do not open the restored one."""
    try:
        if any(each.is_of(prepared.key) for each in SlotFiles().generations(path)):
            return None
    except (KeysMissing, KeysDamaged, KeysNewer):
        # Those of before a rekey open nothing of what is locked with today's key.
        if prepared.former and prepared.slots is not None and not _opens(prepared.slots, prepared.key):
            raise
    return prepared.slots


def _opens(slots: bytes, key: DatabaseKey) -> bool:
    try:
        return _are_of(slots, key)
    except (NotARecord, NewerRecord):
        return False


def _are_of(slots: bytes, key: DatabaseKey) -> bool:
    """Whether the slots are of the key. Raises NotARecord or NewerRecord."""
    return any(record.check == key.check(record.account) for record in read_records(slots))


def _exchange_keys(path: Path, kept: Path, slots: bytes, undo: ExitStack) -> None:
    present, aside = keys_path(path), keys_path(kept)
    was = present.read_bytes() if present.exists() else None
    undo.callback(aside.unlink, missing_ok=True)
    if was is None:
        undo.callback(present.unlink, missing_ok=True)
    else:
        # Whole or not there: it may come back in the present ones' place.
        copy = write_beside(present, was)
        undo.callback(copy.unlink, missing_ok=True)
        replace_with(copy, aside)
        undo.callback(replace_file, present, was)
    replace_file(present, slots)


def _settle_log(path: Path, key: DatabaseKey) -> None:
    """Folds what lies in the log into the file, where both are whole and belong together."""
    if not path.exists():
        return
    with explained(path), path.open("rb") as file:
        if not seal_fits(file.read(PAGE_BYTES), key):
            # Damaged, or another key: it is kept as it is, log and all.
            return
    with suppress(DatabaseDamaged):
        check_log(path, key)
        settle(path, key)


def _keep(path: Path, kept: Path, file: BinaryIO | None) -> None:
    """The file, which is held, under a second name, with no moment in which it has none."""
    try:
        kept.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        # A name that opening tidies away: half a copy may not look like a database that was kept.
        part = path.with_name(f"{path.name}.new-{secrets.token_hex(4)}")
        with _reading(path, file) as there, new_file(part) as copy:
            shutil.copyfileobj(there, copy)
        part.replace(kept)
    sync_folder(kept.parent)


def _is_copy(kept: Path, path: Path, file: BinaryIO | None) -> bool:
    """As `_keep` makes one where a file can have but one name."""
    with _reading(path, file) as there, kept.open("rb") as copy:
        while (piece := there.read(_STEP_BYTES)) == copy.read(_STEP_BYTES):
            if not piece:
                return True
    return False


@contextmanager
def _reading(path: Path, file: BinaryIO | None) -> Iterator[BinaryIO]:
    """From its beginning; by the file that it is held by, where it is."""
    if file is not None:
        file.seek(0)
        yield file
        return
    with path.open("rb") as opened:
        yield opened


def _move(source: Path, target: Path, undo: ExitStack) -> None:
    if source.exists():
        source.replace(target)
        undo.callback(target.replace, source)


def _put_keys(slots: bytes | None, target: Path) -> bool:
    """Whether there were none and now there are. The same ones may wait there since a restore that was broken off."""
    if slots is None:
        return False
    try:
        with explained(target):
            write_new(keys_path(target), slots)
    except FileExistsError:
        if keys_path(target).read_bytes() == slots:
            return False
        fault = DatabaseExists if target.exists() else KeysWithoutDatabase
        raise fault(str(target)) from None
    return True


def key_of(backup: BackupFile, way: Way) -> DatabaseKey:
    """The key of the database that the backup was made from, as it was then.

    Raises BackupOfAnother, BackupLocked, NoSuchSlot or BackupDamaged.
    """
    for key in _keys_in_slots(backup, way) if isinstance(way, Secret) else way:
        if unlock(backup.keys.own, key) is not None:
            return key
    raise BackupOfAnother(str(backup.path))


def _keys_in_slots(backup: BackupFile, secret: Secret) -> tuple[DatabaseKey, ...]:
    """The keys that the secret opens: two can lie there while the database is given another one."""
    try:
        records = read_records(backup.keys.slots) if backup.keys.slots is not None else ()
    except (NotARecord, NewerRecord) as error:
        raise BackupDamaged(str(backup.path)) from error
    kinds = _ALIKE.get(secret.kind, (secret.kind,))
    sealed = [(record, kind, record.slots[kind]) for record in records for kind in kinds if kind in record.slots]
    if not sealed:
        raise NoSuchSlot(secret.kind)
    found = (heavy.unseal(slot, secret.text, record.binding(kind)) for record, kind, slot in sealed if slot is not None)
    keys = tuple(DatabaseKey(raw) for raw in found if raw is not None)
    if not keys:
        raise BackupLocked(secret.kind)
    return keys


def _unpack(backup: BackupFile, database_key: DatabaseKey, beside: Path, prepared: Prepared) -> None:
    own = unlock(backup.keys.own, database_key)
    if own is None or not backup.is_sealed(own):
        raise BackupDamaged(str(backup.path))
    if backup.manifest.schema > HEAD:
        raise BackupSchemaNewer(str(backup.path), backup.manifest.schema, HEAD)
    with side_file(beside, "copy") as copy:
        backup.take_out(copy)
        with _faults_are_of(backup), closing(open_keyed(copy, own, mode="ro")) as source:
            if page_faults(source) or not log_head(source).is_at(backup.manifest.log):
                raise BackupDamaged(str(backup.path))
            with closing(open_keyed(prepared.fresh, prepared.key, mode="rwc")) as target:
                target.execute("PRAGMA synchronous = OFF")
                copy_pages(source, target, prepared.fresh)
    if backup.manifest.schema < HEAD:
        Schema().upgrade(prepared.fresh, prepared.key)
    with explained(prepared.fresh):
        sync_file(prepared.fresh)


@contextmanager
def _faults_are_of(backup: BackupFile) -> Iterator[None]:
    """What SQLite finds damaged in the copy was damaged in the backup."""
    try:
        with driver_explained(backup.path):
            yield
    except DatabaseDamaged as error:
        raise BackupDamaged(str(backup.path)) from error
