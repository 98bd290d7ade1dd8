"""What the municipality's letter texts ask of the world: the standard, and letters to invented people."""

from typing import NamedTuple, Protocol

from koordinator.domain.content_parts import Sender
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_text import LineStyle
from koordinator.domain.letter_texts import LetterStandard, LetterTexts


class LetterStandards(Protocol):
    """What comes with the program."""

    def __call__(self) -> LetterStandard:
        """The standard, read when it is first asked for."""


class PreviewLine(NamedTuple):
    """A line of a letter as it is read."""

    style: LineStyle
    text: str


class LetterPreviews(Protocol):
    """Letters from the municipality to invented people."""

    def lines(self, key: LetterKey, texts: LetterTexts, sender: Sender, *, family: bool) -> tuple[PreviewLine, ...]:
        """The letter with the key in words, to one or to a family."""

    def paper(self, key: LetterKey, texts: LetterTexts, sender: Sender, *, family: bool) -> bytes:
        """The same as PDF; empty of a text that is never on paper."""
