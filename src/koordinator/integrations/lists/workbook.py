"""Lists in Excel workbooks (XLSX)."""

import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

from koordinator.domain.list_import import ListRow
from koordinator.integrations.heavy import open_workbook
from koordinator.integrations.lists.limits import LAST_ROW, MAX_CELLS, TooMuch
from koordinator.integrations.lists.weight import check_weight

# What a damaged or foreign workbook makes openpyxl raise; broken XML is a SyntaxError, and what is packed in a way
# that nobody knows, locked, or nested too deep a RuntimeError.
DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    RuntimeError,
    ArithmeticError,
    AssertionError,
    MemoryError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    SyntaxError,
    ExpatError,
)

_TIGHTLY_PACKED: Final = 60
_HARMLESS_BYTES: Final = 2_000_000


def is_bomb(path: Path) -> bool:
    """Whether it unpacks to far more than what somebody wrote ever does. Raises OSError or BadZipFile."""
    unpacked = unpacked_bytes(path)
    return unpacked > _HARMLESS_BYTES and unpacked > _TIGHTLY_PACKED * path.stat().st_size


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

    Raises OSError, TooMuch or one of DAMAGED, also while the records are read.
    """
    check_weight(path)
    # By the open file: openpyxl goes by the ending of a name.
    with path.open("rb") as file, closing(open_workbook(file)) as workbook:
        (sheet,) = workbook.worksheets
        # Some exporters write a size of one cell.
        sheet.reset_dimensions()
        yield sheet.title, _records(sheet.iter_rows(values_only=True))


def _records(rows: Iterable[tuple[object, ...]]) -> Iterator[ListRow]:
    """Raises ValueError for more rows than a sheet can have, and TooMuch."""
    room = MAX_CELLS
    for number, values in enumerate(rows, start=1):
        room -= len(values)
        if number > LAST_ROW:
            raise ValueError(number)
        if room < 0:
            raise TooMuch
        cells = tuple(map(cell_text, values))
        if any(map(str.strip, cells)):
            yield ListRow(number, cells)


def cell_text(value: object) -> str:
    """A cell as it would stand in a text file: whole numbers without decimals, days as year-month-day."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
