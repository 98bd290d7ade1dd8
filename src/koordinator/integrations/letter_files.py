"""Letter texts in files: the standard that comes with the program, and files where a person said. TOML in UTF-8."""

from pathlib import Path

from koordinator.domain import limits
from koordinator.domain.letter_file import UnusableLetterFile, read_standard
from koordinator.domain.letter_texts import LetterStandard
from koordinator.integrations.output_files import write_output


def standard_letters(resources: Path) -> LetterStandard:
    """The standard of the folder `letters` of the resources."""
    return read_standard((resources / "letters" / "standard.toml").read_text(encoding="utf-8"))


class LetterFilesOnDisk:
    """Files of letter texts."""

    def read(self, path: Path) -> str:
        """The file's text. Raises UnusableLetterFile."""
        try:
            with path.open("rb") as file:
                content = file.read(limits.MODEL_BYTES + 1)
            if len(content) > limits.MODEL_BYTES:
                raise UnusableLetterFile(0, "")
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError) as error:
            raise UnusableLetterFile(0, "") from error

    def write(self, path: Path, text: str) -> None:
        """Puts the text in the file's place. Raises OutputNotWritten."""
        write_output(path, text.encode())
