"""What Læring asks of the world: somebody who draws the model, for the screen and for the wall."""

from typing import Protocol

from koordinator.domain.model_pace import ModelPace
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.ports_network import Drawn
from koordinator.usecases.ports_year_wheel import Colours


class ModelSheets(Protocol):
    """Draws the model once for all. The same numbers give the same bytes; nothing in it is about anybody."""

    def picture(self, colours: Colours) -> Drawn:
        """The staircase with the ground before it and the way out, for the screen."""

    def paper(self, pace: ModelPace, *, large_print: bool) -> MadePaper:
        """One page for the wall."""
