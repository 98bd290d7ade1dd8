"""Lists in text files: which delimiter, and the records one by one."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from koordinator.domain.list_import import ListRow

DELIMITERS: Final = (";", "\t", ",", "|")
_SAMPLE_CHARACTERS: Final = 1 << 16
_MOST_KNOWN: Final = 20_000
# Excel's own hint above the headings.
_HINT: Final = re.compile(r'"?sep=([;\t,|])"?\r?\n?')


def find_delimiter(path: Path, encoding: str) -> str:
    """The delimiter under which the headings have most columns and most rows just as many. Raises OSError."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        if hint := _HINT.fullmatch(file.readline()):
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
    """All records with their numbers, the first being 1; empty ones are counted and left out. Raises OSError."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        if not _HINT.fullmatch(file.readline()):
            file.seek(0)
        yield from _numbered(file, delimiter)


def _numbered(lines: Iterable[str], delimiter: str) -> Iterator[ListRow]:
    records = csv.reader(lines, delimiter=delimiter, strict=True)
    known: dict[str, str] = {}
    number = 0
    while True:
        number += 1
        try:
            cells = next(records)
        except StopIteration:
            return
        except csv.Error:
            # The reader goes on with the next line.
            yield ListRow(number, (), is_broken=True)
            continue
        if any(cell.strip() for cell in cells):
            yield ListRow(number, tuple(_kept(cell, known) for cell in cells))


def _kept(cell: str, known: dict[str, str]) -> str:
    """A list says the same names again and again: kept once, it takes half the room.

    Not every text is remembered: a table of all that stand in a long list stops every thread each time it grows.
    """
    return known.get(cell, cell) if len(known) >= _MOST_KNOWN else known.setdefault(cell, cell)
