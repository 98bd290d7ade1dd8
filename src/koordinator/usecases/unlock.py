"""Making a database, opening it, and changing the ways into it.

The database is encrypted with a random key. Copies of the key lie in slots: in the system's key store, locked by a
passphrase, and always locked by a recovery code on paper. When one way fails the person is told and asked for
another; no way is ever replaced by a weaker one in silence.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar

from koordinator.domain.database_file import DatabaseExists, DatabaseMissing, ServerNotSupported
from koordinator.domain.database_key import (
    KeyNotInKeyring,
    KeyringUnavailable,
    KeysWithoutDatabase,
    LastSlot,
    SlotKind,
    WrongKey,
    WrongPassphrase,
    WrongRecoveryCode,
    checked_passphrase,
    spelt,
)
from koordinator.domain.recovery_code import SECRET_BYTES, read_recovery_code, write_recovery_code
from koordinator.usecases.ports_keys import (
    KEY_BYTES,
    DatabaseFiles,
    DatabaseKey,
    KeyFileReader,
    KeySlots,
    KeyVault,
)

Handle = TypeVar("Handle")

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


class Opened(NamedTuple, Generic[Handle]):
    """An open database and the key it was opened with."""

    path: Path
    handle: Handle
    key: DatabaseKey


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
        self._files = files
        self._slots = slots
        self._vault = vault
        self._read_key_file = read_key_file

    def state(self, path: Path) -> LockState:
        """What is needed to open the database. Raises what is wrong with the place, the file or its key file.

        Keys without their database are such a fault: a lost file must not look like a first start.
        For a database that is open use `ways_in`: reading an open file here would loosen its locks.
        """
        exists, has_keys = self._files.look(path), self._slots.exists(path)
        if has_keys and not exists:
            raise KeysWithoutDatabase(str(path))
        return LockState(exists, self._slots.kinds(path) if has_keys else frozenset())

    def ways_in(self, opened: Opened[Handle]) -> frozenset[SlotKind]:
        """The slots of an open database; none when it was made with a key file."""
        return self._slots.kinds(opened.path) if self._slots.exists(opened.path) else frozenset()

    def open_database(self, path: Path, source: KeySource) -> Opened[Handle]:
        """The database, open and brought to the newest schema.

        Raises DatabaseMissing, WrongKey, WrongPassphrase, WrongRecoveryCode, KeyringUnavailable, KeyNotInKeyring,
        NoSuchSlot, errors of `domain.recovery_code`, `domain.database_key` and `domain.database_file`.
        """
        exists = self._files.look(path)
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
        if self._files.look(path):
            raise DatabaseExists(str(path))
        key = DatabaseKey(secrets.token_bytes(KEY_BYTES))
        self._slots.create(path, key)
        with self._undone_on_failure(path):
            code = self._put_recovery_code(path, key)
            if chosen is not None:
                self._slots.put(path, key, SlotKind.PASSPHRASE, chosen.encode())
            if keyring:
                self._keep_in_keyring(path, key)
            return Created(Opened(path, self._files.create(path, key), key), code)

    def change_passphrase(self, path: Path, current: str, new: str) -> None:
        """Puts a new passphrase in the old one's place. Raises WrongPassphrase, PassphraseTooShort, -TooLong."""
        text = checked_passphrase(new)
        key = self._key_from_passphrase(path, current)
        self._slots.put(path, key, SlotKind.PASSPHRASE, text.encode())

    def set_passphrase(self, opened: Opened[Handle], new: str) -> None:
        """Gives an open database a passphrase, also when the old one is forgotten.

        Raises PassphraseTooShort or PassphraseTooLong.
        """
        self._slots.put(opened.path, opened.key, SlotKind.PASSPHRASE, checked_passphrase(new).encode())

    def recognises(self, opened: Opened[Handle], passphrase: str) -> bool:
        """Whether it is the open database's passphrase: for a screen that was locked. Raises NoSuchSlot."""
        key = self._slots.unseal(opened.path, SlotKind.PASSPHRASE, spelt(passphrase).encode())
        return key is not None and secrets.compare_digest(key.raw, opened.key.raw)

    def renew_recovery_code(self, opened: Opened[Handle]) -> str:
        """A new recovery code; the old sheet opens nothing from now on."""
        return self._put_recovery_code(opened.path, opened.key)

    def use_keyring(self, opened: Opened[Handle]) -> None:
        """From now on the system's key store opens the database. Raises KeyringUnavailable."""
        self._keep_in_keyring(opened.path, opened.key)

    def leave_keyring(self, opened: Opened[Handle]) -> None:
        """The key is taken out of the system's key store. Raises LastSlot when no passphrase is set."""
        if SlotKind.PASSPHRASE not in self._slots.kinds(opened.path):
            raise LastSlot(SlotKind.KEYRING)
        self._vault.forget(self._slots.account(opened.path))
        self._slots.remove(opened.path, SlotKind.KEYRING)

    def _made_with_key_file(self, path: Path, key: DatabaseKey) -> Opened[Handle]:
        if self._slots.exists(path):
            if not self._slots.fits(path, key):
                raise KeysWithoutDatabase(str(path))
            return Opened(path, self._files.create(path, key), key)
        self._slots.create(path, key)
        with self._undone_on_failure(path):
            return Opened(path, self._files.create(path, key), key)

    @contextmanager
    def _undone_on_failure(self, path: Path) -> Iterator[None]:
        """The keys are made before the database, so that it never lacks them; without it they go again."""
        try:
            yield
        except BaseException:
            if SlotKind.KEYRING in self._slots.kinds(path):
                with suppress(KeyringUnavailable):
                    self._vault.forget(self._slots.account(path))
            self._slots.discard(path)
            raise

    def _opened(self, path: Path, key: DatabaseKey) -> Opened[Handle]:
        return Opened(path, self._files.open(path, key), key)

    def _key_from_keyring(self, path: Path) -> DatabaseKey:
        secret = self._vault.fetch(self._slots.account(path))
        if secret is None:
            raise KeyNotInKeyring(str(path))
        try:
            return DatabaseKey.from_hex(secret)
        except ValueError:
            raise WrongKey(str(path)) from None

    def _key_from_passphrase(self, path: Path, text: str) -> DatabaseKey:
        key = self._slots.unseal(path, SlotKind.PASSPHRASE, spelt(text).encode())
        if key is None:
            raise WrongPassphrase
        return key

    def _key_from_recovery_code(self, path: Path, text: str) -> DatabaseKey:
        key = self._slots.unseal(path, SlotKind.RECOVERY_CODE, read_recovery_code(text))
        if key is None:
            raise WrongRecoveryCode
        return key

    def _keep_in_keyring(self, path: Path, key: DatabaseKey) -> None:
        self._vault.keep(self._slots.account(path), key.hex)
        self._slots.put(path, key, SlotKind.KEYRING)

    def _put_recovery_code(self, path: Path, key: DatabaseKey) -> str:
        secret = secrets.token_bytes(SECRET_BYTES)
        self._slots.put(path, key, SlotKind.RECOVERY_CODE, secret)
        return write_recovery_code(secret)
