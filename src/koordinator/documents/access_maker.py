"""Makes what a citizen gets who asks for it: the report as PDF and as data, and the letter on who has seen it."""

from koordinator.documents.access_data import access_data
from koordinator.documents.compose.log_letter import log_letter
from koordinator.documents.compose.right_of_access import access_report
from koordinator.documents.content import Document
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.domain.right_of_access import AccessLog, AccessReport
from koordinator.texts import paper_names as names
from koordinator.usecases.ports_meetings import MadePaper


class AccessDrawings:
    """Every form of it. The same content gives the same bytes."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def report(self, report: AccessReport, *, large_print: bool) -> MadePaper:
        """Everything that is held."""
        document = access_report(report, large_print=large_print)
        return self._printed(names.right_of_access(report.log.made_on), document)

    def data(self, report: AccessReport) -> MadePaper:
        """The same as JSON."""
        return MadePaper(names.access_data(report.log.made_on), access_data(report))

    def log(self, log: AccessLog, *, large_print: bool) -> MadePaper:
        """Who has seen it."""
        return self._printed(names.access_log(log.made_on), log_letter(log, large_print=large_print))

    def _printed(self, name: str, document: Document) -> MadePaper:
        file_name = names.pdf(name, large_print=document.large_print)
        return printed(self._press, file_name, document)
