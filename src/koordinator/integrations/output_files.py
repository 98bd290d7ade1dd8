"""Writing a file where a person said: the whole of it, or the older one stays."""

import secrets
from pathlib import Path

from koordinator.domain.output_file import OutputNotWritten


def write_output(path: Path, content: bytes) -> None:
    """Puts the content in the file's place. Raises OutputNotWritten."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        raise OutputNotWritten(str(path)) from error
    finally:
        _forget(fresh)


class OutputFilesOnDisk:
    """Files written where a person said."""

    def names(self, folder: Path) -> tuple[str, ...]:
        """What lies in the folder. Raises OutputNotWritten where that cannot be seen."""
        try:
            return tuple(path.name for path in folder.iterdir())
        except OSError as error:
            raise OutputNotWritten(str(folder)) from error

    def write(self, path: Path, content: bytes) -> None:
        """Puts the content in the file's place. Raises OutputNotWritten."""
        write_output(path, content)


def _forget(fresh: Path) -> None:
    try:
        fresh.unlink(missing_ok=True)
    except OSError:
        return
