"""The one mapper: a table and a frozen dataclass with the same names, copied column by column."""

from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, Table, Update, bindparam, delete, insert, select, update

from koordinator.domain.errors import NotFound, StaleVersion

Thing = TypeVar("Thing")


class Rows(Generic[Thing]):
    """The rows of one table as domain objects, inside one transaction."""

    def __init__(self, connection: Connection, mapping: "Mapping[Thing]", written: set[str]) -> None:
        self._connection = connection
        self._mapping = mapping
        self._written = written

    def get(self, key: int) -> Thing:
        """The thing with the key. Raises NotFound."""
        row = self._connection.execute(self._mapping.by_key, {"key": key}).first()
        if row is None:
            raise NotFound(self._mapping.name, str(key))
        return self._mapping.cls(*row)

    def find(self, **equal: object) -> Thing | None:
        """The first thing whose fields equal the values, or None."""
        row = self._connection.execute(self._mapping.filtered(equal, "id").limit(1)).first()
        return None if row is None else self._mapping.cls(*row)

    def where(self, *, order_by: str = "id", **equal: object) -> tuple[Thing, ...]:
        """All things whose fields equal the values; a tuple or frozenset means any of them."""
        make = self._mapping.cls
        return tuple(make(*row) for row in self._connection.execute(self._mapping.filtered(equal, order_by)))

    def last(self, *, order_by: str = "id", **equal: object) -> Thing | None:
        """The last thing in the order whose fields equal the values, or None."""
        row = self._connection.execute(self._mapping.backwards(equal, order_by).limit(1)).first()
        return None if row is None else self._mapping.cls(*row)

    def add(self, thing: Thing) -> Thing:
        """Stores a new thing, or one that was removed under its old key; the copy that comes back has version 1."""
        values = self._mapping.values(thing)
        if key := self._mapping.key_of(thing):
            values["id"] = key
        if self._mapping.versioned:
            values["version"] = 1
        result = self._connection.execute(self._mapping.insert, values)
        self._written.add(self._mapping.name)
        changes: dict[str, Any] = {"id": result.lastrowid}
        if self._mapping.versioned:
            changes["version"] = 1
        return replace(thing, **changes)  # type: ignore[type-var]

    def save(self, thing: Thing) -> Thing:
        """Stores a changed thing, unless somebody was quicker. Raises StaleVersion or NotFound."""
        values = self._mapping.values(thing)
        key = self._mapping.key_of(thing)
        parameters: dict[str, Any] = {**values, "row_key": key}
        if self._mapping.versioned:
            parameters |= {"row_version": values["version"], "version": values["version"] + 1}
        if self._connection.execute(self._mapping.update, parameters).rowcount != 1:
            self.get(key)
            raise StaleVersion(self._mapping.name)
        self._written.add(self._mapping.name)
        return replace(thing, version=parameters["version"]) if self._mapping.versioned else thing  # type: ignore[type-var]

    def remove(self, key: int) -> None:
        """Takes a row away. Raises NotFound."""
        if self._connection.execute(self._mapping.delete, {"row_key": key}).rowcount != 1:
            raise NotFound(self._mapping.name, str(key))
        self._written.add(self._mapping.name)


class Mapping(Generic[Thing]):
    """A table tied to its dataclass, with the statements made once."""

    def __init__(self, table: Table, cls: type[Thing]) -> None:
        self.table = table
        self.cls = cls
        self.name = table.name
        self._names = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]
        self._value_names = tuple(name for name in self._names if name != "id")
        self.key_of = attrgetter("id")
        self.versioned = "version" in self._names
        self._select = select(*(table.c[name] for name in self._names))
        self.by_key = self._select.where(table.c.id == bindparam("key"))
        self.insert = insert(table)
        self.update = self._make_update()
        self.delete = delete(table).where(table.c.id == bindparam("row_key"))

    def values(self, thing: Thing) -> dict[str, Any]:
        """The thing's fields without its key."""
        return {name: getattr(thing, name) for name in self._value_names}

    def filtered(self, equal: dict[str, object], order_by: str) -> Select[Any]:
        """The select for fields that equal the values."""
        return self._matching(equal).order_by(self.table.c[order_by], self.table.c.id)

    def backwards(self, equal: dict[str, object], order_by: str) -> Select[Any]:
        """The same from the end."""
        return self._matching(equal).order_by(self.table.c[order_by].desc(), self.table.c.id.desc())

    def _matching(self, equal: dict[str, object]) -> Select[Any]:
        statement = self._select
        for name, value in equal.items():
            column = self.table.c[name]
            if isinstance(value, tuple | frozenset):
                statement = statement.where(column.in_(value))
            else:
                statement = statement.where(column.is_(None) if value is None else column == value)
        return statement

    def _make_update(self) -> Update:
        statement = update(self.table).where(self.table.c.id == bindparam("row_key"))
        return statement.where(self.table.c.version == bindparam("row_version")) if self.versioned else statement
