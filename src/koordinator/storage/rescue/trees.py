"""SQLite's trees of pages (https://www.sqlite.org/fileformat2.html), read page by page, past what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from
from typing import Final, NamedTuple, Protocol

from koordinator.storage.rescue.pages import USABLE_BYTES

Value = None | int | float | str | bytes

INDEX_INSIDE, TABLE_INSIDE, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
_INSIDE: Final = (INDEX_INSIDE, TABLE_INSIDE)
_KINDS: Final = (*_INSIDE, INDEX_LEAF, TABLE_LEAF)
_HEAD_OF_FILE: Final = 100
_LEAST_HERE: Final = (USABLE_BYTES - 12) * 32 // 255 - 23
_MOST_HERE: Final = {TABLE_LEAF: USABLE_BYTES - 35}
_MOST_HERE_OF_INDEX: Final = (USABLE_BYTES - 12) * 64 // 255 - 23
_OVERFLOW_BYTES: Final = USABLE_BYTES - 4
_SIZES: Final = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL: Final = 7
_CONSTANTS: Final = {8: 0, 9: 1}

LOWEST, HIGHEST = -(2**63), 2**63 - 1


class Unreadable(Exception):
    """A page, or one that it leads to, is missing or is no page of this kind."""


class Pages(Protocol):
    """Where pages come from."""

    @property
    def count(self) -> int:
        """How many there are."""
        ...

    def plain(self, number: int) -> bytes | None:
        """The page's content, None when it is damaged."""
        ...


class Row(NamedTuple):
    """A row of a table, or an entry of an index (whose last value is the row's number)."""

    number: int
    values: tuple[Value, ...]


class Gap(NamedTuple):
    """Between these numbers (both within) rows of a table cannot be reached."""

    first: int = LOWEST
    last: int = HIGHEST


@dataclass
class Found:
    """What a tree holds: its rows, where rows may be missing, and the pages that belong to it."""

    rows: list[Row] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)


class Trees:
    """Reads trees. What cannot be read becomes a gap."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def table(self, root: int) -> Found:
        """The rows below the page."""
        found = Found()
        self._gather(root, Gap(), found, TABLE_LEAF)
        return found

    def index(self, root: int) -> Found:
        """The entries below the page; a gap means that some are missing."""
        found = Found()
        self._gather(root, Gap(), found, INDEX_LEAF)
        return found

    def kind(self, number: int) -> int:
        """The kind of a page of a tree. Raises Unreadable."""
        return self._cells(number)[0]

    def children(self, number: int) -> tuple[int, ...]:
        """The pages that an inner page of a table leads to, in order."""
        return tuple(child for child, _ in self._children(number))

    def free(self) -> set[int]:
        """The pages that hold nothing."""
        first = self._pages.plain(1)
        trunk = unpack_from(">I", first, 32)[0] if first is not None else 0
        found: set[int] = set()
        while trunk and trunk not in found:
            found.add(trunk)
            page = self._pages.plain(trunk)
            if page is None:
                break
            following, leaves = unpack_from(">II", page)
            found.update(unpack_from(f">{min(leaves, USABLE_BYTES // 4 - 2)}I", page, 8))
            trunk = following
        return found

    def _gather(self, number: int, gap: Gap, found: Found, leaf: int) -> None:
        if number in found.pages:
            found.gaps.append(gap)
            return
        found.pages.add(number)
        try:
            kind, page, cells = self._cells(number)
            if kind not in (leaf, leaf - 8):
                raise Unreadable
        except Unreadable:
            found.gaps.append(gap)
            return
        if kind != TABLE_INSIDE:
            for cell in cells:
                self._take(kind, page, cell, found)
        if kind in _INSIDE:
            first = gap.first
            for child, last in self._children(number):
                self._gather(child, Gap(first, min(last, gap.last)), found, leaf)
                first = max(first, min(last, HIGHEST - 1) + 1) if kind == TABLE_INSIDE else first

    def _take(self, kind: int, page: bytes, cell: int, found: Found) -> None:
        number = 0
        try:
            if kind == INDEX_INSIDE:
                cell += 4
            size, cell = _varint(page, cell)
            if kind == TABLE_LEAF:
                number, cell = _varint(page, cell)
                number -= (number >> 63) << 64
            values = _record(self._payload(kind, page, cell, size, found))
            if kind != TABLE_LEAF:
                number = _row_of(values)
        except (Unreadable, ValueError, IndexError, OverflowError):
            found.gaps.append(Gap(number, number) if kind == TABLE_LEAF else Gap())
        else:
            found.rows.append(Row(number, values))

    def _payload(self, kind: int, page: bytes, start: int, size: int, found: Found) -> bytes:
        most = _MOST_HERE.get(kind, _MOST_HERE_OF_INDEX)
        if size <= most:
            return page[start : start + size]
        here = _LEAST_HERE + (size - _LEAST_HERE) % _OVERFLOW_BYTES
        here = here if here <= most else _LEAST_HERE
        parts, missing = [page[start : start + here]], size - here
        following = unpack_from(">I", page, start + here)[0]
        while missing > 0:
            more = self._pages.plain(following)
            if more is None or following in found.pages:
                found.pages.add(following)
                raise Unreadable
            found.pages.add(following)
            parts.append(more[4 : 4 + min(missing, _OVERFLOW_BYTES)])
            missing -= len(parts[-1])
            following = unpack_from(">I", more)[0]
        return b"".join(parts)

    def _children(self, number: int) -> Iterator[tuple[int, int]]:
        kind, page, cells = self._cells(number)
        for cell in cells:
            last = _varint(page, cell + 4)[0] if kind == TABLE_INSIDE else HIGHEST
            yield unpack_from(">I", page, cell)[0], last - ((last >> 63) << 64)
        yield unpack_from(">I", page, _head(number) + 8)[0], HIGHEST

    def _cells(self, number: int) -> tuple[int, bytes, tuple[int, ...]]:
        page = self._pages.plain(number)
        if page is None or page[_head(number)] not in _KINDS:
            raise Unreadable
        head = _head(number)
        kind, count = page[head], unpack_from(">H", page, head + 3)[0]
        start = head + (12 if kind in _INSIDE else 8)
        if start + 2 * count > USABLE_BYTES:
            raise Unreadable
        return kind, page, unpack_from(f">{count}H", page, start)


def _head(number: int) -> int:
    return _HEAD_OF_FILE if number == 1 else 0


def _row_of(values: tuple[Value, ...]) -> int:
    number = values[-1]
    if not isinstance(number, int):
        raise Unreadable
    return number


def _varint(page: bytes, place: int) -> tuple[int, int]:
    number = 0
    for _ in range(8):
        byte = page[place]
        place += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place
    return number << 8 | page[place], place + 1


def _record(payload: bytes) -> tuple[Value, ...]:
    end, place = _varint(payload, 0)
    content = end
    values: list[Value] = []
    while place < end:
        kind, place = _varint(payload, place)
        size = _SIZES[kind] if kind < len(_SIZES) else (kind - 12) // 2
        part = payload[content : content + size]
        if len(part) != size:
            raise Unreadable
        values.append(_value(kind, part))
        content += size
    return tuple(values)


def _value(kind: int, part: bytes) -> Value:
    if kind == 0:
        return None
    if kind in _CONSTANTS:
        return _CONSTANTS[kind]
    if kind == _REAL:
        return float(unpack_from(">d", part)[0])
    if kind < _REAL:
        return int.from_bytes(part, "big", signed=True)
    return part if kind % 2 == 0 else part.decode()
