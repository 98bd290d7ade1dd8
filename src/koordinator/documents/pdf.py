"""Sets a document and draws it as PDF: same document in, same bytes out."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import NamedTuple, Self

from reportlab.pdfgen.canvas import Canvas

from koordinator.documents.content import Block, Document, OnePage, PageBreak, Paragraph, Part, Tone
from koordinator.documents.hiding import without_addresses
from koordinator.documents.ink.block_setter import BlockSetter
from koordinator.documents.ink.fonts import REGULAR, register_fonts
from koordinator.documents.ink.letterhead import Opening
from koordinator.documents.ink.page import Furniture
from koordinator.documents.ink.pdf_file import PdfFile
from koordinator.documents.ink.pen import Pen
from koordinator.documents.ink.stack import HAIR, Stack, draw_stack, split_stack, squeezed, stack_height
from koordinator.documents.ink.style import LARGE, MARGIN_SIDE, MARGIN_TOP, NORMAL, Sheet
from koordinator.documents.ink.text_setter import TextSetter
from koordinator.documents.palette import paper_colours
from koordinator.documents.plain import one_line
from koordinator.domain.letterhead import Letterhead
from koordinator.texts.documents import MISSING_CHARACTERS_NOTE


@dataclass(frozen=True, slots=True)
class Pdf:
    """The finished file, its number of pages, and the characters that had to be shown by something else."""

    content: bytes
    pages: int
    substituted: tuple[str, ...]


class PdfPress:
    """Makes PDFs with the fonts of one folder. May be shared by threads: one document is drawn at a time.

    The letterhead lies in the press as paper does: it is asked for anew for each document that does not bring its own.
    """

    def __init__(self, fonts: Path, paper: Callable[[], Letterhead] = Letterhead) -> None:
        self._fonts = fonts
        self._paper = paper
        self._printing = Lock()
        self._hidden: tuple[str, ...] = ()

    def hiding(self, addresses: tuple[str, ...]) -> Self:
        """The same press, which prints none of these addresses, in whatever text they stand."""
        other = copy(self)
        other._hidden = addresses  # noqa: SLF001 (of its own kind)
        return other

    def register_fonts(self) -> None:
        """Make the fonts known, for a figure that is measured and not printed."""
        register_fonts(self._fonts)

    def render(self, document: Document, letterhead: Letterhead | None = None) -> Pdf:
        """The document as PDF. The same document on the same letterhead gives the same bytes."""
        shown = without_addresses(document, self._hidden) if self._hidden else document
        return self._drawn(shown, letterhead or self._paper())

    def _drawn(self, document: Document, letterhead: Letterhead) -> Pdf:
        with self._printing:
            register_fonts(self._fonts)
            return _render(document, letterhead)


def _render(document: Document, letterhead: Letterhead) -> Pdf:
    text = TextSetter(LARGE if document.large_print else NORMAL)
    furniture = Furniture(document, text)
    pages = _pages(document, text, furniture, letterhead)
    canvas = _canvas(document, furniture.sheet)
    pen = Pen(canvas, furniture.sheet, paper_colours(letterhead.accent))
    for number, page in enumerate(pages, start=1):
        draw_stack(page, pen, MARGIN_SIDE, MARGIN_TOP)
        furniture.draw(pen, number, len(pages))
        pen.next_page()
    content = PdfFile(canvas, pen.tree, document.language).content()
    return Pdf(content, len(pages), tuple(sorted(text.substituted)))


class _Section(NamedTuple):
    """What begins on a new page; several versions of it where one page has to hold it."""

    versions: tuple[tuple[Part, ...], ...]
    on_one_page: bool = False


def _pages(document: Document, text: TextSetter, furniture: Furniture, letterhead: Letterhead) -> list[Stack]:
    room, column = furniture.room, furniture.sheet.column
    setter = BlockSetter(text, column, room)
    first, *others = _sections(document.blocks)
    stacks = [_stack(first, Opening(letterhead, document.masthead, setter, column).stack, room)]
    stacks += [_stack(section, setter.stack, room) for section in others]
    if text.substituted:
        stacks[-1] += setter.stack((Paragraph(MISSING_CHARACTERS_NOTE, Tone.SMALL),))
    pages: list[Stack] = []
    for stack in stacks:
        rest = stack
        while rest:
            page, rest = split_stack(rest, room, room) or (rest, ())
            pages.append(page)
    return pages or [()]


def _stack(section: _Section, set_parts: Callable[[tuple[Part, ...]], Stack], room: float) -> Stack:
    stack: Stack = ()
    for parts in section.versions:
        stack = set_parts(parts)
        if section.on_one_page:
            stack = squeezed(stack, room)
            if stack_height(stack) <= room + HAIR:
                break
    return stack


def _sections(blocks: tuple[Block, ...]) -> list[_Section]:
    sections: list[_Section] = []
    parts: list[Part] = []
    for block in blocks:
        if isinstance(block, OnePage | PageBreak):
            sections.append(_Section((tuple(parts),)))
            parts.clear()
            if isinstance(block, OnePage):
                sections.append(_Section((block.blocks, *block.shorter), on_one_page=True))
        else:
            parts.append(block)
    sections.append(_Section((tuple(parts),)))
    return [section for section in sections if section.versions[0]] or [_Section(((),))]


def _canvas(document: Document, sheet: Sheet) -> Canvas:
    size = (sheet.width, sheet.height)
    # Without a first font of ours, reportlab names one that is not in the file. (Its stubs take the name for a number.)
    canvas = Canvas(BytesIO(), pagesize=size, invariant=1, initialFontName=REGULAR)  # type: ignore[arg-type]
    canvas.setTitle(one_line(document.title))
    canvas.setAuthor(one_line(document.author))
    canvas.setSubject(one_line(document.subject))
    canvas.setCreator("koordinator")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
