"""Taking rows away for good, inside a transaction: the one place where the database's own guards are lifted.

History is guarded by triggers. Those of the tables that are touched are dropped and made again from what the database
itself says of them, in the same transaction: whoever reads meanwhile, and a program that is killed, finds them there.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Table
from sqlalchemy.sql.sqltypes import Text

from koordinator.domain.citizen import SubjectKind
from koordinator.domain.danish_day import moment_of
from koordinator.domain.deletion import DeletedKind, Removed
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import SubjectId
from koordinator.domain.meeting_journal import ROW_KINDS
from koordinator.domain.retention_due import HeldSubject
from koordinator.domain.right_of_access import Other, OtherKey, OtherKind
from koordinator.domain.right_of_access_masks import Masks, name_terms, words_of
from koordinator.domain.search import would_find
from koordinator.storage.columns import metadata
from koordinator.storage.deletion_map import COUNTED_THINGS, FATES, OLD, Bare, Goes
from koordinator.storage.dialect import trigram_take_out
from koordinator.storage.queries.held_subjects import held_subjects
from koordinator.storage.reading import Reader, Row, run
from koordinator.storage.tables.search import ENTRIES, parts_of

_GUARDS: Final = """
SELECT name, sql FROM sqlite_master
WHERE type = 'trigger' AND tbl_name IN (SELECT value FROM json_each(:tables)) ORDER BY rowid
"""
_OTHER_NAMES: Final = "SELECT name FROM citizen WHERE id <> :key UNION ALL SELECT name FROM employee"
_ROOM: Final = "_room"
"""What is typed in the meeting's room is kept under a word of its own."""
_OF_WHOM: Final = {"member_part": "citizen"}
"""Drafts whose key is another table's than their word says."""
_PLANNED: Final = {"agreement": "agreement", "decision": "pending_decision"}
"""Planned days of a family that can be about one member's things."""
_OTHERS: Final = {"citizen": "citizen", "contact_person": "contact_person"}
"""Decisions about others, in somebody else's right of access."""
_MODEL: Final = "model_text"
_TELLING: Final = tuple(
    metadata.tables[name]
    for name, fate in FATES.items()
    if isinstance(fate, Goes) and name != "citizen" and metadata.tables[name] not in ENTRIES.values()
)
"""Where others could be written about. Another citizen of the same name is somebody else."""

Doomed = dict[str, set[int]]
"""The keys of the rows that go, or stay bare, by table."""


