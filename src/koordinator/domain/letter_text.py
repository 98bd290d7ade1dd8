"""How a text with placeholders is written, and what becomes of it for one reader.

`{name}` is put in from what is known; with a capital first letter the value begins with one. `{one|many}` follows the
reader: one person, or several. `[words]` fall away where something in them is not known, and `[words|instead]` gives
way to other words. Outside brackets the whole line falls away. `{{`, `}}`, `[[` and `]]` are the signs themselves.
In a text with styles a line begins with `# ` (the title), `## ` (a heading), `- ` (a list), `> ` (a box) or `! ` (a
box that must be seen), and `**words**` are bold. A value is plain text: nothing in it is read as any of this.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from koordinator.domain.letter_kinds import BLOCKS, Placeholder


class LineStyle(StrEnum):
    """What a line is."""

    TITLE = "title"
    HEADING = "heading"
    BULLET = "bullet"
    BOX = "box"
    WARNING = "warning"
    BODY = "body"
    BLANK = "blank"


_MARKS: Final[dict[str, LineStyle]] = {
    "## ": LineStyle.HEADING,
    "# ": LineStyle.TITLE,
    "- ": LineStyle.BULLET,
    "> ": LineStyle.BOX,
    "! ": LineStyle.WARNING,
}


@dataclass(frozen=True, slots=True)
class Words:
    """As they stand."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Voiced:
    """Words that follow the reader."""

    one: str
    many: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """What is put in."""

    of: Placeholder
    capital: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Falls away, or gives way to `instead`, where something in it is not known."""

    pieces: "tuple[Piece, ...]"
    instead: "tuple[Piece, ...]" = ()


Piece = Words | Voiced | Value | Perhaps


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, without the mark of its style."""

    style: LineStyle
    pieces: tuple[Piece, ...] = ()

    @property
    def block(self) -> Placeholder | None:
        """The block that the line places; None of a line of words."""
        match self.pieces:
            case (Value(of=of),) if of in BLOCKS and self.style is LineStyle.BODY:
                return of
        return None


class SyntaxFault(StrEnum):
    """What is wrong with how a text is written."""

    UNKNOWN = "unknown"
    EMPTY = "empty"
    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    NESTED = "nested"
    UNCLOSED_BOLD = "unclosed_bold"


class Slip(NamedTuple):
    """A fault from `start` to `end` (characters of the text); `what` stands there."""

    kind: SyntaxFault
    start: int
    end: int
    what: str


class Placed(NamedTuple):
    """What stands between braces and where, braces and all; `of` is None of words that follow the reader."""

    of: Placeholder | None
    start: int
    end: int
    is_alone: bool = False
    """It places a block on a line of its own."""


