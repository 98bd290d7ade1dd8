"""Finding things by a few typed letters: one kind at a time, so that many hits of one never hide another."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final, TypeAlias

from koordinator.domain.citizen import SubjectKind
from koordinator.domain.cpr import CprNumber, masked_cpr
from koordinator.domain.ids import CitizenId, SubjectId
from koordinator.domain.search import HitKind, SearchHit, Wanted, read_search
from koordinator.storage.dialect import trigram_query
from koordinator.storage.queries import search_sql as sql

Select: TypeAlias = Callable[[str, Mapping[str, object]], Iterable[Sequence[Any]]]
"""Runs a statement with named values."""

MOST_OF_A_KIND: Final = 6
_PART: Final = 3
"""From so many letters on, any part of a word is found; fewer must begin a word."""
_EVERY_ONE: Final = 1_000_000
_SUBJECT: Final = 1
"""Where the subject's key stands in a row."""
_AFTER_ALL: Final = "\U0010ffff"


class SearchQueries:
    """What is found by a text, folded as the entries are."""

    def __init__(self, select: Select) -> None:
        self._select = select

    def hits(self, text: str, seen: frozenset[SubjectId] | None = None) -> tuple[SearchHit, ...]:
        """The first few of each kind: names that begin with the text before those that hold it, then the rest."""
        wanted = read_search(text)
        found: list[SearchHit] = []
        for kind, make in _MAKERS.items():
            ids = self._found(wanted, kind, MOST_OF_A_KIND if seen is None else _EVERY_ONE)
            rows = {row[0]: row for row in self._select(sql.SHOWN[kind], {"ids": json.dumps(ids)})} if ids else {}
            shown = (rows[thing_id] for thing_id in ids if seen is None or rows[thing_id][_SUBJECT] in seen)
            found += [make(row) for row in islice(shown, MOST_OF_A_KIND)]
        return tuple(found)

    def subjects(self, text: str) -> tuple[SubjectId, ...]:
        """Every citizen and family whose name, CPR number or case number the text finds."""
        wanted = read_search(text)
        found: dict[SubjectId, None] = {}
        for kind in (HitKind.CITIZEN, HitKind.FAMILY, HitKind.CASE_FILE):
            ids = json.dumps(self._found(wanted, kind, _EVERY_ONE))
            found |= dict.fromkeys(row[1] for row in self._select(sql.SHOWN[kind], {"ids": ids}))
        return tuple(found)

    def citizen_with(self, cpr: CprNumber) -> CitizenId | None:
        """The citizen with the CPR number."""
        return next((CitizenId(row[0]) for row in self._select(sql.CPR_IS, {"cpr": cpr})), None)

    def _found(self, wanted: Wanted, kind: HitKind, most: int) -> list[int]:
        """The ids of what is found of a kind, the best first, at most so many."""
        if kind is HitKind.CASE_FILE:
            return self._by_text(kind, (wanted.number,) if wanted.number else (), most)
        by_cpr = self._by_cpr(wanted.cpr, most) if kind is HitKind.CITIZEN and wanted.cpr else []
        return _first(most, by_cpr, self._by_text(kind, wanted.words, most))

    def _by_cpr(self, cpr: str, most: int) -> list[int]:
        return self._ids(sql.CPR_BEGINS, low=cpr, high=cpr + _AFTER_ALL, most=most)

    def _by_text(self, kind: HitKind, words: Sequence[str], most: int) -> list[int]:
        """Texts that begin with the words as they stand, in their order, and then those that hold every word."""
        if not words:
            return []
        whole = " ".join(words)
        begin = self._ids(sql.TEXT_BEGINS[kind], low=whole, high=whole + _AFTER_ALL, most=most)
        return begin if len(begin) == most else _first(most, begin, self._holding(kind, words, most))

    def _holding(self, kind: HitKind, words: Sequence[str], most: int) -> list[int]:
        match = " AND ".join(trigram_query(word) for word in words if len(word) >= _PART)
        beginnings = [word for word in words if len(word) < _PART]
        if not beginnings:
            return self._ids(sql.HOLDS_PARTS[kind], match=match, most=most)
        begun = json.dumps(beginnings)
        if match:
            return self._ids(sql.HOLDS_PARTS_AND_BEGINNINGS[kind], match=match, beginnings=begun, most=most)
        low, high = words[0], words[0] + _AFTER_ALL
        return self._ids(sql.WORDS_BEGIN[kind], low=low, high=high, beginnings=begun, most=most)

    def _ids(self, statement: str, **values: object) -> list[int]:
        return [row[0] for row in self._select(statement, values)]


def _first(most: int, *lists: Iterable[int]) -> list[int]:
    """The lists one after the other, each id once."""
    return list(dict.fromkeys(thing_id for ids in lists for thing_id in ids))[:most]


def _citizen(row: Sequence[Any]) -> SearchHit:
    thing_id, subject_id, name, cpr = row
    masked = masked_cpr(CprNumber(cpr)) if cpr else ""
    return SearchHit(HitKind.CITIZEN, thing_id, subject_id, SubjectKind.CITIZEN, thing_id, name, cpr_masked=masked)


def _family(row: Sequence[Any]) -> SearchHit:
    thing_id, subject_id, name = row
    return SearchHit(HitKind.FAMILY, thing_id, subject_id, SubjectKind.FAMILY, thing_id, name)


def _case_file(row: Sequence[Any]) -> SearchHit:
    thing_id, subject_id, citizen_id, number, name, department = row
    owner = SubjectKind.CITIZEN
    return SearchHit(HitKind.CASE_FILE, thing_id, subject_id, owner, citizen_id, number, name, department=department)


def _agreement(row: Sequence[Any]) -> SearchHit:
    thing_id, subject_id, kind, owner_id, what, name, due_on = row
    due = date.fromisoformat(due_on) if due_on else None
    return SearchHit(HitKind.AGREEMENT, thing_id, subject_id, SubjectKind(kind), owner_id, what, name, due_on=due)


_MAKERS: Final[Mapping[HitKind, Callable[[Sequence[Any]], SearchHit]]] = {
    HitKind.CITIZEN: _citizen,
    HitKind.FAMILY: _family,
    HitKind.CASE_FILE: _case_file,
    HitKind.AGREEMENT: _agreement,
}
