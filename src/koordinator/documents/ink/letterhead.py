"""What opens a document on the municipality's paper: the letterhead at its right, and a letter's address in the window.

Both belong to the first block of the first page, so that the text begins below whatever they take.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from koordinator.documents.content import Address, Masthead, Part, Title
from koordinator.documents.figures import Line
from koordinator.documents.ink.block_setter import BlockSetter
from koordinator.documents.ink.fonts import BOLD
from koordinator.documents.ink.pen import Pen
from koordinator.documents.ink.pieces import Blank, Group, Tagged
from koordinator.documents.ink.stack import Piece, Spaced, Stack, draw_stack, stack_height
from koordinator.documents.ink.structure import Element, Tag
from koordinator.documents.ink.style import MARGIN_SIDE, MARGIN_TOP, MM, TextStyle
from koordinator.documents.ink.text_setter import TextSetter
from koordinator.documents.palette import Ink
from koordinator.documents.plain import one_line
from koordinator.domain.letterhead import Letterhead, Window
from koordinator.domain.letterhead_logo import LogoPicture
from koordinator.texts import letterhead as words

WIDEST: Final = 58 * MM
"""What is left of the page at the right of the window's clear field."""
LOGO_WIDTH: Final = 48 * MM
LOGO_HEIGHT: Final = 15 * MM
_APART: Final = 8 * MM
_FOLD: Final = (4 * MM, 8 * MM)
"""From where to where the mark of a fold goes: out in the margin, past what an office printer leaves white."""
_SMALLER: Final = (TextStyle(11, 14.5), TextStyle(10, 12.5), TextStyle(9, 11))
"""For an address of many lines or long ones: the window does not grow."""
_SMALLEST: Final = (TextStyle(9, 11), TextStyle(8, 9.8))
_WIDER: Final = 85 * MM
"""Beyond the template's field, and still within a window of 90 mm."""
_SENDER_GAP: Final = 3.0
_SENDER: Final = (TextStyle(7.5, 9.5, ink=Ink.MUTED), TextStyle(6.5, 8, ink=Ink.MUTED))


class LogoPiece:
    """The logo, as wide and high as it may be."""

    def __init__(self, logo: LogoPicture) -> None:
        scale = min(LOGO_WIDTH / logo.width, LOGO_HEIGHT / logo.height)
        self.width = logo.width * scale
        self.height = logo.height * scale
        self._content = logo.content

    def least(self, room: float) -> float:  # noqa: ARG002
        """All of it."""
        return self.height

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Never."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The picture."""
        pen.picture(self._content, (x, top, self.width, self.height))


class Corner:
    """The letterhead at the right margin: the logo, and below it the lines, as wide as the widest of them."""

    def __init__(self, letterhead: Letterhead, masthead: Masthead, text: TextSetter, whole: Element) -> None:
        self._text = text
        self._whole = whole
        self.width = 0.0
        self._items = tuple(self._set(letterhead, masthead))
        self.height = stack_height(self._items)

    def draw(self, pen: Pen, right: float, top: float) -> None:
        """From the top down, its right edge at `right`."""
        draw_stack(self._items, pen, right - self.width, top)

    def _set(self, letterhead: Letterhead, masthead: Masthead) -> Iterator[Spaced]:
        if masthead is Masthead.NONE:
            return
        if letterhead.logo:
            piece = LogoPiece(letterhead.logo)
            self.width = piece.width
            alternative = self._text.readable(one_line(words.alternative(letterhead.municipality)))
            yield Spaced(
                Tagged(piece, Element(Tag.FIGURE, self._whole, alternative=alternative)),
                after=self._text.styles.em * 0.5,
            )
        small = self._text.styles.letterhead
        name = replace(small, size=small.size + 2, leading=small.leading + 2, font=BOLD, ink=Ink.PRIMARY)
        yield from self._line(letterhead.shown_name, name)
        if masthead is Masthead.LETTER:
            for line in (letterhead.department, letterhead.address, words.phone(letterhead.phone), letterhead.web):
                yield from self._line(line, small)

    def _line(self, text: str, style: TextStyle) -> Iterator[Spaced]:
        said = one_line(text)
        if self._text.natural_width(said, style) > WIDEST:
            said = said.replace(", ", ",\n")
        if said:
            wide = min(self._text.natural_width(said, style), WIDEST)
            self.width = max(self.width, wide)
            yield Spaced(Tagged(self._text.piece(said, style, wide), Element(Tag.PARAGRAPH, self._whole)))


