"""Keeps what can be searched for in step with the rows, inside the transaction that writes them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update
from typing_extensions import override

from koordinator.domain.agreement import Agreement
from koordinator.domain.citizen import Citizen, Family
from koordinator.domain.folding import folded, squeezed
from koordinator.domain.register import CaseFile
from koordinator.storage import mapper
from koordinator.storage.dialect import trigram_add, trigram_take_out
from koordinator.storage.mapper import Rows
from koordinator.storage.tables.search import SEARCH_ENTRY, SEARCH_PART, Searched, entry_id

Thing = TypeVar("Thing")


class _SearchedKind(NamedTuple):
    kind: Searched
    text: Callable[[Any], str]


SEARCHED: Final[Mapping[type, _SearchedKind]] = {
    Citizen: _SearchedKind(Searched.CITIZEN, lambda citizen: folded(citizen.name)),
    Family: _SearchedKind(Searched.FAMILY, lambda family: folded(family.name)),
    CaseFile: _SearchedKind(Searched.CASE_FILE, lambda case_file: squeezed(case_file.number)),
    Agreement: _SearchedKind(Searched.AGREEMENT, lambda agreement: folded(agreement.what)),
}
"""What is found of each kind of thing, and by which text."""

_ENTRY: Final = select(SEARCH_ENTRY.c.folded).where(SEARCH_ENTRY.c.id == bindparam("key"))
_ADD: Final = insert(SEARCH_ENTRY)
_CHANGE: Final = update(SEARCH_ENTRY).where(SEARCH_ENTRY.c.id == bindparam("key"))
_REMOVE: Final = delete(SEARCH_ENTRY).where(SEARCH_ENTRY.c.id == bindparam("key"))
_ADD_PARTS: Final = text(trigram_add(SEARCH_PART, "folded"))
_TAKE_OUT_PARTS: Final = text(trigram_take_out(SEARCH_PART, "folded"))


class SearchedRows(Rows[Thing]):
    """Rows of a kind that can be searched for: what is written can be found at once, under its new text alone."""

    def __init__(self, connection: Connection, mapping: "mapper.Mapping[Thing]", written: set[str]) -> None:
        super().__init__(connection, mapping, written)
        self._searched = SEARCHED[mapping.cls]

    @override
    def add(self, thing: Thing) -> Thing:
        stored = super().add(thing)
        add_entries(self._connection, (stored,))
        return stored

    @override
    def save(self, thing: Thing) -> Thing:
        stored = super().save(thing)
        key = entry_id(self._searched.kind, self._mapping.key_of(stored))
        before, after = self._connection.execute(_ENTRY, {"key": key}).scalar_one(), self._searched.text(stored)
        if before != after:
            self._connection.execute(_TAKE_OUT_PARTS, {"id": key, "text": before})
            self._connection.execute(_CHANGE, {"key": key, "folded": after})
            self._connection.execute(_ADD_PARTS, {"id": key, "text": after})
        return stored

    @override
    def remove(self, key: int) -> None:
        super().remove(key)
        entry = entry_id(self._searched.kind, key)
        before = self._connection.execute(_ENTRY, {"key": entry}).scalar_one()
        self._connection.execute(_TAKE_OUT_PARTS, {"id": entry, "text": before})
        self._connection.execute(_REMOVE, {"key": entry})


def add_entries(connection: Connection, things: Iterable[Any]) -> None:
    """Lets new things of one or several searched kinds be found; for rows that were stored in bulk, too."""
    entries = [_entry_of(thing) for thing in things]
    connection.execute(_ADD, entries)
    connection.execute(_ADD_PARTS, [{"id": entry["id"], "text": entry["folded"]} for entry in entries])


def _entry_of(thing: Any) -> dict[str, Any]:  # noqa: ANN401 (any of the searched kinds)
    kind, text_of = SEARCHED[type(thing)]
    return {"id": entry_id(kind, thing.id), "kind": int(kind), "folded": text_of(thing)}
