"""What the use cases ask of the world: one door to the store, and the clock behind it."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import SubjectId
from koordinator.usecases.ports_first import Shelves

if TYPE_CHECKING:
    # The first page stands before all that these bring with them is there.
    from koordinator.domain.audit import AuditEntry, LogHead
    from koordinator.usecases.ports_deletion import Erasing
    from koordinator.usecases.ports_diary import Diary
    from koordinator.usecases.ports_lists import GuideLists, OverviewLists
    from koordinator.usecases.ports_log import LogLines
    from koordinator.usecases.ports_models import OldAssessments
    from koordinator.usecases.ports_search import CitizenLists, Search
    from koordinator.usecases.ports_supervision import SupervisionCounts

Thing = TypeVar("Thing")


class Repository(Protocol[Thing]):
    """One kind of thing, as frozen domain objects. A thing that is not stored has the key 0."""

    def get(self, key: int) -> Thing:
        """The thing. Raises NotFound."""

    def find(self, **equal: object) -> Thing | None:
        """The first thing whose fields equal the values, by key, or None."""

    def where(self, *, order_by: str = "id", **equal: object) -> tuple[Thing, ...]:
        """All things whose fields equal the values; a tuple or frozenset of values means any of them."""

    def last(self, *, order_by: str = "id", **equal: object) -> Thing | None:
        """The last thing in the order whose fields equal the values, or None."""

    def add(self, thing: Thing) -> Thing:
        """The thing as stored, with its new key and version 1; one that has a key (it was removed) keeps it."""

    def save(self, thing: Thing) -> Thing:
        """The changed thing as stored, its version raised by one. Raises StaleVersion or NotFound."""

    def remove(self, key: int) -> None:
        """Takes a row away that only ties two things together. Raises NotFound."""


class Transaction(Protocol):
    """Everything that is read and written together. `today` is the Danish day, `now` is UTC."""

    @property
    def now(self) -> datetime: ...

    @property
    def today(self) -> date: ...

    @property
    def guide(self) -> "GuideLists":
        """What the guide knows about subjects."""

    @property
    def overview(self) -> "OverviewLists":
        """The short lists of the first page."""

    @property
    def log_lines(self) -> "LogLines":
        """The log, page by page."""

    @property
    def erasing(self) -> "Erasing":
        """Taking rows away for good."""

    @property
    def diary(self) -> "Diary":
        """Meetings, and what falls due."""

    @property
    def audit(self) -> "AuditTrail":
        """The log, to be looked at."""

    @property
    def search(self) -> "Search":
        """What can be found by typing."""

    @property
    def citizens(self) -> "CitizenLists":
        """The list of citizens and families."""

    @property
    def supervision(self) -> "SupervisionCounts":
        """What ledelsestilsyn counts."""

    def of(self, kind: type[Thing]) -> Repository[Thing]:
        """The things of one kind: `tx.of(Citizen).get(key)`."""

    def about(self, kind: str, thing_id: int, subject_id: int = 0, codes: str = "") -> None:
        """Says what this transaction's audit entry is about: ids and codes, never names or texts.

        Each subject that is named is one whom the action concerns, and to whom the actor must have a relation that
        the table of access allows (see `domain.access_table`).
        """

    def seen_by(self, actor: Actor, action: Action) -> frozenset[SubjectId] | None:
        """Whom a list that comes of the action may show to the actor; None is everybody."""

    def searched_for(self, term: str) -> None:
        """Says what was searched for: the audit entry holds its keyed hash, the term lies where it can be deleted."""

    def repoint(self, kind: type[Thing], key: int, into_key: int) -> None:
        """Whatever refers to the one thing refers to the other from now on; two entries were one."""

    def new_uid(self) -> str:
        """A random id for a thing that can leave the database."""


class AuditTrail(Protocol):
    """The log, to be looked at; it is written by the office alone."""

    def head(self) -> "LogHead":
        """How far the log has come."""

    def newest_about(self, subject_id: int, most: int) -> "tuple[AuditEntry, ...]":
        """The newest entries about the subject, the newest first, at most so many."""

    def about(self, subject_ids: Collection[int], citizen_id: int) -> "tuple[AuditEntry, ...]":
        """Every entry about one of the subjects or the citizen, or that lists them among others, in order."""


class Glance(Shelves, Protocol):
    """What can be read without an entry in the log: an entry follows or went before, or it concerns no citizen."""

    @property
    def search(self) -> "Search":
        """What can be found by typing."""

    def seen_by(self, actor: Actor, action: Action) -> frozenset[SubjectId] | None:
        """Whom a list that comes of the action may show to the actor; None is everybody."""

    @property
    def log_lines(self) -> "LogLines":
        """The log, page by page."""

    @property
    def audit(self) -> "AuditTrail":
        """The log, to be looked at."""

    @property
    def old_assessments(self) -> "OldAssessments":
        """Locked assessments, to try a model on."""


class Office(Protocol):
    """The one door to the store."""

    def act(self, actor: Actor, action: Action) -> AbstractContextManager[Transaction]:
        """One permission check, one transaction, one audit entry; committed when the block ends well.

        Raises NotAllowed before anything is read for a role that never may, and at the block's end, before anything
        is stored or returned, for somebody who may not with those whom `Transaction.about` named. A refusal is
        logged. If the entry cannot be written, nothing happens. Raises NoLongerHere where one of those whom it names
        has been deleted.
        """

    def again(self, actor: Actor, action: Action) -> AbstractContextManager[Transaction]:
        """A read transaction for a look that was logged when it began: the checks of `act`, without another entry."""

    def quietly(self, actor: Actor, action: Action) -> AbstractContextManager[Transaction]:
        """A transaction for drafts of what the action will log: the checks of `act`, without an entry of their own."""

    def aside(self) -> AbstractContextManager[Transaction]:
        """A transaction without audit entry: for what concerns no citizen (settings), and for one's own drafts."""

    def glance(self) -> AbstractContextManager[Glance]:
        """A read transaction without audit entry, also within another one: for hits while somebody types, which are
        logged once settled, for long reads that were logged when they began, and for what concerns no citizen."""


class Clock(Protocol):
    """The time, handed in so that a day can be played through in tests and demo data."""

    def now(self) -> datetime:
        """The present moment in UTC."""

    def today(self) -> date:
        """The present day in Denmark."""
