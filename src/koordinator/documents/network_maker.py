"""Draws the network for the screen and for paper: composed once, with the fonts of the papers."""

from koordinator.documents.compose.network import network_paper
from koordinator.documents.figures import Figure
from koordinator.documents.figures_family import family_figure, placed_relatives
from koordinator.documents.figures_network import network_picture
from koordinator.documents.figures_timeline import effort_timeline
from koordinator.documents.palette import Ink
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.documents.svg import svg
from koordinator.domain.network_content import NetworkContent, TreeContent
from koordinator.domain.paper import Reader
from koordinator.texts import paper_names as names
from koordinator.usecases.ports_meetings import MadePaper, PaperStyle
from koordinator.usecases.ports_network import Drawn, DrawnBox, DrawnSpot
from koordinator.usecases.ports_year_wheel import Colours


class NetworkDrawings:
    """The network as SVG and as PDF."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def picture(self, content: NetworkContent, colours: Colours) -> Drawn:
        """The citizen in the middle; a spot for each of the content's people."""
        self._press.register_fonts()
        drawn = network_picture(content)
        spots = tuple(DrawnSpot(tuple(DrawnBox(*box) for box in spot.parts), spot.name) for spot in drawn.spots)
        return _drawn(drawn.figure, colours, spots)

    def timeline(self, content: NetworkContent, colours: Colours) -> Drawn:
        """The efforts."""
        self._press.register_fonts()
        return _drawn(effort_timeline(content), colours)

    def tree(self, tree: TreeContent, colours: Colours) -> Drawn:
        """The family; a spot for each person, generation by generation."""
        self._press.register_fonts()
        spots = tuple(DrawnSpot((DrawnBox(*each.box),), each.relative.name) for each in placed_relatives(tree))
        return _drawn(family_figure(tree), colours, spots)

    def paper(self, content: NetworkContent, style: PaperStyle) -> MadePaper:
        """All of it on paper."""
        name = names.pdf(
            names.network(content.made_on),
            large_print=style.large_print,
            to_professionals=style.reader is Reader.PROFESSIONAL,
        )
        self._press.register_fonts()
        document = network_paper(content, large_print=style.large_print)
        return printed(self._press, name, document)


def _drawn(figure: Figure, colours: Colours, spots: tuple[DrawnSpot, ...] = ()) -> Drawn:
    drawing = svg(figure, {ink: colours[ink.value] for ink in Ink})
    return Drawn(drawing, figure.width, figure.height, figure.alternative, spots)
