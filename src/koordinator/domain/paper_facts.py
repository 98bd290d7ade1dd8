"""What a paper is called without naming anybody: its kind, which version it shows, and of which meeting."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.paper import Paper, PaperKind, Reader


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """`number` is the version of the plan or of the minutes; without one these are drafts."""

    kind: PaperKind
    reader: Reader = Reader.CITIZEN
    number: int | None = None
    meeting_on: date | None = None


def facts_of(paper: Paper, meeting_on: date | None) -> PaperFacts:
    """The facts of a paper that was made."""
    return PaperFacts(paper.kind, paper.reader, paper.number, meeting_on)
