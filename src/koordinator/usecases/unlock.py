"""Making a database and opening it.

The database is encrypted with a random key. Copies of the key lie in slots: in the system's key store, locked by a
passphrase, and always locked by a recovery code on paper. When one way fails the person is told and asked for
another; no way is ever replaced by a weaker one in silence.
"""

import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar

from koordinator.domain.database_file import DatabaseExists, DatabaseMissing, ServerNotSupported
from koordinator.domain.database_key import (
    KeyInKeyringUnusable,
    KeyNeeded,
    KeyNotInKeyring,
    KeyringUnavailable,
    KeysWithoutDatabase,
    NoSuchSlot,
    SlotKind,
    WrongPassphrase,
    WrongRecoveryCode,
    checked_passphrase,
    spelt,
)
from koordinator.domain.errors import DomainError, EnvironmentFault
from koordinator.domain.recovery_code import SECRET_BYTES, read_recovery_code, write_recovery_code
from koordinator.usecases.ports_keys import (
    KEY_BYTES,
    DatabaseFiles,
    DatabaseKey,
    KeyFileReader,
    KeyGeneration,
    KeySlots,
    KeyVault,
)

Handle = TypeVar("Handle")

CODES: Final = frozenset({SlotKind.RECOVERY_CODE, SlotKind.NEW_RECOVERY_CODE})
_SERVER_ADDRESS: Final = r"([A-Za-z][A-Za-z0-9+.-]*)://"


class FromKeyFile(NamedTuple):
    """Opens with the key in a file, without slots; makes the database where there is none."""

    file: Path


class FromKeyring:
    """Opens with the system's key store, without asking the person."""


class _Typed:
    # No NamedTuple, which would say the words in a report.
    def __init__(self, text: str) -> None:
        self.text = text


class FromPassphrase(_Typed):
    """Opens with the passphrase."""


class FromRecoveryCode(_Typed):
    """Opens with the recovery code, as it was typed."""


KeySource = FromKeyFile | FromKeyring | FromPassphrase | FromRecoveryCode


class Lock(StrEnum):
    """What has to happen before a database is open."""

    NO_DATABASE = "no_database"
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # the name of a way in
    RECOVERY_CODE = "recovery_code"
    KEY_FILE = "key_file"


class LockState(NamedTuple):
    """Whether there is a database, and the slots it has."""

    exists: bool
    kinds: frozenset[SlotKind] = frozenset()

    @property
    def lock(self) -> Lock:
        """The way to try first."""
        if not self.exists:
            return Lock.NO_DATABASE
        return Lock.KEYRING if SlotKind.KEYRING in self.kinds else self.without_keyring

    @property
    def without_keyring(self) -> Lock:
        """The way to try when the system's key store did not give the key."""
        if SlotKind.PASSPHRASE in self.kinds:
            return Lock.PASSPHRASE
        return Lock.RECOVERY_CODE if SlotKind.RECOVERY_CODE in self.kinds else Lock.KEY_FILE


class Opened(Generic[Handle]):
    """An open database and its key, which is another one after a rekey."""

    __slots__ = ("gave_up_passphrase", "handle", "key", "path")

    def __init__(self, path: Path, handle: Handle, key: DatabaseKey) -> None:
        self.path = path
        self.handle = handle
        self.key = key
        self.gave_up_passphrase = False
        """Whoever works here closed that way in; no other change of the file with the keys says so."""


class Created(Generic[Handle]):
    """A new database, open, and the recovery code, which is shown this once and kept nowhere."""

    def __init__(self, opened: Opened[Handle], recovery_code: str) -> None:
        self.opened = opened
        self.recovery_code = recovery_code


def database_path(text: str) -> Path:
    """The file that the text names, absolute. Raises ServerNotSupported for the address of a database server."""
    address = re.match(_SERVER_ADDRESS, text) if "://" in text else None
    if address:
        raise ServerNotSupported(address[1].lower())
    return Path(text).expanduser().absolute()


