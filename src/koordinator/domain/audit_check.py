"""Whether the log is as it was written: what is changed, taken out, moved, repeated, or gone at either end.

The chain itself shows what happened between its first and its last entry. That its end is missing, or that all of it
was swapped for an older one, only shows against heads that were noted outside the database (`LogHead`).
"""

import hmac
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from koordinator.domain.access import Action
from koordinator.domain.audit import BETWEEN, GENESIS, SEALED, LogHead, LogReturn, newest_return
from koordinator.domain.errors import DomainError

Link: TypeAlias = tuple[int, str, str, str]
"""An entry as it lies: its sequence, the previous seal, its own seal, and the sealed facts as one text."""

_ACTION: Final = SEALED.index("action")
_NEARBY: Final = 20
"""How far from its place an entry is looked for when the one before it is gone."""
_MOST_LOOKED_INTO: Final = 1_000
"""Of so many entries that do not hold it is found out where they belong; the rest are only told."""


class HeadSource(StrEnum):
    """Where outside the database a head was found."""

    KEY_STORE = "key_store"
    BACKUP = "backup"


class KnownHead(NamedTuple):
    """A head and where it was found; `name` is the file's name of a backup."""

    head: LogHead
    source: HeadSource
    noted_at: datetime | None = None
    name: str = ""


class LogCut(NamedTuple):
    """A person removed the entries to `until` because they were old; `seal` is that of the last one removed.

    `sequence` is the entry that says so.
    """

    sequence: int
    until: int
    seal: str


class NothingToThinOut(DomainError):
    """No entry of the log is older than the period says."""


class LogFaultKind(StrEnum):
    """What is wrong with entries of the log."""

    CHANGED = "changed"
    MISSING = "missing"
    MOVED = "moved"
    REPEATED = "repeated"
    BEGUN_ANEW = "begun_anew"
    CUT_SHORT = "cut_short"
    OTHER_HISTORY = "other_history"


class LogFault(NamedTuple):
    """What is wrong with the entries from `first` to `last`, both included.

    `belongs` is where the first of moved or repeated ones was written; `known` is the head that shows a log that was
    cut short or has another history than it had.
    """

    kind: LogFaultKind
    first: int
    last: int
    belongs: int = 0
    known: KnownHead | None = None


class LogCheck(NamedTuple):
    """What was gone through: how many entries, from which to the head, against how many heads, and what is wrong."""

    entries: int
    first: int
    head: LogHead
    compared: int
    faults: tuple[LogFault, ...]


class LogNotes(NamedTuple):
    """What the log itself says of ends that people cut with right, and what was noted of it elsewhere."""

    cuts: Sequence[LogCut] = ()
    returns: Sequence[LogReturn] = ()
    heads: Sequence[KnownHead] = ()


_NOTHING: Final = LogNotes()


def check_chain(key: bytes, links: Callable[[], Iterable[Link]], notes: LogNotes = _NOTHING) -> LogCheck:
    """Goes through all entries in the order of their sequence; `links` is asked again only when something is wrong."""
    walk = _Walk(key, frozenset(known.head.count for known in notes.heads))
    walk.through(links())
    faults = [*_told(walk, key, links), *_front(walk, notes)]
    faults += [*_against_heads(walk, notes, faults)]
    head = LogHead(walk.last, walk.previous, newest_return(notes.returns))
    compared = sum(walk.first <= known.head.count for known in notes.heads)
    return LogCheck(walk.entries, walk.first, head, compared, _merged(faults))


class _Walk:
    """What one pass over the chain finds."""

    def __init__(self, key: bytes, places: frozenset[int]) -> None:
        self._key, self._places = key, places
        self.entries = self.first = self.last = 0
        self.previous = GENESIS
        self.before_first = GENESIS
        self.is_begun_anew = False
        self.found: list[LogFault] = []
        self.unsealed: list[Link] = []
        self.seals: dict[int, str] = {}

    def through(self, links: Iterable[Link]) -> None:
        """The loop that is gone through a million times: what is in order takes three comparisons."""
        key, places, digest = self._key, self._places, hmac.digest
        expected, previous, holds = 1, GENESIS, True
        for link in links:
            sequence, previous_seal, seal, facts = link
            sealed = digest(key, facts.encode(), "sha256").hex() == seal
            if not sealed or sequence != expected or previous_seal != previous:
                self._note(link, expected, sealed=sealed, breaks=holds and previous_seal != previous)
            if not self.first:
                self._begin(link, sealed=sealed)
            if sequence in places:
                self.seals[sequence] = seal
            expected, previous, holds = sequence + 1, seal, sealed
            self.entries += 1
        self.last, self.previous = expected - 1, previous

    def _begin(self, link: Link, *, sealed: bool) -> None:
        self.first, self.before_first = link[0], link[1]
        self.is_begun_anew = sealed and link[0] == 1 and link[3].split(BETWEEN)[_ACTION] != Action.CREATE_DATABASE

    def _note(self, link: Link, expected: int, *, sealed: bool, breaks: bool) -> None:
        sequence = link[0]
        if not sealed:
            self.unsealed.append(link) if len(self.unsealed) < _MOST_LOOKED_INTO else self._tell_changed(sequence)
        if self.first and sequence != expected:
            self.found.append(LogFault(LogFaultKind.MISSING, expected, sequence - 1))
        elif self.first and sealed and breaks:
            # Sealed with the right key, and yet not what the next one remembers: written again from outside.
            self._tell_changed(sequence - 1)
        elif sequence == 1 and sealed:
            self._tell_changed(sequence)

    def _tell_changed(self, sequence: int) -> None:
        self.found.append(LogFault(LogFaultKind.CHANGED, sequence, sequence))


