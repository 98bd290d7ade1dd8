"""Gathers the rows of every table from the pages that can be read, also where nothing leads to them any more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from koordinator.storage.rescue.shapes import Index, Shape
from koordinator.storage.rescue.trees import (
    TABLE_INSIDE,
    TABLE_LEAF,
    Found,
    Gap,
    Pages,
    Row,
    Trees,
    Unreadable,
    Value,
)

_SCHEMA_ROOT = 1
_TABLE, _INDEX = "table", "index"
_SCHEMA_KINDS = (_TABLE, _INDEX, "trigger", "view")
_SCHEMA_COLUMNS = 5


@dataclass
class TableFound:
    """The rows of one table, and what its indexes say of rows there were."""

    shape: Shape
    found: Found
    indexes: Mapping[str, Found]

    @cached_property
    def entries(self) -> dict[str, set[tuple[Value, ...]]]:
        """What each index holds."""
        return {name: {entry.values for entry in found.rows} for name, found in self.indexes.items()}

    @cached_property
    def telling(self) -> tuple[Index, ...]:
        """The indexes that hold every row there was, and can be read wholly."""
        return tuple(
            index
            for index in self.shape.indexes
            if not index.is_partial and index.name in self.indexes and not self.indexes[index.name].gaps
        )

    @property
    def missing(self) -> set[int]:
        """The numbers of rows that an index knows and that were not found."""
        known = {entry.number for found in self.indexes.values() for entry in found.rows}
        return known - {row.number for row in self.found.rows}

    @property
    def may_miss_more(self) -> bool:
        """Rows may be missing of which no index knows."""
        return bool(self.found.gaps) and not self.telling

    def has_room_for(self, rows: Sequence[Row]) -> bool:
        """Whether rows are missing here that could be these, and no index says otherwise."""
        if not all(any(gap.first <= row.number <= gap.last for gap in self.found.gaps) for row in rows):
            return False
        if not all(self.shape.fits(row) and len(row.values) == len(self.shape.columns) for row in rows):
            return False
        return all(self.shape.entry(index, row) in self.entries[index.name] for index in self.telling for row in rows)

    def missing_values(self, column: str) -> set[Value]:
        """What the indexes say stood in the column of the missing rows."""
        place, missing = self.shape.place(column), self.missing
        return {
            entry.values[index.places.index(place)]
            for index in self.shape.indexes
            if place is not None and place in index.places and index.name in self.indexes
            for entry in self.indexes[index.name].rows
            if entry.number in missing
        }


@dataclass
class Salvaged:
    """Everything that was read."""

    tables: tuple[TableFound, ...]
    nameless_rows: int
    bad_pages: int


def salvage(pages: Pages, shapes: Iterable[Shape]) -> Salvaged:
    """Reads all there is. The file's own list of tables may be damaged too: the shapes are those of the program."""
    trees = Trees(pages)
    schema = _schema(pages, trees)
    roots = {(kind, name): root for kind, name, root in map(_named_root, schema.rows) if root}
    found = {key: _read(trees, key[0], root) for key, root in roots.items()}
    # Where the list of tables is whole, a table that is not in it was not made yet.
    unknown = Found(gaps=[Gap()] if schema.gaps else [])
    tables = tuple(_table(shape, found, unknown) for shape in shapes)
    reached = {_SCHEMA_ROOT, *schema.pages, *trees.free()}.union(*(each.pages for each in found.values()))
    nameless = sum(_place(rows, tables) for rows in _unreached(pages, trees, reached))
    bad = sum(pages.plain(number) is None for number in range(1, pages.count + 1))
    return Salvaged(tables, nameless, bad)


def _schema(pages: Pages, trees: Trees) -> Found:
    """The file's list of what is in it. Its pages are known by what they say, also where nothing leads to them."""
    schema = trees.table(_SCHEMA_ROOT)
    if schema.gaps:
        for number in range(2, pages.count + 1):
            if number not in schema.pages and _kind(trees, number) == TABLE_LEAF:
                part = trees.table(number)
                if part.rows and all(map(_is_of_schema, part.rows)):
                    schema.rows += part.rows
                    schema.pages |= part.pages
    return schema


def _is_of_schema(row: Row) -> bool:
    kind, statement = row.values[0], row.values[-1]
    has_statement = statement is None or str(statement).startswith("CREATE ")
    return len(row.values) == _SCHEMA_COLUMNS and kind in _SCHEMA_KINDS and has_statement


def _named_root(row: Row) -> tuple[str, str, int]:
    kind, name, _, root = row.values[:4]
    return str(kind), str(name), root if isinstance(root, int) else 0


def _read(trees: Trees, kind: str, root: int) -> Found:
    found = trees.table(root) if kind == _TABLE else trees.index(root)
    if kind == _TABLE and found.gaps and not found.rows:
        # A table of the search without row numbers is kept as an index is.
        as_index = trees.index(root)
        return as_index if as_index.rows else found
    return found


def _table(shape: Shape, found: Mapping[tuple[str, str], Found], unknown: Found) -> TableFound:
    indexes = {index.name: found[_INDEX, index.name] for index in shape.indexes if (_INDEX, index.name) in found}
    return TableFound(shape, found.get((_TABLE, shape.name)) or Found([], [*unknown.gaps]), indexes)


def _unreached(pages: Pages, trees: Trees, reached: set[int]) -> Iterable[list[Row]]:
    """The rows below each page that nothing leads to; what hangs together comes together."""
    kinds = {number: _kind(trees, number) for number in range(2, pages.count + 1) if number not in reached}
    inside = [number for number, kind in kinds.items() if kind == TABLE_INSIDE]
    below = {child for number in inside for child in trees.children(number)}
    for number, kind in kinds.items():
        if kind in (TABLE_INSIDE, TABLE_LEAF) and number not in below:
            yield trees.table(number).rows


def _kind(trees: Trees, number: int) -> int:
    try:
        return trees.kind(number)
    except Unreadable:
        return 0


def _place(rows: list[Row], tables: Sequence[TableFound]) -> int:
    """Gives the rows to the table that alone can have had them; how many are left over."""
    possible = [table for table in tables if rows and table.has_room_for(rows)]
    sure = [table for table in possible if table.telling] or possible
    if len(sure) != 1:
        return len(rows)
    sure[0].found.rows += rows
    return 0
