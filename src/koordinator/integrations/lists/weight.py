"""What it will cost to read the parts of a workbook, seen before anything makes sense of them.

A few megabytes of tags can keep a reader busy for a minute. What a workbook may cost is bounded by counting its tags:
those that a list is made of are cheap, and each of those that tell of looks and rules may become a large object.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, NoReturn
from xml.parsers import expat

from koordinator.integrations.lists.limits import TooMuch

MAX_WEIGHT: Final = 1_000_000
"""As much as 25,000 rows of twelve columns with five texts of their own."""
MAX_ATTRIBUTES: Final = 1_000_000
"""Four for each of these cells. Each name of one is kept until the whole part is read."""
_OTHER_WEIGHT: Final = 10
_CHEAP: Final = re.compile(rb"<(?:\w+:)?(?:c|v|t|is|si|row)[\s/>]")
_LONGEST_PIECE: Final = 1 << 20
_BLOCK_BYTES: Final = 1 << 18
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BEFORE_XML: Final = b"\xef\xbb\xbf\xff\xfe \t\r\n"


def check_weight(path: Path) -> None:
    """Raises TooMuch for more tags than are read; OSError, ValueError, BadZipFile or ExpatError for no workbook."""
    weight = attributes = 0
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.compress_type not in _PACKINGS:
                raise ValueError(member.compress_type)
            with archive.open(member) as part:
                for block in _blocks(part):
                    weight += _weight(block)
                    attributes += block.count(b"=")
                    if weight > MAX_WEIGHT or attributes > MAX_ATTRIBUTES:
                        raise TooMuch


def _blocks(part: IO[bytes]) -> Iterator[bytes]:
    """As they are read. Pictures and a printer's settings weigh nothing: they are no XML."""
    block = part.read(_BLOCK_BYTES)
    beginning = _plain(block).lstrip(_BEFORE_XML)
    if block and not beginning:
        # What comes after so much of nothing may be anything.
        raise ValueError(len(block))
    if not beginning.startswith(b"<"):
        return
    parser, fed = expat.ParserCreate(), 0
    parser.StartDoctypeDeclHandler = _refuse
    while block:
        yield _plain(block)
        parser.Parse(block)
        fed += len(block)
        # Whoever reads on gets what is unfinished again and again, from its beginning.
        if fed - parser.CurrentByteIndex > _LONGEST_PIECE:
            raise ValueError(fed)
        block = part.read(_BLOCK_BYTES)


def _plain(block: bytes) -> bytes:
    """Without the zeros between the letters of UTF-16."""
    return block.replace(b"\0", b"")


def _weight(block: bytes) -> int:
    tags = block.count(b"<") - block.count(b"</")
    cheap = sum(1 for _ in _CHEAP.finditer(block))
    return cheap + _OTHER_WEIGHT * (tags - cheap)


def _refuse(*_declared: object) -> NoReturn:
    """It may declare what swells when it is read; no office program does."""
    raise ValueError
