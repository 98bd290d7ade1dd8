"""The short help pages: plain files of our own, in the order of their names."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from koordinator.texts import help as texts
from koordinator.ui.page import Shortcut

_HEADING = "# "


class Topic(NamedTuple):
    """A help page. `text` is Markdown without its title."""

    key: str
    title: str
    text: str


def read_topics(folder: Path, places: Mapping[str, str]) -> tuple[Topic, ...]:
    """The topics in the folder, with each `{name}` as the place of that name."""
    return tuple(_topic(file, places) for file in sorted(folder.glob("*.md")))


def shortcut_topic(shortcuts: Sequence[Shortcut]) -> Topic:
    """The keys of the window as a topic."""
    lines = [texts.SHORTCUTS_INTRO, "", f"| {texts.KEYS} | {texts.DOES} |", "|---|---|"]
    lines += [f"| {shortcut.keys} | {shortcut.text} |" for shortcut in shortcuts]
    return Topic("shortcuts", texts.SHORTCUTS, "\n".join(lines))


def _topic(file: Path, places: Mapping[str, str]) -> Topic:
    first, _, text = file.read_text(encoding="utf-8").partition("\n")
    for name, place in places.items():
        text = text.replace(f"{{{name}}}", place)
    return Topic(file.stem, first.removeprefix(_HEADING), text.strip())
