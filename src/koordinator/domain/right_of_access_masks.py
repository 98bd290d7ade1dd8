"""Taking others out of a text: by all that is known of them, and by names that nobody has told us about."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice, pairwise
from typing import Final, NamedTuple, TypeAlias

from koordinator.domain.right_of_access import HeldText, Other, OtherKey

_WORD: Final = re.compile(r"\w+")
_CAPITAL: Final = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*(?!\w)")
_BETWEEN: Final = r"[\s./-]{0,2}"
"""What people write between the digits of one number."""
_ABROAD: Final = rf"(?:(?:\+|00)?45{_BETWEEN})?"
_CPR: Final = re.compile(r"(?<!\d)\d{6}[ -]?\d{4}(?!\d)")
_BEGINS: Final = frozenset('.!?:;•*–—-"“”»«(/[\n')
"""After these a capital letter says nothing: a sentence or a line begins."""
_FARTHEST: Final = 3
"""So many characters may stand between two words of one name."""
_SHORT: Final = 4
"""A name shorter than this is taken for one only with a capital."""
_AROUND: Final = 40


IsWord: TypeAlias = Callable[[str], bool]
"""Whether something without capitals is an ordinary word."""


class FoundName(NamedTuple):
    """A name in a text that is nobody's we know, the words round it, and all that would give it away."""

    name: str
    around: str
    terms: tuple[str, ...]


class _Term(NamedTuple):
    words: tuple[str, ...]
    number: int
    needs_capital: bool


class Masks:
    """What is held back, by whom it is about."""

    def __init__(self, others: Iterable[Other], own_cpr: str = "") -> None:
        """`own_cpr` is the citizen's, and stays."""
        hidden = [other for other in others if other.is_hidden]
        self._numbers: Mapping[OtherKey, int] = {other.key: other.number for other in hidden}
        self._names = {folded_name(other.name): other.number for other in hidden if other.name}
        self._digits: dict[str, int] = {}
        self._by_first: dict[str, list[_Term]] = {}
        self._own_cpr = own_cpr
        for other in hidden:
            for term in other.terms:
                self._learn(term, other.number)
        self._known_digits = _any_of(self._digits)

    def number_of(self, key: OtherKey) -> int | None:
        """The number of what is held back, None for what may be given."""
        return self._numbers.get(key)

    def named(self, name: str) -> int | None:
        """The number of whoever is called exactly so."""
        return self._names.get(folded_name(name))

    def text(self, text: str) -> HeldText:
        """The text with a number in the place of each of the others."""
        plain = unicodedata.normalize("NFC", text)
        found = sorted(self._found(plain))
        if not found:
            return HeldText((text,) if text else ())
        pieces: list[str | int] = []
        at = 0
        for start, end, number in found:
            if start >= at:
                pieces += [plain[at:start], number]
                at = end
        pieces.append(plain[at:])
        return HeldText(tuple(piece for piece in pieces if piece != ""))

    def _learn(self, term: str, number: int) -> None:
        digits, words = _digits(term), words_of(term)
        if digits is not None:
            self._digits[digits] = number
        elif words:
            terms = self._by_first.setdefault(words[0], [])
            terms.append(_Term(words, number, needs_capital=len(words) == 1 and term[0].isupper()))

    def _found(self, text: str) -> Iterator[tuple[int, int, int]]:
        for match in self._known_digits.finditer(text):
            yield *match.span(), self._digits[_bare(match["digits"])]
        for match in _CPR.finditer(text):
            digits = _bare(match.group())
            if digits not in self._digits and digits != self._own_cpr:
                yield *match.span(), 0
        yield from self._found_names(text)

    def _found_names(self, text: str) -> Iterator[tuple[int, int, int]]:
        """The longest of those that begin at a word comes first."""
        for match in _WORD.finditer(text):
            plain = match.group().casefold()
            terms = self._by_first.get(plain, [])
            if plain[-1] == "s":
                terms = terms + self._by_first.get(plain[:-1], [])
            for term in sorted(terms, key=lambda each: -len(each.words)) if terms else ():
                if (end := _end(term, match, text)) is not None:
                    yield match.start(), end, term.number
                    break


def reasons(others: Collection[Other]) -> dict[int, HeldText]:
    """Why each of those held back by a decision is, by their numbers. The reason names nobody who is held back."""
    masks = Masks(others)
    return {
        other.number: masks.text(other.decision.reason)
        for other in others
        if other.is_hidden and other.decision is not None
    }


