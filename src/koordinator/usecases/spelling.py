"""Help with spelling: the dictionary that comes with the program, and the municipality's own words."""

from collections.abc import Iterable
from typing import Protocol

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import RowId
from koordinator.domain.spelling import OwnWord, checked_word
from koordinator.usecases.ports import Office, Transaction


class Dictionary(Protocol):
    """What is known to be right in Danish. May be asked from any thread."""

    def knows(self, word: str) -> bool:
        """Whether the word is spelt right."""

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first."""


class Spelling:
    """The use cases of spelling. What is written is looked up on the machine and leaves no trace."""

    def __init__(self, office: Office, dictionary: Dictionary) -> None:
        self._office = office
        self._dictionary = dictionary

    def unknown(self, words: Iterable[str]) -> frozenset[str]:
        """Those that the dictionary does not know."""
        return frozenset(word for word in words if not self._dictionary.knows(word))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first."""
        return self._dictionary.suggestions(word)

    def own_words(self) -> tuple[OwnWord, ...]:
        """The municipality's own words, by the alphabet."""
        with self._office.aside() as tx:
            return _own_words(tx)

    def add(self, actor: Actor, text: str) -> tuple[OwnWord, ...]:
        """Adds the word, unless it is there; gives all words. Raises NotAWord."""
        word = checked_word(text)
        with self._office.act(actor, Action.ADD_WORD) as tx:
            there = tx.of(OwnWord).find(word=word)
            added = there or tx.of(OwnWord).add(OwnWord(RowId(0), word, tx.now, actor.employee_id))
            tx.about("own_word", added.id)
            return _own_words(tx)

    def remove(self, actor: Actor, word_id: RowId) -> tuple[OwnWord, ...]:
        """The word is marked as misspelt again; gives all words. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            tx.of(OwnWord).remove(tx.of(OwnWord).get(word_id).id)
            tx.about("own_word", word_id)
            return _own_words(tx)


def _own_words(tx: Transaction) -> tuple[OwnWord, ...]:
    return tuple(sorted(tx.of(OwnWord).where(), key=lambda own: own.word.casefold()))
