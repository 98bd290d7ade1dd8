"""Papers on their way out of the program, to where a person said."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from koordinator.domain.output_file import free_name


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


class IntoFolder:
    """Papers into a folder that the person chose; none is written over what lies there. Raises OutputNotWritten."""

    def __init__(self, files: PaperFiles, folder: Path) -> None:
        self._files = files
        self._folder = folder
        self._taken = set(files.names(folder))

    def write(self, file_name: str, content: bytes) -> str:
        """Writes the paper, and gives the name that it got. Raises OutputNotWritten."""
        name = free_name(file_name, self._taken)
        self._files.write(self._folder / name, content)
        self._taken.add(name)
        return name
