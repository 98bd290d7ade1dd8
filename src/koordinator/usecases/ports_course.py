"""What the history asks of the world: somebody who draws the course, for the screen and for paper."""

from typing import Protocol

from koordinator.domain.course_history import CourseHistory
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.ports_network import Drawn
from koordinator.usecases.ports_year_wheel import Colours


class CourseSheets(Protocol):
    """Draws the course once for all. The same content gives the same bytes."""

    def picture(self, history: CourseHistory, colours: Colours) -> Drawn:
        """Steps and people as lanes over time."""

    def paper(self, history: CourseHistory, *, large_print: bool = False) -> MadePaper:
        """The same with the events as a list."""
