"""Stavekontrolden's Danish dictionary, read by Hunspell when the first word is looked up."""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from koordinator.integrations import heavy

if TYPE_CHECKING:
    from hunspell import Hunspell

_MOST_SUGGESTIONS: Final = 5


class DanishDictionary:
    """May be asked from any thread, one at a time: Hunspell itself may not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asking = Lock()
        self._read: Hunspell | None = None

    def knows(self, word: str) -> bool:
        """Whether the word is spelt right."""
        with self._asking:
            return bool(self._dictionary().spell(word))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first."""
        with self._asking:
            return tuple(self._dictionary().suggest(word)[:_MOST_SUGGESTIONS])

    def _dictionary(self) -> "Hunspell":
        if self._read is None:
            self._read = heavy.dictionary(self._folder)
        return self._read
