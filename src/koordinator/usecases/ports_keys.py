"""What opening and making a database needs from the outside: the file, its key slots, the system's key store."""

import hashlib
import hmac
from pathlib import Path
from typing import Final, Protocol, TypeVar

from koordinator.domain.database_key import SlotKind

KEY_BYTES: Final = 32

Handle_co = TypeVar("Handle_co", covariant=True)
"""An opened database, as the store knows it."""


class DatabaseKey:
    """The 32 random bytes that a database is encrypted with. Never shown: its repr says nothing."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError("a database key is 32 bytes")
        self._raw = raw

    @classmethod
    def from_hex(cls, text: str) -> "DatabaseKey":
        """The key of 64 hexadecimal digits. Raises ValueError."""
        return cls(bytes.fromhex(text))

    @property
    def raw(self) -> bytes:
        """The 32 bytes."""
        return self._raw

    @property
    def hex(self) -> str:
        """64 hexadecimal digits."""
        return self._raw.hex()

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose (a seal, a check), from which the key cannot be found (HMAC-SHA256)."""
        return hmac.new(self._raw, b"koordinator/" + purpose.encode(), hashlib.sha256).digest()


class DatabaseFiles(Protocol[Handle_co]):
    """The database file. Whatever is refused is left as it was. Each method may raise `domain.database_file` errors."""

    def look(self, path: Path) -> bool:
        """Whether there is a database of ours to open, so far as can be seen without a key.

        Raises when something else is there or the place cannot be used.
        """
        ...

    def create(self, path: Path, key: DatabaseKey) -> Handle_co:
        """A new, empty database with the newest schema. Raises DatabaseExists."""
        ...

    def open(self, path: Path, key: DatabaseKey) -> Handle_co:
        """The database, brought to the newest schema. Raises WrongKey, WrongKeyOrDamaged too."""
        ...


class KeySlots(Protocol):
    """`NAME.keys` beside the database: copies of its key, each locked in its own way, and a check of the key.

    Every method but `exists` and `create` raises KeysMissing, KeysDamaged or KeysNewer when the file is not in order.
    """

    def exists(self, path: Path) -> bool:
        """Whether the database has a key file beside it."""
        ...

    def create(self, path: Path, key: DatabaseKey) -> None:
        """Makes the file with the key's check and no slot. Raises KeysWithoutDatabase when there is one."""
        ...

    def discard(self, path: Path) -> None:
        """Takes the file away again, when the database it was made for did not come to be."""
        ...

    def account(self, path: Path) -> str:
        """The random name the key goes by in the system's key store."""
        ...

    def kinds(self, path: Path) -> frozenset[SlotKind]:
        """The slots there are."""
        ...

    def fits(self, path: Path, key: DatabaseKey) -> bool:
        """Whether the key is the one the file was made for."""
        ...

    def put(self, path: Path, key: DatabaseKey, kind: SlotKind, secret: bytes = b"") -> None:
        """Adds the slot or replaces it; the keyring's slot needs no secret."""
        ...

    def remove(self, path: Path, kind: SlotKind) -> None:
        """Takes the slot away, if it is there."""
        ...

    def unseal(self, path: Path, kind: SlotKind, secret: bytes) -> DatabaseKey | None:
        """The key, or None when the secret is not the slot's. Raises NoSuchSlot."""
        ...


class KeyVault(Protocol):
    """The operating system's own key store. Every method may block for a while, and may raise KeyringUnavailable."""

    def keep(self, account: str, secret: str) -> None:
        """Stores the secret under the account."""
        ...

    def fetch(self, account: str) -> str | None:
        """The secret, or None when the store does not know the account."""
        ...

    def forget(self, account: str) -> None:
        """Takes the secret away, if it is there."""
        ...


class KeyFileReader(Protocol):
    """Reads a key from a file of 64 hexadecimal digits."""

    def __call__(self, path: Path) -> DatabaseKey:
        """The key. Raises KeyFileUnusable."""
        ...
