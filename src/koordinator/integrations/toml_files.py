"""Files of plan types and of periods, where a person said: TOML in UTF-8."""

from collections.abc import Callable
from pathlib import Path

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.integrations.output_files import write_output


class TomlFilesOnDisk:
    """Texts of which the use case makes sense; `unusable` makes the error of a file that is no text."""

    def __init__(self, unusable: Callable[[None], DomainError]) -> None:
        self._unusable = unusable

    def read(self, path: Path) -> str:
        """The file's text. Raises the error of the kind of file."""
        try:
            with path.open("rb") as file:
                content = file.read(limits.MODEL_BYTES + 1)
            if len(content) > limits.MODEL_BYTES:
                raise self._unusable(None)
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError) as error:
            raise self._unusable(None) from error

    def write(self, path: Path, text: str) -> None:
        """Puts the text in the file's place. Raises OutputNotWritten."""
        write_output(path, text.encode())
