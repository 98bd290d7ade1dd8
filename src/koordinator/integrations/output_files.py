"""Writing a file where a person said: the whole of it, or the older one stays."""

import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from koordinator.domain.output_file import OutputNotWritten, free_name


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
        """What lies in the folder, nothing in one that is not there. Raises OutputNotWritten where it is not seen."""
        try:
            return tuple(path.name for path in folder.iterdir())
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise OutputNotWritten(str(folder)) from error

    def write(self, path: Path, content: bytes) -> None:
        """Puts the content in the file's place. Raises OutputNotWritten."""
        write_output(path, content)

    def write_folder(self, parent: Path, name: str, files: Mapping[str, bytes]) -> Path:
        """Puts a new folder with the files into the parent. Raises OutputNotWritten.

        It is filled under another name first, so that a full disk leaves no half of it.
        """
        target = parent / name
        fresh = parent / f".{name}.{secrets.token_hex(4)}"
        try:
            parent.mkdir(parents=True, exist_ok=True)
            target = parent / free_name(name, self.names(parent))
            fresh.mkdir()
            for each, content in files.items():
                (fresh / each).write_bytes(content)
            fresh.replace(target)
        except OSError as error:
            raise OutputNotWritten(str(target)) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return target


def _forget(fresh: Path) -> None:
    try:
        fresh.unlink(missing_ok=True)
    except OSError:
        return
