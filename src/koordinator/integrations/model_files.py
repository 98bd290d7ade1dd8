"""Files of assessment models: TOML in UTF-8."""

from pathlib import Path

from koordinator.domain import limits
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind, UnusableModel
from koordinator.integrations.output_files import write_output


class ModelFilesOnDisk:
    """Model files where a person said."""

    def read(self, path: Path) -> str:
        """The file's text. Raises UnusableModel."""
        content = _content(path)
        if len(content) > limits.MODEL_BYTES:
            raise _unusable(ModelFault(ModelFaultKind.TOO_LARGE, "", (str(limits.MODEL_CHARACTERS),)))
        try:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise _unusable(ModelFault(ModelFaultKind.NOT_TEXT, "", line=line)) from error

    def write(self, path: Path, text: str) -> None:
        """Puts the text in the file's place. Raises OutputNotWritten."""
        write_output(path, text.encode())


def _content(path: Path) -> bytes:
    """The file, and one byte more than it may have where it is larger. Raises UnusableModel."""
    try:
        with path.open("rb") as file:
            return file.read(limits.MODEL_BYTES + 1)
    except OSError as error:
        raise _unusable(ModelFault(ModelFaultKind.UNREADABLE, "")) from error


def _unusable(fault: ModelFault) -> UnusableModel:
    return UnusableModel((fault,))
