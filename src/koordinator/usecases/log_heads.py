"""How far the log has come, noted where the database is not: so that a log that was cut short can be told.

The note lies in the system's key store beside the database's key, and in every backup (see `HeadsElsewhere`).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Final, Protocol

from koordinator.domain.audit import LogHead
from koordinator.domain.audit_check import HeadSource, KnownHead
from koordinator.domain.errors import DomainError
from koordinator.usecases.ports_keys import KeyVault

_NOTE: Final = re.compile(r"([0-9]+) (\S+)(?: ([0-9]+))?")
"""How many entries, the seal of the newest, and the return they come after; old notes end with the seal."""


class HeadsElsewhere(Protocol):
    """A place outside the database where heads of its log are noted."""

    def known_heads(self) -> Sequence[KnownHead]:
        """The heads there are; a place that cannot be asked knows none."""


class LogEnd(Protocol):
    """What is asked of the log that is open."""

    def head(self) -> LogHead:
        """How far it has come."""

    def follows(self, head: LogHead) -> bool:
        """Whether the log goes on from the head, or says itself that an older one was put back."""


class HeadState(StrEnum):
    """How it went with the note in the key store."""

    NOT_YET = "not_yet"
    NO_PLACE = "no_place"
    KEPT = "kept"
    NO_ANSWER = "no_answer"
    DIFFERS = "differs"


class LogHeads:
    """The note in the key store. Asking it may take a while: not for the thread of the window.

    `account` is the name of the note there, None for a database whose key does not lie in the key store.
    """

    def __init__(self, log: LogEnd, vault: KeyVault, account: Callable[[], str | None]) -> None:
        self._log, self._vault, self._account = log, vault, account
        self.state = HeadState.NOT_YET

    @property
    def differs(self) -> bool:
        """The log does not go on from the last note: it was cut short, or an older database was put back."""
        return self.state is HeadState.DIFFERS

    def keep(self) -> HeadState:
        """Notes how far the log has come. Never fails; says how it went, and remembers it as `state`.

        Where the log does not go on from the last note, that note stays: it is the proof.
        """
        try:
            self.state = self._kept()
        except DomainError:
            self.state = HeadState.NO_ANSWER
        return self.state

    def known_heads(self) -> tuple[KnownHead, ...]:
        """The note there is; none where the key store or the file of keys does not answer, which `state` says."""
        try:
            account = self._account()
            noted = None if account is None else _read(self._vault.fetch(account))
        except DomainError:
            self.state = HeadState.NO_ANSWER
            return ()
        return () if noted is None else (KnownHead(noted, HeadSource.KEY_STORE),)

    def _kept(self) -> HeadState:
        account = self._account()
        if account is None:
            return HeadState.NO_PLACE
        noted = _read(self._vault.fetch(account))
        if noted is not None and not self._log.follows(noted):
            return HeadState.DIFFERS
        self._vault.keep(account, _write(self._log.head()))
        return HeadState.KEPT


def all_known(places: Iterable[HeadsElsewhere]) -> tuple[KnownHead, ...]:
    """What all places know."""
    return tuple(known for place in places for known in place.known_heads())


def _write(head: LogHead) -> str:
    return f"{head.count} {head.seal} {head.after_return}"


def _read(text: str | None) -> LogHead | None:
    """What is not a note of ours counts as none."""
    found = _NOTE.fullmatch(text or "")
    return LogHead(int(found[1]), found[2], int(found[3] or 0)) if found else None
