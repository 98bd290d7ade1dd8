"""Deletion for good, the proof of it, and the list by which what is deleted stays so after a restore.

A deletion is noted twice: in the database, with what it was by and how much went, and before that on a list beside the
database, which names nothing but a random id. The list is written first. Whatever it names and the database still has
is deleted when the database is next opened, so that a deletion is either not begun or carried through.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain.errors import DomainError, EnvironmentFault
from koordinator.domain.ids import EmployeeId, RowId, SubjectId
from koordinator.domain.retention import RetentionKind


class DeletedKind(StrEnum):
    """What was deleted: a citizen or a family wholly, or the old ones of a kind of small things."""

    CITIZEN = "citizen"
    FAMILY = "family"
    CONSENT = "consent"
    PAPER = "paper"
    DRAFT = "draft"

    @property
    def is_subject(self) -> bool:
        """The list names it by its random id; the others by the last day whose things went."""
        return self in (DeletedKind.CITIZEN, DeletedKind.FAMILY)


class ArchiveAnswer(StrEnum):
    """What was found out about the archive before anything went. Source: arkivloven."""

    DELIVERED = "delivered"
    NOT_WORTH_KEEPING = "not_worth_keeping"


class ListedDeletion(NamedTuple):
    """A line of the list: a random id, or a day for what is deleted by its age. Nothing personal.

    `at` is when it was decided.
    """

    kind: DeletedKind
    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Deletion:
    """The proof: what kind of thing, when, by whom, by which rule, and how many rows of each table went.

    `subject_id` is the key that the log and the counts go on naming; it leads to nobody any more. `rule` is the kind
    of the period, with its months and event day; both are empty where a citizen asked for it or another database
    had deleted it (a replay). `counts` is "table=number" in the order of the alphabet, `mentions` how many rows of
    others' still hold the name. `log_sequence` is the entry in the log. `cleaned_at` is when the file had been gone
    through so that nothing can be read out of its free space.
    """

    id: RowId
    uid: str
    kind: DeletedKind
    deleted_at: datetime
    deleted_by_id: EmployeeId | None
    counts: str
    log_sequence: int
    subject_id: SubjectId | None = None
    rule: RetentionKind | None = None
    months: int | None = None
    event_on: date | None = None
    archive: ArchiveAnswer | None = None
    mentions: int = 0
    replayed: bool = False
    cleaned_at: datetime | None = None

    @property
    def listed(self) -> ListedDeletion:
        """Its line of the list."""
        return ListedDeletion(self.kind, self.uid, self.deleted_at)


class Removed(NamedTuple):
    """What a deletion takes or took: rows by table, and how many rows of others' still hold the name."""

    counts: tuple[tuple[str, int], ...]
    mentions: int = 0

    @property
    def rows(self) -> int:
        """All that goes."""
        return sum(number for _, number in self.counts)

    @property
    def as_text(self) -> str:
        """As it is kept in the proof."""
        return " ".join(f"{table}={number}" for table, number in self.counts)


def counts_of(text: str) -> tuple[tuple[str, int], ...]:
    """What `Removed.as_text` wrote."""
    pairs = (part.split("=", 1) for part in text.split())
    return tuple((table, int(number)) for table, number in pairs)


class ArchiveNotSettled(DomainError):
    """Nobody has said that it was delivered to the archive, or that it is not worth keeping."""


class ListUnreadable(EnvironmentFault):
    """The list beside the database is no list of ours, so it is not written to; nothing was deleted."""

    path: str


class NotCleaned(EnvironmentFault):
    """What was deleted is gone, but the file could not be gone through yet; that is tried at the next opening."""

    path: str


_HEADING: Final = "koordinator deletions 1"


def written_list(listed: Iterable[ListedDeletion]) -> str:
    """The list as text: a heading, then a line each."""
    lines = (f"{each.kind} {each.what} {each.at.astimezone(UTC).isoformat()}" for each in listed)
    return "".join(f"{line}\n" for line in (_HEADING, *lines))


def read_list(text: str) -> tuple[ListedDeletion, ...]:
    """What `written_list` wrote. A last line that has no end was torn, and was never acted on.

    Raises ValueError where it is something else.
    """
    heading, *lines = text.split("\n")[:-1] or [""]
    if heading != _HEADING:
        raise ValueError(heading)
    return tuple(_line(line) for line in lines)


def _line(line: str) -> ListedDeletion:
    kind, what, at = line.split(" ")
    listed = ListedDeletion(DeletedKind(kind), what, datetime.fromisoformat(at))
    if listed.at.tzinfo is None or not listed.what:
        raise ValueError(line)
    return listed


def joined_lists(*lists: Iterable[ListedDeletion]) -> tuple[ListedDeletion, ...]:
    """Every line of the lists once, the oldest first; of a citizen or family that stands in several the earliest.

    What is deleted by its age is another deletion each time: the same day may be said again.
    """
    first: dict[ListedDeletion | tuple[DeletedKind, str], ListedDeletion] = {}
    for each in sorted((line for some in lists for line in some), key=lambda line: line.at):
        first.setdefault((each.kind, each.what) if each.kind.is_subject else each, each)
    return tuple(first.values())
