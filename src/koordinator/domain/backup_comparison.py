"""Holding a restored database against the present one: is it the same one, and what would be gone or come back."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from koordinator.domain.audit import LogHead


class Counted(StrEnum):
    """What is counted in both."""

    CITIZEN = "citizen"
    FAMILY = "family"
    ASSESSMENT = "assessment"
    MEETING = "meeting"
    PLAN = "plan"
    AGREEMENT = "agreement"
    CONTACT_NOTE = "contact_note"
    PAPER = "paper"


class Relation(StrEnum):
    """How the restored database stands to the present one, by their logs."""

    SAME = "same"
    EARLIER = "earlier"
    LATER = "later"
    BRANCHED = "branched"
    OTHER = "other"


class DatabaseFacts(NamedTuple):
    """What a database holds. `origin` is the same for all that were ever copied from one another."""

    origin: str
    log: LogHead
    newest_at: datetime | None
    counts: tuple[tuple[Counted, int], ...]


class Comparison(NamedTuple):
    """The two beside each other."""

    relation: Relation
    restored: DatabaseFacts
    present: DatabaseFacts

    @property
    def entries_between(self) -> int:
        """How many entries of the log lie between the two, where one goes on from the other."""
        return abs(self.present.log.count - self.restored.log.count)

    @property
    def counts(self) -> tuple[tuple[Counted, int, int], ...]:
        """What, how many in the restored one, how many in the present one."""
        present = dict(self.present.counts)
        return tuple((kind, number, present.get(kind, 0)) for kind, number in self.restored.counts)


def relation(
    restored: DatabaseFacts, present: DatabaseFacts, *, present_then: str | None, restored_then: str | None
) -> Relation:
    """`present_then` is the seal that the present log has where the restored one ends; `restored_then` the reverse.

    None where the log does not reach so far, or no longer.
    """
    if restored.origin != present.origin:
        return Relation.OTHER
    if restored.log == present.log:
        return Relation.SAME
    if present_then == restored.log.seal:
        return Relation.EARLIER
    return Relation.LATER if restored_then == present.log.seal else Relation.BRANCHED
