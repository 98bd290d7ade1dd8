"""What a document is made of, for a reader that cannot see the page: elements, in the order they are drawn.

An element is made with its block and takes its place in the tree when its first content is drawn; what is set and
never drawn, such as the longer version of a page, stays out. A block over two pages is one element.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple


class Tag(StrEnum):
    """The standard structure types we use."""

    DOCUMENT = "Document"
    PARAGRAPH = "P"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    QUOTE = "BlockQuote"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    SPAN = "Span"


HEADINGS: Final = (Tag.HEADING_1, Tag.HEADING_2, Tag.HEADING_3)

NUMBERED: Final = "/O/List/ListNumbering/Decimal"
BULLETED: Final = "/O/List/ListNumbering/Disc"
BOXED: Final = "/O/List/ListNumbering/Square"
UNMARKED: Final = "/O/List/ListNumbering/None"
HEADS_COLUMN: Final = "/O/Table/Scope/Column"


class Mark(NamedTuple):
    """A stretch of a page's content."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """One element. `alternative` is said instead of a figure, `actual` is read where only shapes are drawn."""

    tag: Tag
    parent: "Element | None" = None
    attributes: str = ""
    alternative: str = ""
    actual: str = ""
    title: str = ""
    """A heading's words."""
    kids: list["Element | Mark"] = field(default_factory=list)
    placed: bool = False


class StructureTree:
    """Takes the elements as their content is drawn, and tells of each heading: its words, its depth from 0, its y."""

    def __init__(self, bookmark: Callable[[str, int, float], None]) -> None:
        self._bookmark = bookmark
        self._deepest = 0
        self.roots: list[Element] = []
        self.pages: list[list[Element]] = [[]]
        """The owner of each mark, page by page."""

    def mark(self, element: Element, y: float) -> int:
        """The number of the element's next mark on this page; `y` is where that begins."""
        if not element.placed:
            self._place(element, y)
        owners = self.pages[-1]
        number = len(owners)
        owners.append(element)
        element.kids.append(Mark(len(self.pages) - 1, number))
        return number

    def next_page(self) -> None:
        """Marks are counted from 0 again."""
        self.pages.append([])

    def _place(self, element: Element, y: float) -> None:
        element.placed = True
        if element.tag in HEADINGS:
            self._head(element, y)
        if element.parent is None:
            self.roots.append(element)
            return
        if not element.parent.placed:
            self._place(element.parent, y)
        element.parent.kids.append(element)

    def _head(self, element: Element, y: float) -> None:
        """No level is left out on the way down, whatever the blocks ask for."""
        depth = min(HEADINGS.index(element.tag), self._deepest)
        self._deepest = depth + 1
        element.tag = HEADINGS[depth]
        self._bookmark(element.title, depth, y)