class Eraser:
    """See `usecases.ports_deletion.Erasing`."""

    def __init__(self, connection: Connection, today: date, written: set[str]) -> None:
        self._run = partial(run, connection)
        self._read = Reader(connection)
        self._today = today
        self._written = written

    def held(self, subject_id: SubjectId | None = None) -> tuple[HeldSubject, ...]:
        """Every citizen and family that is held, or the one, with what their time is counted from."""
        return held_subjects(self._read, subject_id)

    def uid_of(self, subject_id: SubjectId) -> str:
        """The random id of the citizen or family. Raises NotFound."""
        return str(self._person(subject_id)[2])

    def subject_with(self, kind: DeletedKind, uid: str) -> SubjectId | None:
        """The subject of the citizen or family with the random id, or None."""
        rows = self._read(f"SELECT subject_id FROM {SubjectKind(kind)} WHERE uid = :uid", {"uid": uid})  # noqa: S608
        return SubjectId(rows[0][0]) if rows else None

    def next_entry(self) -> int:
        """The sequence that this transaction's entry in the log will have."""
        ((sequence,),) = self._read("SELECT COALESCE(max(sequence), 0) + 1 FROM audit_entry", {})
        return int(sequence)

    def look(self, subject_id: SubjectId) -> Removed:
        """What deleting the subject would take. Raises NotFound."""
        doomed = self._doomed(subject_id)
        return _removed(doomed, self._mentions(self._person(subject_id), doomed))

    def erase(self, subject_id: SubjectId) -> Removed:
        """Takes away all that is held about the subject. Raises NotFound."""
        doomed = self._doomed(subject_id)
        removed = _removed(doomed, self._mentions(self._person(subject_id), doomed))
        values = {"subject": subject_id, "today": self._today.isoformat()}
        with self._unguarded():
            for statement in COUNTED_THINGS:
                self._run(statement, values)
            self._take(doomed, self._bare(subject_id, doomed))
        self._written.update(doomed)
        return removed

    def old(self, kind: DeletedKind, before: date, spared: Iterable[SubjectId] = ()) -> int:
        """How many of the small things are of that Danish day or earlier, but for those of the spared subjects."""
        return len(self._old(kind, before, spared))

    def erase_old(self, kind: DeletedKind, before: date, spared: Iterable[SubjectId] = ()) -> Removed:
        """Takes those away, with what hangs on them."""
        doomed = self._follow({kind.value: self._old(kind, before, spared)})
        with self._unguarded():
            self._take(doomed, {})
        self._written.update(doomed)
        return _removed(doomed, 0)

    def _old(self, kind: DeletedKind, before: date, spared: Iterable[SubjectId]) -> set[int]:
        end = moment_of(before + timedelta(days=1), time.min)
        moment, today = end.isoformat(timespec="microseconds"), self._today.isoformat()
        values = {"day": before.isoformat(), "end": moment, "today": today}
        found = {row[0] for row in self._read(OLD[kind], values)}
        for subject_id in spared if found else ():
            found -= self._doomed(subject_id).get(kind.value, set())
        return found

    def _person(self, subject_id: SubjectId) -> Row:
        """Kind, key, random id, name, CPR number, telephone and e-mail of the citizen or family. Raises NotFound."""
        rows = self._read(
            "SELECT 'citizen', id, uid, name, cpr, phone, email FROM citizen WHERE subject_id = :subject "
            "UNION ALL SELECT 'family', id, uid, name, '', '', '' FROM family WHERE subject_id = :subject",
            {"subject": subject_id},
        )
        if not rows:
            raise NotFound("subject", str(subject_id))
        return rows[0]

    def _doomed(self, subject_id: SubjectId) -> Doomed:
        """Everything that hangs on the subject along the links of the map."""
        person = self._person(subject_id)
        doomed = self._follow({"subject": {subject_id}, person[0]: {person[1]}})
        del doomed["subject"]
        self._by_text(person, doomed)
        return {name: keys for name, keys in doomed.items() if keys}

    def _follow(self, begun: Doomed) -> Doomed:
        """What was begun with, and everything that hangs on it."""
        doomed: Doomed = {name: set() for name, fate in FATES.items() if isinstance(fate, Goes)} | begun
        for name, fate in FATES.items():
            for column, target in fate.links if isinstance(fate, Goes) else ():
                if doomed.get(target) and (column, target) != ("id", name):
                    doomed[name].update(self._keys(name, column, doomed[target]))
        self._by_word(doomed)
        return doomed

    def _by_word(self, doomed: Doomed) -> None:
        """What names its thing by word and key."""
        for key, kind, thing in self._read("SELECT id, kind, thing_id FROM draft", {}):
            word = kind.removesuffix(_ROOM)
            if thing in doomed.get(_OF_WHOM.get(word, word), ()):
                doomed["draft"].add(key)
        for table, words in (("planned_day", _PLANNED), ("access_decision", _OTHERS)):
            for kind, target in words.items():
                doomed[table].update(self._keys(table, "thing_id", doomed[target], f"kind = '{kind}'"))
        for kind in ROW_KINDS:
            rows = self._keys("meeting_operation", "row_id", doomed[kind], f"row_kind = '{kind}'")
            doomed["meeting_operation"].update(rows)

    def _by_text(self, person: Row, doomed: Doomed) -> None:
        """What says the name by itself: searches that would find them, drafts of nothing yet, words of their own."""
        _, key, _, name, cpr, *_ = person
        numbers = [row[0] for row in self._rows_of("case_file", "number", doomed)]
        for sequence, term in self._read("SELECT sequence, term FROM search_term", {}):
            if would_find(term, name, cpr, numbers):
                doomed["search_term"].add(sequence)
        drafts = self._read("SELECT id, text FROM draft WHERE thing_id = 0", {})
        own = [row for row in self._read("SELECT id, word FROM own_word", {}) if row[1].casefold() in _words(name)]
        if drafts or own:
            shared = frozenset[str]().union(*(_words(other) for (other,) in self._read(_OTHER_NAMES, {"key": key})))
            tells = _telling_of(person, shared)
            doomed["draft"].update(draft for draft, text in drafts if tells(text))
            if doomed.get("citizen"):
                doomed["own_word"].update(key for key, word in own if word.casefold() not in shared)

    def _rows_of(self, name: str, columns: str, doomed: Doomed) -> list[Row]:
        keys = json.dumps(sorted(doomed.get(name, ())))
        return self._read(
            f"SELECT {columns} FROM {name} WHERE id IN (SELECT value FROM json_each(:keys))",  # noqa: S608
            {"keys": keys},
        )

    def _keys(self, name: str, column: str, keys: Iterable[int], test: str = "TRUE") -> set[int]:
        """The keys of the table's rows that name one of the keys in the column."""
        found = self._read(
            f'SELECT {_key(name)} FROM "{name}" WHERE {test} '  # noqa: S608 - names of our own tables and columns
            f'AND "{column}" IN (SELECT value FROM json_each(:keys))',
            {"keys": json.dumps(sorted(keys))},
        )
        return {row[0] for row in found}

    def _mentions(self, person: Row, doomed: Doomed) -> int:
        """How many rows that stay say the name or the CPR number: what belongs to others is theirs."""
        said = {"name": person[3], "cpr": person[4] or person[3]}
        number = 0
        for table in _TELLING:
            texts = [column.name for column in table.c if type(column.type) is Text and column.name != _MODEL]
            if texts:
                test = " OR ".join(f'instr("{each}", :name) OR instr("{each}", :cpr)' for each in texts)
                found = self._read(f'SELECT {_key(table.name)} FROM "{table.name}" WHERE {test}', said)  # noqa: S608
                number += len({row[0] for row in found} - doomed.get(table.name, set()))
        return number

    @contextmanager
    def _unguarded(self) -> Iterator[None]:
        """Lifts what guards history, and puts it back. An error in between undoes the whole transaction."""
        tables = json.dumps([name for name, fate in FATES.items() if isinstance(fate, Goes)])
        guards = self._read(_GUARDS, {"tables": tables})
        # References are looked at when everything is done, so that the order does not matter.
        self._run("PRAGMA defer_foreign_keys = ON", ())
        for name, _ in guards:
            self._run(f"DROP TRIGGER {name}", ())
        yield
        for _, statement in guards:
            self._run(statement, ())

    def _bare(self, subject_id: SubjectId, doomed: Doomed) -> Doomed:
        """Which of the doomed rows stay as bare ones: the subject's own, and promises in a family's plan."""
        bare: Doomed = {}
        for name in doomed:
            fate = FATES[name]
            if isinstance(fate, Goes) and fate.bare is not None:
                rows = self._read(
                    f"SELECT id FROM {name} WHERE ({fate.bare.where}) AND id IN (SELECT value FROM json_each(:keys))",  # noqa: S608
                    {"keys": json.dumps(sorted(doomed[name])), "today": self._today.isoformat(), "subject": subject_id},
                )
                bare[name] = {row[0] for row in rows}
        return bare

    def _take(self, doomed: Doomed, bare: Doomed) -> None:
        gone = {name: keys - bare.get(name, set()) for name, keys in doomed.items()}
        self._let_go(gone)
        for name, keys in bare.items():
            fate = FATES[name]
            if keys and isinstance(fate, Goes) and fate.bare is not None:
                self._each(_emptied(metadata.tables[name], fate.bare), keys)
        for kind, entries in ENTRIES.items():
            self._take_out_of_index(entries.name, parts_of(kind), doomed.get(entries.name, set()))
        for name in reversed(tuple(FATES)):
            if gone.get(name):
                self._each(f'DELETE FROM "{name}" WHERE {_key(name)} = :id', gone[name])  # noqa: S608

    def _let_go(self, gone: Doomed) -> None:
        """Nothing that stays refers to what goes."""
        for table in metadata.sorted_tables:
            for column in table.c:
                target = next(iter(column.foreign_keys), None)
                if target is not None and column.nullable and gone.get(target.column.table.name):
                    keys = json.dumps(sorted(gone[target.column.table.name]))
                    name = column.name
                    self._run(
                        f'UPDATE "{table.name}" SET "{name}" = NULL '  # noqa: S608
                        f'WHERE "{name}" IN (SELECT value FROM json_each(:keys))',
                        {"keys": keys},
                    )

    def _take_out_of_index(self, name: str, parts: str, keys: set[int]) -> None:
        for key, text in self._rows_of(name, "id, folded", {name: keys}) if keys else ():
            self._run(trigram_take_out(parts, "folded"), {"id": key, "text": text})

    def _each(self, statement: str, keys: Iterable[int]) -> None:
        for key in sorted(keys):
            self._run(statement, {"id": key, "today": self._today.isoformat()})


