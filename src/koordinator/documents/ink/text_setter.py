"""All text on its way to the paper comes through here, and here only."""

from typing import Final

from koordinator.documents.content import Align, Span, Text, spans_of
from koordinator.documents.ink.fonts import BOLD, readable, width_of
from koordinator.documents.ink.pieces import Tagged, TextPiece, TickBox
from koordinator.documents.ink.stack import Piece
from koordinator.documents.ink.structure import Element, Tag
from koordinator.documents.ink.style import StyleSet, TextStyle
from koordinator.documents.ink.text import Run, break_lines
from koordinator.documents.palette import Ink
from koordinator.documents.plain import one_line
from koordinator.texts.documents import TICKED, UNTICKED

_ENDLESS: Final = float("inf")
_CUT_SHORT: Final = "…"


class TextSetter:
    """Sets text in one style set; `substituted` gathers the characters the fonts lack."""

    def __init__(self, styles: StyleSet) -> None:
        self.styles = styles
        self.substituted: set[str] = set()

    def piece(self, text: Text, style: TextStyle, width: float, align: Align = Align.LEFT) -> TextPiece:
        """Text broken to the width."""
        return TextPiece(break_lines(self._runs(text, style), style.size, width), style, width, align)

    def tick(self, done: bool, parent: Element, tag: Tag = Tag.SPAN) -> Piece:
        """A box to tick, with the word for whether it is ticked."""
        return Tagged(TickBox(self.styles.body, done=done), Element(tag, parent, actual=TICKED if done else UNTICKED))

    def on_one_line(self, text: str, style: TextStyle, width: float) -> str:
        """The text, cut short with a visible mark where it is longer than one line."""
        whole = self.readable(one_line(text))
        room = width / style.size - width_of(style.font, _CUT_SHORT)
        used = 0.0
        for place, character in enumerate(whole):
            used += width_of(style.font, character)
            if used > room:
                return whole[:place].rstrip() + _CUT_SHORT
        return whole

    def natural_width(self, text: Text, style: TextStyle) -> float:
        """How wide the text is when only its own line ends break it."""
        return max(line.width for line in break_lines(self._runs(text, style), style.size, _ENDLESS))

    def word_width(self, text: Text, style: TextStyle) -> float:
        """How wide the longest word is."""
        words = ((word, run.font) for run in self._runs(text, style) for word in run.text.split())
        return max((width_of(font, word) for word, font in words), default=0.0) * style.size

    def readable(self, text: str) -> str:
        """Plain text of characters the fonts have."""
        return readable(text, self.substituted)

    def _runs(self, text: Text, style: TextStyle) -> tuple[Run, ...]:
        return tuple(
            Run(self.readable(span.text), BOLD if span.bold else style.font, _ink(span, style))
            for span in spans_of(text)
        )


def _ink(span: Span, style: TextStyle) -> Ink:
    if span.citizen:
        return Ink.CITIZEN
    return Ink.MUTED if span.muted else style.ink
