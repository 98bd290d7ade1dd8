"""Makes the supervision report."""

from koordinator.documents.compose.supervision_report import supervision_report
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.domain.supervision_paper import SupervisionPaper
from koordinator.texts import paper_names as names
from koordinator.usecases.ports_meetings import MadePaper


class SupervisionDrawings:
    """The report as PDF. The same content gives the same bytes."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def report(self, paper: SupervisionPaper, *, large_print: bool) -> MadePaper:
        """The numbers with their bars."""
        self._press.register_fonts()
        days = paper.report.scope.days
        name = names.pdf(names.supervision(days.first_on, days.last_on), large_print=large_print)
        return printed(self._press, name, supervision_report(paper, large_print=large_print))
