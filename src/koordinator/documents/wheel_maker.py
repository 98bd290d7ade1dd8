"""Makes the year wheel: drawn once, for the screen, the wall and the calendar (see `usecases.ports_year_wheel`)."""

from datetime import datetime

from koordinator.documents.compose.year_wheel import wheel_calendar, wheel_figure, wheel_paper
from koordinator.documents.figure_wheel import INNER, OUTER, SIZE
from koordinator.documents.ics import days_file
from koordinator.documents.palette import Ink
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.documents.svg import svg
from koordinator.domain.year_wheel_sheet import WheelSheet
from koordinator.texts import paper_names
from koordinator.texts.year_wheel import file_name
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.ports_year_wheel import Colours, WheelPicture


class YearWheelSheets:
    """Every form of the wheel. The same content gives the same bytes."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def picture(self, sheet: WheelSheet, colours: Colours) -> WheelPicture:
        """The wheel for the screen."""
        drawn = svg(wheel_figure(sheet), {ink: colours[ink.value] for ink in Ink})
        return WheelPicture(drawn, 2 * INNER / SIZE, 2 * OUTER / SIZE)

    def paper(self, sheet: WheelSheet, *, large_print: bool = False) -> MadePaper:
        """The wheel with its table."""
        name = paper_names.pdf(file_name(sheet.counts.year), large_print=large_print)
        return printed(self._press, name, wheel_paper(sheet, large_print=large_print))

    def calendar(self, sheet: WheelSheet, stamped_at: datetime) -> MadePaper:
        """The calendar file."""
        return MadePaper(f"{file_name(sheet.counts.year)}.ics", days_file(wheel_calendar(sheet, stamped_at)))