def _words(name: str) -> frozenset[str]:
    """The words of a name, and the parts of those with a hyphen."""
    return frozenset((*name.casefold().split(), *words_of(name)))


def _telling_of(person: Row, shared: frozenset[str]) -> Callable[[str], bool]:
    """Finds texts that say who it is, as the right of access finds others in them: a part of a name that is `shared`
    with somebody points to nobody, nor does a word of a family's name.
    """
    kind, _, _, name, *reach = person
    parts = name_terms(name, shared, lambda _word: True) if kind == SubjectKind.CITIZEN else ()
    terms = (name, *parts, *filter(None, reach))
    masks = Masks((Other(OtherKey(OtherKind.CITIZEN), 1, name, terms=terms),))
    return lambda text: 1 in masks.text(text).pieces


def _key(name: str) -> str:
    return str(next(iter(metadata.tables[name].primary_key)).name)


def _emptied(table: Table, bare: Bare) -> str:
    """The statement that leaves of a row what the map says."""
    changes = ", ".join(
        f'"{column.name}" = {bare.changes.get(column.name) or _nothing(column)}'
        for column in table.c
        if column.name not in bare.keeps
    )
    return f'UPDATE "{table.name}" SET {changes} WHERE id = :id'  # noqa: S608


def _nothing(column: Any) -> str:  # noqa: ANN401 - a column of any type
    if column.nullable:
        return "NULL"
    return "''" if isinstance(column.type, Text) else "0"


def _removed(doomed: Doomed, mentions: int) -> Removed:
    return Removed(tuple((name, len(doomed[name])) for name in sorted(doomed) if doomed[name]), mentions)
