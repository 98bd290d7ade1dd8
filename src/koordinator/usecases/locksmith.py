"""The work on the ways into an open database, and on its key. Nothing of it is in the log: see `key_changes`."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, NamedTuple

from koordinator.domain.database_key import (
    LastSlot,
    NoWayIn,
    SlotKind,
    WrongPassphrase,
    checked_passphrase,
    opens_well,
    spelt,
)
from koordinator.domain.errors import EnvironmentFault
from koordinator.domain.recovery_code import SECRET_BYTES, read_recovery_code, write_recovery_code
from koordinator.usecases.ports_keys import DatabaseKey, SlotChange
from koordinator.usecases.unlock import CODES, Handle, Opened, Unlock, random_key


def _nothing() -> None:
    """Nothing has to be done."""


class KeyChange:
    """A change of the ways in that is ready and can hardly fail; nothing is changed until it is carried out."""

    def __init__(
        self,
        slots: SlotChange,
        *,
        afterwards: Callable[[], None] = _nothing,
        undone: Callable[[], None] = _nothing,
    ) -> None:
        """`afterwards` is done once it is carried out, `undone` when nothing comes of it."""
        self._slots, self._afterwards, self._undone = slots, afterwards, undone
        try:
            slots.prepare()
        except BaseException:
            self.drop()
            raise

    def carry_out(self) -> None:
        """Lets it come to be, in one step. Raises an EnvironmentFault."""
        try:
            self._slots.keep()
        except BaseException:
            if not self._slots.is_kept:
                self.drop()
            raise
        self._afterwards()

    def drop(self) -> None:
        """Nothing shall come of it."""
        self._slots.drop()
        self._undone()


class NewKey(NamedTuple):
    """A database's next key, with its slots made ready: nothing is changed yet."""

    key: DatabaseKey
    slots: SlotChange
    in_keyring: bool


class Locksmith(Generic[Handle]):
    """The methods take a second or more (key derivation, key store), and change nothing but in `rekey`."""

    def __init__(self, keys: Unlock[Handle]) -> None:
        self._keys = keys

    def change_passphrase(self, opened: Opened[Handle], current: str, new: str) -> KeyChange:
        """A new passphrase in the old one's place. Raises WrongPassphrase, PassphraseTooShort, -TooLong."""
        checked_passphrase(new)
        if not self._keys.recognises(opened, current):
            raise WrongPassphrase
        return self.set_passphrase(opened, new)

    def set_passphrase(self, opened: Opened[Handle], new: str) -> KeyChange:
        """A passphrase for an open database, also when the old one is forgotten.

        Raises PassphraseTooShort or PassphraseTooLong.
        """
        words = checked_passphrase(new)
        slots = self._keys.slots.change(opened.path, opened.key)
        slots.put(SlotKind.PASSPHRASE, words.encode())
        return KeyChange(slots, afterwards=lambda: _note_given_up(opened, is_given_up=False))

    def offer_recovery_code(self, opened: Opened[Handle]) -> tuple[str, KeyChange]:
        """A new recovery code beside the one there is: both sheets open until `trust_recovery_code`."""
        secret = secrets.token_bytes(SECRET_BYTES)
        slots = self._keys.slots.change(opened.path, opened.key)
        slots.put(SlotKind.NEW_RECOVERY_CODE, secret)
        return write_recovery_code(secret), KeyChange(slots)

    def trust_recovery_code(self, opened: Opened[Handle]) -> KeyChange:
        """The new sheet is kept: the old one opens nothing from then on."""
        slots = self._keys.slots.change(opened.path, opened.key)
        slots.trust_new_code()
        return KeyChange(slots)

    def use_keyring(self, opened: Opened[Handle]) -> KeyChange:
        """The system's key store opens the database. Raises KeyringUnavailable.

        The key lies in the store before the slot says so: a kill between the two leaves no slot without its key.
        """
        slots = self._keys.slots.change(opened.path, opened.key)
        self._keys.vault.keep(slots.account, opened.key.hex)
        slots.put(SlotKind.KEYRING)

        def undone() -> None:
            # Asked only now: the slot may be there already, or be another program's of just before.
            with suppress(EnvironmentFault):
                if SlotKind.KEYRING not in self._keys.ways_in(opened):
                    self._keys.forget((slots.account,))

        return KeyChange(slots, undone=undone)

    def close_way(self, opened: Opened[Handle], kind: SlotKind) -> KeyChange:
        """The way in is closed. Raises LastSlot when the others are not enough, KeyringUnavailable."""
        ways = self._keys.ways_in(opened)
        if not opens_well(ways - {kind, SlotKind.NEW_RECOVERY_CODE}):
            raise LastSlot(kind)
        slots = self._keys.slots.change(opened.path, opened.key)
        for closed in CODES if kind in CODES else (kind,):
            slots.take_out(closed)
        if kind is SlotKind.PASSPHRASE:
            return KeyChange(slots, afterwards=lambda: _note_given_up(opened, is_given_up=True))
        if kind is not SlotKind.KEYRING or kind not in ways:
            return KeyChange(slots)
        # Asked before anything is changed: a store that is locked now would keep the key.
        self._keys.vault.fetch(slots.account)
        return KeyChange(slots, afterwards=lambda: self._keys.forget((slots.account,)))

    def check_rekey(self, opened: Opened[Handle], passphrase: str | None) -> None:
        """Whether it could be given another key. Raises WrongPassphrase, NoWayIn."""
        kinds = self._keys.ways_in(opened)
        if not kinds & {SlotKind.PASSPHRASE, SlotKind.KEYRING}:
            raise NoWayIn
        if SlotKind.PASSPHRASE in kinds and not self._keys.recognises(opened, passphrase or ""):
            raise WrongPassphrase

    def next_key(self, opened: Opened[Handle], passphrase: str | None, code: str) -> NewKey:
        """Another random key for an open database, with slots for the same ways in: the passphrase of today, a code.

        The code is one that the person has on paper already. Raises WrongPassphrase, NoWayIn, errors of
        `domain.recovery_code`.
        """
        self.check_rekey(opened, passphrase)
        kinds, secret = self._keys.ways_in(opened), read_recovery_code(code)
        key = random_key()
        slots = self._keys.slots.next_key(opened.path, opened.key, key)
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
                self._keys.vault.keep(new.slots.account, new.key.hex)
            self._keys.files.rekey(opened.handle, new.key, new.slots.keep)
        except BaseException:
            if not new.slots.is_kept:
                new.slots.drop()
                self._keys.forget((new.slots.account,) if new.in_keyring else ())
            raise
        opened.key = new.key
        self._keys.tidy(opened)


def _note_given_up(opened: Opened[Handle], *, is_given_up: bool) -> None:
    """So that a locked screen does not ask for a passphrase that is no more."""
    opened.gave_up_passphrase = is_given_up
