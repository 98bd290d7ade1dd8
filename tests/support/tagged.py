"""A document as a reader of tags finds it: poppler's `pdfinfo -struct-text`."""

import re
import subprocess
from pathlib import Path
from typing import Final, NamedTuple

_ELEMENT: Final = re.compile(r"( *)(\w+)(?: \((?:block|inline|grouping|element)\))?:?$")
_TEXT: Final = re.compile(r" *\"(.*)\"$")


class Read(NamedTuple):
    """An element: its depth from 0, its type, and the words of its own."""

    depth: int
    tag: str
    text: str


def read_tags(content: bytes, folder: Path) -> list[Read]:
    """All elements in reading order."""
    file = folder / "tagged.pdf"
    file.write_bytes(content)
    command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", str(file)]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    found: list[Read] = []
    for line in told.split("\n"):
        if text := _TEXT.match(line):
            found[-1] = found[-1]._replace(text=found[-1].text + text[1])
        elif element := _ELEMENT.match(line):
            found.append(Read(len(element[1]) // 2, element[2], ""))
    return found
