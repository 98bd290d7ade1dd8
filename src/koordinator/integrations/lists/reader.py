"""Opening a list: which kind of file it is, how much of it is taken, and what is refused as a whole."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from koordinator.domain.list_import import ListRefusal, ListRefused, ListRow, ListTable
from koordinator.domain.list_records import shown_value
from koordinator.integrations.lists.encoding import find_encoding
from koordinator.integrations.lists.limits import MAX_CELLS, MAX_MEGABYTES, MAX_ROWS, MAX_UNPACKED_MEGABYTES, TooMuch
from koordinator.integrations.lists.text_file import find_delimiter, read_records
from koordinator.integrations.lists.workbook import DAMAGED, is_bomb, is_workbook, open_sheet, unpacked_bytes

_MEGABYTE: Final = 1_000_000

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
# The stream in which Office keeps an encrypted workbook.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def read_table(path: Path) -> ListTable:
    """The list as it stands in the file: CSV or text in any common encoding, or XLSX. Raises ListRefused."""
    try:
        return _read(path)
    except OSError as fault:
        raise ListRefused(path.name, ListRefusal.NO_ACCESS) from fault
    except TooMuch as fault:
        raise ListRefused(path.name, ListRefusal.TOO_MANY_CELLS) from fault


def _read(path: Path) -> ListTable:
    if path.is_dir():
        raise ListRefused(path.name, ListRefusal.IS_FOLDER)
    if not path.is_file():
        raise ListRefused(path.name, ListRefusal.NOT_FOUND)
    if path.stat().st_size > MAX_MEGABYTES * _MEGABYTE:
        raise ListRefused(path.name, ListRefusal.TOO_BIG, MAX_MEGABYTES)
    with path.open("rb") as file:
        start = file.read(len(_OLE))
    if start == _OLE:
        is_encrypted = _ENCRYPTED in path.read_bytes()
        raise ListRefused(path.name, ListRefusal.PROTECTED if is_encrypted else ListRefusal.OLD_EXCEL)
    return _read_workbook(path) if start.startswith(_ZIP) else _read_text(path)


def _read_text(path: Path) -> ListTable:
    encoding = find_encoding(path)
    if encoding is None:
        raise ListRefused(path.name, ListRefusal.NOT_A_LIST)
    delimiter = find_delimiter(path, encoding)
    table = _table(path.name, read_records(path, encoding, delimiter))
    return replace(table, encoding=encoding, delimiter=delimiter)


def _read_workbook(path: Path) -> ListTable:
    try:
        if not is_workbook(path):
            raise ListRefused(path.name, ListRefusal.NOT_A_LIST)
        if unpacked_bytes(path) > MAX_UNPACKED_MEGABYTES * _MEGABYTE:
            raise ListRefused(path.name, ListRefusal.TOO_BIG, MAX_UNPACKED_MEGABYTES)
        if is_bomb(path):
            raise ListRefused(path.name, ListRefusal.DAMAGED)
        with open_sheet(path) as (sheet, records):
            table = _table(path.name, records)
    except DAMAGED as fault:
        raise ListRefused(path.name, ListRefusal.DAMAGED) from fault
    width = len(table.headings)
    if width * len(table.rows) > MAX_CELLS:
        raise TooMuch
    return replace(table, sheet=sheet, rows=tuple(_widened(row, width) for row in table.rows))


def _widened(row: ListRow, width: int) -> ListRow:
    """A sheet ends where its last filled cell is, so its rows are never too short."""
    return replace(row, cells=row.cells + ("",) * (width - len(row.cells)))


def _table(file_name: str, records: Iterator[ListRow]) -> ListTable:
    first = next(records, None)
    if first is None:
        raise ListRefused(file_name, ListRefusal.EMPTY)
    if first.is_broken:
        raise ListRefused(file_name, ListRefusal.NOT_A_LIST)
    rows = tuple(islice(records, MAX_ROWS + 1))
    if not rows:
        raise ListRefused(file_name, ListRefusal.NO_ROWS)
    if len(rows) > MAX_ROWS:
        raise ListRefused(file_name, ListRefusal.TOO_MANY_ROWS, MAX_ROWS)
    return ListTable(file_name, _headings(first), rows)


def _headings(first: ListRow) -> tuple[str, ...]:
    """The headings; columns after the last one that has a name are none."""
    headings = [shown_value(cell) for cell in first.cells]
    while not headings[-1]:
        headings.pop()
    return tuple(headings)
