"""What importing asks of the files: reading a list, and knowing the words of the lists we know."""

from pathlib import Path
from typing import Protocol

from koordinator.domain.list_import import ListTable, ListVocabulary
from koordinator.domain.list_records import RowFault


class ListFiles(Protocol):
    """Lists on disk."""

    def read(self, path: Path) -> ListTable:
        """The list in the file. Raises ListRefused."""

    def vocabulary(self) -> ListVocabulary:
        """The headings and words of the lists we know."""

    def write_bad_rows(self, path: Path, table: ListTable, faults: tuple[RowFault, ...]) -> None:
        """The refused rows with their faults beside them, as a CSV file to send back."""
