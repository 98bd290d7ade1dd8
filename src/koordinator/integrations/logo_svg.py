"""An SVG made safe to draw: read without entities or network, and written anew with nothing but shapes and colours.

What only a browser does (script, animation, pictures from elsewhere) is refused, and so is what would come out wrong
here (text in a font we lack, filters). What says nothing about the picture (metadata, an editor's notes) is left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from koordinator.domain.letterhead_logo import LogoFault, UnusableLogo

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_SHAPES: Final = (
    frozenset(("svg", "g", "defs", "symbol", "use", "switch", "a", "style"))
    | frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
    | frozenset(("linearGradient", "radialGradient", "stop"))
)
_LEFT_OUT: Final = frozenset(
    ("metadata", "title", "desc", "view", "cursor", "clipPath", "marker", "foreignObject"),
)
"""They say nothing about the picture, or are not drawn by Qt either way."""
_REFUSED: Final[Mapping[str, LogoFault]] = {
    **dict.fromkeys(("script", "handler"), LogoFault.SCRIPT),
    **dict.fromkeys(("animate", "animateColor", "animateMotion", "animateTransform", "set"), LogoFault.ANIMATED),
    **dict.fromkeys(("image", "feImage", "font-face-uri", "video", "audio", "iframe"), LogoFault.EXTERNAL),
    **dict.fromkeys(("text", "tspan", "textPath", "textArea", "font"), LogoFault.TEXT),
    **dict.fromkeys(("filter", "mask", "pattern"), LogoFault.EFFECTS),
}
_PLACES: Final = frozenset(
    ("d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height")
) | frozenset(("viewBox", "transform", "gradientTransform", "offset", "stroke-width", "stroke-miterlimit"))
_LOOKS: Final = (
    frozenset(
        ("id", "class", "style", "type", "version", "preserveAspectRatio", "display", "visibility", "color", "opacity")
    )
    | frozenset(("fill", "fill-rule", "fill-opacity", "clip-rule", "stroke", "stroke-linecap", "stroke-linejoin"))
    | frozenset(("stroke-opacity", "stop-color", "stop-opacity", "gradientUnits", "spreadMethod"))
)
_URL: Final = re.compile(r"url\s*\(\s*['\"]?\s*(.?)", re.IGNORECASE | re.DOTALL)
_STYLE_FAULTS: Final = re.compile(r"[@\\]|dasharray\s*:\s*(?!none)|filter\s*:\s*(?!none)", re.IGNORECASE)
"""Other sheets, words in disguise, and what can be made to take for ever."""
_NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_HIGHEST: Final = 1e6
"""Beyond this a coordinate is a trap for whoever draws it."""
_LOWEST: Final = 1e-6
"""A drawing smaller than this cannot be made as large as a logo."""
_MOST_ELEMENTS: Final = 5_000
_MOST_DRAWN: Final = 20_000
"""With each `use` counted as all that it draws again."""
_DEEPEST: Final = 60
_LONGEST_STYLE: Final = 50_000


class SafeSvg(NamedTuple):
    """The drawing written anew, and its size in its own units."""

    content: bytes
    width: float
    height: float


@dataclass(slots=True)
class _Element:
    name: str
    attributes: dict[str, str]
    kids: list["_Element"] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def safe_svg(content: bytes) -> SafeSvg:
    """The drawing of the file. Raises UnusableLogo."""
    root = _Reader().read(content)
    _check_drawn(root)
    width, height = _size(root)
    root.attributes |= {"width": f"{width:g}", "height": f"{height:g}", "viewBox": _view_box(root, width, height)}
    written = f'<svg xmlns="{_SVG}" xmlns:xlink="{_XLINK}" {_written(root).removeprefix("<svg ")}'
    return SafeSvg(written.encode(), width, height)


class _Reader:
    """Builds the tree of what may be drawn."""

    def __init__(self) -> None:
        self._root: _Element | None = None
        self._open: list[_Element] = []
        self._skipping = 0
        self._count = 0

    def read(self, content: bytes) -> _Element:
        """The root. Raises UnusableLogo."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._said
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._outside
        parser.SkippedEntityHandler = self._entity
        try:
            parser.Parse(content, True)  # noqa: FBT003
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise UnusableLogo(LogoFault.BROKEN if self._root else LogoFault.FORMAT) from error
        if self._root is None:
            raise UnusableLogo(LogoFault.FORMAT)
        return self._root

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_more: bool) -> None:
        if has_more:
            raise UnusableLogo(LogoFault.ENTITIES)

    def _entity(self, *_declared: object) -> None:
        raise UnusableLogo(LogoFault.ENTITIES)

    def _outside(self, *_named: object) -> int:
        raise UnusableLogo(LogoFault.ENTITIES)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) > _DEEPEST:
            raise UnusableLogo(LogoFault.TOO_COMPLEX)
        if self._root is None and local != "svg":
            raise UnusableLogo(LogoFault.FORMAT)
        if local in _REFUSED or local.startswith("fe"):
            raise UnusableLogo(_REFUSED.get(local, LogoFault.EFFECTS))
        if self._skipping or space not in ("", _SVG) or local in _LEFT_OUT:
            self._skipping += 1
            return
        if local not in _SHAPES:
            raise UnusableLogo(LogoFault.EFFECTS)
        element = _Element("g" if local in ("a", "switch") else local, _kept(attributes))
        if self._open:
            self._open[-1].kids.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._open.pop()

    def _said(self, text: str) -> None:
        """Only a style sheet's words matter."""
        if self._skipping or not self._open or self._open[-1].name != "style":
            return
        said = self._open[-1].text
        said.append(text)
        if sum(map(len, said)) > _LONGEST_STYLE:
            raise UnusableLogo(LogoFault.TOO_COMPLEX)


