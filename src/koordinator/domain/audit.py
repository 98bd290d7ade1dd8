"""The audit log: who did what with whom, in a chain that shows when an entry was changed or taken out.

Entries hold ids and codes, never names, values or texts, so that deletion stays possible. How the chain is checked
stands in `domain.audit_check`.
"""

import hmac
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final, NamedTuple

from koordinator.domain.access import Action, Channel
from koordinator.domain.ids import EmployeeId

GENESIS = "0" * 64
"""What the first entry names as its predecessor."""
BETWEEN: Final = "\n"
"""Stands between the facts that are sealed, and in none of them: so no fact can slide into its neighbour."""


class AuditFact(NamedTuple):
    """What one action touched: a glossary word, its key, whom it was about, and codes (never texts)."""

    kind: str = ""
    thing_id: int = 0
    subject_id: int = 0
    codes: str = ""


class AuditEntry(NamedTuple):
    """One link of the chain. `seal` is the HMAC over everything before it, with the log's own key."""

    sequence: int
    at: datetime
    actor_id: EmployeeId
    roles: str
    channel: Channel
    action: Action
    kind: str
    thing_id: int
    subject_id: int
    codes: str
    previous_seal: str
    seal: str


SEALED: Final = AuditEntry._fields[:-1]
"""The facts under the seal, in their order."""


class LogHead(NamedTuple):
    """How far the log had come at some time: the sequence of its newest entry, and that entry's seal.

    Kept outside the database, it shows a log that was cut short or swapped for an older one. Says nothing else.
    """

    count: int  # type: ignore[assignment] # hides what every tuple has, and nobody asks of a head
    seal: str
    after_return: int = 0
    """The number of the newest `LogReturn` before it, 0 for none."""

    def is_at(self, other: "LogHead") -> bool:
        """Whether both end with the same entry; heads that were noted long ago may not say what they come after."""
        return (self.count, self.seal) == (other.count, other.seal)


class LogReturn(NamedTuple):
    """A person put an older database back: what was written between that one and the entry `sequence` is gone.

    `number` is greater than that of every return that was known of then, also of those in databases that are gone.
    """

    sequence: int
    number: int


def newest_return(returns: Iterable[LogReturn]) -> int:
    """The number of the newest, 0 for none."""
    return max((back.number for back in returns), default=0)


def moment_text(at: datetime) -> str:
    """The moment as it lies in the log: UTC with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def seal_of(key: bytes, entry: AuditEntry) -> str:
    """HMAC-SHA256 (64 hex digits) over the entry's facts, of which the previous seal is the last.

    Raises ValueError for a fact of several lines: codes have one.
    """
    *facts, _seal = entry._replace(at=moment_text(entry.at))  # type: ignore[arg-type]
    text = BETWEEN.join(map(str, facts))
    if text.count(BETWEEN) != len(facts) - 1:
        raise ValueError("a fact of the log has one line")
    return hmac.digest(key, text.encode(), "sha256").hex()
