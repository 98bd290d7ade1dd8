"""What a PDF says it is: the first half of its file identifier, which other programs keep when they change the file.

Our own is a hash of everything drawn, so the same paper always has the same one and no two papers share it.
Source: ISO 32000-1, 14.4 (identifiers) and 7.3.4 (the two ways to write them).
"""

import re
from typing import Final

_HEAD: Final = b"%PDF-"
_HEAD_WITHIN: Final = 1024
_LENGTH: Final = 16
_IDENTIFIER: Final = re.compile(rb"/ID\s*\[\s*(?:<(?P<hex>[0-9A-Fa-f]{32})>|\((?P<plain>(?:\\[\s\S]|[^\\)]){16,64})\))")
_ESCAPED: Final = re.compile(rb"\\([0-7]{1,3}|[\s\S])")
_LETTERS: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LOCKED: Final = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")


def is_pdf(content: bytes) -> bool:
    """It begins as a PDF does."""
    return _HEAD in content[:_HEAD_WITHIN]


def is_locked(content: bytes) -> bool:
    """Somebody has put a password on the file."""
    return _LOCKED.search(content) is not None


def marks_of(content: bytes) -> tuple[str, ...]:
    """Every identifier the file has had, each once; more than one where it was changed, none where it is no PDF."""
    found = map(_mark, _IDENTIFIER.finditer(content)) if is_pdf(content) else ()
    return tuple(dict.fromkeys(mark for mark in found if mark))


def mark_of(content: bytes) -> str:
    """The identifier of a file that we made; empty where it is no PDF."""
    return next(iter(marks_of(content)), "")


def _mark(found: "re.Match[bytes]") -> str:
    if found["hex"] is not None:
        return found["hex"].decode("ascii").lower()
    plain = _ESCAPED.sub(_unescaped, found["plain"])
    return plain.hex() if len(plain) == _LENGTH else ""


def _unescaped(found: "re.Match[bytes]") -> bytes:
    code = found[1]
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    return _LETTERS.get(code, code)
