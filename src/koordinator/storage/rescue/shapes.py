"""What the rows of each table look like, so that rows are known again that nothing leads to any more."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from koordinator.storage.rescue.trees import Row, Value

if TYPE_CHECKING:
    from sqlite3 import Connection

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "INTEGER": (int,),
    "INT": (int,),
    "REAL": (int, float),
    "TEXT": (str,),
    "BLOB": (bytes,),
}


class Column(NamedTuple):
    """`is_number`: the column is the row's number, and is empty in the row itself."""

    name: str
    type: str
    may_be_empty: bool
    is_number: bool


class Index(NamedTuple):
    """The places of the columns that an index holds, before the row's number; a partial one leaves rows out."""

    name: str
    places: tuple[int, ...]
    is_partial: bool


class Shape(NamedTuple):
    """A table. Rows of a `shadow` belong to the search and are made anew from what they were made of."""

    name: str
    columns: tuple[Column, ...]
    indexes: tuple[Index, ...]
    is_shadow: bool

    def fits(self, row: Row) -> bool:
        """Whether the row could be one of this table's."""
        values = row.values
        if not values or len(values) > len(self.columns):
            return False
        return all(_fits(column, value) for column, value in zip(self.columns, values, strict=False))

    def values(self, row: Row) -> tuple[Value, ...]:
        """What stands in the row's columns; columns that came to the table later are not among them."""
        columns = zip(self.columns, row.values, strict=False)
        return tuple(row.number if column.is_number else value for column, value in columns)

    def entry(self, index: Index, row: Row) -> tuple[Value, ...]:
        """What the index says of the row."""
        values = self.values(row)
        return (*(values[place] for place in index.places), row.number)

    def place(self, name: str) -> int | None:
        """Where the column with the name stands."""
        return next((place for place, column in enumerate(self.columns) if column.name == name), None)


def shapes_of(connection: "Connection") -> tuple[Shape, ...]:
    """Every table with rows of its own."""
    tables = connection.execute("PRAGMA main.table_list").fetchall()
    return tuple(
        Shape(name, _columns(connection, name), tuple(_indexes(connection, name)), kind == "shadow")
        for _, name, kind, _, without_number, _ in tables
        if kind in ("table", "shadow") and not without_number and not name.startswith("sqlite_")
    )


def _columns(connection: "Connection", table: str) -> tuple[Column, ...]:
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    keys = [row for row in rows if row[5]]
    number = keys[0][1] if len(keys) == 1 and keys[0][2] == "INTEGER" else None
    return tuple(Column(name, kind, not filled, name == number) for _, name, kind, filled, _, _ in rows)


def _indexes(connection: "Connection", table: str) -> Iterable[Index]:
    for _, name, _, _, is_partial in connection.execute(f'PRAGMA index_list("{table}")').fetchall():
        places = tuple(place for _, place, _ in connection.execute(f'PRAGMA index_info("{name}")'))
        if all(place >= 0 for place in places):
            yield Index(name, places, bool(is_partial))


def _fits(column: Column, value: Value) -> bool:
    if column.is_number:
        return value is None
    if value is None:
        return column.may_be_empty
    kinds = _TYPES.get(column.type)
    return kinds is None or isinstance(value, kinds)
