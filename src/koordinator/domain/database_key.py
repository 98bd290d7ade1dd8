"""The ways into an encrypted database: what a passphrase must be, and what can go wrong with keys."""

import unicodedata
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError, EnvironmentFault

PASSPHRASE_AT_LEAST: Final = 12
PASSPHRASE_AT_MOST: Final = 200


class SlotKind(StrEnum):
    """Where a copy of the database key can be had from."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    RECOVERY_CODE = "recovery_code"
    NEW_RECOVERY_CODE = "new_recovery_code"
    """Opens beside the old sheet until the person says that the new one is kept."""


class KeyringTrouble(StrEnum):
    """Why the operating system's key store cannot be used."""

    NONE = "none"
    LOCKED = "locked"
    NO_ANSWER = "no_answer"
    FAILED = "failed"


class KeysMissing(EnvironmentFault):
    """The key file that belongs beside the database is not there."""

    path: str


class KeysDamaged(EnvironmentFault):
    """The key file beside the database cannot be read as one of ours."""

    path: str


class KeysNewer(EnvironmentFault):
    """The key file beside the database was written by a newer program."""

    path: str


class KeysWithoutDatabase(EnvironmentFault):
    """There are keys at the place but no database: a new one would make the old one's keys unusable."""

    path: str


class KeyringUnavailable(EnvironmentFault):
    """The operating system's key store did not keep or give the key."""

    trouble: KeyringTrouble


class KeyNotInKeyring(EnvironmentFault):
    """The key store works but does not know this database: another computer, or another person on it."""

    path: str


class KeyFileUnusable(EnvironmentFault):
    """The file given as key cannot be read, or is not 64 hexadecimal digits."""

    path: str


class KeyNeeded(DomainError):
    """Nothing that opens the database was given, and nobody can be asked."""

    path: str


class KeyInKeyringUnusable(KeyNotInKeyring):
    """What the system's key store has under the database's name is no key, or another database's."""


class WrongKey(DomainError):
    """The key is whole, but it belongs to another database."""

    path: str


class WrongKeyOrDamaged(DomainError):
    """The key does not open the file, and there is no key check beside it that says which of the two is at fault."""

    path: str


class WrongPassphrase(DomainError):
    """The passphrase is not the database's."""


class WrongRecoveryCode(DomainError):
    """The recovery code is spelt right, but it is not this database's newest."""


class NoSuchSlot(DomainError):
    """The database cannot be opened this way: it never was set up, or was taken away."""

    kind: SlotKind


class PassphrasesDiffer(DomainError):
    """The new passphrase was typed twice, and not the same."""


class NobodyToAsk(DomainError):
    """A secret is needed, no file with it was named, and nobody sits at a terminal."""


class SecretUnreadable(EnvironmentFault):
    """The file that was to hold a secret cannot be read, or is empty."""

    path: str


class NoWayIn(DomainError):
    """The database is opened with a key file alone, which would open nothing once it has another key."""


class LastSlot(DomainError):
    """The way in was not taken away: without it the database could not be opened any more."""

    kind: SlotKind


class PassphraseTooShort(DomainError):
    """The new passphrase has fewer characters than it must."""

    at_least: int


class PassphraseTooLong(DomainError):
    """The new passphrase has more characters than it may."""

    at_most: int


def opens_well(kinds: AbstractSet[SlotKind]) -> bool:
    """Whether these ways are enough: one for every day, and the system's key store never alone."""
    return SlotKind.PASSPHRASE in kinds or {SlotKind.KEYRING, SlotKind.RECOVERY_CODE} <= kinds


def spelt(passphrase: str) -> str:
    """The passphrase as it is used: the same letters give the same text on every keyboard and system (NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def checked_passphrase(passphrase: str) -> str:
    """A new passphrase, spelt, within its limits.

    Length is the only rule, as NIST SP 800-63B advises. Raises PassphraseTooShort or PassphraseTooLong.
    """
    text = spelt(passphrase)
    if len(text) < PASSPHRASE_AT_LEAST:
        raise PassphraseTooShort(PASSPHRASE_AT_LEAST)
    if len(text) > PASSPHRASE_AT_MOST:
        raise PassphraseTooLong(PASSPHRASE_AT_MOST)
    return text