def _kept(attributes: dict[str, str]) -> dict[str, str]:
    kept = {}
    for name, value in attributes.items():
        space, _, local = name.rpartition(" ")
        if local.lower().startswith("on"):
            raise UnusableLogo(LogoFault.SCRIPT)
        if local == "href" and space in ("", _XLINK):
            if not value.strip().startswith("#"):
                raise UnusableLogo(LogoFault.EXTERNAL)
            kept["xlink:href"] = value.strip()
        elif not space and local in _PLACES:
            if any(abs(number) > _HIGHEST for number in _numbers(value)):
                raise UnusableLogo(LogoFault.TOO_COMPLEX)
            kept[local] = value
        elif not space and local in _LOOKS:
            _check_look(value)
            kept[local] = value
    return kept


def _check_look(words: str) -> None:
    if any(found[1] != "#" for found in _URL.finditer(words)):
        raise UnusableLogo(LogoFault.EXTERNAL)
    if _STYLE_FAULTS.search(words):
        raise UnusableLogo(LogoFault.EFFECTS)


def _check_drawn(root: _Element) -> None:
    """What is used again is drawn again; a thing that uses itself never ends."""
    every = list(_all(root))
    named = {each.attributes["id"]: each for each in every if "id" in each.attributes}
    for each in every:
        if each.name == "style":
            _check_look("".join(each.text))
    counted: dict[int, int] = {}

    def drawn(element: _Element, using: frozenset[int]) -> int:
        if id(element) in using or len(using) > 2 * _DEEPEST:
            raise UnusableLogo(LogoFault.TOO_COMPLEX)
        if id(element) not in counted:
            inside = using | {id(element)}
            target = named.get(element.attributes.get("xlink:href", "#")[1:]) if element.name == "use" else None
            count = 1 + sum(drawn(kid, inside) for kid in element.kids) + (drawn(target, inside) if target else 0)
            if count > _MOST_DRAWN:
                raise UnusableLogo(LogoFault.TOO_COMPLEX)
            counted[id(element)] = count
        return counted[id(element)]

    drawn(root, frozenset())


def _all(element: _Element) -> list[_Element]:
    return [element, *(each for kid in element.kids for each in _all(kid))]


def _size(root: _Element) -> tuple[float, float]:
    """The view box's where there is one: width and height can be in any unit, or in percent."""
    box = _numbers(root.attributes.get("viewBox", ""))
    if len(box) == 4 and min(box[2:]) > _LOWEST:
        return box[2], box[3]
    sides = [_numbers(root.attributes.get(side, "")) for side in ("width", "height")]
    if all(sides) and all(side[0] > _LOWEST for side in sides) and "%" not in root.attributes["width"]:
        return sides[0][0], sides[1][0]
    raise UnusableLogo(LogoFault.BROKEN)


def _view_box(root: _Element, width: float, height: float) -> str:
    box = _numbers(root.attributes.get("viewBox", ""))
    left, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
    return f"{left:g} {top:g} {width:g} {height:g}"


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


def _written(element: _Element) -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in element.attributes.items())
    inside = escape("".join(element.text)) + "".join(map(_written, element.kids))
    return f"<{element.name}{attributes}>{inside}</{element.name}>"
