"""What a document says, before any ink: neutral blocks made by `compose/` and set by `pdf.py`.

All text is plain text. No markup is ever read out of it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from koordinator.documents.figures import Figure


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with one look. `citizen` marks the citizen's own words."""

    text: str
    bold: bool = False
    muted: bool = False
    citizen: bool = False


Text: TypeAlias = str | tuple[Span, ...]


def bold(text: str) -> Span:
    """Strong text."""
    return Span(text, bold=True)


def muted(text: str) -> Span:
    """Text that steps back."""
    return Span(text, muted=True)


def citizens_words(text: str) -> Span:
    """Text in the citizen's own voice."""
    return Span(text, citizen=True)


def spans_of(text: Text) -> tuple[Span, ...]:
    """The spans of a text; a bare string is one span without any look."""
    return (Span(text),) if isinstance(text, str) else text


class Tone(StrEnum):
    """How loudly a paragraph speaks."""

    LEAD = "lead"
    BODY = "body"
    SMALL = "small"


class CalloutTone(StrEnum):
    """What a tinted box is about: something to notice, or something not decided yet."""

    NOTICE = "notice"
    WAITING = "waiting"


class Gap(StrEnum):
    """Extra room between two blocks."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Align(StrEnum):
    """Where a column's text stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Masthead(StrEnum):
    """How much of the letterhead a document carries on its first page."""

    NONE = "none"
    MARK = "mark"
    """The logo, or the municipality's name."""
    LETTER = "letter"
    """And the lines that say where to turn."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a letter goes: the first block of its document. `sender` is where it comes back to."""

    lines: tuple[str, ...]
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The document's head: what it is, a line above it and a line under it."""

    text: str
    kicker: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 (a part of the document) or 3 (within a part). It never ends a page."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line end in it is a line end on paper. One that leads on to a table stays with its beginning."""

    text: Text
    tone: Tone = Tone.BODY
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """The citizen's own words beside a bar in the citizen's colour, under a label such as "Du sagde"."""

    label: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items counted from 1."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A line with a box before it, ticked when it is done."""

    text: Text
    done: bool = False


@dataclass(frozen=True, slots=True)
class CheckList:
    """Items with a box each."""

    items: tuple[CheckItem, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column. Weight 0 is as wide as its longest cell needs; the rest share what is left by weight."""

    heading: str
    weight: float = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A cell to tick by hand, or one that is ticked already."""

    done: bool = False


Cell: TypeAlias = str | tuple[Span, ...] | Checkbox


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on each page; a row is cut only when it fills more than a page.

    In large print a table of three columns or more is set as one entry a row, each cell after its heading; one of
    numbers stays a table.
    `when_empty` is said where there are no rows.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    when_empty: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, such as the head of a minutes paper."""

    rows: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A person or a thing in a frame: a first line and the lines under it."""

    title: Text
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards two and two; below each other in large print."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A tinted box."""

    paragraphs: tuple[Text, ...]
    tone: CalloutTone = CalloutTone.NOTICE


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure at its natural size, made smaller where the column is narrower or the page lower than it is.

    One that `fills` the column is made larger too, and stands in its middle. `highest` is the share of a page's room
    that it takes at most: the heading stays with its figure.
    """

    figure: Figure
    caption: str = ""
    fills: bool = False
    highest: float = 0.9


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, two and two, each with what is written under it."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty ruled lines to write on by hand."""

    count: int


@dataclass(frozen=True, slots=True)
class Space:
    """Extra room."""

    size: Gap = Gap.MEDIUM


@dataclass(frozen=True, slots=True)
class OnePage:
    """Blocks on a page of their own, moved closer where they would otherwise not fit.

    Where that is not enough, the first of the `shorter` versions that fits stands there instead; if none does, the
    last of them goes on over the next page.
    """

    blocks: tuple["Part", ...]
    shorter: tuple[tuple["Part", ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stand on one page where one page can hold them."""

    blocks: tuple["Part", ...]


Part: TypeAlias = (
    Address
    | Title
    | Heading
    | Paragraph
    | Quote
    | NumberedList
    | BulletList
    | CheckList
    | Table
    | Facts
    | Cards
    | Callout
    | Drawing
    | Signatures
    | WritingLines
    | Space
    | KeepTogether
)
"""What stands anywhere on a page."""

Block: TypeAlias = Part | PageBreak | OnePage
"""What a document is made of."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paper. `title`, `subject` and `author` also become the file's properties: no personal data in the last two.

    Each page carries `version_text`, `date_text` and `footer` at its foot; from page 2 on `running_head` at its top.
    `draft` marks every page as not approved. `case_text` stands with the version where the municipality wants it.
    """

    title: str
    blocks: tuple[Block, ...]
    subject: str = ""
    author: str = ""
    language: str = "da-DK"
    version_text: str = ""
    date_text: str = ""
    footer: str = ""
    running_head: str = ""
    large_print: bool = False
    draft: bool = False
    landscape: bool = False
    masthead: Masthead = Masthead.NONE
    case_text: str = ""
