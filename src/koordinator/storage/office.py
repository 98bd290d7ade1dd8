"""The office: opens transactions on the encrypted database, with permission and audit entry around each."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from sqlalchemy import Connection, update

from koordinator.domain.access import Action, Actor, Concerns, Relation, require, rule_of, sight
from koordinator.domain.audit import AuditEntry, AuditFact
from koordinator.domain.belonging import Belongings
from koordinator.domain.errors import DomainError, EnvironmentFault, NoLongerHere, NotAllowed, NotYours
from koordinator.domain.ids import SubjectId
from koordinator.domain.organisation import Team, TeamMembership
from koordinator.storage import audit_log, heavy, search_log
from koordinator.storage.engine import Database
from koordinator.storage.mapper import Rows
from koordinator.storage.mappings import MAPPINGS
from koordinator.storage.queries.citizen_list import CitizenListQueries
from koordinator.storage.queries.diary import DiaryQueries
from koordinator.storage.queries.guide_facts import GuideQueries
from koordinator.storage.queries.overview_lists import OverviewQueries
from koordinator.storage.queries.search import SearchQueries
from koordinator.storage.reading import Reader
from koordinator.storage.search_index import SEARCHED, SearchedRows
from koordinator.usecases.ports import Clock

if TYPE_CHECKING:
    from koordinator.storage.erasing import Eraser
    from koordinator.storage.queries.log_lines import LogLineQueries
    from koordinator.storage.queries.model_trial import ModelTrialQueries
    from koordinator.storage.queries.supervision import SupervisionQueries

Thing = TypeVar("Thing")
Changed = frozenset[str]
"""The names of the tables that a transaction wrote to."""
Opened: TypeAlias = Callable[[], AbstractContextManager[Connection]]


class SqlTransaction:
    """One transaction: the rows of every kind, the time it happens at, and what it is about."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self.connection = connection
        self.written: set[str] = set()
        self.fact = AuditFact()
        self.subjects: set[int] = set()
        self.term = ""
        self._clock = clock
        self._rows: dict[type, Rows[object]] = {}
        self._select = Reader(connection)

    @cached_property
    def now(self) -> datetime:
        """The moment of the transaction, the same from its first use to its end."""
        return self._clock.now()

    @cached_property
    def today(self) -> date:
        """The Danish day of the transaction."""
        return self._clock.today()

    @cached_property
    def guide(self) -> GuideQueries:
        """What the guide knows about subjects."""
        return GuideQueries(self._select, self.today)

    @cached_property
    def overview(self) -> OverviewQueries:
        """The short lists of the first page."""
        return OverviewQueries(self._select)

    @cached_property
    def audit(self) -> audit_log.AuditTrail:
        """The log, to be looked at."""
        return audit_log.AuditTrail(self.connection)

    @cached_property
    def log_lines(self) -> "LogLineQueries":
        """The log, page by page."""
        return heavy.log_lines(self.connection, self.written)

    @cached_property
    def erasing(self) -> "Eraser":
        """Taking rows away for good."""
        return heavy.eraser(self.connection, self.today, self.written)

    @cached_property
    def diary(self) -> DiaryQueries:
        """Meetings, and what falls due."""
        return DiaryQueries(self._select, self.today)

    @cached_property
    def search(self) -> SearchQueries:
        """What can be found by typing."""
        return SearchQueries(self._select)

    @cached_property
    def citizens(self) -> CitizenListQueries:
        """The list of citizens and families."""
        return CitizenListQueries(self._select, self.today)

    @cached_property
    def supervision(self) -> "SupervisionQueries":
        """What ledelsestilsyn counts."""
        return heavy.supervision(self._select, self.today, self._belongings)

    @cached_property
    def old_assessments(self) -> "ModelTrialQueries":
        """Locked assessments, to try a model on."""
        return heavy.old_assessments(self._select)

    def of(self, kind: type[Thing]) -> Rows[Thing]:
        """The things of one kind."""
        if kind not in self._rows:
            rows = SearchedRows if kind in SEARCHED else Rows
            self._rows[kind] = rows(self.connection, MAPPINGS[kind], self.written)
        return self._rows[kind]  # type: ignore[return-value]

    def about(self, kind: str, thing_id: int, subject_id: int = 0, codes: str = "") -> None:
        """Says what the audit entry is about; each subject that is named is one whom the action concerns."""
        self.fact = AuditFact(kind, thing_id, subject_id, codes)
        if subject_id:
            self.subjects.add(subject_id)

    def seen_by(self, actor: Actor, action: Action) -> frozenset[SubjectId] | None:
        """Whom a list may show; None is everybody."""
        relations = sight(actor, action)
        if relations is None:
            return None
        return heavy.sight(self._select, self.today, self.now).seen(actor.employee_id, relations)

    def searched_for(self, term: str) -> None:
        """Says what was searched for."""
        self.term = term

    def repoint(self, kind: type[Thing], key: int, into_key: int) -> None:
        """Whatever refers to the one thing refers to the other from now on."""
        target = MAPPINGS[kind].table
        references = [
            column
            for table in target.metadata.sorted_tables
            for column in table.c
            if table is not target and any(link.column is target.c.id for link in column.foreign_keys)
        ]
        for column in references:
            new: dict[str, object] = {column.name: into_key}
            if "version" in column.table.c:
                new["version"] = column.table.c.version + 1
            self.connection.execute(update(column.table).where(column == key).values(new))
            self.written.add(column.table.name)

    def new_uid(self) -> str:
        """A random id that says nothing about the thing."""
        return uuid.uuid4().hex

    def _belongings(self) -> Belongings:
        return Belongings(self.of(Team).where(), self.of(TeamMembership).where())


