"""Lists in text files: which delimiter, and the records one by one."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from koordinator.domain.list_import import ListRow
from koordinator.integrations.lists.limits import LAST_COLUMN, LAST_ROW, MAX_CELLS, TooMuch

DELIMITERS: Final = (";", "\t", ",", "|")
_SAMPLE_CHARACTERS: Final = 1 << 16
_MOST_KNOWN: Final = 20_000
_LONGEST_HINT: Final = 16
_LONGEST_LINE: Final = 4_000_000
# Excel's own hint above the headings.
_HINT: Final = re.compile(r'"?sep=([;\t,|])"?\r?\n?')


def find_delimiter(path: Path, encoding: str) -> str:
    """The delimiter under which the headings have most columns and most rows just as many. Raises OSError."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        if hint := _HINT.fullmatch(file.readline(_LONGEST_HINT)):
            return hint[1]
        file.seek(0)
        sample = file.read(_SAMPLE_CHARACTERS)
    return max(DELIMITERS, key=lambda delimiter: _fit(sample, delimiter))


def _fit(sample: str, delimiter: str) -> float:
    records = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths = [len(record) for record in records if record]
    if not widths or widths[0] == 1:
        return 0.0
    return widths[0] * widths.count(widths[0]) / len(widths)


def read_records(path: Path, encoding: str, delimiter: str) -> Iterator[ListRow]:
    """All records with their numbers from 1; empty ones are counted and left out. Raises OSError and TooMuch."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        if not _HINT.fullmatch(file.readline(_LONGEST_HINT)):
            file.seek(0)
        # An endless line comes in pieces, of which none is a row.
        yield from _numbered(iter(lambda: file.readline(_LONGEST_LINE), ""), delimiter)


def _numbered(lines: Iterable[str], delimiter: str) -> Iterator[ListRow]:
    records = csv.reader(lines, delimiter=delimiter, strict=True)
    known: dict[str, str] = {}
    room = MAX_CELLS
    for number in range(1, LAST_ROW + 1):
        try:
            cells = next(records)
        except StopIteration:
            return
        except csv.Error:
            # The reader goes on with the next line.
            yield ListRow(number, (), is_broken=True)
            continue
        if len(cells) > LAST_COLUMN:
            yield ListRow(number, (), is_broken=True)
        elif any(map(str.strip, cells)):
            room -= len(cells)
            if room < 0:
                raise TooMuch
            yield ListRow(number, tuple(_kept(cell, known) for cell in cells))
    raise TooMuch


def _kept(cell: str, known: dict[str, str]) -> str:
    """A list says the same names again and again: kept once, it takes half the room.

    Not every text is remembered: a table of all that stand in a long list stops every thread each time it grows.
    """
    return known.get(cell, cell) if len(known) >= _MOST_KNOWN else known.setdefault(cell, cell)
