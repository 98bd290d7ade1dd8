"""Draws a course for the screen and for paper (see `usecases.ports_course`)."""

from koordinator.documents.compose.course_history import course_paper
from koordinator.documents.figures_course import course_figure
from koordinator.documents.palette import Ink
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.documents.svg import svg
from koordinator.domain.course_history import CourseHistory
from koordinator.texts import paper_names as names
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.ports_network import Drawn
from koordinator.usecases.ports_year_wheel import Colours


class CourseDrawings:
    """The course as SVG and as PDF."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def picture(self, history: CourseHistory, colours: Colours) -> Drawn:
        """Steps and people as lanes over time."""
        self._press.register_fonts()
        figure = course_figure(history)
        drawing = svg(figure, {ink: colours[ink.value] for ink in Ink})
        return Drawn(drawing, figure.width, figure.height, figure.alternative)

    def paper(self, history: CourseHistory, *, large_print: bool = False) -> MadePaper:
        """The same with the events as a list."""
        self._press.register_fonts()
        name = names.pdf(names.course_history(history.today), large_print=large_print)
        return printed(self._press, name, course_paper(history, large_print=large_print))
