"""Letter texts in a file (TOML): the standard that comes with the program, and texts that a municipality keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from koordinator.domain.errors import DomainError
from koordinator.domain.letter_check import LetterFault, letter_faults
from koordinator.domain.letter_kinds import LetterKey, Placeholder
from koordinator.domain.letter_text import Vocabulary
from koordinator.domain.letter_texts import LetterStandard
from koordinator.domain.toml_text import NotToml, read_toml

_NAMES: Final = "placeholders"
_VOICES: Final = "voices"
_TEXTS: Final = "letters"


class UnusableLetterFile(DomainError):
    """The file of letter texts cannot be read: on the line, or because a name in it is none of ours; 0 for no line."""

    line: int
    name: str


@dataclass(frozen=True, slots=True)
class FaultyText:
    """A text of a file and what is wrong with it."""

    key: LetterKey
    text: str
    faults: tuple[LetterFault, ...]


class UnusableLetterTexts(DomainError):
    """Some texts of a file cannot be used; none of the file is taken in."""

    texts: tuple[FaultyText, ...]


def read_standard(text: str) -> LetterStandard:
    """The standard as it comes with the program. Raises UnusableLetterFile."""
    tables = _tables(text)
    names, voices = tables.get(_NAMES, {}), tables.get(_VOICES, {})
    return LetterStandard(
        Vocabulary(
            {each: str(names[each.value]) for each in Placeholder},
            {name: (str(pair[0]), str(pair[1])) for name, pair in voices.items()},
        ),
        read_texts(text),
    )


def read_texts(text: str) -> dict[LetterKey, str]:
    """The texts of a file by their keys. Raises UnusableLetterFile."""
    found = {}
    for name, value in _tables(text).get(_TEXTS, {}).items():
        if name not in list(LetterKey) or not isinstance(value, str):
            raise UnusableLetterFile(0, name)
        found[LetterKey(name)] = value.strip()
    return found


def faulty_texts(texts: Mapping[LetterKey, str], vocabulary: Vocabulary) -> tuple[FaultyText, ...]:
    """Those of the texts that cannot be used."""
    checked = (FaultyText(key, text, letter_faults(key, text, vocabulary)) for key, text in texts.items())
    return tuple(each for each in checked if each.faults)


def write_texts(texts: Mapping[LetterKey, str]) -> str:
    """The texts as a file to change and read again."""
    written = (f"{key.value} = {_quoted(text)}\n" for key, text in texts.items())
    return "\n".join((f"[{_TEXTS}]", *written))


def _tables(text: str) -> dict[str, dict[str, Any]]:
    try:
        tables = read_toml(text)
    except NotToml as error:
        raise UnusableLetterFile(error.line or 0, "") from error
    return {name: table for name, table in tables.items() if isinstance(table, dict)}


def _quoted(text: str) -> str:
    """A TOML string over several lines that reads back as it is."""
    safe = text.replace("\\", "\\\\").replace('"""', '""\\"')
    return f'"""\n{safe}\n"""'
