"""Pieces of known height above each other, and the one rule for where they are parted between pages."""

from typing import Final, NamedTuple, Protocol, TypeAlias

from koordinator.documents.ink.pen import Pen

HAIR: Final = 0.01
"""Less than this is rounding, in points."""


class Piece(Protocol):
    """Something set to its width, ready to be drawn."""

    @property
    def height(self) -> float:
        """Its whole height."""

    def least(self, room: float) -> float:
        """The height its first part needs, where a page has `room`: the whole height for what is not to be parted."""

    def split(self, available: float, room: float) -> "tuple[Piece, Piece] | None":
        """A part no higher than `available` and the rest, or None where it cannot be parted there."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its top left corner at x, top."""


class Spaced(NamedTuple):
    """A piece with the room it wants round it; of two neighbours' wishes the larger one holds."""

    piece: Piece
    before: float = 0
    after: float = 0
    keep_with_next: bool = False


_CLOSEST: Final = 0.4

Stack: TypeAlias = tuple[Spaced, ...]


def _gap(items: Stack, position: int) -> float:
    return max(items[position - 1].after, items[position].before) if position else 0.0


def stack_height(items: Stack) -> float:
    """The height of all, without room above the first and below the last."""
    return sum(_gap(items, position) + item.piece.height for position, item in enumerate(items))


def squeezed(items: Stack, room: float) -> Stack:
    """The pieces moved closer, at most to `_CLOSEST` of the room between them, where that lets one page hold them."""
    gaps = sum(_gap(items, position) for position in range(len(items)))
    excess = stack_height(items) - room
    if excess <= 0 or excess > gaps * (1 - _CLOSEST):
        return items
    share = 1 - excess / gaps
    return tuple(item._replace(before=item.before * share, after=item.after * share) for item in items)


def draw_stack(items: Stack, pen: Pen, x: float, top: float) -> None:
    """Draw all from the top down."""
    for position, item in enumerate(items):
        top += _gap(items, position)
        item.piece.draw(pen, x, top)
        top += item.piece.height


def least_height(items: Stack, room: float, start: int = 0) -> float:
    """What must fit for a start at `start`: a heading takes the beginning of what follows with it."""
    least = 0.0
    for position in range(start, len(items)):
        least += _gap(items, position) if position > start else 0.0
        if not items[position].keep_with_next:
            return least + items[position].piece.least(room)
        least += items[position].piece.height
    return least


def split_stack(items: Stack, available: float, room: float) -> tuple[Stack, Stack] | None:
    """What fits in `available` and the rest; None where nothing may begin here but would on a fresh page of `room`.

    On a fresh page something always goes in, so that any content comes to an end.
    """
    fresh = available + HAIR >= room
    used = 0.0
    for position, item in enumerate(items):
        used += _gap(items, position)
        left = available - used
        # Below nothing but its headings something is parted rather than left to a page of its own.
        alone = fresh and position > 0 and all(each.keep_with_next for each in items[:position])
        whole = left if alone else room
        if least_height(items, whole, position) > left + HAIR and (position or not fresh):
            return _cut(items, position)
        if item.piece.height > left + HAIR:
            parts = item.piece.split(left, whole)
            if parts:
                first, rest = (item._replace(piece=part) for part in parts)
                return (*items[:position], first), (rest, *items[position + 1 :])
            return _cut(items, max(position, 1) if fresh else position)
        used += item.piece.height
    return items, ()


def part_stack(items: Stack, available: float, room: float) -> tuple[Stack, Stack] | None:
    """As `split_stack`, for a piece that has found itself too high: both parts hold something."""
    parts = split_stack(items, available, room)
    return parts if parts and parts[1] else None


def _cut(items: Stack, position: int) -> tuple[Stack, Stack] | None:
    return (items[:position], items[position:]) if position else None
