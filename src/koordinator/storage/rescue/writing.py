"""Puts what was read from a damaged database into a new one, whose every rule holds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from koordinator.storage.cipher import DRIVER
from koordinator.storage.dialect import CHECK_REFERENCES, FOREIGN_KEYS_OFF
from koordinator.storage.rescue.salvage import TableFound
from koordinator.storage.rescue.trees import Row, Value

if TYPE_CHECKING:
    from sqlite3 import Connection

_TRIGGERS: Final = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_SEARCHES: Final = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
_SUBJECT: Final = "subject"
_SUBJECTS_AGAIN: Final = tuple(
    f"INSERT OR IGNORE INTO subject (id, kind) SELECT subject_id, '{kind}' FROM {kind}"  # noqa: S608
    for kind in ("citizen", "family")
)
"""A subject's row says no more than whether it is a citizen or a family, and so do theirs."""


class Written:
    """How much of each table went where; `subjects` are those of whom something was read and could not be kept."""

    def __init__(self) -> None:
        self.saved: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.loosened: Counter[str] = Counter()
        self.left_out_rows: list[tuple[str, dict[str, Value]]] = []


def write(connection: "Connection", tables: Iterable[TableFound]) -> Written:
    """Everything into the new database, in one transaction; what it cannot take is counted."""
    # What a new database holds from the beginning stays where nothing was found to stand in its place.
    kept = [table for table in tables if table.found.rows and not table.shape.is_shadow]
    written = Written()
    connection.execute(FOREIGN_KEYS_OFF)
    with _one_transaction(connection), _without_triggers(connection):
        for table in kept:
            connection.execute(f'DELETE FROM "{table.shape.name}"')  # noqa: S608
        for table in kept:
            _put(connection, table, written)
        for statement in _SUBJECTS_AGAIN:
            connection.execute(statement)
        while dangling := connection.execute(CHECK_REFERENCES).fetchall():
            for name, number, _, reference in dangling:
                _let_go(connection, (name, number, reference), written)
        for (search,) in connection.execute(_SEARCHES).fetchall():
            connection.execute(f"INSERT INTO {search} ({search}) VALUES ('rebuild')")  # noqa: S608
        for name in {_SUBJECT, *(table.shape.name for table in kept)}:
            written.saved[name] = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
    return written


@contextmanager
def _one_transaction(connection: "Connection") -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _without_triggers(connection: "Connection") -> Iterator[None]:
    """The rules against rewriting history would refuse to write it again."""
    triggers = connection.execute(_TRIGGERS).fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    yield
    for _, statement in triggers:
        connection.execute(statement)


def _put(connection: "Connection", table: TableFound, written: Written) -> None:
    for row in table.found.rows:
        if not table.shape.fits(row) or not _inserted(connection, table, row):
            _note_left_out(written, table.shape.name, _as_named(table, row))


def _inserted(connection: "Connection", table: TableFound, row: Row) -> bool:
    values = table.shape.values(row)
    names = ", ".join(f'"{column.name}"' for column in table.shape.columns[: len(values)])
    marks = ", ".join("?" for _ in values)
    try:
        connection.execute(f'INSERT INTO "{table.shape.name}" ({names}) VALUES ({marks})', values)  # noqa: S608
    except DRIVER.IntegrityError:
        return False
    return True


def _as_named(table: TableFound, row: Row) -> dict[str, Value]:
    names = (column.name for column in table.shape.columns)
    return dict(zip(names, table.shape.values(row), strict=False))


def _let_go(connection: "Connection", dangling: tuple[str, int, int], written: Written) -> None:
    """The row without its reference to what is missing, where it may stand without; else not at all."""
    name, number, reference = dangling
    links = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
    empty = ", ".join(f'"{link[3]}" = NULL' for link in links if link[0] == reference)
    try:
        connection.execute(f'UPDATE "{name}" SET {empty} WHERE rowid = ?', (number,))  # noqa: S608
        written.loosened[name] += 1
    except DRIVER.IntegrityError:
        cursor = connection.execute(f'SELECT * FROM "{name}" WHERE rowid = ?', (number,))  # noqa: S608
        row = cursor.fetchone()
        if row is not None:
            _note_left_out(written, name, dict(zip((part[0] for part in cursor.description), row, strict=True)))
        connection.execute(f'DELETE FROM "{name}" WHERE rowid = ?', (number,))  # noqa: S608


def _note_left_out(written: Written, name: str, row: dict[str, Value]) -> None:
    written.left_out[name] += 1
    written.left_out_rows.append((name, row))
