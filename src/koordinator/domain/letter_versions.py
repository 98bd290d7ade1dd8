"""What a municipality has saved of its own letter texts: versions, the newest of which holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from koordinator.domain.errors import StaleVersion
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.letter_kinds import LetterKey


@dataclass(frozen=True, slots=True)
class LetterTextVersion:
    """A text as somebody saved it, in force until the next of the same key; empty where the standard holds again."""

    id: RowId
    key: LetterKey
    text: str
    saved_by_id: EmployeeId
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class OwnText:
    """The municipality's own text of a letter, as contents of papers carry it."""

    key: LetterKey
    text: str


def newest_of_each(versions: Iterable[LetterTextVersion]) -> dict[LetterKey, LetterTextVersion]:
    """The version in force of each text that was ever saved."""
    return {each.key: each for each in sorted(versions, key=lambda version: version.id)}


def own_texts(versions: Iterable[LetterTextVersion]) -> tuple[OwnText, ...]:
    """The texts that are not the standard."""
    return tuple(OwnText(key, each.text) for key, each in newest_of_each(versions).items() if each.text)


def own_sentences(own: Iterable[OwnText], key: LetterKey) -> tuple[str, ...]:
    """The lines of the municipality's text in which nothing is put in: what it has added."""
    text = next((each.text for each in own if each.key is key), "")
    return tuple(line.strip() for line in text.split("\n") if line.strip() and not set("{[") & set(line))


def check_based_on(newest: LetterTextVersion | None, based_on: RowId) -> None:
    """Nobody else has saved the text since the version it was changed from (0: the standard). Raises StaleVersion."""
    if (newest.id if newest else RowId(0)) != based_on:
        raise StaleVersion("letter_text")
