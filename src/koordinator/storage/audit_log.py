"""The audit chain as rows: the next link is made from the last one, inside the same transaction."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final

from sqlalchemy import Connection, and_, or_, select

from koordinator.domain.access import Action
from koordinator.domain.audit import BETWEEN, GENESIS, SEALED, AuditEntry, LogHead
from koordinator.domain.audit_check import KnownHead, Link, LogCheck, LogCut, LogNotes, LogReturn, check_chain, excused
from koordinator.storage import audit_chain
from koordinator.storage.reading import run
from koordinator.storage.tables.log import AUDIT_ENTRY

_CITIZEN = "citizen"
_SUBJECTS = "subjects="
_COLUMNS = tuple(AUDIT_ENTRY.c[name] for name in AuditEntry._fields)
_ALL = select(*_COLUMNS).order_by(AUDIT_ENTRY.c.sequence)
_FACTS: Final = f" || char({ord(BETWEEN)}) || ".join(SEALED)
_LINKS: Final = f"SELECT sequence, previous_seal, seal, {_FACTS} FROM audit_entry ORDER BY sequence"  # noqa: S608
_LAST: Final = "SELECT sequence, seal FROM audit_entry ORDER BY sequence DESC LIMIT 1"
_FIRST: Final = "SELECT coalesce(min(sequence), 0) FROM audit_entry"
_SEAL_AT: Final = "SELECT seal FROM audit_entry WHERE sequence = ?"
_SAID: Final = "SELECT sequence, thing_id, codes FROM audit_entry WHERE action = ? ORDER BY sequence"
_SEAL: Final = "seal="
_AT_A_TIME: Final = 10_000


def append(connection: Connection, key: bytes, entry: AuditEntry) -> AuditEntry:
    """Adds the entry as the chain's next link (see `audit_chain.append`)."""
    return audit_chain.append(partial(run, connection), key, entry)


def entries(connection: Connection) -> Iterator[AuditEntry]:
    """All links, from the first on."""
    for row in connection.execute(_ALL):
        yield AuditEntry(*row)


def head(connection: Connection) -> LogHead:
    """How far the log has come."""
    last = run(connection, _LAST, ()).fetchone()
    return LogHead(*last) if last else LogHead(0, GENESIS)


def check(
    connection: Connection,
    key: bytes,
    heads: Sequence[KnownHead] = (),
    told: Callable[[int], None] = lambda _done: None,
) -> LogCheck:
    """Whether every link holds, and whether what was noted outside fits; `told` hears how many are gone through."""
    cuts = tuple(
        LogCut(sequence, until, codes.removeprefix(_SEAL))
        for sequence, until, codes in run(connection, _SAID, (str(Action.PRUNE_LOG),))
    )
    return check_chain(key, lambda: _links(connection, told), LogNotes(cuts, _returns(connection), heads))


def follows(connection: Connection, known: LogHead) -> bool:
    """Whether the log goes on from the head, or says that an older database was put back since."""
    found = run(connection, _SEAL_AT, (known.count,)).fetchone()
    if found is None:
        return known.count < _first(connection) or excused(known.count, _returns(connection))
    return bool(found[0] == known.seal) or excused(known.count, _returns(connection))


def _first(connection: Connection) -> int:
    found: tuple[int] = run(connection, _FIRST, ()).fetchone()
    return found[0]


def _returns(connection: Connection) -> tuple[LogReturn, ...]:
    said = run(connection, _SAID, (str(Action.RESTORE_BACKUP),))
    return tuple(LogReturn(sequence, until) for sequence, until, _ in said)


def _links(connection: Connection, told: Callable[[int], None]) -> Iterable[Link]:
    """Past SQLAlchemy, and the sealed text put together by SQLite: a million are gone through in seconds."""
    cursor = run(connection, _LINKS, ())
    done = 0

    def some() -> list[Link]:
        nonlocal done
        told(done)
        found: list[Link] = cursor.fetchmany(_AT_A_TIME)
        done += len(found)
        return found

    return chain.from_iterable(iter(some, []))


class AuditTrail:
    """The log, to be looked at, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> LogHead:
        """How far the log has come."""
        return head(self._connection)

    def newest_about(self, subject_id: int, most: int) -> tuple[AuditEntry, ...]:
        """The newest entries about the subject, the newest first, at most so many."""
        about = select(*_COLUMNS).where(AUDIT_ENTRY.c.subject_id == subject_id)
        newest = about.order_by(AUDIT_ENTRY.c.at.desc(), AUDIT_ENTRY.c.sequence.desc()).limit(most)
        return tuple(AuditEntry(*row) for row in self._connection.execute(newest))

    def about(self, subject_ids: Collection[int], citizen_id: int) -> tuple[AuditEntry, ...]:
        """Every entry about one of the subjects or the citizen, in order; see the port."""
        is_about = or_(
            AUDIT_ENTRY.c.subject_id.in_(subject_ids),
            and_(AUDIT_ENTRY.c.kind == _CITIZEN, AUDIT_ENTRY.c.thing_id == citizen_id),
            AUDIT_ENTRY.c.codes.contains(_SUBJECTS, autoescape=True),
        )
        found = (AuditEntry(*row) for row in self._connection.execute(_ALL.where(is_about)))
        wanted = frozenset(map(str, subject_ids))
        return tuple(each for each in found if _SUBJECTS not in each.codes or wanted & _listed(each.codes))


def _listed(codes: str) -> frozenset[str]:
    """The keys of the subjects that one look showed, which stand last in the codes."""
    return frozenset(codes.partition(_SUBJECTS)[2].split())
