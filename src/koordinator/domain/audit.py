"""The audit log: who did what with whom, in a chain that shows when an entry was changed or taken out.

Entries hold ids and codes, never names, values or texts, so that deletion stays possible.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from koordinator.domain.access import Action, Channel
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId

GENESIS = "0" * 64
"""What the first entry names as its predecessor."""


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


class AuditChainBroken(DomainError):
    """The chain does not hold from this entry on: something outside the program changed the log."""

    sequence: int


def seal_of(key: bytes, entry: AuditEntry) -> str:
    """HMAC-SHA256 (64 hex digits) over the entry's facts and the previous seal."""
    facts = [
        entry.sequence,
        entry.at.isoformat(),
        entry.actor_id,
        entry.roles,
        entry.channel,
        entry.action,
        entry.kind,
        entry.thing_id,
        entry.subject_id,
        entry.codes,
        entry.previous_seal,
    ]
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def check_chain(key: bytes, entries: Iterable[AuditEntry]) -> int:
    """The number of entries when the chain is whole from the first on. Raises AuditChainBroken."""
    previous = GENESIS
    count = 0
    for expected, entry in enumerate(entries, start=1):
        whole = entry.sequence == expected and entry.previous_seal == previous
        if not whole or not hmac.compare_digest(entry.seal, seal_of(key, entry)):
            raise AuditChainBroken(expected)
        previous = entry.seal
        count = expected
    return count
