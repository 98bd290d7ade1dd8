"""`NAME.keys` beside the database: the slots that hold its key, and a check that tells a wrong key from ruin."""

import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from koordinator.domain.database_file import DatabaseBusy
from koordinator.domain.database_key import (
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysWithoutDatabase,
    NoSuchSlot,
    SlotKind,
)
from koordinator.storage import heavy
from koordinator.storage.cipher import first_page, seal_fits
from koordinator.storage.durable_file import explained, replace_file, replace_with, sync_folder, write_beside, write_new
from koordinator.storage.key_record import (
    KeyRecord,
    NewerRecord,
    NotARecord,
    SealCost,
    Sealed,
    read_records,
    write_records,
)
from koordinator.usecases.ports_keys import DatabaseKey, KeyGeneration

COST: Final = SealCost(passes=3, memory_kib=256 * 1024, lanes=4)
"""About a second of a desktop computer for one guess."""

_LONGEST_BYTES: Final = 64 * 1024


def keys_path(path: Path) -> Path:
    """Where the slots of a database lie."""
    return path.with_name(path.name + ".keys")


def key_fits(path: Path, key: DatabaseKey) -> bool | None:
    """Whether the key is the one the slots were made for; None where nothing beside the database can say."""
    try:
        generations = _generations(_records(_content(path), path))
    except (KeysMissing, KeysDamaged, KeysNewer):
        return None
    fits = any(generation.is_of(key) for generation in generations)
    # Of two generations one has had its time: its key is wrong, and not the file.
    return None if fits and len(generations) > 1 else fits


class SlotFiles:
    """The key slots as files (see `usecases.ports_keys.KeySlots`)."""

    def __init__(self, cost: SealCost | None = None) -> None:
        """Without a cost of its own, the one that is usual when a slot is put."""
        self._cost = cost

    def exists(self, path: Path) -> bool:
        """Whether the database has a key file beside it."""
        return keys_path(path).exists()

    def create(self, path: Path, key: DatabaseKey) -> None:
        """Makes the file with the key's check and no slot. Raises KeysWithoutDatabase when there is one."""
        try:
            with explained(keys_path(path)):
                write_new(keys_path(path), write_records((_empty(key),)))
        except FileExistsError:
            raise KeysWithoutDatabase(str(path)) from None

    def discard(self, path: Path) -> None:
        """Takes the file away again."""
        with explained(keys_path(path)):
            keys_path(path).unlink(missing_ok=True)

    def generations(self, path: Path) -> tuple[KeyGeneration, ...]:
        """The keys that the file holds slots of, the oldest first."""
        return _generations(_records(_content(path), path))

    def unsealed(self, path: Path, kind: SlotKind, secret: bytes) -> tuple[DatabaseKey | None, ...]:
        """For each generation the key, or None when the secret is not the slot's. Raises NoSuchSlot."""
        records = _records(_content(path), path)
        if all(record.slots.get(kind) is None for record in records):
            raise NoSuchSlot(kind)
        return tuple(_unsealed(record, kind, secret) for record in records)

    def live(self, path: Path, found: Sequence[DatabaseKey | None]) -> DatabaseKey | None:
        """The key among those found, one for each generation, that the database is sealed with.

        Where each was found and none seals the file, it is the file that is damaged: then the oldest.
        """
        keys = [key for key in found if key is not None]
        if len(found) > 1:
            with explained(path):
                page = first_page(path)
            keys = [key for key in keys if seal_fits(page, key)] or (keys if len(keys) == len(found) else [])
        return keys[0] if keys else None

    def put(self, path: Path, key: DatabaseKey, kind: SlotKind, secret: bytes = b"") -> None:
        """Adds the slot or replaces it, at once."""
        change = self.change(path, key)
        change.put(kind, secret)
        change.prepare()
        change.keep()

    def change(self, path: Path, key: DatabaseKey) -> "SlotFileChange":
        """A change of the slots of the database's key; the file is made where there is none."""
        if not self.exists(path):
            self.create(path, key)
        content = _content(path)
        return SlotFileChange(path, content, (_record_of(key, content, path), key), self._cost or COST)

    def next_key(self, path: Path, key: DatabaseKey, new: DatabaseKey) -> "SlotFileChange":
        """A change that puts another key's slots, none yet, beside the present ones."""
        content = _content(path)
        older = _record_of(key, content, path)
        return SlotFileChange(path, content, (_empty(new), new), self._cost or COST, before=(older,))

    def settle(self, path: Path, key: DatabaseKey) -> None:
        """Takes out every other generation, once it is safe on the disk that the database is sealed with this key."""
        with explained(path):
            sync_folder(path.parent)
        alone = self.change(path, key)
        alone.prepare()
        alone.keep()


