"""The municipality's own letter texts: seen, changed, set back, and kept in files. No version is ever rewritten."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from koordinator.domain.access import Action, Actor
from koordinator.domain.content_parts import Sender
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.letter_check import letter_faults
from koordinator.domain.letter_file import UnusableLetterTexts, faulty_texts, read_texts, write_texts
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_text import Line
from koordinator.domain.letter_texts import LetterStandard, LetterTexts, checked_text
from koordinator.domain.letter_versions import (
    LetterTextVersion,
    OwnText,
    check_based_on,
    newest_of_each,
    own_texts,
)
from koordinator.domain.organisation import Employee
from koordinator.usecases.paper_parts import sender_of
from koordinator.usecases.plan_types import TextFiles
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_letters import LetterPreviews, LetterStandards, PreviewLine


@dataclass(frozen=True, slots=True)
class LetterShelf:
    """The standard, every version of every text in the order they were saved, and the names of those who did.

    `sender` is the municipality, from which the examples come.
    """

    standard: LetterStandard
    versions: tuple[LetterTextVersion, ...]
    names: Mapping[EmployeeId, str]
    sender: Sender

    def of(self, key: LetterKey) -> tuple[LetterTextVersion, ...]:
        """The versions of one text, the newest first."""
        return tuple(each for each in reversed(self.versions) if each.key is key)

    def newest(self, key: LetterKey) -> LetterTextVersion | None:
        """The version in force, None where the text was never changed."""
        return next(iter(self.of(key)), None)

    def text(self, key: LetterKey) -> str:
        """The text as it holds."""
        newest = self.newest(key)
        return newest.text if newest and newest.text else self.standard.texts[key]

    def is_broken(self, key: LetterKey) -> bool:
        """It is the municipality's own, and this program cannot read it any more: the standard stands in for it."""
        return self.is_own(key) and bool(letter_faults(key, self.text(key), self.standard.vocabulary))

    def is_own(self, key: LetterKey) -> bool:
        """It is not the standard."""
        newest = self.newest(key)
        return newest is not None and bool(newest.text)


class LetterTextShelves:
    """Each change gives all texts; changes need the role of administrator."""

    def __init__(self, office: Office, standard: LetterStandards, files: TextFiles, previews: LetterPreviews) -> None:
        self._office = office
        self._standard = standard
        self._previews = previews
        self._files = files

    def all(self, actor: Actor) -> LetterShelf:
        """Every text."""
        with self._office.act(actor, Action.OPEN_SETTINGS) as tx:
            return _shelf(tx, self._standard())

    def save(self, actor: Actor, key: LetterKey, text: str, based_on: RowId) -> LetterShelf:
        """The text as it holds from now on; empty, or what the standard says, is the standard again.

        `based_on` is the version it was changed from, 0 where there was none. Raises UnusableLetterText,
        StaleVersion, FieldTooLong or UnusableCharacter.
        """
        standard = self._standard()
        kept = checked_text(key, text, standard)
        with self._office.act(actor, Action.EDIT_LETTER_TEXTS) as tx:
            newest = tx.of(LetterTextVersion).last(key=key)
            check_based_on(newest, based_on)
            saved = _saved(tx, actor, key, kept, newest)
            tx.about("letter_text", saved.id if saved else 0, codes=f"key={key}")
            return _shelf(tx, standard)

    def lines(self, key: LetterKey) -> tuple[Line, ...]:
        """One text as it holds, to be filled where it is shown. It concerns no citizen, so the look is not logged."""
        with self._office.aside() as tx:
            return self._standard().with_own(own_texts_today(tx)).of(key)

    def preview(self, shelf: LetterShelf, key: LetterKey, text: str, *, family: bool) -> tuple[PreviewLine, ...]:
        """The letter to somebody invented, with the text that is being written. Reads and changes nothing."""
        return self._previews.lines(key, _tried(shelf, key, text), shelf.sender, family=family)

    def preview_paper(self, shelf: LetterShelf, key: LetterKey, text: str, *, family: bool) -> bytes:
        """The same as PDF; empty of a text that is never on paper."""
        return self._previews.paper(key, _tried(shelf, key, text), shelf.sender, family=family)

    def read_file(self, actor: Actor, path: Path) -> tuple[LetterKey, ...]:
        """The texts of a file from now on, and which of them are new; the others stay as they are.

        Raises UnusableLetterFile or UnusableLetterTexts; then nothing is changed.
        """
        standard = self._standard()
        texts = check_letter_file(self._files, standard, path)
        with self._office.act(actor, Action.EDIT_LETTER_TEXTS) as tx:
            newest = newest_of_each(tx.of(LetterTextVersion).where())
            saved = (_saved(tx, actor, key, text, newest.get(key)) for key, text in texts.items())
            changed = tuple(each.key for each in saved if each is not None)
            tx.about("letter_text", 0, codes=f"read={len(changed)}")
        return tuple(key for key in standard.texts if key in changed)

    def write_file(self, actor: Actor, path: Path) -> None:
        """All texts as they hold, as a file to change and read again. Raises OutputNotWritten."""
        shelf = self.all(actor)
        self._files.write(path, write_texts({key: shelf.text(key) for key in LetterKey}))


def check_letter_file(files: TextFiles, standard: LetterStandard, path: Path) -> dict[LetterKey, str]:
    """The texts of a file as they are kept, all of which may be used; neither database nor permission is needed.

    Raises UnusableLetterFile or UnusableLetterTexts.
    """
    texts = read_texts(files.read(path))
    if faulty := faulty_texts(texts, standard.vocabulary):
        raise UnusableLetterTexts(faulty)
    return {key: checked_text(key, text, standard) for key, text in texts.items()}


def _tried(shelf: LetterShelf, key: LetterKey, text: str) -> LetterTexts:
    """All texts as they hold, with another one in the place of one."""
    own = {each.key: each.text for each in own_texts(shelf.versions)} | {key: text}
    return LetterTexts(shelf.standard, own)


def own_texts_today(tx: Transaction) -> tuple[OwnText, ...]:
    """The municipality's own texts as contents of letters carry them."""
    return own_texts(tx.of(LetterTextVersion).where())


def _saved(
    tx: Transaction, actor: Actor, key: LetterKey, kept: str, newest: LetterTextVersion | None
) -> LetterTextVersion | None:
    """A new version, None where the text says what it said."""
    if kept == (newest.text if newest else ""):
        return None
    return tx.of(LetterTextVersion).add(LetterTextVersion(RowId(0), key, kept, actor.employee_id, tx.now))


def _shelf(tx: Transaction, standard: LetterStandard) -> LetterShelf:
    versions = tx.of(LetterTextVersion).where()
    savers = {each.saved_by_id for each in versions}
    names = {each: tx.of(Employee).get(each).name for each in savers}
    return LetterShelf(standard, versions, names, sender_of(tx))
