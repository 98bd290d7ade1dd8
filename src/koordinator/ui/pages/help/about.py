"""What the program is made of: its version, its libraries with their licences, and the texts of those."""

import json
import tomllib
from pathlib import Path
from typing import Final, NamedTuple

from koordinator.texts import help as texts

SCHEME: Final = "licens"
"""A link to a licence's text is this and the name of the thing."""


class Part(NamedTuple):
    """A library, or something else that others made. `files` hold its licence."""

    key: str
    name: str
    version: str
    licence: str
    files: tuple[Path, ...]


class About(NamedTuple):
    """`resources/licences`, read."""

    version: str
    parts: tuple[Part, ...]

    def as_markdown(self) -> str:
        """A table, each licence with the link to its text."""
        lines = [f"| {texts.PART} | {texts.VERSION} | {texts.LICENCE} |", "|---|---|---|"]
        lines += [f"| {part.name} | {part.version} | [{part.licence}]({SCHEME}:{part.key}) |" for part in self.parts]
        return "\n".join(lines)

    def licence_of(self, key: str) -> str:
        """The whole text."""
        (part,) = (each for each in self.parts if each.key == key)
        return "\n\n".join(file.read_text(encoding="utf-8") for file in part.files)

    def name_of(self, key: str) -> str:
        """What the thing is called."""
        (part,) = (each for each in self.parts if each.key == key)
        return part.name


def read_about(resources: Path) -> About:
    """The list lies in the resources, so that a packaged program has it too."""
    folder = resources / "licences"
    listed = json.loads((folder / "libraries.json").read_text(encoding="utf-8"))
    others = tomllib.loads((folder / "bundled.toml").read_text(encoding="utf-8"))["bundled"]
    made = [Part(row["key"], row["name"], row["version"], row["licence"], (resources / row["text"],)) for row in others]
    libraries = [
        Part(
            row["name"],
            row["name"],
            row["version"],
            row["licence"],
            tuple(folder / "texts" / name for name in row["texts"]),
        )
        for row in listed["libraries"]
    ]
    return About(listed["program"], (*made, *libraries))
