"""The audit chain as rows: the next link is made from the last one, inside the same transaction."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import Final

from sqlalchemy import Connection, and_, or_, select

from koordinator.domain.access import Action
from koordinator.domain.audit import GENESIS, AuditEntry, LogHead, LogReturn, newest_return
from koordinator.storage import audit_chain
from koordinator.storage.audit_chain import Execute
from koordinator.storage.reading import run
from koordinator.storage.tables.log import AUDIT_ENTRY

_CITIZEN = "citizen"
_SUBJECTS = "subjects="
_COLUMNS = tuple(AUDIT_ENTRY.c[name] for name in AuditEntry._fields)
_ALL = select(*_COLUMNS).order_by(AUDIT_ENTRY.c.sequence)
_LAST: Final = "SELECT sequence, seal FROM audit_entry ORDER BY sequence DESC LIMIT 1"
# The actions stand in the text: only so does SQLite find them by their own small indices.
_RETURNS: Final = f"SELECT sequence, thing_id FROM audit_entry WHERE action = '{Action.RESTORE_BACKUP}'"  # noqa: S608
_CUTS: Final = f"SELECT thing_id, codes FROM audit_entry WHERE action = '{Action.PRUNE_LOG}'"  # noqa: S608
_AFTER: Final = "after_return="


def append(connection: Connection, key: bytes, entry: AuditEntry) -> AuditEntry:
    """Adds the entry as the chain's next link (see `audit_chain.append`)."""
    return audit_chain.append(partial(run, connection), key, entry)


def entries(connection: Connection) -> Iterator[AuditEntry]:
    """All links, from the first on."""
    for row in connection.execute(_ALL):
        yield AuditEntry(*row)


def head(execute: Execute) -> LogHead:
    """How far the log has come."""
    last = execute(_LAST, ()).fetchone()
    return LogHead(last[0], last[1], newest_return(returns(execute))) if last else LogHead(0, GENESIS)


def returns(execute: Execute) -> tuple[LogReturn, ...]:
    """What the log says of older databases that were put back; of those that were thinned out, the newest."""
    kept = [LogReturn(*said) for said in execute(_RETURNS, ())]
    thinned = [LogReturn(until, int(codes.partition(_AFTER)[2] or 0)) for until, codes in execute(_CUTS, ())]
    return (*kept, *thinned)


class AuditTrail:
    """The log, to be looked at, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> LogHead:
        """How far the log has come."""
        return head(partial(run, self._connection))

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
