"""Tables and facts: how wide the columns become, and what they turn into in large print."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from koordinator.documents import content as c
from koordinator.documents.ink.pieces import Hanging, Tagged
from koordinator.documents.ink.rows import CellPlace, Row, Rule, TableRows
from koordinator.documents.ink.stack import Piece, Spaced
from koordinator.documents.ink.structure import HEADS_COLUMN, UNMARKED, Element, Tag
from koordinator.documents.ink.text_setter import TextSetter
from koordinator.documents.palette import Ink
from koordinator.documents.plain import one_line
from koordinator.texts.documents import before_value

_WIDEST_HUGGED: Final = 0.34
"""Of the table's width, for a column that is as wide as its content."""
_LEFT_TO_TEXT: Final = 0.4
"""Of the table's width, for the columns that share what the others leave."""


class TableSetter:
    """Sets tables and facts."""

    def __init__(self, text: TextSetter, whole: Element) -> None:
        self._text = text
        self._whole = whole
        self._styles = text.styles

    def table(self, table: c.Table, width: float) -> Iterator[Spaced]:
        """The table, or its words for having no rows."""
        styles = self._styles
        gap = styles.em * 0.5
        if not table.rows:
            if table.when_empty:
                words = self._text.piece((c.muted(table.when_empty),), styles.body, width)
                yield Spaced(Tagged(words, Element(Tag.PARAGRAPH, self._whole)), gap, gap)
        elif len(table.columns) >= styles.stacked_from and not self._is_of_numbers(table, width):
            entries = self._list()
            yield from (Spaced(self._entry(table.columns, row, width, _item(entries))) for row in table.rows)
        else:
            yield Spaced(self._rows(table, width), gap, styles.em)

    def facts(self, facts: c.Facts, width: float) -> Iterator[Spaced]:
        """Labels in a column of their own, or before their values where the print is large."""
        em = self._styles.em
        rows = self._stacked_facts(facts, width) if self._styles.cards_in_a_row == 1 else self._fact_rows(facts, width)
        last = len(facts.rows) - 1
        for number, row in enumerate(rows):
            yield Spaced(row, em * (0.5 if number else 0.8), em * (0.5 if number < last else 0.8))

    def _stacked_facts(self, facts: c.Facts, width: float) -> Iterator[Piece]:
        whole = self._list()
        return (Tagged(self._labelled(label, value, width), _item(whole)) for label, value in facts.rows)

    def _fact_rows(self, facts: c.Facts, width: float) -> Iterator[Piece]:
        em, body = self._styles.em, self._styles.body
        labels = [(c.muted(one_line(label)),) for label, _ in facts.rows]
        widest = max((self._text.natural_width(label, body) for label in labels), default=0.0)
        left = min(widest, width * _WIDEST_HUGGED) + em * 1.5
        whole = self._list()
        for label, (_, value) in zip(labels, facts.rows, strict=True):
            words = _item(whole)
            named = Tagged(self._text.piece(label, body, left - em), Element(Tag.LABEL, words.parent))
            said = Tagged(self._text.piece(value, body, width - left), words)
            yield Row((CellPlace(0, (Spaced(named),)), CellPlace(left, (Spaced(said),))))

    def _rows(self, table: c.Table, width: float) -> Piece:
        styles = self._styles
        places = self._places(table, width)
        padding = styles.em * 0.38
        whole = Element(Tag.TABLE, self._whole)
        top = Element(Tag.ROW, whole)
        heads = tuple(
            CellPlace(x, (Spaced(self._head_cell(column, room, top)),))
            for column, (x, room) in zip(table.columns, places, strict=True)
        )
        head = Row(heads, padding, Rule(width, 1.25, Ink.TEXT))
        thin = Rule(width, 0.6, Ink.LINE)
        rows = tuple(
            Spaced(Row(self._cells(row, table.columns, places, Element(Tag.ROW, whole)), padding, thin))
            for row in table.rows
        )
        return TableRows(head, rows)

    def _head_cell(self, column: c.Column, width: float, row: Element) -> Piece:
        words = self._text.piece(one_line(column.heading), self._styles.table_head, width, column.align)
        return Tagged(words, Element(Tag.HEAD_CELL, row, HEADS_COLUMN))

    def _cells(
        self, row: tuple[c.Cell, ...], columns: tuple[c.Column, ...], places: list[tuple[float, float]], parent: Element
    ) -> tuple[CellPlace, ...]:
        return tuple(
            CellPlace(x, (Spaced(self._cell(cell, column, room, Element(Tag.CELL, parent))),))
            for cell, column, (x, room) in zip(row, columns, places, strict=True)
        )

    def _cell(self, cell: c.Cell, column: c.Column, width: float, element: Element) -> Piece:
        if isinstance(cell, c.Checkbox):
            return self._text.tick(cell.done, element)
        return Tagged(self._text.piece(cell, self._styles.body, width, column.align), element)

    def _places(self, table: c.Table, width: float) -> list[tuple[float, float]]:
        """Each column's x and width; columns of weight 0 take what they need, the others share the rest."""
        gutter = self._styles.em * 1.1
        room = width - gutter * (len(table.columns) - 1)
        needs = [
            0.0 if column.weight else min(self._need(table, number), room * _WIDEST_HUGGED)
            for number, column in enumerate(table.columns)
        ]
        weights = sum(column.weight for column in table.columns) or 1
        shared = (room - sum(needs)) / weights
        own = [need or column.weight * shared for column, need in zip(table.columns, needs, strict=True)]
        least = []
        for number, column in enumerate(table.columns):
            word = min(self._longest_word(table, number), room * _WIDEST_HUGGED)
            text = room * _LEFT_TO_TEXT * column.weight / weights
            least.append(max(word, min(text, self._need(table, number)) if own[number] < text else 0.0))
        places, x = [], 0.0
        for wide in _roomy(own, least):
            places.append((x, wide))
            x += wide + gutter
        return places

    def _is_of_numbers(self, table: c.Table, width: float) -> bool:
        """Beside what they are about stand numbers that leave half the table's width to it."""
        numbers = range(1, len(table.columns))
        if any(table.columns[number].align is not c.Align.RIGHT for number in numbers):
            return False
        return sum(self._need(table, number) + self._styles.em * 1.1 for number in numbers) <= width / 2

    def _longest_word(self, table: c.Table, number: int) -> float:
        """What the column needs so that none of its words is cut."""
        styles = self._styles
        texts = (row[number] for row in table.rows)
        cells = (self._text.word_width(cell, styles.body) for cell in texts if not isinstance(cell, c.Checkbox))
        head = self._text.word_width(one_line(table.columns[number].heading), styles.table_head)
        return max(head, max(cells, default=0.0))

    def _need(self, table: c.Table, number: int) -> float:
        styles = self._styles
        cells = (row[number] for row in table.rows)
        widths = (self._text.natural_width(cell, styles.body) for cell in cells if not isinstance(cell, c.Checkbox))
        head = self._text.natural_width(one_line(table.columns[number].heading), styles.table_head)
        return max(head, max(widths, default=0.0))

    def _entry(self, columns: tuple[c.Column, ...], row: tuple[c.Cell, ...], width: float, item: Element) -> Piece:
        """One row as an entry of its own: the first cell strong, each of the others after its heading."""
        em = self._styles.em
        named = zip(columns[1:], row[1:], strict=True)
        others = (self._entry_line(column.heading, cell, width, _p(item)) for column, cell in named if cell)
        first = self._cell(row[0] if isinstance(row[0], c.Checkbox) else _strong(row[0]), columns[0], width, _p(item))
        items = (Spaced(first), *(Spaced(piece, before=em * 0.1) for piece in others))
        return Row((CellPlace(0, items),), em * 0.5, Rule(width, 0.6, Ink.LINE))

    def _entry_line(self, heading: str, cell: c.Cell, width: float, element: Element) -> Piece:
        if not isinstance(cell, c.Checkbox):
            return Tagged(self._labelled(heading, cell, width), element)
        body = self._styles.body
        indent = body.size * 1.5
        named = Tagged(self._text.piece(one_line(heading), body, width - indent), element)
        return Hanging(self._text.tick(cell.done, element), named, indent)

    def _list(self) -> Element:
        return Element(Tag.LIST, self._whole, UNMARKED)

    def _labelled(self, label: str, value: c.Text, width: float) -> Piece:
        spans = (c.muted(before_value(one_line(label))), *c.spans_of(value))
        return self._text.piece(spans, self._styles.body, width)


def _roomy(widths: list[float], least: list[float]) -> list[float]:
    """Columns that are narrower than they must be get room from those that are wider."""
    pairs = tuple(zip(widths, least, strict=True))
    lacking, spare = sum(max(need - own, 0) for own, need in pairs), sum(max(own - need, 0) for own, need in pairs)
    if not lacking or spare < lacking:
        return widths
    return [max(own, need) - max(own - need, 0) * lacking / spare for own, need in pairs]


def _item(whole: Element) -> Element:
    """The body of a new item."""
    return Element(Tag.BODY, Element(Tag.ITEM, whole))


def _p(parent: Element) -> Element:
    return Element(Tag.PARAGRAPH, parent)


def _strong(text: c.Text) -> c.Text:
    """Bold, unless some of it is already and the rest is told more quietly."""
    spans = c.spans_of(text)
    return spans if any(span.bold for span in spans) else tuple(replace(span, bold=True) for span in spans)
