"""What is known about words so far. Looking up is done off the window's thread, a handful of words at a time."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from koordinator.domain.spelling import OwnWord
from koordinator.ui.desk import Desk

_OWN_WORDS = "own_word"


class Speller(QObject):
    """`learned` comes when words turned out to be misspelt, or not to be."""

    learned = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_right: dict[str, bool] = {}
        self._own: frozenset[str] | None = None
        self._asked: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look_up)
        desk.tasks.changed.connect(self._heard)

    def begin(self) -> None:
        """Fetches the municipality's own words, the first time."""
        if self._own is None:
            self._own = frozenset()
            self._read_own()

    def is_misspelt(self, word: str) -> bool:
        """As far as is known now; what is not known is looked up, and `learned` comes if it is misspelt."""
        right = self._is_right.get(word)
        if right is None and word not in self._asked:
            self._asked.add(word)
            self._soon.start()
        return right is False and word not in (self._own or ())

    def suggest(self, owner: QObject, word: str, then: Callable[[tuple[str, ...]], object]) -> None:
        """What may have been meant."""
        spelling = self._desk.services.spelling
        self._desk.tasks.compute(owner, lambda: spelling.suggestions(word), then)

    def add(self, word: str) -> None:
        """Makes it one of the municipality's own words."""
        spelling, actor = self._desk.services.spelling, self._desk.actor
        self._desk.tasks.write(self, lambda: spelling.add(actor, word), self._take_own)

    def _look_up(self) -> None:
        words, self._asked = frozenset(self._asked), set()
        spelling = self._desk.services.spelling
        self._desk.tasks.compute(self, lambda: spelling.unknown(words), lambda unknown: self._found(words, unknown))

    def _found(self, words: Iterable[str], unknown: frozenset[str]) -> None:
        self._is_right.update((word, word not in unknown) for word in words)
        if unknown:
            self.learned.emit()

    def _heard(self, changed: frozenset[str]) -> None:
        if _OWN_WORDS in changed and self._own is not None:
            self._read_own()

    def _read_own(self) -> None:
        self._desk.tasks.read(self, self._desk.services.spelling.own_words, self._take_own)

    def _take_own(self, words: tuple[OwnWord, ...]) -> None:
        own = frozenset(each.word for each in words)
        if own != self._own:
            self._own = own
            self.learned.emit()
