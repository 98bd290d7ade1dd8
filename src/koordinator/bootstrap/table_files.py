"""Tables as files on disk."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from koordinator.documents import heavy
from koordinator.integrations.output_files import write_output
from koordinator.usecases.table_files import Table


class TableFilesOnDisk:
    """CSV and XLSX by the documents, written where a person said."""

    def csv(self, table: Table) -> str:
        """The table as CSV, with semicolons."""
        return heavy.csv_file(table.title, table.headings, table.rows).decode("utf-8-sig")

    def write_csv(self, path: Path, table: Table) -> None:
        """Writes the table as a CSV file. Raises OutputNotWritten."""
        write_output(path, heavy.csv_file(table.title, table.headings, table.rows))

    def write_xlsx(self, path: Path, tables: Sequence[Table], made_at: datetime) -> None:
        """Writes a workbook with a sheet for each table. Raises OutputNotWritten."""
        sheets = [(table.title, table.headings, table.rows) for table in tables]
        write_output(path, heavy.xlsx_file(sheets, made_at))

    def write_text(self, path: Path, text: str) -> None:
        """Writes plain text. Raises OutputNotWritten."""
        write_output(path, f"{text}\n".encode())
