"""`NAME.keys` beside the database: the slots that hold its key, and a check that tells a wrong key from ruin."""

import hmac
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from koordinator.domain.database_key import (
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysWithoutDatabase,
    NoSuchSlot,
    SlotKind,
)
from koordinator.storage import heavy
from koordinator.storage.durable_file import explained, replace_file, write_new
from koordinator.storage.key_record import (
    KeyRecord,
    NewerRecord,
    NotARecord,
    SealCost,
    Sealed,
    read_record,
    write_record,
)
from koordinator.usecases.ports_keys import DatabaseKey

COST: Final = SealCost(passes=3, memory_kib=256 * 1024, lanes=4)
"""About a second of a desktop computer for one guess."""

_LONGEST_BYTES: Final = 64 * 1024


def keys_path(path: Path) -> Path:
    """Where the slots of a database lie."""
    return path.with_name(path.name + ".keys")


def key_fits(path: Path, key: DatabaseKey) -> bool | None:
    """Whether the key is the one the slots were made for; None where nothing beside the database can say."""
    try:
        record = _read(path)
    except (KeysMissing, KeysDamaged, KeysNewer):
        return None
    return hmac.compare_digest(record.check, _check(key, record.account))


class SlotFiles:
    """The key slots as files (see `usecases.ports_keys.KeySlots`)."""

    def __init__(self, cost: SealCost = COST) -> None:
        self._cost = cost

    def exists(self, path: Path) -> bool:
        """Whether the database has a key file beside it."""
        return keys_path(path).exists()

    def create(self, path: Path, key: DatabaseKey) -> None:
        """Makes the file with the key's check and no slot. Raises KeysWithoutDatabase when there is one."""
        account = secrets.token_hex(16)
        content = write_record(KeyRecord(account, _check(key, account)))
        try:
            with explained(keys_path(path)):
                write_new(keys_path(path), content)
        except FileExistsError:
            raise KeysWithoutDatabase(str(path)) from None

    def discard(self, path: Path) -> None:
        """Takes the file away again."""
        with explained(keys_path(path)):
            keys_path(path).unlink(missing_ok=True)

    def account(self, path: Path) -> str:
        """The random name the key goes by in the system's key store."""
        return _read(path).account

    def kinds(self, path: Path) -> frozenset[SlotKind]:
        """The slots there are."""
        return frozenset(_read(path).slots)

    def fits(self, path: Path, key: DatabaseKey) -> bool:
        """Whether the key is the one the file was made for."""
        record = _read(path)
        return hmac.compare_digest(record.check, _check(key, record.account))

    def put(self, path: Path, key: DatabaseKey, kind: SlotKind, secret: bytes = b"") -> None:
        """Adds the slot or replaces it; the keyring's slot needs no secret."""
        if not keys_path(path).exists():
            self.create(path, key)
        if not self.fits(path, key):
            raise KeysDamaged(str(keys_path(path)))
        record = _read(path)
        sealed = None
        if kind is not SlotKind.KEYRING:
            sealed = heavy.seal(key.raw, secret, record.binding(kind), self._cost)
        _replace(path, record, {**record.slots, kind: sealed})

    def remove(self, path: Path, kind: SlotKind) -> None:
        """Takes the slot away, if it is there."""
        record = _read(path)
        _replace(path, record, {other: slot for other, slot in record.slots.items() if other is not kind})

    def unseal(self, path: Path, kind: SlotKind, secret: bytes) -> DatabaseKey | None:
        """The key, or None when the secret is not the slot's. Raises NoSuchSlot."""
        record = _read(path)
        sealed = record.slots.get(kind)
        if sealed is None:
            raise NoSuchSlot(kind)
        raw = heavy.unseal(sealed, secret, record.binding(kind))
        return None if raw is None else DatabaseKey(raw)


def _check(key: DatabaseKey, account: str) -> bytes:
    return hmac.digest(key.derive("key check"), account.encode(), "sha256")


def _read(path: Path) -> KeyRecord:
    file = keys_path(path)
    try:
        with file.open("rb") as opened:
            return read_record(opened.read(_LONGEST_BYTES))
    except FileNotFoundError:
        raise KeysMissing(str(file)) from None
    except NewerRecord:
        raise KeysNewer(str(file)) from None
    except (NotARecord, OSError):
        raise KeysDamaged(str(file)) from None


def _replace(path: Path, record: KeyRecord, slots: Mapping[SlotKind, Sealed | None]) -> None:
    content = write_record(record._replace(slots=slots))
    with explained(keys_path(path)):
        replace_file(keys_path(path), content)
