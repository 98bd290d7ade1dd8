"""Taking less of a text, visibly: for the page that has room for the most important only."""

from collections.abc import Iterator
from typing import Final

from koordinator.documents.plain import one_line, plain

CUT: Final = " …"
_SENTENCE_ENDS: Final = (". ", "! ", "? ")


def shortened(text: str, limit: int) -> str:
    """The text on one line; a longer one ends after a sentence or a word, with a mark that there is more."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    begun = line[: limit + 1]
    sentence = max(begun.rfind(end) for end in _SENTENCE_ENDS) + 1
    word = begun.rfind(" ")
    end = sentence if sentence > limit // 2 else word if word > 0 else limit
    return line[:end].rstrip(" ,;:–-") + CUT


def paragraphs(text: str) -> tuple[str, ...]:
    """The text's own lines, without the empty ones."""
    return tuple(line.strip() for line in plain(text).split("\n") if line.strip())


def first_paragraphs(text: str, limit: int) -> tuple[str, ...]:
    """The text's own lines as far as the limit goes, the last of them shortened where it must be."""
    return tuple(_within(paragraphs(text), limit))


def _within(lines: tuple[str, ...], limit: int) -> Iterator[str]:
    for line in lines:
        if len(line) > limit:
            if limit >= _WORTH_BEGINNING:
                yield shortened(line, limit)
            return
        yield line
        limit -= len(line)


_WORTH_BEGINNING: Final = 30
"""Fewer characters of a line say nothing."""
