"""Making a database, opening it, and changing the ways into it.

The database is encrypted with a random key. Copies of the key lie in slots: in the system's key store, locked by a
passphrase, and always locked by a recovery code on paper. When one way fails the person is told and asked for
another; no way is ever replaced by a weaker one in silence.
"""

import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Final, Generic, NamedTuple, TypeVar

from koordinator.domain.database_file import DatabaseExists, DatabaseMissing, ServerNotSupported
from koordinator.domain.database_key import (
    KeyNeeded,
    KeyNotInKeyring,
    KeyringUnavailable,
    KeysWithoutDatabase,
    LastSlot,
    NoSuchSlot,
    NoWayIn,
    SlotKind,
    WrongKey,
    WrongPassphrase,
    WrongRecoveryCode,
    checked_passphrase,
    opens_well,
    spelt,
)
from koordinator.domain.errors import DomainError, EnvironmentFault
from koordinator.domain.recovery_code import SECRET_BYTES, read_recovery_code, write_recovery_code
from koordinator.usecases.ports_keys import (
    KEY_BYTES,
    DatabaseFiles,
    DatabaseKey,
    KeyFileReader,
    KeySlots,
    KeyVault,
    SlotChange,
)

Handle = TypeVar("Handle")

_CODES: Final = frozenset({SlotKind.RECOVERY_CODE, SlotKind.NEW_RECOVERY_CODE})
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

    __slots__ = ("handle", "key", "path")

    def __init__(self, path: Path, handle: Handle, key: DatabaseKey) -> None:
        self.path = path
        self.handle = handle
        self.key = key


class KeyChange:
    """A change of the ways in that is ready and can hardly fail; nothing is changed until it is carried out."""

    def __init__(self, slots: SlotChange, *, afterwards: Callable[[], None] | None = None) -> None:
        self._slots, self._afterwards = slots, afterwards
        slots.prepare()

    def carry_out(self) -> None:
        """Lets it come to be, in one step. Raises an EnvironmentFault."""
        self._slots.keep()
        if self._afterwards is not None:
            self._afterwards()

    def drop(self) -> None:
        """Nothing shall come of it."""
        self._slots.drop()


