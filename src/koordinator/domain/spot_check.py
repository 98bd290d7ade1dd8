"""Stikprøver: looks at citizens drawn at random from the log, for the leader to ask whether they were in order.

The draw can be repeated by anybody who has the log, and steered by nobody: what it is drawn with is the seal of the
last entry before the month was over, which nobody can choose. A month is drawn once. Source: GDPR art. 32(1)(d),
and Datatilsynet's guidance on checking logs at random (egenkontrol ved stikprøver).
"""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain import limits
from koordinator.domain.access import Action, Relation
from koordinator.domain.errors import DomainError, NotAllowed
from koordinator.domain.ids import EmployeeId, RowId, SubjectId

OUTSIDE_WEIGHT: Final = 3
"""So many times more likely to be drawn is a look by somebody who did not work with the citizen."""
_WORKS_WITH: Final = frozenset({Relation.OWN, Relation.SHARED, Relation.TEAM, Relation.UNTAKEN})
_DIGEST_VALUES: Final = 2**64
_DIGEST_BYTES: Final = 8
MONTHS_BACK: Final = 3
"""Months that were over longer ago are no longer drawn: what nobody asked about then, nobody remembers now."""


class SpotAnswer(StrEnum):
    """What the leader found."""

    IN_ORDER = "in_order"
    ASKED = "asked"
    NOT_IN_ORDER = "not_in_order"


class SpotLook(NamedTuple):
    """A look that can be drawn: the first in the month by this employee at this subject. None is no relation."""

    sequence: int
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class SpotDraw:
    """One month's draw, with all it takes to repeat it: the seed, and the entries it was drawn among."""

    id: RowId
    month_on: date
    """The month's first day."""
    seed: str
    after_sequence: int
    until_sequence: int
    """The looks stand after the first and up to the second entry."""
    pool: int
    """How many could be drawn."""
    drawn: int
    drawn_by_id: EmployeeId
    drawn_at: datetime


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """A look that was drawn, what the employee had to do with the citizen on that day, and what the leader says."""

    id: RowId
    draw_id: RowId
    sequence: int
    looked_at: datetime
    employee_id: EmployeeId
    subject_id: SubjectId
    action: Action
    relation: Relation | None
    answer: SpotAnswer | None = None
    note: str = ""
    answered_by_id: EmployeeId | None = None
    answered_at: datetime | None = None
    version: int = 0


class NoteNeeded(DomainError):
    """What is not in order, or was asked about, is said in a note."""


class AlreadyAnswered(DomainError):
    """What was found in order or not stays; only after the employee was asked it can be said otherwise."""


class OwnLook(NotAllowed):
    """Nobody says of a look of their own that it was in order, where somebody else can."""


def weight_of(relation: Relation | None) -> int:
    """How likely a look is drawn."""
    return 1 if relation in _WORKS_WITH else OUTSIDE_WEIGHT


def drawn(seed: str, pool: Sequence[SpotLook], wanted: int) -> tuple[SpotLook, ...]:
    """So many of the pool, in the order of the log; all of them where there are no more.

    Each look gets a number between 0 and 1 from SHA-256 of the seed and its sequence, and -ln of it is divided by its
    weight: the least are drawn (Efraimidis and Spirakis 2006, sampling by weight without putting back).
    """
    chosen = sorted(pool, key=lambda look: (_distance(seed, look), look.sequence))[:wanted]
    return tuple(sorted(chosen, key=lambda look: look.sequence))


def answered(check: SpotCheck, answer: SpotAnswer, note: str, by: EmployeeId, at: datetime) -> SpotCheck:
    """The check with the answer. Raises AlreadyAnswered, NoteNeeded, FieldTooLong or UnusableCharacter."""
    if check.answer not in (None, SpotAnswer.ASKED):
        raise AlreadyAnswered
    said = limits.checked("note", note, limits.PARAGRAPH)
    if answer is not SpotAnswer.IN_ORDER and not said:
        raise NoteNeeded
    return replace(check, answer=answer, note=said, answered_by_id=by, answered_at=at)


def months_to_draw(today: date, already: frozenset[date]) -> tuple[date, ...]:
    """The first days of the months that are over and not drawn, the oldest first."""
    number = today.year * 12 + today.month - 1
    months = (date((number - back) // 12, (number - back) % 12 + 1, 1) for back in range(MONTHS_BACK, 0, -1))
    return tuple(month for month in months if month not in already)


def month_after(month_on: date) -> date:
    """The first day of the next month."""
    return date(month_on.year + month_on.month // 12, month_on.month % 12 + 1, 1)


def _distance(seed: str, look: SpotLook) -> float:
    digest = hashlib.sha256(f"{seed} {look.sequence}".encode()).digest()
    share = (int.from_bytes(digest[:_DIGEST_BYTES], "big") + 1) / (_DIGEST_VALUES + 1)
    return -math.log(share) / weight_of(look.relation)
