"""Changing the ways into the database that is open: each is one entry in the audit log, made just before it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from koordinator.domain.access import Action, Actor
from koordinator.domain.database_key import SlotKind
from koordinator.domain.errors import DomainError
from koordinator.domain.setting import SettingKey
from koordinator.usecases.locksmith import KeyChange, Locksmith
from koordinator.usecases.ports import Office
from koordinator.usecases.settings import current_values
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


@dataclass(frozen=True, slots=True)
class RekeySecrets:
    """What the new key's slots are locked with; no passphrase where the database has none."""

    passphrase: str | None = field(repr=False)
    code: str = field(repr=False)
    """A recovery code whose sheet the person has."""


class RecoverySheets(Protocol):
    """The sheet as a file, which is kept nowhere else."""

    def __call__(self, file: Path, code: str, database_name: str, municipality: str, /) -> None:
        """Saves it as PDF. Raises an EnvironmentFault."""
        ...


class KeyChanges(Generic[Handle]):
    """The methods take a second or more (key derivation, key store): not for the thread of the window.

    Everything that may be refused is done first; then comes the entry, then the change in one step. A kill between
    the two leaves an entry too many, never a change that nobody can account for.
    """

    def __init__(
        self,
        office: Office,
        keys: Unlock[Handle],
        opened: Opened[Handle],
        before: Callable[[], object],
        sheets: RecoverySheets,
    ) -> None:
        """`before` takes a backup, before the whole database is written anew."""
        self._office = office
        self._keys, self._locksmith = keys, Locksmith(keys)
        self._opened = opened
        self._before = before
        self._sheets = sheets

    def ways_in(self) -> WaysIn:
        """The ways there are now. It concerns no citizen, so the look is not logged."""
        return WaysIn(self._opened.path, self._keys.ways_in(self._opened))

    def change_passphrase(self, actor: Actor, current: str, new: str) -> None:
        """Another passphrase for the one that is known. Raises WrongPassphrase, PassphraseTooShort, -TooLong."""
        self._change(actor, "passphrase", lambda: self._locksmith.change_passphrase(self._opened, current, new))

    def set_passphrase(self, actor: Actor, new: str) -> None:
        """A passphrase where there was none. Raises PassphraseTooShort or PassphraseTooLong."""
        self._change(actor, "passphrase", lambda: self._locksmith.set_passphrase(self._opened, new))

    def offer_recovery_code(self, actor: Actor) -> NewCode:
        """A new recovery code. The old sheet opens as well until the new one is trusted, so that none is ever lost."""
        return self._offer(actor, lambda: None)

    def begin_rekey(self, actor: Actor, passphrase: str | None) -> NewCode:
        """The recovery code for another key; until there is one it opens the database as it is, beside the old code.

        Raises WrongPassphrase, NoWayIn: before anybody prints a sheet.
        """
        return self._offer(actor, lambda: self._locksmith.check_rekey(self._opened, passphrase))

    def save_sheet(self, file: Path, code: str) -> None:
        """The sheet with the code as PDF. Raises an EnvironmentFault where it cannot be written."""
        with self._office.glance() as tx:
            municipality = current_values(tx)[SettingKey.MUNICIPALITY]
        self._sheets(file, code, self._opened.path.name, municipality)

    def trust_recovery_code(self, actor: Actor) -> None:
        """The person has the new sheet: the old one opens nothing from now on."""
        self._change(actor, "recovery_code", lambda: self._locksmith.trust_recovery_code(self._opened))

    def use_keyring(self, actor: Actor) -> None:
        """From now on the system's key store opens the database. Raises KeyringUnavailable."""
        self._change(actor, "keyring=1", lambda: self._locksmith.use_keyring(self._opened))

    def close_way(self, actor: Actor, kind: SlotKind) -> None:
        """The database is opened this way no longer. Raises LastSlot when the others are not enough."""
        self._change(actor, f"{kind}=0", lambda: self._locksmith.close_way(self._opened, kind))

    def rekey(self, actor: Actor, words: RekeySecrets) -> None:
        """Another key for the database, which stays open; a backup is taken before.

        Raises WrongPassphrase, NoWayIn, KeyringUnavailable, DatabaseBusy, errors of `domain.recovery_code` and
        faults of the disk: then the database has the key it had.
        """
        with self._office.act(actor, Action.EDIT_KEYS) as tx:
            new = self._locksmith.next_key(self._opened, words.passphrase, words.code)
            tx.about("database", 0, codes="rekey")
        with self._undone(actor, "rekey"):
            self._before()
            self._locksmith.rekey(self._opened, new)

    def _offer(self, actor: Actor, check: Callable[[], None]) -> NewCode:
        codes: list[str] = []

        def offer() -> KeyChange:
            check()
            code, change = self._locksmith.offer_recovery_code(self._opened)
            codes.append(code)
            return change

        self._change(actor, "new_recovery_code", offer)
        return NewCode(codes[0], self._opened.path.name)

    def _change(self, actor: Actor, codes: str, make: Callable[[], KeyChange]) -> None:
        with ExitStack() as undoing:
            with self._office.act(actor, Action.EDIT_KEYS) as tx:
                change = make()
                undoing.callback(change.drop)
                tx.about("database", 0, codes=codes)
            undoing.pop_all()
        with self._undone(actor, codes):
            change.carry_out()

    @contextmanager
    def _undone(self, actor: Actor, codes: str) -> Iterator[None]:
        """What did not come to be although its entry stands is told in an entry of its own, if it can be written."""
        try:
            yield
        except DomainError:
            with suppress(DomainError), self._office.act(actor, Action.EDIT_KEYS) as tx:
                tx.about("database", 0, codes=f"{codes} undone")
            raise
