"""A figure as SVG, for the screen."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.sax.saxutils import escape

from koordinator.documents.figures import DASH, Circle, Figure, Label, Line, Polygon, Rect, Shape
from koordinator.documents.palette import Ink
from koordinator.documents.plain import one_line

_FONT: Final = "Source Sans 3"

Colours = Mapping[Ink, str]


def svg(figure: Figure, colours: Colours) -> str:
    """The drawing with its colours from `colours` ("#rrggbb" by name)."""
    size = f'width="{_n(figure.width)}" height="{_n(figure.height)}"'
    box = f'viewBox="0 0 {_n(figure.width)} {_n(figure.height)}"'
    title = f"<title>{_text(figure.alternative)}</title>"
    body = "".join(_DRAW[type(shape)](shape, colours) for shape in figure.shapes)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img">{title}{body}</svg>'


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return escape(one_line(text))


def _paint(fill: Ink | None, stroke: Ink | None, colours: Colours, width: float = 0.75) -> str:
    filled = f'fill="{colours[fill]}"' if fill else 'fill="none"'
    return f'{filled} stroke="{colours[stroke]}" stroke-width="{_n(width)}"' if stroke else filled


def _line(shape: Line, colours: Colours) -> str:
    ends = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
    dashes = f' stroke-dasharray="{_n(DASH * shape.width)}"' if shape.dashed else ' stroke-linecap="round"'
    return f"<line {ends} {_paint(None, shape.stroke, colours, shape.width)}{dashes}/>"


def _rect(shape: Rect, colours: Colours) -> str:
    place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
    corners = f'rx="{_n(shape.radius)}" ' if shape.radius else ""
    return f"<rect {place} {corners}{_paint(shape.fill, shape.stroke, colours)}/>"


def _circle(shape: Circle, colours: Colours) -> str:
    place = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
    return f"<circle {place} {_paint(shape.fill, shape.stroke, colours)}/>"


def _polygon(shape: Polygon, colours: Colours) -> str:
    corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.corners)
    return f'<polygon points="{corners}" {_paint(shape.fill, shape.stroke, colours)}/>'


def _label(shape: Label, colours: Colours) -> str:
    weight = ' font-weight="bold"' if shape.bold else ""
    look = f'font-family="{_FONT}" font-size="{_n(shape.size)}" text-anchor="{shape.anchor}"{weight}'
    return f'<text x="{_n(shape.x)}" y="{_n(shape.y)}" {look} fill="{colours[shape.ink]}">{_text(shape.text)}</text>'


_DRAW: Final[dict[type[Shape], Callable[..., str]]] = {
    Line: _line,
    Rect: _rect,
    Circle: _circle,
    Polygon: _polygon,
    Label: _label,
}
