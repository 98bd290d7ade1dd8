"""What the year wheel asks of the world: somebody who draws it, for the screen, for a wall and for a calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from koordinator.domain.year_wheel_sheet import WheelSheet
from koordinator.usecases.ports_meetings import MadePaper

Colours = Mapping[str, str]
"""Values such as "#0B5563" by the names of the drawing's colours."""


@dataclass(frozen=True, slots=True)
class WheelPicture:
    """A drawing (SVG) with the wheel in its middle; the months lie between the two radii, in shares of half its width.

    January begins at the top, and the months go round with the clock.
    """

    svg: str
    inner: float
    outer: float


class WheelSheets(Protocol):
    """Draws the wheel once for all. The same content gives the same bytes."""

    def picture(self, sheet: WheelSheet, colours: Colours) -> WheelPicture:
        """The wheel for the screen."""

    def paper(self, sheet: WheelSheet, *, large_print: bool = False) -> MadePaper:
        """The wheel with its table, to hang on a wall."""

    def calendar(self, sheet: WheelSheet, stamped_at: datetime) -> MadePaper:
        """The calendar file (RFC 5545): a day's follow-ups as one neutral event."""
