"""What is wrong with a municipality's own text, and what it most likely meant."""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.domain.letter_kinds import BLOCKS, RULES, LetterKey, LetterRule, Placeholder
from koordinator.domain.letter_text import (
    Line,
    LineStyle,
    ParsedText,
    Perhaps,
    SyntaxFault,
    Value,
    Vocabulary,
    parse_letter,
)


class LetterFaultKind(StrEnum):
    """Why a text is refused."""

    UNKNOWN = SyntaxFault.UNKNOWN.value
    EMPTY = SyntaxFault.EMPTY.value
    UNCLOSED = SyntaxFault.UNCLOSED.value
    UNOPENED = SyntaxFault.UNOPENED.value
    NESTED = SyntaxFault.NESTED.value
    UNCLOSED_BOLD = SyntaxFault.UNCLOSED_BOLD.value
    NOT_HERE = "not_here"
    NOT_ALONE = "not_alone"
    MISSING = "missing"
    NO_TITLE = "no_title"
    """The first line is no heading, or one that can fall away."""
    SECOND_TITLE = "second_title"


@dataclass(frozen=True, slots=True)
class LetterFault:
    """A fault from `start` to `end` (characters of the text, both 0 where it is of the whole text).

    `what` stands there; of what is missing it is the names of which one is enough. `nearest` is the name of a
    placeholder that may stand there.
    """

    kind: LetterFaultKind
    start: int = 0
    end: int = 0
    what: tuple[str, ...] = ()
    nearest: str = ""


class UnusableLetterText(DomainError):
    """The text of the letter cannot be used; what stood before still does."""

    key: LetterKey
    faults: tuple[LetterFault, ...]


_ALIKE: Final = 0.5


def read_letter(key: LetterKey, text: str, vocabulary: Vocabulary) -> ParsedText:
    """The text as the letter of that key is read."""
    rule = RULES[key]
    return parse_letter(text, vocabulary, has_title=rule.has_title, has_styles=rule.has_styles)


def names_for(key: LetterKey, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names that may stand in the letter: what is put in first, then the words that follow the reader."""
    may = RULES[key].may
    return (*(name for each, name in vocabulary.names.items() if each in may), *vocabulary.voices)


def letter_faults(key: LetterKey, text: str, vocabulary: Vocabulary) -> tuple[LetterFault, ...]:
    """Everything that is wrong with the text, in its order; what is missing last."""
    rule, parsed = RULES[key], read_letter(key, text, vocabulary)
    names = names_for(key, vocabulary)
    found = [
        LetterFault(
            LetterFaultKind(slip.kind.value),
            slip.start,
            slip.end,
            (slip.what,),
            _nearest(slip.what, names) if slip.kind is SyntaxFault.UNKNOWN else "",
        )
        for slip in parsed.slips
    ]
    for of, start, end, is_alone in parsed.placed:
        if of is not None and of not in rule.may:
            found.append(LetterFault(LetterFaultKind.NOT_HERE, start, end, (vocabulary.names[of],)))
        elif of in BLOCKS and not is_alone:
            found.append(LetterFault(LetterFaultKind.NOT_ALONE, start, end, (vocabulary.names[of],)))
    found.sort(key=lambda fault: fault.start)
    return (*found, *_of_whole(parsed, rule, vocabulary))


def _of_whole(parsed: ParsedText, rule: LetterRule, vocabulary: Vocabulary) -> list[LetterFault]:
    faults = [
        LetterFault(
            LetterFaultKind.MISSING, what=tuple(name for each, name in vocabulary.names.items() if each in group)
        )
        for group in rule.must
        if not any(_outside_brackets(line) & group and _stays(line, rule.known | group) for line in parsed.lines)
    ]
    first, *others = parsed.lines
    if rule.has_title and not (first.style is LineStyle.TITLE and _stays(first, rule.known)):
        faults.append(LetterFault(LetterFaultKind.NO_TITLE))
    if any(line.style is LineStyle.TITLE for line in others):
        faults.append(LetterFault(LetterFaultKind.SECOND_TITLE))
    return faults


def _stays(line: Line, known: frozenset[Placeholder]) -> bool:
    """The line has words, and none that can be missing; a heading falls away with what stands under it."""
    has_words = any(not isinstance(piece, Perhaps) for piece in line.pieces)
    return has_words and line.style is not LineStyle.HEADING and _outside_brackets(line) <= known


def _outside_brackets(line: Line) -> set[Placeholder]:
    return {piece.of for piece in line.pieces if isinstance(piece, Value)}


def _nearest(name: str, names: tuple[str, ...]) -> str:
    alike = get_close_matches(name.lower(), names, n=1, cutoff=_ALIKE)
    return alike[0] if alike else ""
