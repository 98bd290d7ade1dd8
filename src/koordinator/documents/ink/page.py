"""What stands on every page round the text: footer, running head, draft mark."""

from typing import Final

from koordinator.documents.content import Align, Document
from koordinator.documents.figures import Line, Rect
from koordinator.documents.ink.pen import Pen
from koordinator.documents.ink.pieces import TextPiece
from koordinator.documents.ink.style import (
    LANDSCAPE,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
    PORTRAIT,
    TextStyle,
)
from koordinator.documents.ink.text_setter import TextSetter
from koordinator.documents.palette import Ink
from koordinator.documents.plain import one_line
from koordinator.texts.documents import DRAFT, page_of

_SEPARATOR: Final = " · "
_LEFT_SHARE: Final = 0.65
_FOOTER_GAP: Final = 20.0


class Furniture:
    """Set once for a document, drawn on each page."""

    def __init__(self, document: Document, text: TextSetter) -> None:
        self.sheet = LANDSCAPE if document.landscape else PORTRAIT
        self._text = text
        self._style = text.styles.footer
        self._draft = document.draft
        self._running_head = self._line(document.running_head)
        self._identity = self._line(
            _SEPARATOR.join(filter(None, (document.version_text, document.date_text, document.case_text)))
        )
        footer = one_line(document.footer)
        self._footer = text.piece(footer, self._style, self.sheet.column) if footer else None
        height = self._style.leading + (self._footer.height if self._footer else 0)
        self._footer_top = self.sheet.height - MARGIN_BOTTOM - height

    @property
    def room(self) -> float:
        """The height left for the text."""
        return self._footer_top - _FOOTER_GAP - MARGIN_TOP

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        """The furniture of one page."""
        if page > 1:
            self._running_head.draw(pen, MARGIN_SIDE, self._head_top(self._style))
        if self._draft:
            self._draft_mark(pen)
        top = self._footer_top
        pen.shape(Line(MARGIN_SIDE, top - 5, self.sheet.width - MARGIN_SIDE, top - 5, Ink.LINE, 0.6))
        self._identity.draw(pen, MARGIN_SIDE, top)
        number = self._text.piece(page_of(page, pages), self._style, self.sheet.column, Align.RIGHT)
        number.draw(pen, MARGIN_SIDE, top)
        if self._footer:
            self._footer.draw(pen, MARGIN_SIDE, top + self._style.leading)

    def _line(self, text: str) -> TextPiece:
        """Room is left at its right for the page's number or the draft mark."""
        width = self.sheet.column * _LEFT_SHARE
        return self._text.piece(self._text.on_one_line(text, self._style, width), self._style, width)

    @staticmethod
    def _head_top(style: TextStyle) -> float:
        return MARGIN_TOP - style.leading - 11

    def _draft_mark(self, pen: Pen) -> None:
        style = TextStyle(self._style.size, self._style.leading, self._text.styles.table_head.font)
        width = self._text.natural_width(DRAFT, style) + 2 * style.size
        left, top = self.sheet.width - MARGIN_SIDE - width, self._head_top(style) - 3
        pen.shape(Rect(left, top, width, style.leading + 4, Ink.WAITING_TINT, Ink.WAITING, style.leading / 2))
        self._text.piece(DRAFT, style, width).draw(pen, left + style.size, top + 2)
