"""The checklist for handovers that comes with the program."""

import tomllib
from pathlib import Path

from koordinator.domain.agenda import UnusableTemplate


class HandoverChecklistsOnDisk:
    """The list in the folder `handover` of the resources."""

    def __init__(self, resources: Path) -> None:
        self._file = resources / "handover" / "standard.toml"

    def standard(self) -> tuple[str, ...]:
        """The lines, in their order. Raises UnusableTemplate."""
        try:
            lines = tomllib.loads(self._file.read_text(encoding="utf-8"))["items"]
        except (OSError, ValueError, KeyError) as error:
            raise UnusableTemplate(self._file.name) from error
        return tuple(str(line) for line in lines)
