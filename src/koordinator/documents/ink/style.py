"""The typographic scale: one set of sizes for ordinary print, one for large print."""

from dataclasses import dataclass
from typing import Final

from koordinator.documents.content import Gap, Tone
from koordinator.documents.ink.fonts import BOLD, REGULAR
from koordinator.documents.palette import Ink

MM: Final = 72 / 25.4
"""A millimetre in points."""

MARGIN_SIDE: Final = 18 * MM
MARGIN_TOP: Final = 16 * MM
MARGIN_BOTTOM: Final = 12 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's size in points."""

    width: float
    height: float

    @property
    def column(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN_SIDE


PORTRAIT: Final = Sheet(210 * MM, 297 * MM)
LANDSCAPE: Final = Sheet(PORTRAIT.height, PORTRAIT.width)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a piece of text is set; sizes in points."""

    size: float
    leading: float
    font: str = REGULAR
    ink: Ink = Ink.TEXT


@dataclass(frozen=True, slots=True)
class StyleSet:
    """All sizes of one print; `em` scales the rooms between things."""

    em: float
    kicker: TextStyle
    title: TextStyle
    subtitle: TextStyle
    headings: dict[int, TextStyle]
    paragraphs: dict[Tone, TextStyle]
    table_head: TextStyle
    quote: TextStyle
    label: TextStyle
    footer: TextStyle
    letterhead: TextStyle
    address: TextStyle
    """In the envelope's window, where it may be smaller: that is for the postman."""
    gaps: dict[Gap, float]
    cards_in_a_row: int
    stacked_from: int
    """Tables of this many columns or more are set as one entry a row."""

    @property
    def body(self) -> TextStyle:
        """Running text."""
        return self.paragraphs[Tone.BODY]


NORMAL: Final = StyleSet(
    em=11,
    kicker=TextStyle(10.5, 14, ink=Ink.MUTED),
    title=TextStyle(25, 30, BOLD),
    subtitle=TextStyle(15.5, 21),
    headings={2: TextStyle(16, 21, BOLD, Ink.PRIMARY), 3: TextStyle(12.5, 17, BOLD)},
    paragraphs={
        Tone.LEAD: TextStyle(12.5, 18),
        Tone.BODY: TextStyle(11, 15.5),
        Tone.SMALL: TextStyle(9.5, 13, ink=Ink.MUTED),
    },
    table_head=TextStyle(11, 15.5, BOLD),
    quote=TextStyle(12.5, 18),
    label=TextStyle(9, 13, ink=Ink.MUTED),
    footer=TextStyle(8.75, 12, ink=Ink.MUTED),
    letterhead=TextStyle(9, 12.5, ink=Ink.MUTED),
    address=TextStyle(11, 14.5),
    gaps={Gap.SMALL: 5, Gap.MEDIUM: 11, Gap.LARGE: 22},
    cards_in_a_row=2,
    stacked_from=99,
)

LARGE: Final = StyleSet(
    em=18,
    kicker=TextStyle(18, 24, ink=Ink.MUTED),
    title=TextStyle(32, 39, BOLD),
    subtitle=TextStyle(22, 29),
    headings={2: TextStyle(24, 31, BOLD, Ink.PRIMARY), 3: TextStyle(20, 27, BOLD)},
    paragraphs={
        Tone.LEAD: TextStyle(19, 27),
        Tone.BODY: TextStyle(18, 26),
        Tone.SMALL: TextStyle(18, 26, ink=Ink.MUTED),
    },
    table_head=TextStyle(18, 26, BOLD),
    quote=TextStyle(19, 27),
    label=TextStyle(18, 24, ink=Ink.MUTED),
    footer=TextStyle(14, 19, ink=Ink.MUTED),
    letterhead=TextStyle(14, 19, ink=Ink.MUTED),
    address=TextStyle(15, 19.5),
    gaps={Gap.SMALL: 8, Gap.MEDIUM: 18, Gap.LARGE: 34},
    cards_in_a_row=1,
    stacked_from=3,
)
"""At least 18 points for all running text, set anew on the same page, not a zoomed one."""