def _told(walk: _Walk, key: bytes, links: Callable[[], Iterable[Link]]) -> Iterator[LogFault]:
    """The faults between the ends. An entry that does not hold where it stands may hold where it was written."""
    yield from walk.found
    if not walk.unsealed:
        return
    lost = _Lost(key, walk.unsealed, links())
    belongs = {link: lost.place_of(link) for link in walk.unsealed}
    wanted = frozenset(belongs.values())
    now = {link[0]: link[2] for link in links() if link[0] in wanted}
    for link, place in belongs.items():
        if not place:
            kind = LogFaultKind.CHANGED
        else:
            kind = LogFaultKind.REPEATED if now.get(place) == link[2] else LogFaultKind.MOVED
        yield LogFault(kind, link[0], link[0], place)


class _Lost:
    """Finds where entries were written that do not hold where they stand: each names the one before it."""

    def __init__(self, key: bytes, unsealed: Sequence[Link], links: Iterable[Link]) -> None:
        self._key = key
        self._unsealed = {link[2]: link for link in unsealed}
        wanted = {previous for _, previous, _, _ in unsealed} - self._unsealed.keys()
        self._after = {GENESIS: 1} | {seal: sequence + 1 for sequence, _, seal, _ in links if seal in wanted}

    def place_of(self, link: Link) -> int:
        """The place, 0 where it is not to be found or the entry is changed."""
        begin, steps = link, 0
        while begin[1] in self._unsealed and steps < len(self._unsealed):
            begin, steps = self._unsealed[begin[1]], steps + 1
        place = (self._after.get(begin[1]) or self._nearby(begin)) + steps
        return place if self._fits(link, place) else 0

    def _nearby(self, link: Link) -> int:
        """Where what stood before it is gone, the rest may have been moved up."""
        near = range(link[0] - _NEARBY, link[0] + _NEARBY + 1)
        return next((place for place in near if self._fits(link, place)), 0)

    def _fits(self, link: Link, place: int) -> bool:
        as_written = f"{place}{BETWEEN}{link[3].partition(BETWEEN)[2]}"
        return hmac.digest(self._key, as_written.encode(), "sha256").hex() == link[2]


def _front(walk: _Walk, notes: LogNotes) -> Iterator[LogFault]:
    """The first entry of all founds the database; what is gone before a later one, an entry must vouch for."""
    if walk.is_begun_anew:
        yield LogFault(LogFaultKind.BEGUN_ANEW, 1, 1)
    if walk.first > 1 and not any((cut.until + 1, cut.seal) == (walk.first, walk.before_first) for cut in notes.cuts):
        yield LogFault(LogFaultKind.MISSING, 1, walk.first - 1)
    if not walk.first:
        yield LogFault(LogFaultKind.MISSING, 1, 1)


def excused(head: LogHead, returns: Sequence[LogReturn]) -> bool:
    """Whether the head is of what an older database that was put back took the place of.

    What was noted after the newest return is never excused, or a log that was cut after it would pass as whole.
    """
    if head.after_return >= newest_return(returns):
        return False
    if head.after_return and all(back.number != head.after_return for back in returns):
        # It comes after a return that is itself no longer part of this history.
        return True
    return any(back.number > head.after_return and back.sequence <= head.count for back in returns)


def _against_heads(walk: _Walk, notes: LogNotes, told: Sequence[LogFault]) -> Iterator[LogFault]:
    for known in notes.heads:
        count, seal, _ = known.head
        if excused(known.head, notes.returns):
            continue
        if count > walk.last:
            yield LogFault(LogFaultKind.CUT_SHORT, walk.last + 1, count, known=known)
        elif any(fault.first <= count <= fault.last for fault in told):
            continue
        elif count >= walk.first and walk.seals.get(count) != seal:
            yield LogFault(LogFaultKind.OTHER_HISTORY, count, count, known=known)


def _merged(faults: list[LogFault]) -> tuple[LogFault, ...]:
    """In order, those that lie side by side as one."""
    merged: list[LogFault] = []
    for fault in sorted(set(faults), key=lambda each: (each.first, each.kind, each.last)):
        before = merged[-1] if merged else None
        if before is not None and _continues(before, fault):
            merged[-1] = before._replace(last=fault.last)
        else:
            merged.append(fault)
    return tuple(merged)


def _continues(before: LogFault, fault: LogFault) -> bool:
    moved_alike = bool(before.belongs) == bool(fault.belongs)
    if before.belongs:
        moved_alike = fault.belongs - fault.first == before.belongs - before.first
    return before.kind is fault.kind and fault.first == before.last + 1 and moved_alike and fault.known is None
