"""A document as a reader of tags finds it: poppler's `pdfinfo -struct-text`."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Final, NamedTuple

from koordinator.documents.content import Document, OnePage, Span, Table
from koordinator.documents.figures import Figure
from koordinator.documents.plain import one_line

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


def unread(document: Document, read: Iterable[Read]) -> list[str]:
    """The texts of the document that are not found again whole; of a page with several versions those of its best.

    In large print a table is a list of its rows, where not every heading is said.
    """
    told = "\n".join(one_line(element.text) for element in read)

    def missing(thing: object) -> list[str]:
        return [text for text in _said(thing, headings=not document.large_print) if one_line(text) not in told]

    lost: list[str] = []
    for block in document.blocks:
        versions = (block.blocks, *block.shorter) if isinstance(block, OnePage) else (block,)
        best: list[str] = min((missing(version) for version in versions), key=len)
        lost += best
    return lost


def _said(thing: object, *, headings: bool) -> Iterator[str]:
    """Every text that stands on the paper; what changes its look on the way is one text too."""
    if isinstance(thing, Table):
        said = tuple(column.heading for column in thing.columns) if headings else ()
        thing = (said, thing.rows) if thing.rows else thing.when_empty
    if type(thing) is str:
        yield thing
    elif isinstance(thing, tuple):
        if thing and all(isinstance(part, Span) for part in thing):
            yield "".join(part.text for part in thing)
        for part in thing:
            yield from _said(part, headings=headings)
    elif isinstance(thing, Figure):
        yield from _said(thing.shapes, headings=headings)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _said(getattr(thing, field.name), headings=headings)
