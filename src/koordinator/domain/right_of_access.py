"""The right of access (indsigtsret): everything held about a citizen, with what is about others held back.

Source: GDPR article 15 and databeskyttelsesloven § 22. What is about another person, and a caseworker's private
note or draft, is given only once somebody has decided so for that one; in doubt nothing is shown. That a note is
called private is no reason by itself to keep it from the citizen, so each is decided like the rest. An address that
is protected stands on nothing that leaves the house, and so it waits to be decided too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from koordinator.domain import limits
from koordinator.domain.access import Action, Channel, Relation
from koordinator.domain.content_parts import Sender
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import CitizenId, EmployeeId, RowId


class OtherKind(StrEnum):
    """What has to be decided: somebody else, a name in a text, a private note, a draft, the own protected address."""

    ADDRESS = "address"
    CITIZEN = "citizen"
    CONTACT_PERSON = "contact_person"
    NAME = "name"
    PRIVATE_NOTE = "private_note"
    DRAFT = "draft"


class AccessVerdict(StrEnum):
    """What was decided."""

    SHOWN = "shown"
    MASKED = "masked"


class AnswerCode(StrEnum):
    """An answer that has no words in the model it was made by."""

    UNKNOWN = "unknown"


class OtherKey(NamedTuple):
    """One of those to decide about: the key of a row, or the name as it stands in a text."""

    kind: OtherKind
    thing_id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class AccessDecision:
    """Somebody decided whether the citizen may see it, and why. Never changed; the last one counts."""

    id: RowId
    citizen_id: CitizenId
    kind: OtherKind
    thing_id: int
    name: str
    verdict: AccessVerdict
    reason: str
    decided_by_id: EmployeeId
    decided_at: datetime

    @property
    def key(self) -> OtherKey:
        """What it is about."""
        return OtherKey(self.kind, self.thing_id, self.name)


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else than the citizen, or something written for oneself, as whoever decides sees it.

    `number` stands for it in the report. `known_as` is the code of what they are to the citizen, `detail` their
    workplace, or the words round the name. `terms` are all that would give them away in a text.
    """

    key: OtherKey
    number: int
    name: str
    known_as: StrEnum | None = None
    detail: str = ""
    terms: tuple[str, ...] = ()
    decision: AccessDecision | None = None

    @property
    def is_hidden(self) -> bool:
        """Held back: decided so, or not decided yet."""
        return self.decision is None or self.decision.verdict is AccessVerdict.MASKED


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text; a number stands where one of the others is named, 0 for a CPR number."""

    pieces: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Something that is about one of the others, and is not given."""

    number: int


@dataclass(frozen=True, slots=True)
class HeldList:
    """Several values."""

    values: tuple["HeldValue", ...]


@dataclass(frozen=True, slots=True)
class HeldField:
    """A field by its English name."""

    name: str
    value: "HeldValue"


@dataclass(frozen=True, slots=True)
class HeldFields:
    """Something with fields of its own, as it stands in a frozen version."""

    fields: tuple[HeldField, ...]


HeldValue: TypeAlias = (
    HeldText | HeldBack | HeldList | HeldFields | StrEnum | bool | int | float | date | datetime | time | None
)


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row of a kind (its glossary word), and the rows that belong to it. One held back has no fields.

    `hidden` is the number of whom it is about.
    """

    kind: str
    key: int
    fields: tuple[HeldField, ...]
    hidden: int | None = None
    parts: tuple["HeldRow", ...] = ()


@dataclass(frozen=True, slots=True)
class AccessLogLine:
    """What one employee did with the citizen's data on one Danish day: how often, and the first and last moment.

    `relation` is what they had to do with the citizen then, so far as it is known; ANY where it is not asked.
    """

    first_at: datetime
    last_at: datetime
    times: int
    who: str
    action: Action
    channel: Channel
    relation: Relation | None = Relation.ANY


@dataclass(frozen=True, slots=True)
class AccessLog:
    """Who has used the citizen's data, the newest first. `name` is the citizen's."""

    sender: Sender
    name: str
    made_on: date
    lines: tuple[AccessLogLine, ...]


@dataclass(frozen=True, slots=True)
class AccessReport:
    """Everything held about the citizen that may be given, and how much is not."""

    log: AccessLog
    others: tuple[Other, ...]
    rows: tuple[HeldRow, ...]


class NotToDecide(DomainError):
    """It is not among those that have to be decided about for this citizen."""


def checked_decision(decision: AccessDecision, others: Iterable[Other]) -> AccessDecision:
    """The decision as it can be kept; both ways need a reason. Raises NotToDecide, FieldMissing and its like."""
    if decision.key not in {other.key for other in others}:
        raise NotToDecide
    return limits.checked_fields(decision, {"reason": limits.PARAGRAPH}, required=("reason",))


def latest(decisions: Iterable[AccessDecision]) -> dict[OtherKey, AccessDecision]:
    """The decision that counts for each. `decisions` stand in the order they were made."""
    return {decision.key: decision for decision in decisions}
