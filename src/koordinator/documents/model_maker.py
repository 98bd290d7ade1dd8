"""Makes Modellen kort: drawn once, for the screen and the wall (see `usecases.ports_learning`)."""

from koordinator.documents.compose.model_sheet import model_figure, model_sheet
from koordinator.documents.palette import Ink
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.documents.svg import svg
from koordinator.domain.model_pace import ModelPace
from koordinator.texts import learning as words
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.ports_network import Drawn
from koordinator.usecases.ports_year_wheel import Colours


class ModelDrawings:
    """The model as SVG and as PDF."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def picture(self, colours: Colours) -> Drawn:
        """The staircase with the ground before it and the way out, for the screen."""
        figure = model_figure()
        drawn = svg(figure, {ink: colours[ink.value] for ink in Ink})
        return Drawn(drawn, figure.width, figure.height, figure.alternative)

    def paper(self, pace: ModelPace, *, large_print: bool) -> MadePaper:
        """One page for the wall."""
        name = words.file_name(large_print=large_print)
        return printed(self._press, name, model_sheet(pace, large_print=large_print))
