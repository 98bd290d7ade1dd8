"""Which words of a text a dictionary is asked about, and the words that the municipality added to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId, RowId

LONGEST_WORD: Final = 60
"""In characters. Nothing longer is looked up: it is no word, and looking for one like it would take long."""
_CHUNK: Final = re.compile(r"\S+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NOT_WORDS: Final = re.compile(r"[\d_@]|\w\.\w")
"""What stands in a number, an abbreviation, a name of a file, an e-mail address or a link."""


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word that the dictionary does not know and that is right all the same."""

    id: RowId
    word: str
    added_at: datetime
    added_by_id: EmployeeId


class PlacedWord(NamedTuple):
    """A word and where it begins, in characters."""

    start: int
    word: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.word)


class NotAWord(DomainError):
    """Only one whole word of letters can be added to the dictionary."""

    word: str


def words_to_look_up(text: str) -> Iterator[PlacedWord]:
    """The words that may be misspelt. A word with a capital counts as a name, and names are left alone."""
    for chunk in _CHUNK.finditer(text):
        if _NOT_WORDS.search(chunk[0]):
            continue
        for found in _WORD.finditer(chunk[0]):
            word = found[0]
            if 1 < len(word) <= LONGEST_WORD and word == word.lower():
                yield PlacedWord(chunk.start() + found.start(), word)


def checked_word(text: str) -> str:
    """The word as it is added. Raises NotAWord."""
    word = text.strip()
    if not _WORD.fullmatch(word) or len(word) > LONGEST_WORD:
        raise NotAWord(word)
    return word
