"""How large a page is shown: as the window asks, or in percent of the paper."""

from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QSize

from koordinator.domain.page_picture import PageSize


class Fit(StrEnum):
    """The page follows the window."""

    WIDTH = "width"
    PAGE = "page"


Zoom: TypeAlias = Fit | int
"""A number is percent of the paper's own size."""

STEPS: Final = (50, 75, 100, 125, 150, 200, 250, 300)
_LEAST: Final = 10
_INCH: Final = 72


class Room(NamedTuple):
    """What there is to show pages in, in pixels, and how many of them the screen has to the inch."""

    size: QSize
    dots: int


def scale_of(zoom: Zoom, pages: tuple[PageSize, ...], room: Room) -> float:
    """Pixels a point. A fitted page is never larger than the largest step, nor so small that it is nothing."""
    if isinstance(zoom, int):
        return zoom / 100 * room.dots / _INCH
    fitting = room.size.width() / max(page.width for page in pages)
    if zoom is Fit.PAGE:
        fitting = min(fitting, room.size.height() / max(page.height for page in pages))
    least, most = (percent / 100 * room.dots / _INCH for percent in (_LEAST, STEPS[-1]))
    return min(max(fitting, least), most)


def percent_of(scale: float, room: Room) -> int:
    """The scale as it is said."""
    return round(scale * _INCH / room.dots * 100)


def next_step(percent: int, *, larger: bool) -> int:
    """The nearest step in that direction; the outermost stays."""
    if larger:
        return next((step for step in STEPS if step > percent), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < percent), STEPS[0])
