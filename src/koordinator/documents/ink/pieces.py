"""The simple pieces: text, drawings, boxes, list items, groups. Each knows its height from the start."""

from dataclasses import dataclass
from typing import Final

from koordinator.documents.content import Align
from koordinator.documents.figures import Figure, Line, Rect, Shape
from koordinator.documents.ink.pen import Pen
from koordinator.documents.ink.stack import HAIR, Piece, Stack, draw_stack, least_height, part_stack, stack_height
from koordinator.documents.ink.structure import Element
from koordinator.documents.ink.style import TextStyle
from koordinator.documents.ink.text import SetLine
from koordinator.documents.palette import Ink

_FEWEST_LINES: Final = 2
"""No page begins or ends with a single line of a paragraph."""


class TextPiece:
    """Lines of one size."""

    def __init__(self, lines: tuple[SetLine, ...], style: TextStyle, width: float, align: Align = Align.LEFT) -> None:
        self.height = len(lines) * style.leading
        self._lines = lines
        self._style = style
        self._width = width
        self._align = align

    def least(self, room: float) -> float:
        """Two lines, or all of a paragraph that cannot leave two on each side."""
        if len(self._lines) < 2 * _FEWEST_LINES and self.height <= room:
            return self.height
        return _FEWEST_LINES * self._style.leading

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Between two lines."""
        count = min(int((available + HAIR) / self._style.leading), len(self._lines) - _FEWEST_LINES)
        if count < _FEWEST_LINES:
            return None
        return self._part(self._lines[:count]), self._part(self._lines[count:])

    def _part(self, lines: tuple[SetLine, ...]) -> "TextPiece":
        return TextPiece(lines, self._style, self._width, self._align)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Line by line."""
        if self._align is Align.LEFT:
            pen.lines(self._lines, self._style, x, top)
        else:
            pen.aligned(self._lines, self._style, (x, top, self._width), self._align)


class Tagged:
    """A piece that is an element of the document's structure; over two pages both parts are the same one."""

    def __init__(self, piece: Piece, element: Element) -> None:
        self.height = piece.height
        self._piece = piece
        self._element = element

    def least(self, room: float) -> float:
        """The piece's."""
        return self._piece.least(room)

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:
        """As the piece."""
        parts = self._piece.split(available, room)
        return (Tagged(parts[0], self._element), Tagged(parts[1], self._element)) if parts else None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The piece, as content of its element."""
        before = pen.enter(self._element)
        self._piece.draw(pen, x, top)
        pen.enter(before)


class _Whole:
    """A piece that is never parted."""

    def __init__(self, height: float) -> None:
        self.height = height

    def least(self, room: float) -> float:  # noqa: ARG002
        """All of it."""
        return self.height

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002
        """Never."""
        return None


class FigurePiece(_Whole):
    """A drawing."""

    def __init__(self, figure: Figure, scale: float) -> None:
        super().__init__(figure.height * scale)
        self._figure = figure
        self._scale = scale

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """At its scale."""
        pen.figure(self._figure, x, top, self._scale)


class Blank(_Whole):
    """Room, with a line to write on at its foot where that has a width."""

    def __init__(self, height: float, rule_width: float = 0) -> None:
        super().__init__(height)
        self._rule_width = rule_width

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The line, if any."""
        if self._rule_width:
            foot = top + self.height
            pen.shape(Line(x, foot, x + self._rule_width, foot, Ink.MUTED, 0.6))


class TickBox(_Whole):
    """A box to tick, as high as the line of text it stands beside."""

    def __init__(self, style: TextStyle, *, done: bool) -> None:
        super().__init__(style.leading)
        self._side = style.size * 0.82
        self._done = done

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """A square, and a tick in it when done."""
        side = self._side
        top += (self.height - side) / 2
        shapes: list[Shape] = [Rect(x, top, side, side, fill=Ink.SURFACE, stroke=Ink.TEXT, radius=side / 7)]
        if self._done:
            knee_x, knee_y = x + side * 0.42, top + side * 0.74
            shapes.append(Line(x + side * 0.2, top + side * 0.5, knee_x, knee_y, Ink.TEXT, side / 7))
            shapes.append(Line(knee_x, knee_y, x + side * 0.82, top + side * 0.22, Ink.TEXT, side / 7))
        pen.sign(shapes, top)


class Group:
    """Pieces that stay on one page where it can hold them."""

    def __init__(self, items: Stack) -> None:
        self.height = stack_height(items)
        self._items = items

    def least(self, room: float) -> float:
        """All, unless a page cannot hold them."""
        return self.height if self.height <= room else least_height(self._items, room)

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:
        """As any stack."""
        parts = part_stack(self._items, available, room)
        return (Group(parts[0]), Group(parts[1])) if parts else None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """From the top down."""
        draw_stack(self._items, pen, x, top)


class Hanging:
    """A marker, and what belongs to it indented beside it."""

    def __init__(self, marker: Piece | None, body: Piece, indent: float) -> None:
        self.height = body.height
        self._marker = marker
        self._body = body
        self._indent = indent

    def least(self, room: float) -> float:
        """The body's."""
        return self._body.least(room)

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:
        """The marker stays with the first part."""
        parts = self._body.split(available, room)
        return (Hanging(self._marker, parts[0], self._indent), Hanging(None, parts[1], self._indent)) if parts else None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Marker and body."""
        if self._marker:
            self._marker.draw(pen, x, top)
        self._body.draw(pen, x + self._indent, top)


@dataclass(frozen=True, slots=True)
class BoxLook:
    """How a box looks; a bar stands at its left edge."""

    padding_x: float
    padding_y: float
    fill: Ink | None = None
    stroke: Ink | None = None
    bar: Ink | None = None
    bar_width: float = 0
    radius: float = 0

    @property
    def left(self) -> float:
        """From the box's edge to what is in it."""
        return self.bar_width + self.padding_x

    def inner_width(self, width: float) -> float:
        """The width for what is in a box of `width`."""
        return width - self.left - self.padding_x


class Box:
    """Pieces on a tint, in a frame or beside a bar; over two pages where one cannot hold it."""

    def __init__(self, items: Stack, width: float, look: BoxLook, stretched_to: float = 0) -> None:
        self.height = max(stack_height(items) + 2 * look.padding_y, stretched_to)
        self._items = items
        self._width = width
        self._look = look

    def stretched(self, height: float) -> "Box":
        """The same box, as high as its neighbour."""
        return Box(self._items, self._width, self._look, height)

    def least(self, room: float) -> float:
        """All, unless a page cannot hold it."""
        padding = 2 * self._look.padding_y
        return self.height if self.height <= room else padding + least_height(self._items, room - padding)

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:
        """Two boxes."""
        padding = 2 * self._look.padding_y
        parts = part_stack(self._items, available - padding, room - padding)
        return (Box(parts[0], self._width, self._look), Box(parts[1], self._width, self._look)) if parts else None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The box, then what is in it."""
        look = self._look
        if look.fill or look.stroke:
            pen.shape(Rect(x, top, self._width, self.height, look.fill, look.stroke, look.radius))
        if look.bar:
            pen.shape(Rect(x, top, look.bar_width, self.height, fill=look.bar))
        draw_stack(self._items, pen, x + look.left, top + look.padding_y)
