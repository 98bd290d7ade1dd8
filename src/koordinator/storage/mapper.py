"""The one mapper: a table and a frozen dataclass with the same names, copied column by column.

All is plain SQL (see `reading`), with the columns' own types turning what lies there into what is meant, and back.
"""

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, Final, Generic, NamedTuple, TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

from koordinator.domain.errors import NotFound, StaleVersion
from koordinator.storage.reading import Reader, run

Thing = TypeVar("Thing")

_DIALECT: Final = sqlite.dialect()
_OWNERS: Final = ("subject_id", "citizen_id", "plan_id", "meeting_id", "goal_id")
"""Whose a thing is, where it must be somebody's: a change leaves that as it is."""


class Statement(NamedTuple):
    """A select with its named values."""

    text: str
    values: dict[str, object]


class Rows(Generic[Thing]):
    """The rows of one table as domain objects, inside one transaction."""

    def __init__(self, connection: Connection, mapping: "Mapping[Thing]", written: set[str]) -> None:
        self._connection = connection
        self._read = Reader(connection)
        self._mapping = mapping
        self._written = written

    def get(self, key: int) -> Thing:
        """The thing with the key. Raises NotFound."""
        thing = self.find(id=key)
        if thing is None:
            raise NotFound(self._mapping.name, str(key))
        return thing

    def find(self, **equal: object) -> Thing | None:
        """The first thing whose fields equal the values, or None."""
        return self._first(self._mapping.select(equal, "id"))

    def where(self, *, order_by: str = "id", **equal: object) -> tuple[Thing, ...]:
        """All things whose fields equal the values; a tuple or frozenset means any of them."""
        made = self._mapping.made
        return tuple(made(row) for row in self._read(*self._mapping.select(equal, order_by)))

    def last(self, *, order_by: str = "id", **equal: object) -> Thing | None:
        """The last thing in the order whose fields equal the values, or None."""
        return self._first(self._mapping.select(equal, order_by, "DESC"))

    def _first(self, statement: Statement) -> Thing | None:
        rows = self._read(f"{statement.text} LIMIT 1", statement.values)
        return self._mapping.made(rows[0]) if rows else None

    def add(self, thing: Thing) -> Thing:
        """Stores a new thing, or one that was removed under its old key; the copy that comes back has version 1."""
        values = self._mapping.written(thing)
        values["id"] = values["id"] or None
        if self._mapping.versioned:
            values["version"] = 1
        key = run(self._connection, self._mapping.insert, values).lastrowid
        self._written.add(self._mapping.name)
        changes: dict[str, Any] = {"id": key}
        if self._mapping.versioned:
            changes["version"] = 1
        return replace(thing, **changes)  # type: ignore[type-var]

    def save(self, thing: Thing) -> Thing:
        """Stores a changed thing of the same owner, unless somebody was quicker. Raises StaleVersion or NotFound."""
        values = self._mapping.written(thing)
        if run(self._connection, self._mapping.update, values).rowcount != 1:
            self.get(values["id"])
            raise StaleVersion(self._mapping.name)
        self._written.add(self._mapping.name)
        return replace(thing, version=values["version"] + 1) if self._mapping.versioned else thing  # type: ignore[type-var]

    def remove(self, key: int) -> None:
        """Takes a row away. Raises NotFound."""
        if run(self._connection, self._mapping.delete, {"id": key}).rowcount != 1:
            raise NotFound(self._mapping.name, str(key))
        self._written.add(self._mapping.name)


class Mapping(Generic[Thing]):
    """A table tied to its dataclass, with the statements made once."""

    def __init__(self, table: Table, cls: type[Thing]) -> None:
        self.table = table
        self.cls = cls
        self.name = table.name
        self._names = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]
        self.key_of = attrgetter("id")
        self.versioned = "version" in self._names
        columns = [table.c[name] for name in self._names]
        self._writers = {column.name: column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) for column in columns}
        readers = [column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) for column in columns]
        self._readers = tuple((position, read) for position, read in enumerate(readers) if read is not None)
        self._quoted = {name: f'"{name}"' for name in self._names}
        listed = ", ".join(self._quoted.values())
        self._select = f'SELECT {listed} FROM "{table.name}"'  # noqa: S608 - names of our own tables and columns
        self.insert = f'INSERT INTO "{table.name}" ({listed}) VALUES ({", ".join(f":{name}" for name in self._names)})'  # noqa: S608
        self.update = self._make_update()
        self.delete = f'DELETE FROM "{table.name}" WHERE id = :id'  # noqa: S608

    def written(self, thing: Thing) -> dict[str, Any]:
        """The thing's fields as they lie in the columns."""
        return {name: self._as_written(name, getattr(thing, name)) for name in self._names}

    def made(self, row: Sequence[Any]) -> Thing:
        """The thing of a row that has its columns in the order of the fields."""
        values = list(row)
        for position, read in self._readers:
            values[position] = read(values[position])
        return self.cls(*values)

    def select(self, equal: dict[str, object], order_by: str, direction: str = "ASC") -> Statement:
        """The select for fields that equal the values, in the order of a field."""
        tests: list[str] = []
        values: dict[str, object] = {}
        for name, value in equal.items():
            column = self._quoted[name]
            if value is None:
                tests.append(f"{column} IS NULL")
            elif isinstance(value, tuple | frozenset):
                tests.append(f"{column} IN (SELECT value FROM json_each(:{name}))")  # noqa: S608
                values[name] = json.dumps([self._as_written(name, each) for each in value])
            else:
                tests.append(f"{column} = :{name}")
                values[name] = self._as_written(name, value)
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        return Statement(f"{self._select}{where} ORDER BY {self._quoted[order_by]} {direction}, id {direction}", values)

    def _as_written(self, name: str, value: object) -> object:
        """The value as it lies in the column."""
        write = self._writers[name]
        return value if write is None else write(value)

    def _make_update(self) -> str:
        changes = ", ".join(
            f"{quoted} = :{name}" for name, quoted in self._quoted.items() if name not in ("id", "version")
        )
        # Nothing is changed when somebody was quicker, and what is one citizen's never becomes another's.
        same = ("id", *(("version",) if self.versioned else ()), *self._owners())
        counted = ", version = :version + 1" if self.versioned else ""
        where = " AND ".join(f"{self._quoted[name]} = :{name}" for name in same)
        return f'UPDATE "{self.name}" SET {changes}{counted} WHERE {where}'  # noqa: S608

    def _owners(self) -> tuple[str, ...]:
        return tuple(name for name in _OWNERS if name in self._names and not self.table.c[name].nullable)