class Unlock(Generic[Handle]):
    """The use cases of the keys. None needs a role: who has the key is the database's owner.

    The methods take up to a few seconds (key derivation, key store): not for the thread of the window.
    """

    def __init__(
        self, files: DatabaseFiles[Handle], slots: KeySlots, vault: KeyVault, read_key_file: KeyFileReader
    ) -> None:
        self.files = files
        self.slots = slots
        self.vault = vault
        self._read_key_file = read_key_file

    def state(self, path: Path) -> LockState:
        """What is needed to open the database. Raises what is wrong with the place, the file or its key file.

        Keys without their database are such a fault: a lost file must not look like a first start.
        For a database that is open use `ways_in`: reading an open file here would loosen its locks.
        """
        exists, has_keys = self.files.look(path), self.slots.exists(path)
        if has_keys and not exists:
            raise KeysWithoutDatabase(str(path))
        return LockState(exists, self._kinds(path) if has_keys else frozenset())

    def without_a_key(self, path: Path) -> DomainError:
        """Why the database cannot be opened when nothing was given: the file with its keys, or nobody to ask."""
        try:
            if self.files.look(path):
                self.slots.generations(path)
        except EnvironmentFault as fault:
            return fault
        return KeyNeeded(str(path))

    def ways_in(self, opened: Opened[Handle]) -> frozenset[SlotKind]:
        """The slots of an open database; none when it was made with a key file."""
        return self._kinds(opened.path) if self.slots.exists(opened.path) else frozenset()

    def open_database(self, path: Path, source: KeySource) -> Opened[Handle]:
        """The database, open and brought to the newest schema.

        Raises DatabaseMissing, WrongKey (of a key file), WrongPassphrase, WrongRecoveryCode, KeyringUnavailable,
        KeyNotInKeyring, KeyInKeyringUnusable, NoSuchSlot, errors of `domain.recovery_code`, `domain.database_key` and
        `domain.database_file`.
        """
        exists = self.files.look(path)
        if isinstance(source, FromKeyFile):
            key = self._read_key_file(source.file)
            return self._opened(path, key) if exists else self._made_with_key_file(path, key)
        if not exists:
            raise DatabaseMissing(str(path))
        if isinstance(source, FromKeyring):
            return self._opened(path, self._key_from_keyring(path))
        if isinstance(source, FromPassphrase):
            return self._opened(path, self._key_from_passphrase(path, source.text))
        return self._opened(path, self._key_from_recovery_code(path, source.text))

    def create_database(self, path: Path, *, keyring: bool, passphrase: str | None) -> Created[Handle]:
        """A new database with a new random key, a recovery code, and the ways in that were chosen.

        Raises DatabaseExists, KeysWithoutDatabase, KeyringUnavailable, PassphraseTooShort, PassphraseTooLong; then
        nothing has been made. ValueError when neither way was chosen: the recovery code is not for every day.
        """
        if not keyring and passphrase is None:
            raise ValueError("choose the keyring, a passphrase or both")
        chosen = None if passphrase is None else checked_passphrase(passphrase)
        if self.files.look(path):
            raise DatabaseExists(str(path))
        key = random_key()
        self.slots.create(path, key)
        with self._undone_on_failure(path):
            code = self._put_recovery_code(path, key)
            if chosen is not None:
                self.slots.put(path, key, SlotKind.PASSPHRASE, chosen.encode())
            if keyring:
                self._keep_in_keyring(path, key)
            return Created(Opened(path, self.files.create(path, key), key), code)

    def recognises(self, opened: Opened[Handle], passphrase: str) -> bool:
        """Whether it is the open database's passphrase: for a screen that was locked. Raises NoSuchSlot."""
        found = self.slots.unsealed(opened.path, SlotKind.PASSPHRASE, spelt(passphrase).encode())
        return any(key is not None and secrets.compare_digest(key.raw, opened.key.raw) for key in found)

    def tidy(self, opened: Opened[Handle]) -> None:
        """Takes out the slots of another key that a rekey left. What cannot be done now is done at the next opening."""
        with suppress(EnvironmentFault):
            others = [each for each in self.slots.generations(opened.path) if not each.is_of(opened.key)]
            if others:
                self.forget(each.account for each in others if SlotKind.KEYRING in each.kinds)
                self.slots.settle(opened.path, opened.key)

    def forget(self, accounts: Iterable[str]) -> None:
        """Takes the keys out of the system's key store, if it lets us."""
        with suppress(KeyringUnavailable):
            for account in accounts:
                self.vault.forget(account)

    def _made_with_key_file(self, path: Path, key: DatabaseKey) -> Opened[Handle]:
        if self.slots.exists(path):
            if not any(each.is_of(key) for each in self.slots.generations(path)):
                raise KeysWithoutDatabase(str(path))
            return Opened(path, self.files.create(path, key), key)
        self.slots.create(path, key)
        with self._undone_on_failure(path):
            return Opened(path, self.files.create(path, key), key)

    @contextmanager
    def _undone_on_failure(self, path: Path) -> Iterator[None]:
        """The keys are made before the database, so that it never lacks them; without it they go again."""
        try:
            yield
        except BaseException:
            self.forget(each.account for each in self.slots.generations(path) if SlotKind.KEYRING in each.kinds)
            self.slots.discard(path)
            raise

    def _opened(self, path: Path, key: DatabaseKey) -> Opened[Handle]:
        opened = Opened(path, self.files.open(path, key), key)
        self.tidy(opened)
        return opened

    def _kinds(self, path: Path) -> frozenset[SlotKind]:
        return frozenset[SlotKind]().union(*(each.kinds for each in self.slots.generations(path)))

    def _key_from_keyring(self, path: Path) -> DatabaseKey:
        """What is no key of the database is as if it were not there: the other ways in are."""
        generations = self.slots.generations(path)
        kept = [self.vault.fetch(each.account) for each in generations]
        key = self.slots.live(path, [_key_in(*each) for each in zip(kept, generations, strict=True)])
        if key is not None:
            return key
        raise KeyNotInKeyring(str(path)) if kept.count(None) == len(kept) else KeyInKeyringUnusable(str(path))

    def _key_from_passphrase(self, path: Path, text: str) -> DatabaseKey:
        key = self.slots.live(path, self.slots.unsealed(path, SlotKind.PASSPHRASE, spelt(text).encode()))
        if key is None:
            raise WrongPassphrase
        return key

    def _key_from_recovery_code(self, path: Path, text: str) -> DatabaseKey:
        secret, kinds = read_recovery_code(text), self._kinds(path)
        if not kinds & CODES:
            raise NoSuchSlot(SlotKind.RECOVERY_CODE)
        for kind in sorted(kinds & CODES, reverse=True):
            key = self.slots.live(path, self.slots.unsealed(path, kind, secret))
            if key is not None:
                return key
        raise WrongRecoveryCode

    def _keep_in_keyring(self, path: Path, key: DatabaseKey) -> None:
        (generation,) = self.slots.generations(path)
        self.vault.keep(generation.account, key.hex)
        self.slots.put(path, key, SlotKind.KEYRING)

    def _put_recovery_code(self, path: Path, key: DatabaseKey) -> str:
        secret = secrets.token_bytes(SECRET_BYTES)
        self.slots.put(path, key, SlotKind.RECOVERY_CODE, secret)
        return write_recovery_code(secret)


def _key_in(kept: str | None, generation: KeyGeneration) -> DatabaseKey | None:
    with suppress(ValueError):
        key = DatabaseKey.from_hex(kept or "")
        return key if generation.is_of(key) else None
    return None


def random_key() -> DatabaseKey:
    """A key that nobody else has."""
    return DatabaseKey(secrets.token_bytes(KEY_BYTES))
