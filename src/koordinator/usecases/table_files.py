"""Tables on their way out of the program: to a spreadsheet, to a CSV file, to the screen of a command line."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol


class Table(Protocol):
    """A titled table of text and numbers."""

    @property
    def title(self) -> str: ...

    @property
    def headings(self) -> tuple[str, ...]: ...

    @property
    def rows(self) -> tuple[tuple[str | int, ...], ...]: ...


class TableFiles(Protocol):
    """Files that Excel opens. What people typed is text in them, never a formula."""

    def csv(self, table: Table) -> str:
        """The table as CSV, with semicolons."""

    def write_csv(self, path: Path, table: Table) -> None:
        """Writes the table as a CSV file. Raises OutputNotWritten."""

    def write_xlsx(self, path: Path, tables: Sequence[Table], made_at: datetime) -> None:
        """Writes a workbook with a sheet for each table. Raises OutputNotWritten."""

    def write_text(self, path: Path, text: str) -> None:
        """Writes plain text. Raises OutputNotWritten."""
