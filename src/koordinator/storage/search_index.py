"""Keeps what can be searched for in step with the rows, inside the transaction that writes them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update
from typing_extensions import override

from koordinator.domain.agreement import Agreement
from koordinator.domain.citizen import Citizen, Family
from koordinator.domain.folding import folded, squeezed
from koordinator.domain.register import CaseFile
from koordinator.domain.search import HitKind
from koordinator.storage import mapper
from koordinator.storage.dialect import trigram_add, trigram_take_out
from koordinator.storage.mapper import Rows
from koordinator.storage.tables.search import ENTRIES, parts_of

Thing = TypeVar("Thing")


class _Entries:
    """The entries of one kind, with the statements made once."""

    def __init__(self, kind: HitKind, text_of: Callable[[Any], str]) -> None:
        table, parts, is_it = ENTRIES[kind], parts_of(kind), ENTRIES[kind].c.id == bindparam("key")
        self.text_of = text_of
        self.read = select(table.c.folded).where(is_it)
        self.add = insert(table)
        self.change = update(table).where(is_it)
        self.remove = delete(table).where(is_it)
        self.add_parts = text(trigram_add(parts, "folded"))
        self.take_out_parts = text(trigram_take_out(parts, "folded"))


SEARCHED: Final[Mapping[type, _Entries]] = {
    Citizen: _Entries(HitKind.CITIZEN, lambda citizen: folded(citizen.name)),
    Family: _Entries(HitKind.FAMILY, lambda family: folded(family.name)),
    CaseFile: _Entries(HitKind.CASE_FILE, lambda case_file: squeezed(case_file.number)),
    Agreement: _Entries(HitKind.AGREEMENT, lambda agreement: folded(agreement.what)),
}
"""What is found of each kind of thing, and by which text."""


class SearchedRows(Rows[Thing]):
    """Rows of a kind that can be searched for: what is written can be found at once, under its new text alone."""

    def __init__(self, connection: Connection, mapping: "mapper.Mapping[Thing]", written: set[str]) -> None:
        super().__init__(connection, mapping, written)
        self._entries = SEARCHED[mapping.cls]

    @override
    def add(self, thing: Thing) -> Thing:
        stored = super().add(thing)
        add_entries(self._connection, (stored,))
        return stored

    @override
    def save(self, thing: Thing) -> Thing:
        stored = super().save(thing)
        key, after = self._mapping.key_of(stored), self._entries.text_of(stored)
        before = self._connection.execute(self._entries.read, {"key": key}).scalar_one()
        if before != after:
            self._connection.execute(self._entries.take_out_parts, {"id": key, "text": before})
            self._connection.execute(self._entries.change, {"key": key, "folded": after})
            self._connection.execute(self._entries.add_parts, {"id": key, "text": after})
        return stored

    @override
    def remove(self, key: int) -> None:
        before = self._connection.execute(self._entries.read, {"key": key}).scalar()
        if before is not None:
            self._connection.execute(self._entries.take_out_parts, {"id": key, "text": before})
            self._connection.execute(self._entries.remove, {"key": key})
        super().remove(key)


def add_entries(connection: Connection, things: Sequence[Any]) -> None:
    """Lets new things of one searched kind be found; for rows that were stored in bulk, too."""
    entries = SEARCHED[type(things[0])]
    texts = [(thing.id, entries.text_of(thing)) for thing in things]
    connection.execute(entries.add, [{"id": key, "folded": folded_text} for key, folded_text in texts])
    connection.execute(entries.add_parts, [{"id": key, "text": folded_text} for key, folded_text in texts])