class Beside:
    """The first block with the corner at its right, and as high as that."""

    def __init__(self, items: Stack, corner: Corner, column: float) -> None:
        missing = corner.height - stack_height(items)
        self._body = Group((*items, Spaced(Blank(missing))) if missing > 0 else items)
        self.height = self._body.height
        self._corner = corner
        self._column = column

    def least(self, room: float) -> float:
        """The block's."""
        return self._body.least(room)

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:
        """The corner stays with the first part."""
        parts = self._body.split(available, room)
        if parts is None:
            return None
        return Beside((Spaced(parts[0]),), self._corner, self._column), parts[1]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The corner is read first."""
        self._corner.draw(pen, x + self._column, top)
        self._body.draw(pen, x, top)


class WindowAddress:
    """The address where the envelope's window is, its sender in small above it, and marks where the sheet is folded.

    It stands at the top of the page, and what follows begins below what the window may show.
    """

    def __init__(self, window: Window, sender: Stack, lines: Stack) -> None:
        self.height = window.clear_bottom * MM - MARGIN_TOP
        self._window = window
        self._sender = sender
        self._lines = lines

    def least(self, room: float) -> float:  # noqa: ARG002
        """All of it."""
        return self.height

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Never."""
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Measured from the page's edges, wherever the margins are."""
        left, upper = x - MARGIN_SIDE, top - MARGIN_TOP
        for fold in self._window.folds:
            begin, end = _FOLD
            pen.shape(Line(left + begin, upper + fold * MM, left + end, upper + fold * MM, Ink.MUTED, 0.4))
        at, field = left + self._window.left * MM, upper + self._window.top * MM
        draw_stack(self._sender, pen, at, field - stack_height(self._sender) - _SENDER_GAP)
        draw_stack(self._lines, pen, at, field)


class Opening:
    """Sets how a document begins."""

    def __init__(self, letterhead: Letterhead, masthead: Masthead, setter: BlockSetter, column: float) -> None:
        self._setter = setter
        self._column = column
        self._window = letterhead.window
        self._corner = Corner(letterhead, masthead, setter.text, setter.whole)

    def stack(self, parts: tuple[Part, ...]) -> Stack:
        """The document's first blocks; the very first of them shares its place with the letterhead."""
        first = parts[0] if parts else None
        corner, setter = self._corner, self._setter
        if isinstance(first, Address) and self._window:
            items: Stack = (Spaced(self._in_window(first, self._window)),)
        elif not corner.height:
            return setter.stack(parts)
        elif isinstance(first, Address | Title):
            items = setter.stack((first,), self._column - corner.width - _APART)
        else:
            return (Spaced(Beside((), corner, self._column), after=_APART), *setter.stack(parts))
        opening = Beside(items, corner, self._column)
        return (Spaced(opening, after=items[-1].after, keep_with_next=True), *setter.stack(parts[1:]))

    def _in_window(self, address: Address, window: Window) -> WindowAddress:
        field, widest = window.width * MM, (window.clear_right - window.left) * MM
        tries = [(style, field) for style in (self._setter.text.styles.address, *_SMALLER)]
        tries += [(style, _WIDER) for style in _SMALLEST]
        lines = self._fitting("\n".join(address.lines), tries, window.height * MM)
        sender = self._fitting(one_line(address.sender), [(style, widest) for style in _SENDER], _SENDER[0].leading)
        return WindowAddress(window, sender, lines)

    def _fitting(self, words: str, tries: list[tuple[TextStyle, float]], height: float) -> Stack:
        """The words in the first style and width that keep within the height, else in the last."""
        if not words:
            return ()
        pieces = [self._setter.text.piece(words, style, width) for style, width in tries]
        chosen = next((piece for piece in pieces if piece.height <= height), pieces[-1])
        return (Spaced(Tagged(chosen, Element(Tag.PARAGRAPH, self._setter.whole))),)
