"""What stands on the first page, read by plain SQL and logged like any read, before SQLAlchemy is there.

The same statements as everywhere (`queries`), over the driver's own connection; tests hold every answer against the
office's.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from koordinator.domain.access import Action, Actor, require, sight
from koordinator.domain.audit import AuditEntry, AuditFact
from koordinator.domain.errors import NotAllowed, NotFound
from koordinator.domain.ids import SubjectId
from koordinator.domain.organisation import Employee, RolePeriod, Team, TeamMembership
from koordinator.domain.setting import Setting
from koordinator.storage import audit_chain, heavy
from koordinator.storage.dialect import BEGIN_READ, BEGIN_WRITE
from koordinator.storage.engine import Database
from koordinator.storage.queries.guide_facts import GuideQueries
from koordinator.storage.queries.overview_lists import OverviewQueries
from koordinator.usecases.ports import Clock

if TYPE_CHECKING:
    from sqlite3 import Connection

Thing = TypeVar("Thing")

_TABLES: Final[dict[type, str]] = {
    Setting: "setting",
    Employee: "employee",
    RolePeriod: "role_period",
    TeamMembership: "team_membership",
    Team: "team",
}


class FirstPageDoor:
    """See `usecases.ports_first.FirstDoor`."""

    def __init__(self, database: Database, audit_key: bytes, clock: Clock) -> None:
        self._database = database
        self._audit_key = audit_key
        self._clock = clock

    @contextmanager
    def act(self, actor: Actor, action: Action) -> Iterator["PlainLook"]:
        """One permission check, one transaction, one audit entry. It lists: nobody in particular is looked at."""
        try:
            require(actor, action)
        except NotAllowed:
            with self._transaction(BEGIN_WRITE) as look:
                look.about("", 0, codes=action)
                look.log(self._audit_key, actor, Action.ACCESS_REFUSED)
            raise
        with self._transaction(BEGIN_WRITE) as look:
            yield look
            look.log(self._audit_key, actor, action)

    @contextmanager
    def aside(self) -> Iterator["PlainLook"]:
        """A transaction without audit entry."""
        with self._transaction(BEGIN_READ) as look:
            yield look

    @contextmanager
    def _transaction(self, begin: str) -> Iterator["PlainLook"]:
        with self._database.plain() as connection:
            connection.execute(begin)
            yield PlainLook(connection, self._clock)
            connection.execute("COMMIT")


class PlainLook:
    """See `usecases.ports_first.FirstLook`."""

    def __init__(self, connection: "Connection", clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._fact = AuditFact()

    @cached_property
    def now(self) -> datetime:
        """The moment of the transaction."""
        return self._clock.now()

    @cached_property
    def today(self) -> date:
        """The Danish day of the transaction."""
        return self._clock.today()

    @property
    def guide(self) -> GuideQueries:
        """What the guide knows about subjects."""
        return GuideQueries(self._select, self.today)

    @property
    def overview(self) -> OverviewQueries:
        """The short lists of the first page."""
        return OverviewQueries(self._select)

    def of(self, kind: type[Thing]) -> "PlainRows[Thing]":
        """The things of one kind, of those that the first page looks at."""
        return PlainRows(self._connection, kind)

    def about(self, kind: str, thing_id: int, subject_id: int = 0, codes: str = "") -> None:
        """Says what the audit entry is about."""
        self._fact = AuditFact(kind, thing_id, subject_id, codes)

    def seen_by(self, actor: Actor, action: Action) -> frozenset[SubjectId] | None:
        """Whom a list may show; None is everybody."""
        relations = sight(actor, action)
        if relations is None:
            return None
        return heavy.sight(self._select, self.today, self.now).seen(actor.employee_id, relations)

    def log(self, key: bytes, actor: Actor, action: Action) -> None:
        """Adds the transaction to the audit chain."""
        roles, fact = " ".join(sorted(actor.roles)), self._fact
        entry = AuditEntry(
            0, self.now, actor.employee_id, roles, actor.channel, action,
            fact.kind, fact.thing_id, fact.subject_id, fact.codes, "", "",
        )  # fmt: skip
        audit_chain.append(self._connection.execute, key, entry)

    def _select(self, statement: str, values: Mapping[str, object]) -> Iterable[Sequence[Any]]:
        return self._connection.execute(statement, dict(values))


class PlainRows(Generic[Thing]):
    """The rows of one table as domain objects, by the names and types of the dataclass."""

    def __init__(self, connection: "Connection", kind: type[Thing]) -> None:
        self._connection = connection
        self._kind = kind
        self._readers = tuple(_reader(field.type) for field in fields(kind))  # type: ignore[arg-type]
        names = ", ".join(field.name for field in fields(kind))  # type: ignore[arg-type]
        self._statement = f"SELECT {names} FROM {_TABLES[kind]}"  # noqa: S608

    def get(self, key: int) -> Thing:
        """The thing with the key. Raises NotFound."""
        found = self.where(id=key)
        if not found:
            raise NotFound(_TABLES[self._kind], str(key))
        return found[0]

    def where(self, *, order_by: str = "id", **equal: object) -> tuple[Thing, ...]:
        """All things whose fields equal the values."""
        holds = "".join(f"{' AND' if number else ' WHERE'} {name} IS ?" for number, name in enumerate(equal))
        values = [_plain(value) for value in equal.values()]
        rows = self._connection.execute(f"{self._statement}{holds} ORDER BY {order_by}, id", values)
        return tuple(self._kind(*(read(value) for read, value in zip(self._readers, row, strict=True))) for row in rows)


def _plain(value: object) -> object:
    """As the driver takes it: a code as its text."""
    return str(value) if isinstance(value, StrEnum) else value


def _reader(kind: object) -> Callable[[Any], Any]:
    if kind is bool:
        return bool
    if kind in (date, date | None):
        return lambda text: None if text is None else date.fromisoformat(text)
    return kind if isinstance(kind, type) and issubclass(kind, StrEnum) else lambda value: value
