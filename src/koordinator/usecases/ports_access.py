"""What the right of access asks of the world: somebody who makes the papers and the data file."""

from typing import Protocol

from koordinator.domain.right_of_access import AccessLog, AccessReport
from koordinator.usecases.ports_meetings import MadePaper


class AccessPapers(Protocol):
    """Makes what the citizen gets. The same content gives the same bytes."""

    def report(self, report: AccessReport, *, large_print: bool) -> MadePaper:
        """Everything that is held, on paper."""

    def data(self, report: AccessReport) -> MadePaper:
        """The same as JSON, for another program."""

    def log(self, log: AccessLog, *, large_print: bool) -> MadePaper:
        """Who has seen the citizen's data, as a letter."""
