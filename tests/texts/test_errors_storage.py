"""Each sentence about the file and its keys says what happened and what to do, with what the person knows it by."""

import re
from enum import StrEnum
from typing import Any

import pytest

from koordinator.domain.database_file import DatabaseNewer, ForeignFile, ServerNotSupported
from koordinator.domain.database_key import KeyringTrouble, SlotKind
from koordinator.domain.errors import DomainError
from koordinator.texts.errors_storage import TEXTS

PATH = "C:/Data/kontor.db"
VALUES: dict[str, list[Any]] = {
    "path": [PATH],
    "found": list(ForeignFile),
    "trouble": list(KeyringTrouble),
    "kind": list(SlotKind),
    "scheme": ["postgresql"],
    "known": ["0001"],
    "at_least": [12],
    "at_most": [200],
    "length": [34],
    "expected": [35],
    "group": [3],
    "seconds": [1, 20, 300],
}


def examples_of(kind: type[DomainError]) -> list[DomainError]:
    """The error, once for each of its codes."""
    names = kind.value_names
    coded = [name for name in names if len(VALUES[name]) > 1 and kind is not DatabaseNewer]
    count = max((len(VALUES[name]) for name in coded), default=1)
    return [kind(*(VALUES[name][number if name in coded else 0] for name in names)) for number in range(count)]


EXAMPLES = [error for kind in TEXTS for error in examples_of(kind)]


@pytest.mark.parametrize("error", EXAMPLES, ids=repr)
def test_a_sentence_is_whole_and_plain(error: DomainError) -> None:
    text = TEXTS[type(error)](error)

    assert re.fullmatch(r"[A-ZÆØÅ].*\.", text)
    assert text.count(". ") >= 1
    assert not re.search(r"None|Error|\{|\}|  ", text)
    codes = [value for value in vars(error).values() if isinstance(value, StrEnum)]
    assert not [code for code in codes if re.search(rf"\b{code}\b", text)]


@pytest.mark.parametrize("error", [error for error in EXAMPLES if hasattr(error, "path")], ids=repr)
def test_a_file_is_named_where_the_person_must_find_it(error: DomainError) -> None:
    unnamed = {"DatabaseBusy", "KeyInKeyringUnusable", "KeyNotInKeyring"}

    assert (PATH in TEXTS[type(error)](error)) == (type(error).__name__ not in unnamed)


def test_a_server_is_promised_for_later() -> None:
    assert "kommer senere" in TEXTS[ServerNotSupported](ServerNotSupported("postgresql"))
