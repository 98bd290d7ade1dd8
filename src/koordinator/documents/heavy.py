"""The one place where the documents import what takes long to import, when it is first needed."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from koordinator.documents.spreadsheet import Value

Rows = tuple[tuple["Value", ...], ...]


def csv_file(title: str, headings: tuple[str, ...], rows: "Rows") -> bytes:
    """See `spreadsheet.csv_file`."""
    from koordinator.documents import spreadsheet  # noqa: PLC0415

    return spreadsheet.csv_file(spreadsheet.Sheet(title, headings, rows))


def xlsx_file(sheets: Iterable[tuple[str, tuple[str, ...], "Rows"]], made_at: datetime) -> bytes:
    """See `spreadsheet.xlsx_file`."""
    from koordinator.documents import spreadsheet  # noqa: PLC0415

    return spreadsheet.xlsx_file(tuple(spreadsheet.Sheet(*sheet) for sheet in sheets), made_at)
