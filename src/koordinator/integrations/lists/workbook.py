"""Lists in Excel workbooks (XLSX)."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Final

from koordinator.domain.list_import import ListRow
from koordinator.integrations.heavy import open_workbook

# What a damaged or foreign workbook makes openpyxl raise; broken XML is a SyntaxError.
DAMAGED: Final = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    SyntaxError,
)


def unpacked_bytes(path: Path) -> int:
    """How big the workbook says that it is when unpacked. Raises OSError or BadZipFile."""
    with zipfile.ZipFile(path) as archive:
        return sum(member.file_size for member in archive.infolist())


def is_workbook(path: Path) -> bool:
    """False for other zipped formats (ODS, DOCX). Raises OSError or BadZipFile."""
    with zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


@contextmanager
def open_sheet(path: Path) -> Iterator[tuple[str, Iterator[ListRow]]]:
    """The first visible sheet's name and its records with their row numbers; empty ones are left out.

    Raises OSError or one of DAMAGED, also while the records are read.
    """
    workbook = open_workbook(path)
    try:
        sheets = workbook.worksheets
        sheet = next((sheet for sheet in sheets if sheet.sheet_state == "visible"), sheets[0])
        # Some exporters write a size of one cell.
        sheet.reset_dimensions()
        rows = enumerate(sheet.iter_rows(values_only=True), start=1)
        records = (ListRow(number, tuple(map(cell_text, values))) for number, values in rows)
        yield sheet.title, (record for record in records if any(map(str.strip, record.cells)))
    finally:
        workbook.close()


def cell_text(value: object) -> str:
    """A cell as it would stand in a text file: whole numbers without decimals, days as year-month-day."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
