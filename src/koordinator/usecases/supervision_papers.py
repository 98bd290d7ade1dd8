"""The supervision report on paper. It is about nobody, and is kept nowhere; that it was made stands in the log."""

from typing import Protocol

from koordinator.domain.access import Actor
from koordinator.domain.supervision import CountName, SupervisionReport, SupervisionScope
from koordinator.domain.supervision_paper import PAPER_COUNTS, SupervisionPaper
from koordinator.usecases.paper_parts import sender_of
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.supervision import Supervision


class SupervisionPress(Protocol):
    """Draws the report. The same content gives the same bytes."""

    def report(self, paper: SupervisionPaper, *, large_print: bool) -> MadePaper:
        """The numbers with their bars."""


class SupervisionPapers:
    """Ledelsestilsyn as PDF, of the numbers that the actor may see."""

    def __init__(self, office: Office, supervision: Supervision, press: SupervisionPress) -> None:
        self._office = office
        self._supervision = supervision
        self._press = press

    def make(
        self, actor: Actor, scope: SupervisionScope, *, outside: bool = False, large_print: bool = False
    ) -> MadePaper:
        """The period's report. Raises NotAllowed, and TooFewToShare for one that leaves the house."""
        names: tuple[CountName, ...] = PAPER_COUNTS
        report = self._supervision.export(actor, scope, names, outside=outside)
        return self.of_report(report, outside=outside, large_print=large_print)

    def of_report(self, report: SupervisionReport, *, outside: bool = False, large_print: bool = False) -> MadePaper:
        """Numbers that were counted already, such as those merged of several files."""
        with self._office.aside() as tx:
            sender = sender_of(tx)
        return self._press.report(SupervisionPaper(sender, report, outside), large_print=large_print)
