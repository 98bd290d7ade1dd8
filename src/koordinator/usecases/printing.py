"""Noting that a kept paper was printed."""

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import PaperId
from koordinator.domain.paper import Paper
from koordinator.usecases.ports import Office


class Printing:
    """The printer itself belongs to the window; that it was used is in the log, and says which paper."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def note(self, actor: Actor, paper_id: PaperId, sheets: int) -> None:
        """Logs that so many pages of the paper went to the printer, copies counted. Raises NotFound."""
        with self._office.act(actor, Action.PRINT_PAPER) as tx:
            paper = tx.of(Paper).get(paper_id)
            tx.about("paper", paper_id, paper.subject_id, f"kind={paper.kind} pages={sheets}")
