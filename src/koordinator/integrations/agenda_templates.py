"""The agenda templates that come with the program."""

import tomllib
from pathlib import Path

from koordinator.domain.agenda import AgendaTemplate, UnusableTemplate, read_template
from koordinator.texts.formats import first_name, genitive


class AgendaTemplatesOnDisk:
    """Templates in the folder `agenda_templates` of the resources."""

    def __init__(self, resources: Path) -> None:
        self._folder = resources / "agenda_templates"

    def standard(self, subject_name: str, *, is_family: bool) -> AgendaTemplate:
        """The ordinary agenda, with the citizen's first name or the family's in its titles. Raises UnusableTemplate."""
        file = self._folder / "standard.toml"
        name = subject_name if is_family else first_name(subject_name)
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UnusableTemplate(file.name) from error
        return read_template(table, genitive(name))