def _any_of(numbers: Iterable[str]) -> re.Pattern[str]:
    """Finds each of the numbers, however its digits are grouped, also beside another number."""
    longest_first = sorted(numbers, key=len, reverse=True)
    written = "|".join(_BETWEEN.join(number) for number in longest_first) or "(?!)"
    return re.compile(rf"(?<!\d){_ABROAD}(?P<digits>{written})(?!\d)")


def _end(term: _Term, first: re.Match[str], text: str) -> int | None:
    """Where the term that begins with this word ends, None where it does not stand there."""
    said = [first, *islice(_WORD.finditer(text, first.end()), len(term.words) - 1)]
    if len(said) < len(term.words) or any(
        wanted not in forms(word.group()) for wanted, word in zip(term.words, said, strict=True)
    ):
        return None
    if any(after.start() - before.end() > _FARTHEST for before, after in pairwise(said)):
        return None
    if term.needs_capital and not first.group()[0].isupper():
        return None
    # The s of a genitive is left.
    has_genitive = forms(said[-1].group())[0] != term.words[-1]
    return said[-1].end() - has_genitive


def forms(word: str) -> tuple[str, ...]:
    """The word as it is compared, and without the s of a genitive."""
    plain = word.casefold()
    return (plain, plain[:-1]) if plain[-1] == "s" and len(plain) > 1 else (plain,)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name or an address as they are compared."""
    return tuple(word.casefold() for word in _WORD.findall(unicodedata.normalize("NFC", text)))


def folded_name(name: str) -> str:
    """A name as it is compared whole."""
    return " ".join(words_of(name))


def name_terms(name: str, kept: frozenset[str], is_word: IsWord) -> tuple[str, ...]:
    """The name, and each word of it, but for what is made of `kept` words (as `words_of`) alone.

    A single word with a capital is looked for with a capital only: a short one, or an ordinary word (Bo, Liv, Rose).
    """
    words = words_of(name)
    if kept.issuperset(words):
        return ()
    alone = (word for word in words if word not in kept and len(word) > 1)
    return (name, *(word.capitalize() if len(word) < _SHORT or is_word(word) else word for word in alone))


def lower_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand somewhere without a capital: with one at the head of a sentence they need be no name."""
    return frozenset(word for text in texts for word in _WORD.findall(text) if word.islower())


def unknown_names(
    texts: Iterable[str], known: frozenset[str], is_word: IsWord, seen: frozenset[str] = frozenset()
) -> dict[str, FoundName]:
    """Names in the texts that hold a word which is not `known` (as `words_of`), by how they are compared.

    Every word with a capital may be a name, but for an ordinary one where a sentence begins; before another capital
    that has to be one that is `seen` without a capital (see `lower_words`): "Da Karen kom", but "Rune Holm kom".
    """
    found: dict[str, FoundName] = {}
    for text in (unicodedata.normalize("NFC", each) for each in texts):
        for run in _runs(text):
            if (name := _name(text, run, known, is_word, seen)) is not None:
                key = folded_name(name.name)
                earlier = found.setdefault(key, name)
                found[key] = earlier._replace(terms=tuple(dict.fromkeys((*earlier.terms, *name.terms))))
    return found


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Words with capitals that stand side by side."""
    run: list[re.Match[str]] = []
    for match in _CAPITAL.finditer(text):
        if not match.group()[0].isupper():
            continue
        if run and text[run[-1].end() : match.start()] == " ":
            run.append(match)
            continue
        if run:
            yield run
        run = [match]
    if run:
        yield run


def _name(
    text: str, run: list[re.Match[str]], known: frozenset[str], is_word: IsWord, seen: frozenset[str]
) -> FoundName | None:
    start, end = run[0].start(), run[-1].end()
    before = text[max(0, start - _AROUND) : start].rstrip(" ")
    begins = not before or before[-1] in _BEGINS
    whole = text[start:end]
    name = whole
    first = run[0].group().casefold()
    if begins and len(run) == 1 and is_word(first):
        return None
    if begins and first in seen:
        # The first word is most likely none of the name, but goes with it in doubt.
        name = text[run[1].start() : end] if len(run) > 1 else ""
    if not any(len(word) > 1 and not known.intersection(forms(word)) for word in words_of(name)):
        return None
    terms = (each for each in name_terms(name, known, is_word) if each != name)
    around = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
    return FoundName(name, around, tuple(dict.fromkeys((whole, name, *terms))))


def _digits(text: str) -> str | None:
    """The digits of a telephone number (without +45) or CPR number; None for anything else."""
    digits = re.sub(r"[ -]", "", text.strip()).removeprefix("+45")
    return digits if re.fullmatch(r"\d{6,}", digits) else None


def _bare(number: str) -> str:
    return re.sub(r"\D", "", number)