_ALSO_OF_WHO_IS_GONE: Final = frozenset({Action.DELETE_SUBJECT, Action.ANSWER_SPOT_CHECK})
"""What concerns the subject's key alone."""
Log: TypeAlias = Callable[[SqlTransaction, Actor, Action], None]


class SqlOffice:
    """The one door to the store. `committed` hears what each transaction changed, after it is safe."""

    def __init__(
        self, database: Database, audit_key: bytes, clock: Clock, committed: Callable[[Changed], None]
    ) -> None:
        self._database = database
        self._audit_key = audit_key
        self._clock = clock
        self._committed = committed

    def act(self, actor: Actor, action: Action) -> AbstractContextManager[SqlTransaction]:
        """One permission check, one transaction, one audit entry. A refusal is logged in one of its own."""
        return self._checked(actor, action, self._database.write, self._log)

    def again(self, actor: Actor, action: Action) -> AbstractContextManager[SqlTransaction]:
        """A look that was logged when it began: the same checks, without another entry."""
        return self._checked(actor, action, self._database.read, _unlogged)

    def quietly(self, actor: Actor, action: Action) -> AbstractContextManager[SqlTransaction]:
        """A draft of what is logged once it is a change, or refused then: the same checks, without an entry."""
        return self._checked(actor, action, self._database.write, None)

    @contextmanager
    def aside(self) -> Iterator[SqlTransaction]:
        """A transaction without audit entry."""
        with self._database.write() as connection:
            transaction = SqlTransaction(connection, self._clock)
            yield transaction
        self._tell(transaction)

    @contextmanager
    def glance(self) -> Iterator[SqlTransaction]:
        """A read transaction without audit entry."""
        with self._database.read() as connection:
            yield SqlTransaction(connection, self._clock)

    @contextmanager
    def _checked(self, actor: Actor, action: Action, opened: Opened, log: Log | None) -> Iterator[SqlTransaction]:
        transaction = None
        try:
            require(actor, action)
            with opened() as connection:
                transaction = SqlTransaction(connection, self._clock)
                with self._seen(transaction, actor, action):
                    yield transaction
                self._tell_of_who_stays(transaction, actor, action)
                if log is not None:
                    log(transaction, actor, action)
        except NotAllowed:
            if log is not None:
                self._log_refused(actor, action, transaction.fact if transaction else AuditFact())
            raise
        self._tell(transaction)

    @contextmanager
    def _seen(self, transaction: SqlTransaction, actor: Actor, action: Action) -> Iterator[None]:
        """Whoever is named is whom the actor may see, also where what is wrong with their data would be told."""
        try:
            yield
        except DomainError as error:
            if not isinstance(error, EnvironmentFault):
                self._check_there(transaction, action)
            self._check_sight(transaction, actor, action)
            raise
        if not transaction.subjects and rule_of(action).concerns is Concerns.ONE:
            raise RuntimeError(f"{action} names nobody")
        self._check_there(transaction, action)
        self._check_sight(transaction, actor, action)

    def _check_there(self, transaction: SqlTransaction, action: Action) -> None:
        """Nothing is written about who is deleted: what is left of them stays bare."""
        if action in _ALSO_OF_WHO_IS_GONE or not transaction.subjects:
            return
        within = heavy.sight(Reader(transaction.connection), transaction.today, transaction.now)
        if within.is_gone(transaction.subjects):
            raise NoLongerHere(transaction.fact.kind, str(transaction.fact.thing_id))

    def _check_sight(self, transaction: SqlTransaction, actor: Actor, action: Action) -> None:
        """Looks at how it was before: nobody comes nearer to a citizen by what they are about to do."""
        relations = sight(actor, action)
        if relations is None or not transaction.subjects:
            return
        with self._database.read() as connection:
            as_before = heavy.sight(Reader(connection), transaction.today, transaction.now)
            if as_before.lacks(actor.employee_id, relations, transaction.subjects):
                raise NotYours(action)

    def _tell_of_who_stays(self, transaction: SqlTransaction, actor: Actor, action: Action) -> None:
        """Who has a citizen is told when somebody who was only let in takes something on there, and so can stay."""
        relations = sight(actor, action)
        if relations is None or Relation.GRANTED not in relations or not transaction.written:
            return
        here = heavy.sight(Reader(transaction.connection), transaction.today, transaction.now)
        granted = here.seen(actor.employee_id, {Relation.GRANTED})
        near = relations.union(sight(actor, Action.OPEN_CITIZEN) or ()) - {Relation.GRANTED}
        joined = granted & here.seen(actor.employee_id, near) if granted else granted
        if joined:
            with self._database.read() as connection:
                as_before = heavy.sight(Reader(connection), transaction.today, transaction.now)
                joined -= as_before.seen(actor.employee_id, near)
        for subject_id in sorted(joined):
            heavy.tell_of_who_stays(transaction, actor, subject_id)

    def _log_refused(self, actor: Actor, action: Action, fact: AuditFact) -> None:
        with self._database.write() as connection:
            refused = SqlTransaction(connection, self._clock)
            refused.about(fact.kind, fact.thing_id, fact.subject_id, action)
            self._log(refused, actor, Action.ACCESS_REFUSED)

    def _log(self, transaction: SqlTransaction, actor: Actor, action: Action) -> None:
        fact, term = transaction.fact, transaction.term
        entry = AuditEntry(
            sequence=0,
            at=transaction.now,
            actor_id=actor.employee_id,
            roles=" ".join(sorted(actor.roles)),
            channel=actor.channel,
            action=action,
            kind=fact.kind,
            thing_id=fact.thing_id,
            subject_id=fact.subject_id,
            codes=f"{fact.codes} {search_log.code_of(self._audit_key, term)}" if term else fact.codes,
            previous_seal="",
            seal="",
        )
        sealed = audit_log.append(transaction.connection, self._audit_key, entry)
        if term:
            search_log.keep(transaction.connection, sealed.sequence, term)

    def _tell(self, transaction: SqlTransaction) -> None:
        if transaction.written:
            self._committed(frozenset(transaction.written))


def _unlogged(_transaction: SqlTransaction, _actor: Actor, _action: Action) -> None:
    """What was logged before leaves no other entry."""
