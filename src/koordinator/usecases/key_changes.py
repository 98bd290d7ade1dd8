"""Changing the ways into the database that is open: each is one entry in the audit log."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from koordinator.domain.access import Action, Actor
from koordinator.domain.database_key import SlotKind
from koordinator.usecases.ports import Office
from koordinator.usecases.unlock import Opened, Unlock

Handle = TypeVar("Handle")


@dataclass(frozen=True, slots=True)
class WaysIn:
    """Where the database lies, and how it is opened; with no ways at all it is opened with a key file."""

    path: Path
    kinds: frozenset[SlotKind]


@dataclass(frozen=True, slots=True)
class NewCode:
    """A new recovery code, which is shown this once and kept nowhere."""

    code: str = field(repr=False)
    database_name: str


class KeyChanges(Generic[Handle]):
    """The methods take a second or more (key derivation, key store): not for the thread of the window."""

    def __init__(self, office: Office, keys: Unlock[Handle], opened: Opened[Handle]) -> None:
        self._office = office
        self._keys = keys
        self._opened = opened

    def ways_in(self) -> WaysIn:
        """The ways there are now. It concerns no citizen, so the look is not logged."""
        return WaysIn(self._opened.path, self._keys.ways_in(self._opened))

    def change_passphrase(self, actor: Actor, current: str, new: str) -> None:
        """Another passphrase for the one that is known. Raises WrongPassphrase, PassphraseTooShort, -TooLong."""
        with self._logged(actor, "passphrase"):
            self._keys.change_passphrase(self._opened.path, current, new)

    def set_passphrase(self, actor: Actor, new: str) -> None:
        """A passphrase where there was none. Raises PassphraseTooShort or PassphraseTooLong."""
        with self._logged(actor, "passphrase"):
            self._keys.set_passphrase(self._opened, new)

    def renew_recovery_code(self, actor: Actor) -> NewCode:
        """A new recovery code; the old sheet opens nothing from now on."""
        with self._logged(actor, "recovery_code"):
            return NewCode(self._keys.renew_recovery_code(self._opened), self._opened.path.name)

    def use_keyring(self, actor: Actor) -> None:
        """From now on the system's key store opens the database. Raises KeyringUnavailable."""
        with self._logged(actor, "keyring=1"):
            self._keys.use_keyring(self._opened)

    def leave_keyring(self, actor: Actor) -> None:
        """The system's key store opens it no longer. Raises LastSlot when no passphrase is set."""
        with self._logged(actor, "keyring=0"):
            self._keys.leave_keyring(self._opened)

    @contextmanager
    def _logged(self, actor: Actor, codes: str) -> Iterator[None]:
        with self._office.act(actor, Action.EDIT_KEYS) as tx:
            yield
            tx.about("database", 0, codes=codes)
