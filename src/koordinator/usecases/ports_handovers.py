"""What handovers and their letters ask of the world: the municipality's checklist, and somebody who makes letters."""

from typing import Protocol

from koordinator.domain.letter_content import EndLetter, HandoverLetter, ResponsibleLetter
from koordinator.usecases.ports_meetings import MadePaper, PaperStyle


class HandoverChecklists(Protocol):
    """The checklist that a handover begins with."""

    def standard(self) -> tuple[str, ...]:
        """The lines, in their order. Raises UnusableTemplate."""


class LetterMaker(Protocol):
    """Makes the letters on who helps. The same content gives the same bytes."""

    def responsible(self, letter: ResponsibleLetter, style: PaperStyle) -> MadePaper:
        """Who the koordinerende and the fast sagsbehandler are."""

    def handover(self, letter: HandoverLetter, style: PaperStyle) -> MadePaper:
        """Who takes over."""

    def end(self, letter: EndLetter, style: PaperStyle) -> MadePaper:
        """The course is over."""
