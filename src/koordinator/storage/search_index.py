"""Keeps what can be searched for in step with the rows, inside the transaction that writes them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection
from typing_extensions import override

from koordinator.domain.agreement import Agreement
from koordinator.domain.citizen import Citizen, Family
from koordinator.domain.folding import folded, squeezed
from koordinator.domain.register import CaseFile
from koordinator.domain.search import HitKind
from koordinator.storage import mapper
from koordinator.storage.dialect import trigram_add, trigram_take_out
from koordinator.storage.mapper import Rows
from koordinator.storage.reading import run
from koordinator.storage.tables.search import ENTRIES, parts_of

Thing = TypeVar("Thing")


class _Entries:
    """The entries of one kind, with the statements made once."""

    def __init__(self, kind: HitKind, text_of: Callable[[Any], str]) -> None:
        table, parts = ENTRIES[kind].name, parts_of(kind)
        self.text_of = text_of
        self.read = f"SELECT folded FROM {table} WHERE id = :id"  # noqa: S608 - names of our own tables
        self.add = f"INSERT INTO {table} (id, folded) VALUES (:id, :text)"  # noqa: S608
        self.change = f"UPDATE {table} SET folded = :text WHERE id = :id"  # noqa: S608
        self.remove = f"DELETE FROM {table} WHERE id = :id"  # noqa: S608
        self.add_parts = trigram_add(parts, "folded")
        self.take_out_parts = trigram_take_out(parts, "folded")


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
        before = self._text_now(key)
        if before != after:
            self._run(self._entries.take_out_parts, key, before)
            self._run(self._entries.change, key, after)
            self._run(self._entries.add_parts, key, after)
        return stored

    @override
    def remove(self, key: int) -> None:
        before = self._text_now(key)
        if before is not None:
            self._run(self._entries.take_out_parts, key, before)
            self._run(self._entries.remove, key)
        super().remove(key)

    def _text_now(self, key: int) -> str | None:
        rows = self._read(self._entries.read, {"id": key})
        return rows[0][0] if rows else None

    def _run(self, statement: str, key: int, words: str | None = None) -> None:
        run(self._connection, statement, {"id": key, "text": words})


def add_entries(connection: Connection, things: Sequence[Any]) -> None:
    """Lets new things of one searched kind be found; for rows that were stored in bulk, too."""
    entries = SEARCHED[type(things[0])]
    for thing in things:
        values = {"id": thing.id, "text": entries.text_of(thing)}
        run(connection, entries.add, values)
        run(connection, entries.add_parts, values)