class NewKey(NamedTuple):
    """A database's next key, with its slots made ready: nothing is changed yet."""

    key: DatabaseKey
    slots: SlotChange
    in_keyring: bool


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
        return LockState(exists, self._kinds(path) if has_keys else frozenset())

    def without_a_key(self, path: Path) -> DomainError:
        """Why the database cannot be opened when nothing was given: the file with its keys, or nobody to ask."""
        try:
            self._slots.generations(path)
        except EnvironmentFault as fault:
            return fault
        return KeyNeeded(str(path))

    def ways_in(self, opened: Opened[Handle]) -> frozenset[SlotKind]:
        """The slots of an open database; none when it was made with a key file."""
        return self._kinds(opened.path) if self._slots.exists(opened.path) else frozenset()

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
        key = _random_key()
        self._slots.create(path, key)
        with self._undone_on_failure(path):
            code = self._put_recovery_code(path, key)
            if chosen is not None:
                self._slots.put(path, key, SlotKind.PASSPHRASE, chosen.encode())
            if keyring:
                self._keep_in_keyring(path, key)
            return Created(Opened(path, self._files.create(path, key), key), code)

    def change_passphrase(self, opened: Opened[Handle], current: str, new: str) -> KeyChange:
        """A new passphrase in the old one's place. Raises WrongPassphrase, PassphraseTooShort, -TooLong."""
        checked_passphrase(new)
        if not self.recognises(opened, current):
            raise WrongPassphrase
        return self.set_passphrase(opened, new)

    def set_passphrase(self, opened: Opened[Handle], new: str) -> KeyChange:
        """A passphrase for an open database, also when the old one is forgotten.

        Raises PassphraseTooShort or PassphraseTooLong.
        """
        words = checked_passphrase(new)
        slots = self._slots.change(opened.path, opened.key)
        slots.put(SlotKind.PASSPHRASE, words.encode())
        return KeyChange(slots)

    def recognises(self, opened: Opened[Handle], passphrase: str) -> bool:
        """Whether it is the open database's passphrase: for a screen that was locked. Raises NoSuchSlot."""
        found = self._slots.unsealed(opened.path, SlotKind.PASSPHRASE, spelt(passphrase).encode())
        return any(key is not None and secrets.compare_digest(key.raw, opened.key.raw) for key in found)

    def offer_recovery_code(self, opened: Opened[Handle]) -> tuple[str, KeyChange]:
        """A new recovery code beside the one there is: both sheets open until `trust_recovery_code`."""
        secret = secrets.token_bytes(SECRET_BYTES)
        slots = self._slots.change(opened.path, opened.key)
        slots.put(SlotKind.NEW_RECOVERY_CODE, secret)
        return write_recovery_code(secret), KeyChange(slots)

    def trust_recovery_code(self, opened: Opened[Handle]) -> KeyChange:
        """The new sheet is kept: the old one opens nothing from then on."""
        slots = self._slots.change(opened.path, opened.key)
        slots.trust_new_code()
        return KeyChange(slots)

    def use_keyring(self, opened: Opened[Handle]) -> KeyChange:
        """The system's key store opens the database. Raises KeyringUnavailable.

        The key lies in the store before the slot says so: a kill between the two leaves no slot without its key.
        """
        slots = self._slots.change(opened.path, opened.key)
        self._vault.keep(slots.account, opened.key.hex)
        slots.put(SlotKind.KEYRING)
        return KeyChange(slots)

    def close_way(self, opened: Opened[Handle], kind: SlotKind) -> KeyChange:
        """The way in is closed. Raises LastSlot when the others are not enough, KeyringUnavailable."""
        ways = self.ways_in(opened)
        if not opens_well(ways - {kind, SlotKind.NEW_RECOVERY_CODE}):
            raise LastSlot(kind)
        slots = self._slots.change(opened.path, opened.key)
        for closed in _CODES if kind in _CODES else (kind,):
            slots.take_out(closed)
        if kind is not SlotKind.KEYRING or kind not in ways:
            return KeyChange(slots)
        # Asked before anything is changed: a store that is locked now would keep the key.
        self._vault.fetch(slots.account)
        return KeyChange(slots, afterwards=lambda: self._forget((slots.account,)))

    def check_rekey(self, opened: Opened[Handle], passphrase: str | None) -> None:
        """Whether it could be given another key. Raises WrongPassphrase, NoWayIn."""
        kinds = self.ways_in(opened)
        if not kinds & {SlotKind.PASSPHRASE, SlotKind.KEYRING}:
            raise NoWayIn
        if SlotKind.PASSPHRASE in kinds and not self.recognises(opened, passphrase or ""):
            raise WrongPassphrase

    def next_key(self, opened: Opened[Handle], passphrase: str | None, code: str) -> NewKey:
        """Another random key for an open database, with slots for the same ways in: the passphrase of today, a code.

        The code is one that the person has on paper already. Raises WrongPassphrase, NoWayIn, errors of
        `domain.recovery_code`.
        """
        self.check_rekey(opened, passphrase)
        kinds, secret = self.ways_in(opened), read_recovery_code(code)
        key = _random_key()
        slots = self._slots.next_key(opened.path, opened.key, key)
        slots.put(SlotKind.RECOVERY_CODE, secret)
        if SlotKind.PASSPHRASE in kinds:
            slots.put(SlotKind.PASSPHRASE, spelt(passphrase or "").encode())
        if SlotKind.KEYRING in kinds:
            slots.put(SlotKind.KEYRING)
        return NewKey(key, slots, SlotKind.KEYRING in kinds)

    def rekey(self, opened: Opened[Handle], new: NewKey) -> None:
        """Enciphers the open database with its next key; the old key opens nothing of it from then on.

        At every moment the slots of whichever key the file is sealed with lie beside it; what is left over goes when
        it is next opened. Raises KeyringUnavailable, DatabaseBusy and faults of the disk: then nothing has changed.
        """
        try:
            new.slots.prepare()
            if new.in_keyring:
                self._vault.keep(new.slots.account, new.key.hex)
            self._files.rekey(opened.handle, new.key, new.slots.keep)
        except BaseException:
            if not new.slots.is_kept:
                new.slots.drop()
                self._forget((new.slots.account,) if new.in_keyring else ())
            raise
        opened.key = new.key
        self._tidy(opened)

    def _made_with_key_file(self, path: Path, key: DatabaseKey) -> Opened[Handle]:
        if self._slots.exists(path):
            if not any(each.is_of(key) for each in self._slots.generations(path)):
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
            self._forget(each.account for each in self._slots.generations(path) if SlotKind.KEYRING in each.kinds)
            self._slots.discard(path)
            raise

    def _opened(self, path: Path, key: DatabaseKey) -> Opened[Handle]:
        opened = Opened(path, self._files.open(path, key), key)
        self._tidy(opened)
        return opened

    def _tidy(self, opened: Opened[Handle]) -> None:
        """Takes out the slots of another key that a rekey left. What cannot be done now is done at the next opening."""
        with suppress(EnvironmentFault):
            others = [each for each in self._slots.generations(opened.path) if not each.is_of(opened.key)]
            if others:
                self._forget(each.account for each in others if SlotKind.KEYRING in each.kinds)
                self._slots.settle(opened.path, opened.key)

    def _forget(self, accounts: Iterable[str]) -> None:
        with suppress(KeyringUnavailable):
            for account in accounts:
                self._vault.forget(account)

    def _kinds(self, path: Path) -> frozenset[SlotKind]:
        return frozenset[SlotKind]().union(*(each.kinds for each in self._slots.generations(path)))

    def _key_from_keyring(self, path: Path) -> DatabaseKey:
        found = [self._fetched(path, each.account) for each in self._slots.generations(path)]
        if not any(found):
            raise KeyNotInKeyring(str(path))
        key = self._slots.live(path, found)
        if key is None:
            raise WrongKey(str(path))
        return key

    def _fetched(self, path: Path, account: str) -> DatabaseKey | None:
        secret = self._vault.fetch(account)
        try:
            return None if secret is None else DatabaseKey.from_hex(secret)
        except ValueError:
            raise WrongKey(str(path)) from None

    def _key_from_passphrase(self, path: Path, text: str) -> DatabaseKey:
        key = self._slots.live(path, self._slots.unsealed(path, SlotKind.PASSPHRASE, spelt(text).encode()))
        if key is None:
            raise WrongPassphrase
        return key

    def _key_from_recovery_code(self, path: Path, text: str) -> DatabaseKey:
        secret, kinds = read_recovery_code(text), self._kinds(path)
        if not kinds & _CODES:
            raise NoSuchSlot(SlotKind.RECOVERY_CODE)
        for kind in sorted(kinds & _CODES, reverse=True):
            key = self._slots.live(path, self._slots.unsealed(path, kind, secret))
            if key is not None:
                return key
        raise WrongRecoveryCode

    def _keep_in_keyring(self, path: Path, key: DatabaseKey) -> None:
        (generation,) = self._slots.generations(path)
        self._vault.keep(generation.account, key.hex)
        self._slots.put(path, key, SlotKind.KEYRING)

    def _put_recovery_code(self, path: Path, key: DatabaseKey) -> str:
        secret = secrets.token_bytes(SECRET_BYTES)
        self._slots.put(path, key, SlotKind.RECOVERY_CODE, secret)
        return write_recovery_code(secret)


def _random_key() -> DatabaseKey:
    return DatabaseKey(secrets.token_bytes(KEY_BYTES))
