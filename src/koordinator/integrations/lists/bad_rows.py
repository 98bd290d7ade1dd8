"""The refused rows as a CSV file that can be sent back to whoever made the list."""

import csv
from collections.abc import Sequence
from pathlib import Path

from koordinator.domain.list_import import ListFileNotWritten, ListTable
from koordinator.domain.list_records import RowFault
from koordinator.domain.spreadsheet_text import guarded
from koordinator.texts.list_faults import BAD_ROWS_HEADINGS, fault_reason


def write_bad_rows(path: Path, table: ListTable, faults: Sequence[RowFault]) -> None:
    """One line for each fault: the row as it stood, then row number, column, value and reason.

    Semicolons and a byte order mark, as Danish Excel expects; no cell is run as a formula.
    A file that is there already is replaced. Raises ListFileNotWritten.
    """
    rows = {row.number: row.cells for row in table.rows}
    width = max(len(table.headings), *(len(rows[fault.row]) for fault in faults), 0)
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(map(guarded, (*_filled(table.headings, width), *BAD_ROWS_HEADINGS)))
            for fault in faults:
                about = (str(fault.row), fault.column, fault.value, fault_reason(fault))
                writer.writerow(map(guarded, (*_filled(rows[fault.row], width), *about)))
    except OSError as error:
        raise ListFileNotWritten(path.name) from error


def _filled(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))
