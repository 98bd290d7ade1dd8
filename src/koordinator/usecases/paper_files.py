"""Papers on their way out of the program, to where a person said."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol


class PaperFiles(Protocol):
    """Writes whole files: the new one is there, or the older one of the name is as it was."""

    def names(self, folder: Path) -> tuple[str, ...]:
        """What lies in the folder, nothing in one that is not there. Raises OutputNotWritten where it is not seen."""

    def write(self, path: Path, content: bytes) -> None:
        """Puts the content in the file's place. Raises OutputNotWritten."""

    def write_folder(self, parent: Path, name: str, files: Mapping[str, bytes]) -> Path:
        """Puts a new folder with the files into the parent, under the name or the first free one after it.

        The whole folder is there, or nothing is. Raises OutputNotWritten.
        """
