"""What the network asks of the world: somebody who draws it, for the screen and for paper."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from koordinator.domain.network_content import NetworkContent, TreeContent
from koordinator.usecases.ports_meetings import MadePaper, PaperStyle
from koordinator.usecases.ports_year_wheel import Colours


class DrawnBox(NamedTuple):
    """A rectangle in a drawing, in the drawing's own measure."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class DrawnSpot:
    """What can be pointed at in a drawing, with all its parts, and what it is called."""

    parts: tuple[DrawnBox, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing (SVG), its size, what it says to somebody who cannot see it, and its spots in the content's order."""

    svg: str
    width: float
    height: float
    alternative: str
    spots: tuple[DrawnSpot, ...] = ()


class NetworkSheets(Protocol):
    """Draws the network once for all. The same content gives the same bytes."""

    def picture(self, content: NetworkContent, colours: Colours) -> Drawn:
        """The citizen in the middle; a spot for each of the content's people."""

    def timeline(self, content: NetworkContent, colours: Colours) -> Drawn:
        """The efforts."""

    def tree(self, tree: TreeContent, colours: Colours) -> Drawn:
        """The family; a spot for each person, generation by generation."""

    def paper(self, content: NetworkContent, style: PaperStyle) -> MadePaper:
        """All of it on paper."""
