"""The letter texts as they are being written: what is wrong with the one in front, and that each draft is kept."""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.errors import StaleVersion
from koordinator.domain.ids import RowId
from koordinator.domain.letter_check import LetterFault, letter_faults, read_letter
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_text import Placed
from koordinator.domain.limits import LONG
from koordinator.texts import letter_editor as texts
from koordinator.ui.desk import Desk
from koordinator.usecases.letter_texts import LetterShelf

_KEEP_MS: Final = 500
_KIND: Final = "letter_text"


class _Typed(NamedTuple):
    """A text that does not hold yet, and the version it was changed from."""

    text: str
    based_on: RowId


class _Read(NamedTuple):
    shelf: LetterShelf
    drafts: tuple[Draft, ...]


class LetterWork(QObject):
    """`changed` when the text, its faults or what holds is another; `told` what came of it."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: dict[LetterKey, _Typed] = {}
        self.shelf: LetterShelf | None = None
        self.broken: frozenset[LetterKey] = frozenset()
        self.key = LetterKey.INVITATION_CITIZEN
        self.faults: tuple[LetterFault, ...] = ()
        self.placed: tuple[Placed, ...] = ()
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_MS)
        self._keep.timeout.connect(self._keep_draft)

    @property
    def text(self) -> str:
        """The text in front, as it is written."""
        typed = self._typed.get(self.key)
        return typed.text if typed else self.shelf.text(self.key) if self.shelf else ""

    @property
    def is_too_long(self) -> bool:
        return len(self.text) > LONG

    @property
    def may_be_used(self) -> bool:
        """It is another than what holds, and nothing is wrong with it."""
        return self.has_draft(self.key) and not self.faults and not self.is_too_long

    def has_draft(self, key: LetterKey) -> bool:
        """Something is written that does not hold yet."""
        typed = self._typed.get(key)
        return typed is not None and self.shelf is not None and typed.text.strip() != self.shelf.text(key).strip()

    def reload(self) -> None:
        """Reads what holds, and the drafts left from another time; what is being typed stays."""
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(
            self, lambda: _Read(services.letter_texts.all(actor), services.drafts.of_thing(actor, _KIND, 0)), self._take
        )

    def open(self, key: LetterKey) -> None:
        self.leave()
        self.key = key
        self._check()

    def write(self, text: str) -> None:
        """The text as it stands now."""
        if self.shelf is None or text == self.text:
            return
        typed = self._typed.get(self.key)
        self._typed[self.key] = _Typed(text, typed.based_on if typed else self._newest_id(self.key))
        self._keep.start()
        self._check()

    def leave(self) -> None:
        """What is typed is handed over at once."""
        if self._keep.isActive():
            self._keep.stop()
            self._keep_draft()

    def use(self) -> None:
        """The text holds from now on."""
        typed, key = self._typed.get(self.key), self.key
        if typed is None or not self.may_be_used:
            return
        self._keep.stop()
        services, actor, place = self._desk.services, self._desk.actor, _place(key)

        def save() -> LetterShelf:
            shelf = services.letter_texts.save(actor, key, typed.text, typed.based_on)
            services.drafts.clear(actor, place)
            return shelf

        self._desk.tasks.write(self, save, lambda shelf: self._saved(key, typed, shelf), self._refused)

    def give_up(self) -> None:
        """The draft is thrown away."""
        self._keep.stop()
        self._typed.pop(self.key, None)
        self._clear_draft(self.key)
        self._check()

    def _hold(self, shelf: LetterShelf) -> None:
        self.shelf, self.broken = shelf, frozenset(key for key in LetterKey if shelf.is_broken(key))

    def _saved(self, key: LetterKey, typed: _Typed, shelf: LetterShelf) -> None:
        self._hold(shelf)
        now = self._typed.get(key)
        if now is not None and now.text == typed.text:
            del self._typed[key]
        elif now is not None:
            self._typed[key] = now._replace(based_on=self._newest_id(key))
        self._check()
        self.told.emit(texts.SAVED)

    def _refused(self, error: Exception) -> None:
        words = self._desk.tasks.explain(error)
        if not isinstance(error, StaleVersion):
            self.told.emit(words)
            return
        letters, actor = self._desk.services.letter_texts, self._desk.actor
        self._desk.tasks.read(self, lambda: letters.all(actor), lambda shelf: self._came_second(words, shelf))

    def _came_second(self, words: str, shelf: LetterShelf) -> None:
        """What is written stays; the next time it takes the place of what the other one saved."""
        self._hold(shelf)
        typed = self._typed.get(self.key)
        if typed is not None:
            self._typed[self.key] = typed._replace(based_on=self._newest_id(self.key))
        self._check()
        self.told.emit(texts.somebody_else(words, shelf.newest(self.key), shelf.names))

    def _take(self, read: _Read) -> None:
        self._hold(read.shelf)
        for draft in read.drafts:
            if draft.field in list(LetterKey) and LetterKey(draft.field) not in self._typed:
                self._typed[LetterKey(draft.field)] = _Typed(draft.text, RowId(draft.base_version))
        self._check()

    def _check(self) -> None:
        if self.shelf is not None:
            vocabulary = self.shelf.standard.vocabulary
            self.faults = letter_faults(self.key, self.text, vocabulary)
            self.placed = read_letter(self.key, self.text, vocabulary).placed
        self.changed.emit()

    def _keep_draft(self) -> None:
        typed = self._typed.get(self.key)
        if typed is None or not self.has_draft(self.key):
            self._typed.pop(self.key, None)
            self._clear_draft(self.key)
            return
        drafts, actor, place = self._desk.services.drafts, self._desk.actor, _place(self.key)
        self._desk.tasks.keep(
            self,
            place,
            lambda: drafts.keep(actor, place, typed.text, base_version=typed.based_on),
            lambda _draft: None,
        )

    def _clear_draft(self, key: LetterKey) -> None:
        drafts, actor, place = self._desk.services.drafts, self._desk.actor, _place(key)
        self._desk.tasks.keep(self, place, lambda: drafts.clear(actor, place), lambda _none: None)

    def _newest_id(self, key: LetterKey) -> RowId:
        newest = self.shelf.newest(key) if self.shelf else None
        return newest.id if newest else RowId(0)


def _place(key: LetterKey) -> DraftPlace:
    return DraftPlace(_KIND, 0, key.value)
