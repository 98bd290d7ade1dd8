"""Looks for words in whatever a program leaves behind: in every spelling, and inside archives and packed streams."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
_STREAM: Final = re.compile(rb"stream\r?\n")
_ZIP: Final = b"PK\x03\x04"
_DEEPEST: Final = 4


class Words:
    """What must be found nowhere, as it was typed, in small letters or in large ones."""

    def __init__(self, words: Iterable[str]) -> None:
        self._word_of = {
            each.encode(code): word
            for word in words
            for each in (word, word.lower(), word.upper())
            for code in ENCODINGS
        }
        self._any = re.compile(_tree(self._word_of))

    def in_content(self, content: bytes) -> set[str]:
        """Those that stand in the bytes, or in what is packed in them."""
        return {self._word_of[hit] for plain in _unpacked(content, 0) for hit in self._any.findall(plain)}

    def in_folder(self, folder: Path) -> dict[str, set[str]]:
        """For each file in which, or in whose name, some stand: which."""
        hits = {}
        for file in sorted(folder.rglob("*")):
            inside = self.in_content(file.read_bytes()) if file.is_file() else set()
            if found := inside | self.in_content(str(file.relative_to(folder)).encode()):
                hits[str(file)] = found
        return hits


def _tree(words: Iterable[bytes]) -> bytes:
    """A pattern for them all that looks at each byte once: one branch for each would try them all at every place."""
    rest_of: dict[bytes, list[bytes]] = {}
    ends = False
    for word in words:
        ends = ends or not word
        if word:
            rest_of.setdefault(word[:1], []).append(word[1:])
    if not rest_of:
        return b""
    branches = b"|".join(re.escape(first) + _tree(rest) for first, rest in rest_of.items())
    if ends:
        return b"(?:" + branches + b")?"
    return branches if len(rest_of) == 1 else b"(?:" + branches + b")"


def _unpacked(content: bytes, depth: int) -> Iterator[bytes]:
    yield content
    if depth < _DEEPEST:
        for inner in (*_in_archive(content), *_in_streams(content)):
            yield from _unpacked(inner, depth + 1)


def _in_archive(content: bytes) -> Iterator[bytes]:
    if _ZIP not in content:
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield entry.filename.encode()
                yield archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError):
        return


def _in_streams(content: bytes) -> Iterator[bytes]:
    """What a PDF packs, and a file that is one packed stream."""
    starts = [0] if content[:1] == b"\x78" else []
    for start in (*starts, *(match.end() for match in _STREAM.finditer(content))):
        try:
            yield zlib.decompressobj().decompress(content[start:])
        except zlib.error:
            continue
