"""The canvas with y downwards from the page's top and colours by name. Everything visible goes through here."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from koordinator.documents.content import Align
from koordinator.documents.figures import DASH, Anchor, Circle, Figure, Label, Line, Polygon, Rect, Shape
from koordinator.documents.ink.fonts import BOLD, REGULAR, width_of
from koordinator.documents.ink.picture import draw_picture
from koordinator.documents.ink.structure import Element, StructureTree
from koordinator.documents.ink.style import PORTRAIT, Sheet, TextStyle
from koordinator.documents.ink.text import SetLine
from koordinator.documents.palette import PAPER, Ink

# Capitals reach 0.66 of the size above the baseline: half of it centres them in their line.
_BASELINE: Final = 0.33
_FRAME: Final = 0.75
_SHARE_LEFT: Final = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
_SHARE_FREE: Final = {Align.CENTRE: 0.5, Align.RIGHT: 1.0}


class Pen:
    """Draws on the current page of a canvas, and writes a colour into the file only where it changes."""

    def __init__(self, canvas: Canvas, sheet: Sheet = PORTRAIT, colours: Mapping[Ink, str] = PAPER) -> None:
        self._canvas = canvas
        self._colours = {ink: HexColor(value).rgb() for ink, value in colours.items()}
        self._height = sheet.height
        self._filling: Ink | None = None
        self._stroking: tuple[Ink, float] | None = None
        self._origin = self._height
        self.tree = StructureTree(self._bookmark)
        self._element: Element | None = None
        self._marked: Element | None = None
        self._marking = False
        self._ornament = False
        self._draw: dict[type[Any], Callable[[Any], None]] = {
            Line: self._line,
            Rect: self._rect,
            Circle: self._circle,
            Polygon: self._polygon,
            Label: self._label,
        }

    def next_page(self) -> None:
        """Close this page."""
        self._end_mark()
        self._canvas.showPage()
        self._forget_colours()
        self.tree.next_page()

    def enter(self, element: Element | None) -> Element | None:
        """What is drawn from now on belongs to the element, or to none and is ornament; gives the one before."""
        before, self._element = self._element, element
        return before

    def begin_ornament(self) -> None:
        """What is drawn until `end_ornament` belongs to no element, whoever enters."""
        self._ornament = True

    def end_ornament(self) -> None:
        """Elements get their content again."""
        self._ornament = False

    def lines(self, lines: tuple[SetLine, ...], style: TextStyle, x: float, top: float) -> None:
        """Lines of text, the first one's top at `top`."""
        y = self._height - top - style.leading / 2 - style.size * _BASELINE
        self._mark(self._element, top)
        text = self._canvas.beginText(x, y)
        font = None
        for number, line in enumerate(lines):
            if number:
                text.setTextOrigin(x, y - number * style.leading)
            for run in line.runs:
                if run.font != font:
                    font = run.font
                    text.setFont(font, style.size)
                if run.ink != self._filling:
                    self._filling = run.ink
                    text.setFillColor(self._colours[run.ink])
                text.textOut(run.text)
        self._canvas.drawText(text)

    def aligned(self, lines: tuple[SetLine, ...], style: TextStyle, box: tuple[float, float, float], to: Align) -> None:
        """Lines within `box` = x, top and width, each moved to the middle or the right."""
        x, top, width = box
        for number, line in enumerate(lines):
            self.lines((line,), style, x + (width - line.width) * _SHARE_FREE[to], top + number * style.leading)

    def figure(self, figure: Figure, x: float, top: float, scale: float) -> None:
        """A drawing with its top left corner at x, top."""
        self._mark_figure((x, top, figure.width * scale, figure.height * scale))
        self._canvas.saveState()
        self._canvas.translate(x, self._height - top)
        self._canvas.scale(scale, scale)
        self._origin = 0
        self._forget_colours()
        for shape in figure.shapes:
            self._draw[type(shape)](shape)
        self._origin = self._height
        self._forget_colours()
        self._canvas.restoreState()

    def picture(self, content: bytes, box: tuple[float, float, float, float]) -> None:
        """A PNG of our own making in `box` = x, top, width and height."""
        self._mark_figure(box)
        x, top, width, height = box
        draw_picture(self._canvas, content, (x, self._height - top - height, width, height))

    def shape(self, shape: Shape) -> None:
        """One shape that is ornament, in points from the page's top left corner."""
        self._mark(None, 0)
        self._draw[type(shape)](shape)

    def sign(self, shapes: Iterable[Shape], top: float) -> None:
        """Shapes that say something."""
        self._mark(self._element, top)
        for shape in shapes:
            self._draw[type(shape)](shape)

    def _mark_figure(self, box: tuple[float, float, float, float]) -> None:
        """What follows is drawn by the current element, which says where it stands."""
        x, top, width, height = box
        if self._element:
            place = f"{x:.2f} {self._height - top - height:.2f} {x + width:.2f} {self._height - top:.2f}"
            self._element.attributes = f"/O/Layout/Placement/Block/BBox[{place}]"
        self._mark(self._element, top)

    def _mark(self, element: Element | None, top: float) -> None:
        """Say whose the following content is, where that is not who had the one before."""
        if self._ornament:
            element = None
        if self._marking and element is self._marked:
            return
        self._end_mark()
        self._marked, self._marking = element, True
        if element:
            number = self.tree.mark(element, self._height - top)
            self._write(f"/{element.tag} <</MCID {number}>> BDC")
        else:
            self._write("/Artifact BMC")

    def _end_mark(self) -> None:
        if self._marking:
            self._write("EMC")
        self._marking = False

    def _write(self, code: str) -> None:
        # reportlab has no word for marked content.
        self._canvas._code.append(code)  # type: ignore[attr-defined]  # noqa: SLF001

    def _bookmark(self, title: str, depth: int, y: float) -> None:
        key = f"{title} {y} {self._canvas.getPageNumber()}"
        self._canvas.bookmarkPage(key, "XYZ", left=0, top=y)
        self._canvas.addOutlineEntry(title, key, depth)
        self._canvas.showOutline()

    def _forget_colours(self) -> None:
        self._filling = self._stroking = None

    def _fill_with(self, ink: Ink) -> None:
        if ink != self._filling:
            self._filling = ink
            self._canvas.setFillColor(self._colours[ink])

    def _stroke_with(self, ink: Ink, width: float) -> None:
        if (ink, width) != self._stroking:
            self._stroking = ink, width
            self._canvas.setStrokeColor(self._colours[ink])
            self._canvas.setLineWidth(width)

    def _paint(self, fill: Ink | None, stroke: Ink | None) -> dict[str, int]:
        if fill:
            self._fill_with(fill)
        if stroke:
            self._stroke_with(stroke, _FRAME)
        return {"fill": int(fill is not None), "stroke": int(stroke is not None)}

    def _line(self, shape: Line) -> None:
        self._stroke_with(shape.stroke, shape.width)
        if shape.dashed:
            self._canvas.setDash([DASH * shape.width] * 2)
        self._canvas.line(shape.x1, self._origin - shape.y1, shape.x2, self._origin - shape.y2)
        if shape.dashed:
            self._canvas.setDash()

    def _rect(self, shape: Rect) -> None:
        place = (shape.x, self._origin - shape.y - shape.height, shape.width, shape.height)
        paint = self._paint(shape.fill, shape.stroke)
        if shape.radius:
            self._canvas.roundRect(*place, radius=shape.radius, **paint)
        else:
            self._canvas.rect(*place, **paint)

    def _circle(self, shape: Circle) -> None:
        paint = self._paint(shape.fill, shape.stroke)
        self._canvas.circle(shape.x, self._origin - shape.y, shape.radius, **paint)

    def _polygon(self, shape: Polygon) -> None:
        path = self._canvas.beginPath()
        (x, y), *rest = shape.corners
        path.moveTo(x, self._origin - y)
        for corner_x, corner_y in rest:
            path.lineTo(corner_x, self._origin - corner_y)
        path.close()
        self._canvas.drawPath(path, **self._paint(shape.fill, shape.stroke))

    def _label(self, shape: Label) -> None:
        font = BOLD if shape.bold else REGULAR
        x = shape.x - width_of(font, shape.text) * shape.size * _SHARE_LEFT[shape.anchor]
        self._fill_with(shape.ink)
        self._canvas.setFont(font, shape.size)
        # The space keeps the labels of a figure apart for a program that reads the file.
        self._canvas.drawString(x, self._origin - shape.y, f"{shape.text} ")
