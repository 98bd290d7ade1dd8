"""Where a command writes its file: never over one that is there, which may be the database itself."""

from pathlib import Path

from koordinator.domain.output_file import OutputTaken


def new_file(text: str) -> Path:
    """The path, while the arguments are read: before anything is made. Raises OutputTaken."""
    path = Path(text)
    try:
        path.lstat()
    except OSError:
        # Also a name that cannot be looked at: it is told with the writing, as any other that cannot be written.
        return path
    raise OutputTaken(text)
