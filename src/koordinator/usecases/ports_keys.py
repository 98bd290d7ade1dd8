"""What opening and making a database needs from the outside: the file, its key slots, the system's key store."""

import hashlib
import hmac
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

from koordinator.domain.database_key import SlotKind

if TYPE_CHECKING:
    from koordinator.domain.wrong_tries import WrongTries

KEY_BYTES: Final = 32

Handle = TypeVar("Handle")
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

    def check(self, account: str) -> bytes:
        """What tells this key from another, and says nothing about it."""
        return hmac.digest(self.derive("key check"), account.encode(), "sha256")


class KeyGeneration(NamedTuple):
    """One of a database's keys: the name it goes by in the system's key store, its check, and its slots.

    There are two of them only while the database is given another key.
    """

    account: str
    check: bytes
    kinds: frozenset[SlotKind]

    def is_of(self, key: DatabaseKey) -> bool:
        """Whether it is the key's."""
        return hmac.compare_digest(self.check, key.check(self.account))


class DatabaseFiles(Protocol[Handle]):
    """The database file. Whatever is refused is left as it was. Each method may raise `domain.database_file` errors."""

    def look(self, path: Path) -> bool:
        """Whether there is a database of ours to open, so far as can be seen without a key.

        Raises when something else is there or the place cannot be used.
        """
        ...

    def create(self, path: Path, key: DatabaseKey) -> Handle:
        """A new, empty database with the newest schema. Raises DatabaseExists."""
        ...

    def open(self, path: Path, key: DatabaseKey) -> Handle:
        """The database, brought to the newest schema. Raises WrongKey, WrongKeyOrDamaged too."""
        ...

    def rekey(self, handle: Handle, key: DatabaseKey, agree: Callable[[], None]) -> None:
        """Enciphers the open database with another key; it stays open, and is the old one whole when this raises.

        `agree` is called when a whole copy with the new key has been checked, just before it takes the database's
        place: from then on, until this returns, a crash may leave either. Raises DatabaseBusy when somebody else
        has the database open.
        """
        ...


class SlotChange(Protocol):
    """A change of the slots of one key, made ready bit by bit. Nothing opens otherwise until `keep`."""

    @property
    def account(self) -> str:
        """The name of the changed slots' key in the system's key store."""
        ...

    @property
    def is_kept(self) -> bool:
        """Whether the change has come to be."""
        ...

    def put(self, kind: SlotKind, secret: bytes = b"") -> None:
        """Adds the slot or replaces it; the keyring's slot needs no secret. Takes a second."""
        ...

    def take_out(self, kind: SlotKind) -> None:
        """Takes the slot away, if it is there."""
        ...

    def trust_new_code(self) -> None:
        """The new recovery code takes the old one's place, if there is a new one."""
        ...

    def prepare(self) -> None:
        """Lays everything ready on the disk, so that `keep` needs no room."""
        ...

    def keep(self) -> None:
        """Lets the change come to be in one step; once only. Raises DatabaseBusy when another program changed them."""
        ...

    def drop(self) -> None:
        """Takes away what was prepared; nothing has changed. Never fails."""
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

    def generations(self, path: Path) -> tuple[KeyGeneration, ...]:
        """The keys that the file holds slots of, the oldest first; one, but for the time that the key is changed."""
        ...

    def unsealed(self, path: Path, kind: SlotKind, secret: bytes) -> tuple[DatabaseKey | None, ...]:
        """For each generation the key, or None when the secret is not the slot's. Raises NoSuchSlot."""
        ...

    def live(self, path: Path, found: Sequence[DatabaseKey | None]) -> DatabaseKey | None:
        """The key among those found (one for each generation) that the database is sealed with.

        None when it is not among them. Not for a database that is open: reading it here would loosen its locks.
        """
        ...

    def put(self, path: Path, key: DatabaseKey, kind: SlotKind, secret: bytes = b"") -> None:
        """Adds the slot or replaces it, at once; the keyring's slot needs no secret."""
        ...

    def change(self, path: Path, key: DatabaseKey) -> SlotChange:
        """A change of the slots of the database's key; the file is made where there is none."""
        ...

    def next_key(self, path: Path, key: DatabaseKey, new: DatabaseKey) -> SlotChange:
        """A change that puts another key's slots, none yet, beside the present ones."""
        ...

    def settle(self, path: Path, key: DatabaseKey) -> None:
        """Takes out every other generation, once it is safe on the disk that the database is sealed with this key."""
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


class TriesShelf(Protocol):
    """Counts wrong tries beside each database."""

    def get(self, path: Path) -> "WrongTries":
        """None where nothing is counted."""
        ...

    def put(self, path: Path, tries: "WrongTries") -> None:
        """May raise errors of `domain.database_file`."""
        ...
