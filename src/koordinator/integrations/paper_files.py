"""Reading a paper that somebody brought, as it lies on the disk."""

from pathlib import Path
from typing import Final

from koordinator.domain.paper_check import MAX_MEGABYTES, PaperRefusal, PaperRefused

_MEGABYTE: Final = 1_000_000


class PapersOnDisk:
    """Files of a size that a paper can have."""

    def read(self, path: Path) -> bytes:
        """The whole file. Raises PaperRefused."""
        try:
            if path.is_dir():
                raise PaperRefused(path.name, PaperRefusal.IS_FOLDER)
            with path.open("rb") as file:
                content = file.read(MAX_MEGABYTES * _MEGABYTE + 1)
        except FileNotFoundError as fault:
            raise PaperRefused(path.name, PaperRefusal.NOT_FOUND) from fault
        except OSError as fault:
            raise PaperRefused(path.name, PaperRefusal.NO_ACCESS) from fault
        if len(content) > MAX_MEGABYTES * _MEGABYTE:
            raise PaperRefused(path.name, PaperRefusal.TOO_BIG)
        return content
