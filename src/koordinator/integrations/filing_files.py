"""How papers are filed in the case system, as it comes with the program."""

from pathlib import Path

from koordinator.domain.case_filing import FilingRules, UnusableFiling, read_filing


class FilingOnDisk:
    """The file `case_system.toml` of the resources."""

    def __init__(self, resources: Path) -> None:
        self._file = resources / "organisation" / "case_system.toml"

    def standard(self) -> FilingRules:
        """The rules. Raises UnusableFiling."""
        try:
            text = self._file.read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            raise UnusableFiling(self._file.name) from error
        return read_filing(text, self._file.name)
