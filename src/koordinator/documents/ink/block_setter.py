"""Turns neutral content into pieces of known height."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from koordinator.documents import content as c
from koordinator.documents.figures import Figure, Label
from koordinator.documents.ink.pieces import Blank, Box, BoxLook, FigurePiece, Group, Hanging, Tagged
from koordinator.documents.ink.rows import CellPlace, Row
from koordinator.documents.ink.stack import Piece, Spaced, Stack
from koordinator.documents.ink.structure import BOXED, BULLETED, HEADINGS, NUMBERED, UNMARKED, Element, Tag
from koordinator.documents.ink.style import TextStyle
from koordinator.documents.ink.table_setter import TableSetter
from koordinator.documents.ink.text_setter import TextSetter
from koordinator.documents.palette import Ink
from koordinator.documents.plain import one_line

_CALLOUTS: Final = {
    c.CalloutTone.NOTICE: Ink.PRIMARY_TINT,
    c.CalloutTone.WAITING: Ink.WAITING_TINT,
}


class BlockSetter:
    """Sets a document's blocks, one method a kind."""

    def __init__(self, text: TextSetter, column: float, room: float) -> None:
        self.text = self._text = text
        self._column = column
        self._room = room
        self._styles = text.styles
        self.whole = self._whole = Element(Tag.DOCUMENT)
        """Whose parts all blocks are."""
        tables = TableSetter(text, self._whole)
        self._setters: dict[type[Any], Callable[[Any, float], Iterable[Spaced]]] = {
            c.Address: self._address,
            c.Title: self._title,
            c.Heading: self._heading,
            c.Paragraph: self._paragraph,
            c.Quote: self._quote,
            c.NumberedList: self._numbered,
            c.BulletList: self._bullets,
            c.CheckList: self._checks,
            c.Table: tables.table,
            c.Facts: tables.facts,
            c.Cards: self._cards,
            c.Callout: self._callout,
            c.Drawing: self._drawing,
            c.Signatures: self._signatures,
            c.WritingLines: self._writing_lines,
            c.Space: self._space,
            c.KeepTogether: self._keep_together,
        }

    def stack(self, blocks: Iterable[c.Part], width: float = 0) -> Stack:
        """The blocks above each other, as wide as the page's column unless told otherwise."""
        wide = width or self._column
        return tuple(spaced for block in blocks for spaced in self._setters[type(block)](block, wide))

    def _p(self, text: c.Text, style: TextStyle, width: float, parent: Element | None = None) -> Piece:
        return Tagged(self._text.piece(text, style, width), Element(Tag.PARAGRAPH, parent or self._whole))

    def _head(self, text: str, style: TextStyle, width: float, level: int) -> Piece:
        words = one_line(text)
        piece = self._text.piece(words, style, width)
        title = self._text.readable(words)
        return Tagged(piece, Element(HEADINGS[level - 1], self._whole, title=title)) if title else piece

    def _address(self, block: c.Address, width: float) -> Iterator[Spaced]:
        """Where no window says otherwise."""
        em, gap = self._styles.em, self._styles.gaps[c.Gap.LARGE]
        if block.sender:
            small = self._styles.paragraphs[c.Tone.SMALL]
            yield Spaced(self._p(one_line(block.sender), small, width), after=em * 0.6, keep_with_next=True)
        yield Spaced(self._p("\n".join(block.lines), self._styles.body, width), gap, 2 * gap)

    def _title(self, block: c.Title, width: float) -> Iterator[Spaced]:
        styles = self._styles
        if block.kicker:
            yield Spaced(self._p(one_line(block.kicker), styles.kicker, width), keep_with_next=True)
        title = self._head(block.text, styles.title, width, 1)
        yield Spaced(title, after=styles.em * 0.15, keep_with_next=True)
        if block.subtitle:
            yield Spaced(self._p(one_line(block.subtitle), styles.subtitle, width), after=styles.em)

    def _heading(self, block: c.Heading, width: float) -> Iterator[Spaced]:
        em = self._styles.em
        piece = self._head(block.text, self._styles.headings[block.level], width, block.level)
        before, after = (1.65 * em, 0.45 * em) if block.level == 2 else (1.15 * em, 0.25 * em)
        yield Spaced(piece, before, after, keep_with_next=True)

    def _paragraph(self, block: c.Paragraph, width: float) -> Iterator[Spaced]:
        gap = self._styles.em * 0.6
        piece = self._p(block.text, self._styles.paragraphs[block.tone], width)
        yield Spaced(piece, gap, gap, block.keep_with_next)

    def _quote(self, block: c.Quote, width: float) -> Iterator[Spaced]:
        em = self._styles.em
        look = BoxLook(em * 1.15, em * 0.75, fill=Ink.CITIZEN_TINT, bar=Ink.CITIZEN, bar_width=em * 0.4)
        inner = look.inner_width(width)
        quote = Element(Tag.QUOTE, self._whole)
        label = self._p(one_line(block.label), self._styles.label, inner, quote)
        passages = (Spaced(self._p(text, self._styles.quote, inner, quote), em * 0.2) for text in block.passages)
        yield Spaced(Box((Spaced(label, keep_with_next=True), *passages), width, look), em, em)

    def _numbered(self, block: c.NumberedList, width: float) -> Iterator[Spaced]:
        body = self._styles.body
        indent = self._text.natural_width(f"{len(block.items)}.", body) + body.size * 0.55
        markers = (self._text.piece(f"{number}.", body, indent) for number in range(1, len(block.items) + 1))
        return self._items(NUMBERED, zip(markers, block.items, strict=True), indent, width)

    def _bullets(self, block: c.BulletList, width: float) -> Iterator[Spaced]:
        body = self._styles.body
        indent = body.size * 1.1
        markers = (self._text.piece("•", body, indent) for _ in block.items)
        return self._items(BULLETED, zip(markers, block.items, strict=True), indent, width)

    def _checks(self, block: c.CheckList, width: float) -> Iterator[Spaced]:
        body = self._styles.body
        boxes = ((item.done, item.text) for item in block.items)
        return self._items(BOXED, boxes, body.size * 1.6, width)

    def _items(
        self, numbering: str, items: Iterable[tuple[Piece | bool, c.Text]], indent: float, width: float
    ) -> Iterator[Spaced]:
        gap = self._styles.em * 0.3
        whole = Element(Tag.LIST, self._whole, numbering)
        pairs = list(items)
        for number, (marker, text) in enumerate(pairs, start=1):
            item = Element(Tag.ITEM, whole)
            label = (
                self._text.tick(marker, item, Tag.LABEL)
                if isinstance(marker, bool)
                else Tagged(marker, Element(Tag.LABEL, item))
            )
            body = Tagged(self._text.piece(text, self._styles.body, width - indent), Element(Tag.BODY, item))
            # Neither the first nor the last item stands alone on its page.
            with_next = number in (1, len(pairs) - 1) and len(pairs) > 1
            yield Spaced(Hanging(label, body, indent), gap, gap, with_next)

    def _cards(self, block: c.Cards, width: float) -> Iterator[Spaced]:
        em = self._styles.em
        gap = em * 0.75
        count = self._styles.cards_in_a_row
        card_width = (width - gap * (count - 1)) / count
        whole = Element(Tag.LIST, self._whole, UNMARKED)
        boxes = [self._card(card, card_width, whole) for card in block.cards]
        for start in range(0, len(boxes), count):
            side_by_side = boxes[start : start + count]
            height = max(box.height for box in side_by_side)
            cells = (
                CellPlace(number * (card_width + gap), (Spaced(box.stretched(height)),))
                for number, box in enumerate(side_by_side)
            )
            yield Spaced(Row(tuple(cells)), gap, gap)

    def _card(self, card: c.Card, width: float, whole: Element) -> Box:
        em = self._styles.em
        look = BoxLook(em, em * 0.7, stroke=Ink.LINE, radius=em * 0.5)
        texts = (card.title, *card.lines)
        inner = look.inner_width(width)
        body = Element(Tag.BODY, Element(Tag.ITEM, whole))
        pieces = (Spaced(self._p(text, self._styles.body, inner, body)) for text in texts)
        return Box(tuple(pieces), width, look)

    def _callout(self, block: c.Callout, width: float) -> Iterator[Spaced]:
        em = self._styles.em
        look = BoxLook(em * 1.2, em * 0.85, fill=_CALLOUTS[block.tone], radius=em * 0.6)
        inner = look.inner_width(width)
        pieces = (Spaced(self._p(text, self._styles.body, inner), em * 0.15) for text in block.paragraphs)
        yield Spaced(Box(tuple(pieces), width, look), em, em)

    def _drawing(self, block: c.Drawing, width: float) -> Iterator[Spaced]:
        em = self._styles.em
        figure = block.figure
        natural = width / figure.width if block.fills else em / 11
        scale = min(natural, width / figure.width, block.highest * self._room / figure.height)
        indent = (width - figure.width * scale) / 2 if block.fills else 0.0
        alternative = self._text.readable(one_line(figure.alternative))
        element = Element(Tag.FIGURE, self._whole, alternative=alternative)
        drawn = Tagged(FigurePiece(self._readable_figure(figure), scale), element)
        piece = Hanging(None, drawn, indent)
        yield Spaced(piece, em * 0.6, em * 0.4, bool(block.caption))
        if block.caption:
            yield Spaced(self._p(block.caption, self._styles.paragraphs[c.Tone.SMALL], width), 0, em * 0.6)

    def _readable_figure(self, figure: Figure) -> Figure:
        shapes = (
            replace(shape, text=self._text.readable(one_line(shape.text))) if isinstance(shape, Label) else shape
            for shape in figure.shapes
        )
        return replace(figure, shapes=tuple(shapes))

    def _signatures(self, block: c.Signatures, width: float) -> Iterator[Spaced]:
        em = self._styles.em
        gap = em * 2
        count = self._styles.cards_in_a_row
        line_width = (width - gap * (count - 1)) / count
        for start in range(0, len(block.labels), count):
            cells = (
                CellPlace(
                    number * (line_width + gap),
                    (
                        Spaced(Blank(em * 2.6, line_width), after=em * 0.3),
                        Spaced(self._p(label, self._styles.paragraphs[c.Tone.SMALL], line_width)),
                    ),
                )
                for number, label in enumerate(block.labels[start : start + count])
            )
            yield Spaced(Row(tuple(cells)), em * 0.6, em * 0.6)

    def _writing_lines(self, block: c.WritingLines, width: float) -> Iterator[Spaced]:
        height = self._styles.em * 2.3
        return (Spaced(Blank(height, width), after=self._styles.em * 0.1) for _ in range(block.count))

    def _space(self, block: c.Space, width: float) -> Iterator[Spaced]:  # noqa: ARG002
        yield Spaced(Blank(self._styles.gaps[block.size]))

    def _keep_together(self, block: c.KeepTogether, width: float) -> Iterator[Spaced]:
        items = self.stack(block.blocks, width)
        if items:
            yield Spaced(Group(items), items[0].before, items[-1].after)
