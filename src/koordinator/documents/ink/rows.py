"""Pieces beside each other: table rows, cards, signatures; and the table that repeats its head."""

from typing import NamedTuple

from koordinator.documents.figures import Line
from koordinator.documents.ink.pen import Pen
from koordinator.documents.ink.stack import (
    Piece,
    Stack,
    draw_stack,
    least_height,
    part_stack,
    split_stack,
    stack_height,
)
from koordinator.documents.palette import Ink


class CellPlace(NamedTuple):
    """What stands in one column, and how far from the row's left end."""

    x: float
    items: Stack


class Rule(NamedTuple):
    """A line under a row."""

    width: float
    thickness: float
    ink: Ink


class Row:
    """Cells side by side. Cut only when it is higher than a page; then each cell goes on beside the others."""

    def __init__(self, cells: tuple[CellPlace, ...], padding: float = 0, rule: Rule | None = None) -> None:
        self.height = 2 * padding + max((stack_height(cell.items) for cell in cells), default=0.0)
        self._cells = cells
        self._padding = padding
        self._rule = rule

    def least(self, room: float) -> float:
        """The whole row, unless a page cannot hold it."""
        if self.height <= room:
            return self.height
        inner = room - 2 * self._padding
        return 2 * self._padding + max(least_height(cell.items, inner) for cell in self._cells)

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:
        """Every cell at the same height."""
        inner = available - 2 * self._padding
        first, rest = [], []
        for cell in self._cells:
            parts = split_stack(cell.items, inner, room - 2 * self._padding)
            if parts is None:
                return None
            first.append(cell._replace(items=parts[0]))
            rest.append(cell._replace(items=parts[1]))
        return Row(tuple(first), self._padding), Row(tuple(rest), self._padding, self._rule)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """From left to right, then the rule."""
        for cell in self._cells:
            draw_stack(cell.items, pen, x + cell.x, top + self._padding)
        if self._rule:
            foot = top + self.height
            pen.shape(Line(x, foot, x + self._rule.width, foot, self._rule.ink, self._rule.thickness))


class TableRows:
    """Rows below a head that stands on every page; from the second on it is there for the eye only."""

    def __init__(self, head: Row, rows: Stack, *, head_again: bool = False) -> None:
        self.height = head.height + stack_height(rows)
        self._head = head
        self._rows = rows
        self._head_again = head_again

    def least(self, room: float) -> float:
        """The head and the first row."""
        return self._head.height + least_height(self._rows, room - self._head.height)

    def split(self, available: float, room: float) -> tuple[Piece, Piece] | None:
        """Between two rows."""
        parts = part_stack(self._rows, available - self._head.height, room - self._head.height)
        if parts is None:
            return None
        first = TableRows(self._head, parts[0], head_again=self._head_again)
        return first, TableRows(self._head, parts[1], head_again=True)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Head first."""
        if self._head_again:
            pen.begin_ornament()
        self._head.draw(pen, x, top)
        pen.end_ornament()
        draw_stack(self._rows, pen, x, top + self._head.height)
