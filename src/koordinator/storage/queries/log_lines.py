"""The entries of the log, read and thinned out by plain SQL: there may be a million."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection

from koordinator.domain.access import NEAREST_FIRST, Action, Channel, Relation
from koordinator.domain.audit import AuditEntry, moment_text, newest_return
from koordinator.domain.danish_day import danish_day, moment_of
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.log_filter import ActionGroup, LogFilter, actions_in
from koordinator.storage import audit_log
from koordinator.storage.queries.sight import SightQueries
from koordinator.storage.reading import Reader, run
from koordinator.usecases.ports_log import Looker

_COLUMNS: Final = ", ".join(AuditEntry._fields)
_AT: Final = "SELECT at FROM audit_entry WHERE sequence = ?"
_ENDS: Final = "SELECT coalesce(min(sequence), 1), coalesce(max(sequence), 0) FROM audit_entry"
_NEWER: Final = "SELECT min(sequence) FROM audit_entry WHERE sequence <= ? AND at >= ?"
_ENTRY: Final = f"SELECT {_COLUMNS} FROM audit_entry WHERE sequence = ?"  # noqa: S608
_LISTS: Final = "' ' || substr(codes, instr(codes, 'subjects=') + 9) || ' ' LIKE '% ' || listed.value || ' %'"
_ABOUT: Final = f"""(
    subject_id IN (SELECT value FROM json_each(?))
    OR (kind = 'citizen' AND thing_id IN (SELECT value FROM json_each(?)))
    OR (codes LIKE '%subjects=%' AND EXISTS (SELECT 1 FROM json_each(?) AS listed WHERE {_LISTS}))
)"""  # noqa: S608
_LOOKERS: Final = """
SELECT actor_id, subject_id, min(sequence) AS first, at, action FROM audit_entry
WHERE sequence > ? AND sequence <= ? AND subject_id > 0 AND channel <> 'system' AND action IN ({actions})
GROUP BY actor_id, subject_id ORDER BY first
"""

Condition = tuple[str, tuple[object, ...]]


class LogLineQueries:
    """See `usecases.ports_log.LogLines`. `written` learns which tables were changed."""

    def __init__(self, connection: Connection, written: set[str]) -> None:
        self._connection, self._written = connection, written

    def page(self, wanted: LogFilter, before: int, most: int) -> tuple[AuditEntry, ...]:
        """The newest that are wanted before the sequence."""
        conditions = [("sequence < ?", (before,)), *self._days(wanted), *_conditions(wanted)]
        where = " AND ".join(text for text, _ in conditions)
        values = tuple(value for _, some in conditions for value in some)
        statement = f"SELECT {_COLUMNS} FROM audit_entry WHERE {where} ORDER BY sequence DESC LIMIT ?"  # noqa: S608
        return tuple(map(_entry, run(self._connection, statement, (*values, most))))

    def entry(self, sequence: int) -> AuditEntry | None:
        """The entry with the sequence."""
        found = run(self._connection, _ENTRY, (sequence,)).fetchone()
        return None if found is None else _entry(found)

    def after_return(self, sequence: int) -> int:
        """The number of the newest return among the entries to the sequence."""
        returns = audit_log.returns(partial(run, self._connection))
        return newest_return(back for back in returns if back.sequence <= sequence)

    def oldest(self) -> AuditEntry | None:
        """The first entry there is."""
        first, _ = run(self._connection, _ENDS, ()).fetchone()
        return self.entry(first)

    def terms(self, sequences: Collection[int]) -> dict[int, str]:
        """What was searched for."""
        marks = ", ".join("?" for _ in sequences)
        statement = f"SELECT sequence, term FROM search_term WHERE sequence IN ({marks})"  # noqa: S608
        return dict(run(self._connection, statement, tuple(sequences)))

    def last_before(self, moment: datetime) -> AuditEntry | None:
        """The last entry of all before the moment."""
        return self.entry(self._last_before(moment))

    def all_before(self, moment: datetime) -> AuditEntry | None:
        """The last entry that is of before the moment as every one before it is."""
        last = self._last_before(moment)
        (newer,) = run(self._connection, _NEWER, (last, moment_text(moment))).fetchone()
        return self.entry(last if newer is None else newer - 1)

    def remove_until(self, sequence: int) -> int:
        """Takes entries out from the front."""
        self.forget_terms_until(sequence)
        self._written.add("audit_entry")
        removed: int = run(self._connection, "DELETE FROM audit_entry WHERE sequence <= ?", (sequence,)).rowcount
        return removed

    def has_terms_until(self, sequence: int) -> bool:
        """Whether words of a search to the sequence are kept."""
        found = run(self._connection, "SELECT 1 FROM search_term WHERE sequence <= ? LIMIT 1", (sequence,))
        return found.fetchone() is not None

    def forget_terms_until(self, sequence: int) -> int:
        """Takes words out from the front."""
        self._written.add("search_term")
        removed: int = run(self._connection, "DELETE FROM search_term WHERE sequence <= ?", (sequence,)).rowcount
        return removed

    def lookers(self, first: datetime, until: datetime) -> tuple[Looker, ...]:
        """Who opened whom between the moments."""
        actions = sorted(actions_in(ActionGroup.LOOK))
        statement = _LOOKERS.format(actions=", ".join("?" for _ in actions))
        values = (self._last_before(first), self._last_before(until), *map(str, actions))
        rows = run(self._connection, statement, values)
        return tuple(
            Looker(EmployeeId(who), SubjectId(whom), sequence, datetime.fromisoformat(at), Action(action))
            for who, whom, sequence, at, action in rows
        )

    def relation(self, looker: Looker) -> Relation | None:
        """What the employee had to do with the subject then."""
        sight = SightQueries(Reader(self._connection), danish_day(looker.at), looker.at)
        employee_id, subjects = looker.employee_id, (looker.subject_id,)
        if not sight.lacks(employee_id, (), subjects):
            return None
        return next((each for each in NEAREST_FIRST if not sight.lacks(employee_id, (each,), subjects)), None)

    def _days(self, wanted: LogFilter) -> Iterable[Condition]:
        if wanted.first_on is not None:
            yield "sequence > ?", (self._last_before(moment_of(wanted.first_on, time())),)
        if wanted.last_on is not None:
            yield "sequence <= ?", (self._last_before(moment_of(wanted.last_on + timedelta(days=1), time())),)

    def _last_before(self, moment: datetime) -> int:
        """Found by halving, since the log is in the order of time; the entry before the first where there is none."""
        wanted = moment_text(moment)
        first, last = run(self._connection, _ENDS, ()).fetchone()
        low, high = first - 1, last
        while low < high:
            middle = (low + high + 1) // 2
            found = run(self._connection, _AT, (middle,)).fetchone()
            # A gap can only be damage, which the check of the log tells.
            if found is None or found[0] < wanted:
                low = middle
            else:
                high = middle - 1
        return int(low)


def _conditions(wanted: LogFilter) -> Iterable[Condition]:
    if wanted.employee_id is not None:
        yield "actor_id = ?", (wanted.employee_id,)
    if wanted.channel is not None:
        yield "channel = ?", (str(wanted.channel),)
    if wanted.group is not None:
        actions = sorted(actions_in(wanted.group))
        yield f"action IN ({', '.join('?' for _ in actions)})", tuple(map(str, actions))
    if wanted.abouts is not None:
        subjects = json.dumps([about.subject_id for about in wanted.abouts])
        citizens = json.dumps([about.citizen_id for about in wanted.abouts if about.citizen_id is not None])
        yield _ABOUT, (subjects, citizens, subjects)


def _entry(row: Sequence[Any]) -> AuditEntry:
    entry = AuditEntry(*row)
    return entry._replace(
        at=datetime.fromisoformat(row[1]), channel=Channel(entry.channel), action=Action(entry.action)
    )
