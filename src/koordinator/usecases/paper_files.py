"""Papers on their way out of the program, to where a person said."""

from pathlib import Path
from typing import Protocol


class PaperFiles(Protocol):
    """Writes whole files: the new one is there, or the older one of the name is as it was."""

    def names(self, folder: Path) -> tuple[str, ...]:
        """What lies in the folder. Raises OutputNotWritten where that cannot be seen."""

    def write(self, path: Path, content: bytes) -> None:
        """Puts the content in the file's place. Raises OutputNotWritten."""