@dataclass(frozen=True)
class Vocabulary:
    """The names of the placeholders as they are written between braces, and the words that follow the reader."""

    names: Mapping[Placeholder, str]
    voices: Mapping[str, tuple[str, str]]

    @cached_property
    def _placeholders(self) -> dict[str, Placeholder]:
        return {name: placeholder for placeholder, name in self.names.items()}

    def find(self, written: str) -> Value | Voiced | None:
        """What the name between the braces means, or None."""
        name = " ".join(written.split())
        plain = name[:1].lower() + name[1:]
        capital = name != plain
        if plain in self._placeholders:
            return Value(self._placeholders[plain], capital)
        if plain in self.voices:
            one, many = self.voices[plain]
            return Voiced(capitalised(one), capitalised(many)) if capital else Voiced(one, many)
        return None


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A text as it was read, the faults in it and where its placeholders stand."""

    lines: tuple[Line, ...]
    slips: tuple[Slip, ...] = ()
    placed: tuple[Placed, ...] = ()


def parse_letter(text: str, vocabulary: Vocabulary, *, has_title: bool = True, has_styles: bool = True) -> ParsedText:
    """The text line by line. What is wrong is told, and left out of the lines."""
    reader = _Reader(text, vocabulary, has_bold=has_styles)
    lines = []
    at = 0
    for number, written in enumerate(text.split("\n")):
        mark = next((each for each in _MARKS if written.startswith(each)), "")
        if not has_styles and not (mark == "# " and has_title and number == 0):
            mark = ""
        style = _MARKS.get(mark, LineStyle.BODY if written.strip() else LineStyle.BLANK)
        lines.append(reader.line(style, at + len(mark), at + len(written)))
        at += len(written) + 1
    return ParsedText(tuple(lines), tuple(sorted(reader.slips, key=lambda slip: slip.start)), tuple(reader.placed))


def escaped(text: str) -> str:
    """The text with its braces and brackets doubled, so that it stands as it is."""
    return "".join(character * 2 if character in _SIGNS else character for character in text)


_SIGNS: Final = "{}[]"
_BOLD: Final = "**"
_STOPS: Final = "{}\n"


@dataclass(slots=True)
class _Reader:
    """Reads one line at a time; `at` is where it has come to, `end` where the line ends."""

    text: str
    vocabulary: Vocabulary
    has_bold: bool
    slips: list[Slip] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    at: int = 0
    end: int = 0
    bold: bool = False
    bold_from: int = 0

    def line(self, style: LineStyle, start: int, end: int) -> Line:
        self.at, self.end, self.bold = start, end, False
        line = Line(style, self._pieces(within=False))
        if self.bold:
            self._slip(SyntaxFault.UNCLOSED_BOLD, self.bold_from, self.bold_from + len(_BOLD))
        if line.block is not None:
            self.placed[-1] = self.placed[-1]._replace(is_alone=True)
        return line

    def _pieces(self, *, within: bool) -> tuple[Piece, ...]:
        """Up to the end of the line; within brackets up to the sign that ends them, which is left."""
        found: list[Piece] = []
        while self.at < self.end:
            sign = self.text[self.at]
            if self.text.startswith(sign * 2, self.at, self.end) and sign in _SIGNS:
                self._add(found, sign, 2)
            elif within and sign in "|]":
                break
            elif sign == "{":
                found.extend(self._brace())
            elif sign == "[":
                found.extend(self._bracket(within=within))
            elif sign in "}]":
                self._slip(SyntaxFault.UNOPENED, self.at, self.at + 1)
                self.at += 1
            elif self.has_bold and self.text.startswith(_BOLD, self.at, self.end):
                self.bold, self.bold_from = not self.bold, self.at
                self.at += len(_BOLD)
            else:
                self._add(found, sign, 1)
        return tuple(found)

    def _add(self, found: list[Piece], character: str, length: int) -> None:
        last = found[-1] if found else None
        if isinstance(last, Words) and last.bold == self.bold:
            found[-1] = Words(last.text + character, self.bold)
        else:
            found.append(Words(character, self.bold))
        self.at += length

    def _brace(self) -> Iterator[Piece]:
        start, inside = self.at, self.at + 1
        stop = next((at for at in range(inside, self.end) if self.text[at] in _STOPS), self.end)
        if stop == self.end or self.text[stop] != "}":
            self.at = stop
            self._slip(SyntaxFault.UNCLOSED, start, start + 1)
            return
        written = self.text[inside:stop]
        self.at = stop + 1
        one, bar, many = written.partition("|")
        if bar:
            self.placed.append(Placed(None, start, self.at))
            yield Voiced(one, many, self.bold)
        elif not written.strip():
            self._slip(SyntaxFault.EMPTY, start, self.at)
        else:
            yield from self._named(written, start)

    def _named(self, written: str, start: int) -> Iterator[Piece]:
        meant = self.vocabulary.find(written)
        if isinstance(meant, Value):
            self.placed.append(Placed(meant.of, start, self.at))
            yield Value(meant.of, meant.capital, self.bold)
        elif meant is not None:
            self.placed.append(Placed(None, start, self.at))
            yield Voiced(meant.one, meant.many, self.bold)
        else:
            self._slip(SyntaxFault.UNKNOWN, start, self.at, " ".join(written.split()))

    def _bracket(self, *, within: bool) -> Iterator[Piece]:
        start = self.at
        self.at += 1
        if within:
            self._slip(SyntaxFault.NESTED, start, start + 1)
            return
        pieces = self._pieces(within=True)
        instead: tuple[Piece, ...] = ()
        if self.text.startswith("|", self.at, self.end):
            self.at += 1
            instead = self._pieces(within=True)
        if self.text.startswith("]", self.at, self.end):
            self.at += 1
            yield Perhaps(pieces, instead)
        else:
            self._slip(SyntaxFault.UNCLOSED, start, start + 1)

    def _slip(self, kind: SyntaxFault, start: int, end: int, what: str = "") -> None:
        self.slips.append(Slip(kind, start, end, what or self.text[start:end]))


class Run(NamedTuple):
    """Words of one kind in a filled line."""

    text: str
    bold: bool = False


class FilledLine(NamedTuple):
    """A line as it is read: words, or a block to be placed."""

    style: LineStyle
    runs: tuple[Run, ...] = ()
    block: Placeholder | None = None

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


def filled(lines: tuple[Line, ...], values: Mapping[Placeholder, str], *, many: bool) -> tuple[FilledLine, ...]:
    """The lines for one reader, or for several; those in which something is not known are left out."""
    shown = []
    for line in lines:
        if line.block is not None or line.style is LineStyle.BLANK:
            shown.append(FilledLine(line.style, block=line.block))
        elif (runs := _runs(line.pieces, values, many=many)) is not None and (whole := _tidied(runs)):
            shown.append(FilledLine(line.style, whole))
    return tuple(shown)


def plain_text(lines: tuple[FilledLine, ...]) -> str:
    """The lines one under the other, never more than one empty one between two; a title is left out."""
    written: list[str] = []
    for line in lines:
        if line.style is not LineStyle.TITLE and (line.text or (written and written[-1])):
            written.append(line.text)
    return "\n".join(written).strip()


def capitalised(text: str) -> str:
    """The text as a sentence begins with it."""
    return text[:1].upper() + text[1:]


def _runs(pieces: tuple[Piece, ...], values: Mapping[Placeholder, str], *, many: bool) -> list[Run] | None:
    """None where something is not known."""
    found: list[Run] = []
    for piece in pieces:
        if isinstance(piece, Perhaps):
            runs = _runs(piece.pieces, values, many=many)
            found.extend(runs if runs is not None else _runs(piece.instead, values, many=many) or ())
        else:
            said = _said(piece, values, many=many)
            if isinstance(piece, Value) and not said:
                return None
            found.append(Run(said, piece.bold))
    return found


def _said(piece: Words | Voiced | Value, values: Mapping[Placeholder, str], *, many: bool) -> str:
    if isinstance(piece, Words):
        return piece.text
    if isinstance(piece, Voiced):
        return piece.many if many else piece.one
    value = values.get(piece.of, "").strip()
    return capitalised(value) if piece.capital else value


def _tidied(runs: list[Run]) -> tuple[Run, ...]:
    """One run for each change of weight, without the spaces that words fallen away leave behind."""
    joined: list[Run] = []
    for run in runs:
        ends_with_space = not joined or joined[-1].text.endswith(" ")
        text = run.text.lstrip(" ") if ends_with_space else run.text
        if joined and joined[-1].bold == run.bold:
            joined[-1] = Run(joined[-1].text + text, run.bold)
        elif text:
            joined.append(Run(text, run.bold))
    if joined:
        joined[-1] = Run(joined[-1].text.rstrip(" "), joined[-1].bold)
    return tuple(run for run in joined if run.text)
