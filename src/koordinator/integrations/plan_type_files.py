"""Files of plan types: TOML in UTF-8."""

from pathlib import Path

from koordinator.domain import limits
from koordinator.domain.plan_types import UnusablePlanTypes
from koordinator.integrations.output_files import write_output


class PlanTypeFilesOnDisk:
    """Files of plan types where a person said."""

    def read(self, path: Path) -> str:
        """The file's text. Raises UnusablePlanTypes."""
        try:
            with path.open("rb") as file:
                content = file.read(limits.MODEL_BYTES + 1)
            if len(content) > limits.MODEL_BYTES:
                raise UnusablePlanTypes(None)
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError) as error:
            raise UnusablePlanTypes(None) from error

    def write(self, path: Path, text: str) -> None:
        """Puts the text in the file's place. Raises OutputNotWritten."""
        write_output(path, text.encode())
