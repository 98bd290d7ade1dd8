"""The parts of a workbook: XML, read in one pass of expat in which nothing costs more than its own bytes.

Any list may come from anywhere. What a part can claim is bounded: how many tags it has, how long one of them is, how
deep they stand in each other and how many names they have. A workbook declares no entities; a part that may is refused.
"""

import zipfile
from collections.abc import Iterator
from typing import Final, NoReturn, Protocol
from xml.parsers import expat

from koordinator.integrations.lists.limits import MAX_TAGS, TooMuch

_LONGEST_TAG: Final = 1 << 20
_MOST_DEEP: Final = 1_000
_MOST_NAMES: Final = 2_000
_MOST_FOUND: Final = 200_000
_BLOCK_BYTES: Final = 1 << 18
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Listener(Protocol):
    """Is told what stands in a part. Of one prefix ("x:" or none) all the way, so that names are compared as they are.

    Attributes:
        text: Where the text between two tags is put; the listener empties it.
        depth: How many tags are open.
    """

    text: list[str]
    depth: int

    def begin(self, prefix: str) -> None:
        """What stands before the name of every tag."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A tag begins."""

    def end(self, name: str) -> None:
        """A tag ends."""


class Parts:
    """The parts of one workbook, which together have a bounded number of tags."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._room = MAX_TAGS

    def tell(self, name: str, listener: Listener) -> Iterator[None]:
        """Tells the listener of the part, and yields now and then. Raises TooMuch or one of DAMAGED."""
        member = self._archive.getinfo(name)
        if member.compress_type not in _PACKINGS:
            raise ValueError(member.compress_type)
        names: dict[str, str] = {}
        parser, fed = _parser(listener, names), 0
        with self._archive.open(member) as part:
            while block := part.read(_BLOCK_BYTES):
                fed += len(block)
                self._room -= block.count(b"<")
                if self._room < 0:
                    raise TooMuch
                parser.Parse(block)
                _hold(fed - parser.CurrentByteIndex <= _LONGEST_TAG)
                _hold(len(names) <= _MOST_NAMES and listener.depth <= _MOST_DEEP)
                yield
        parser.Parse(b"", True)  # noqa: FBT003 - expat's own
        yield

    def found(self, name: str, wanted: frozenset[str]) -> list[tuple[str, dict[str, str]]]:
        """All the tags of a small part that have one of the names, in their order. Raises as `tell` does."""
        tags = _Tags(wanted)
        for _ in self.tell(name, tags):
            _hold(len(tags.found) <= _MOST_FOUND)
        return tags.found


class _Tags:
    def __init__(self, wanted: frozenset[str]) -> None:
        self.text: list[str] = []
        self.depth = 0
        self.found: list[tuple[str, dict[str, str]]] = []
        self._wanted = wanted
        self._skipped = 0

    def begin(self, prefix: str) -> None:
        self._skipped = len(prefix)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.text.clear()
        if (own := name[self._skipped :]) in self._wanted:
            self.found.append((own, attributes))

    def end(self, _name: str) -> None:
        self.depth -= 1


def _parser(listener: Listener, names: dict[str, str]) -> expat.XMLParserType:
    parser = expat.ParserCreate(intern=names)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse

    def start_first(name: str, attributes: dict[str, str]) -> None:
        listener.begin(name[: name.find(":") + 1])
        parser.StartElementHandler = listener.start
        listener.start(name, attributes)

    parser.StartElementHandler = start_first
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text.append
    return parser


def _refuse(*_declared: object) -> NoReturn:
    raise ValueError


def _hold(is_within: bool) -> None:
    if not is_within:
        raise ValueError
