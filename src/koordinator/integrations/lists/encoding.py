"""Which encoding a text file is written in: byte order marks first, then what the bytes allow."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Before UTF-16, whose mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD_BYTES: Final = 8192
_BLOCK_BYTES: Final = 1 << 20
_UNREADABLE: Final = "\ufffd"
_TEXT_CONTROLS: Final = b"\t\n\r\x0c"
_MOST_CONTROLS: Final = 1 / 20
_NO_LISTS: Final = (b"%pdf", b"<html", b"<!doctype", b"<table", b"<?xml", b"{\\rtf")


def find_encoding(path: Path) -> str | None:
    """The name of Python's codec, or None for a file that is not text.

    A byte that its encoding does not know is decoded to U+FFFD (errors="replace"), so that one bad
    character refuses one row and not the whole list. Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if wide := _wide_encoding(head):
        return wide
    if _is_binary(head):
        return None
    return "utf-8" if _is_mostly_utf8(path) else "cp1252"


def _wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark: in European text nearly every second byte is zero."""
    half = len(head) // 2
    zeros_first, zeros_second = head[0::2].count(0), head[1::2].count(0)
    if zeros_second > 0.6 * half and zeros_first < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if zeros_first > 0.6 * half and zeros_second < 0.1 * half else ""


def _is_binary(head: bytes) -> bool:
    """Other documents, web pages among them, are no lists. A stray NUL in a name is a matter for its row."""
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    return head.lstrip().lower().startswith(_NO_LISTS) or controls > _MOST_CONTROLS * len(head)


def _is_mostly_utf8(path: Path) -> bool:
    """Danish letters in Windows-1252 are never UTF-8, so a single torn character does not decide."""
    torn = whole = 0
    for text in _decoded_blocks(path):
        if not text.isascii():
            bad = text.count(_UNREADABLE)
            torn += bad
            whole += sum(character > "\x7f" for character in text) - bad
    return torn == 0 or whole > torn


def _decoded_blocks(path: Path) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            yield decoder.decode(block)
    yield decoder.decode(b"", final=True)
