"""The texts of the letters as they hold: the municipality's own where there is one, else the program's standard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from koordinator.domain import limits
from koordinator.domain.letter_check import UnusableLetterText, letter_faults, read_letter
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_text import Line, Vocabulary
from koordinator.domain.letter_versions import OwnText


@dataclass(frozen=True, slots=True)
class LetterStandard:
    """What comes with the program: the names of the placeholders, and a text of each key."""

    vocabulary: Vocabulary
    texts: Mapping[LetterKey, str]

    def with_own(self, own: Iterable[OwnText]) -> "LetterTexts":
        """The texts that hold. An own text that this program cannot read any more gives way to the standard."""
        return LetterTexts(self, {each.key: each.text for each in own})


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """The texts of a day."""

    standard: LetterStandard
    own: Mapping[LetterKey, str] = field(default_factory=dict)

    def of(self, key: LetterKey) -> tuple[Line, ...]:
        """The lines of the text with the key."""
        vocabulary, text = self.standard.vocabulary, self.own.get(key, "")
        if not text or letter_faults(key, text, vocabulary):
            text = self.standard.texts[key]
        return read_letter(key, text, vocabulary).lines


def checked_text(key: LetterKey, text: str, standard: LetterStandard) -> str:
    """The text as it is kept: empty where it says what the standard says.

    Raises UnusableLetterText, FieldTooLong or UnusableCharacter.
    """
    kept = limits.checked("letter_text", text, limits.LONG)
    if not kept or kept == standard.texts[key].strip():
        return ""
    if faults := letter_faults(key, kept, standard.vocabulary):
        raise UnusableLetterText(key, faults)
    return kept
