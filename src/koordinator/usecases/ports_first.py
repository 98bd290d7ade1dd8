"""What the first page asks of the store: little enough to be answered by plain SQL, before SQLAlchemy is there."""

from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import SubjectId

if TYPE_CHECKING:
    from koordinator.usecases.ports_lists import GuideLists, OverviewLists

Thing = TypeVar("Thing")
Thing_co = TypeVar("Thing_co", covariant=True)


class Shelf(Protocol[Thing_co]):
    """One kind of thing, to be looked at (see `ports.Repository`)."""

    def get(self, key: int) -> Thing_co:
        """The thing. Raises NotFound."""

    def where(self, *, order_by: str = "id", **equal: object) -> tuple[Thing_co, ...]:
        """All things whose fields equal the values."""


class Shelves(Protocol):
    """Rows to be read, on a day."""

    @property
    def today(self) -> date: ...

    def of(self, kind: type[Thing]) -> Shelf[Thing]:
        """The things of one kind."""


class FirstLook(Shelves, Protocol):
    """The part of a transaction (see `ports.Transaction`) that the first page needs."""

    @property
    def now(self) -> datetime: ...

    @property
    def guide(self) -> "GuideLists": ...

    @property
    def overview(self) -> "OverviewLists": ...

    def about(self, kind: str, thing_id: int, subject_id: int = 0, codes: str = "") -> None:
        """Says what this transaction's audit entry is about."""

    def seen_by(self, actor: Actor, action: Action) -> frozenset[SubjectId] | None:
        """Whom a list that comes of the action may show to the actor; None is everybody."""


class FirstDoor(Protocol):
    """The part of the office (see `ports.Office`) that the first page needs."""

    def act(self, actor: Actor, action: Action) -> AbstractContextManager[FirstLook]:
        """One permission check, one transaction, one audit entry. Raises NotAllowed before anything is read."""

    def aside(self) -> AbstractContextManager[FirstLook]:
        """A transaction without audit entry: for what concerns no citizen."""