class SlotFileChange:
    """A change of the file, made ready in memory, then beside it, then in its place (see `ports_keys.SlotChange`)."""

    def __init__(
        self,
        path: Path,
        content: bytes,
        changed: tuple[KeyRecord, DatabaseKey],
        cost: SealCost,
        before: tuple[KeyRecord, ...] = (),
    ) -> None:
        """`content` is the file that the change begins from; `before` the older generation that stays in it."""
        self._path, self._content, self._cost, self._before = path, content, cost, before
        self._record, self._key = changed
        self._slots = dict(self._record.slots)
        self._ready = b""
        self._prepared: Path | None = None
        self.is_kept = False

    @property
    def account(self) -> str:
        """The name of the changed slots' key in the system's key store."""
        return self._record.account

    def put(self, kind: SlotKind, secret: bytes = b"") -> None:
        """Adds the slot or replaces it."""
        self._slots[kind] = None
        if kind is not SlotKind.KEYRING:
            self._slots[kind] = heavy.seal(self._key.raw, secret, self._record.binding(kind), self._cost)

    def take_out(self, kind: SlotKind) -> None:
        """Takes the slot away, if it is there."""
        self._slots.pop(kind, None)

    def trust_new_code(self) -> None:
        """The new recovery code takes the old one's place, if there is a new one."""
        new = self._slots.pop(SlotKind.NEW_RECOVERY_CODE, None)
        if new is not None:
            self._slots[SlotKind.RECOVERY_CODE] = new

    def prepare(self) -> None:
        """Lays everything ready on the disk."""
        self._ready = write_records((*self._before, self._record._replace(slots=self._slots)))
        with explained(keys_path(self._path)):
            self._prepared = write_beside(keys_path(self._path), self._ready)

    def keep(self) -> None:
        """Lets the change come to be in one step. Raises DatabaseBusy when another program changed the slots."""
        if self._prepared is None:
            raise RuntimeError("a change is prepared before it is kept")
        if _content(self._path) != self._content:
            raise DatabaseBusy(str(self._path))
        with explained(keys_path(self._path)):
            # From here it may have come to be, whatever the disk answers.
            self.is_kept = True
            try:
                replace_with(self._prepared, keys_path(self._path))
            except OSError:
                self._put_back()
                raise

    def _put_back(self) -> None:
        """Whoever is told that the disk refused finds the ways in as they were; those of another program stay."""
        with suppress(OSError):
            if keys_path(self._path).read_bytes() == self._ready:
                replace_file(keys_path(self._path), self._content)
            self.is_kept = False

    def drop(self) -> None:
        """Takes away what was prepared. Never fails: what it cannot take away goes at the next opening."""
        if self._prepared is not None:
            with suppress(OSError):
                self._prepared.unlink(missing_ok=True)


def _empty(key: DatabaseKey) -> KeyRecord:
    account = secrets.token_hex(16)
    return KeyRecord(account, key.check(account))


def _generations(records: tuple[KeyRecord, ...]) -> tuple[KeyGeneration, ...]:
    return tuple(KeyGeneration(record.account, record.check, frozenset(record.slots)) for record in records)


def _record_of(key: DatabaseKey, content: bytes, path: Path) -> KeyRecord:
    records = _records(content, path)
    for record, generation in zip(records, _generations(records), strict=True):
        if generation.is_of(key):
            return record
    raise KeysDamaged(str(keys_path(path)))


def _unsealed(record: KeyRecord, kind: SlotKind, secret: bytes) -> DatabaseKey | None:
    sealed: Sealed | None = record.slots.get(kind)
    raw = None if sealed is None else heavy.unseal(sealed, secret, record.binding(kind))
    return None if raw is None else DatabaseKey(raw)


def _content(path: Path) -> bytes:
    file = keys_path(path)
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST_BYTES)
    except FileNotFoundError:
        raise KeysMissing(str(file)) from None
    except OSError:
        raise KeysDamaged(str(file)) from None


def _records(content: bytes, path: Path) -> tuple[KeyRecord, ...]:
    try:
        return read_records(content)
    except NewerRecord:
        raise KeysNewer(str(keys_path(path))) from None
    except NotARecord:
        raise KeysDamaged(str(keys_path(path))) from None
