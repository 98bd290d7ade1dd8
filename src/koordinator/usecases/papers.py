"""Making papers, and finding them again."""

from dataclasses import dataclass

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import PaperId, SubjectId
from koordinator.domain.left_out import LeftOut
from koordinator.domain.paper import Handout, Paper
from koordinator.domain.paper_order import PaperOrder
from koordinator.usecases.paper_drawing import Drawing, Makers
from koordinator.usecases.paper_kinds import drawn
from koordinator.usecases.paper_store import PaperAbout, kept_content, store_paper
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_meetings import MadePaper, Printed
from koordinator.usecases.reader_today import require_still_covered


@dataclass(frozen=True, slots=True)
class HandedPaper:
    """A paper with its bytes."""

    paper: Paper
    content: bytes


@dataclass(frozen=True, slots=True)
class PreviewedPaper:
    """A paper as it would be made now; nobody has got it. `left_out` is what this copy does not hold, and why."""

    about: PaperAbout
    file_name: str
    content: bytes
    left_out: tuple[LeftOut, ...] = ()
    printed: Printed | None = None


@dataclass(frozen=True, slots=True)
class PaperList:
    """A subject's papers and whom they were handed to, the newest last."""

    papers: tuple[Paper, ...]
    handouts: tuple[Handout, ...]


class Papers:
    """The use cases of papers. Each one made is kept with its exact bytes."""

    def __init__(self, office: Office, makers: Makers) -> None:
        self._office = office
        self._makers = makers

    def make(self, actor: Actor, order: PaperOrder) -> HandedPaper:
        """The paper of the order, kept: its row, its exact bytes and their SHA-256.

        Raises NotFound, NotCoveredByConsent for one whom the paper may not be given to, NobodyToName, NothingEnded.
        """
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            tx.about("subject", order.subject_id, order.subject_id)
            paper = drawn(Drawing(tx, actor, self._makers, order))
            return kept(tx, actor, paper.about, paper.made)

    def preview(self, actor: Actor, order: PaperOrder) -> PreviewedPaper:
        """The same paper, looked at and not kept. Raises what `make` raises."""
        with self._office.act(actor, Action.PREVIEW_PAPER) as tx:
            tx.about("subject", order.subject_id, order.subject_id)
            paper = drawn(Drawing(tx, actor, self._makers, order))
            tx.about("subject", order.subject_id, order.subject_id, f"kind={order.kind} reader={paper.about.reader}")
            made = paper.made
            return PreviewedPaper(paper.about, made.file_name, made.content, paper.left_out, made.printed)

    def open(self, actor: Actor, paper_id: PaperId) -> HandedPaper:
        """A paper that was made before. Raises NotFound, and NotAllowed for what answers the right of access."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            paper = tx.of(Paper).get(paper_id)
            tx.about("paper", paper_id, paper.subject_id, f"opened={paper.kind}")
            return HandedPaper(paper, kept_content(tx, actor, paper))

    def release(self, actor: Actor, paper_id: PaperId) -> HandedPaper:
        """A kept paper that is about to leave the program. Raises as `open`, and ConsentWithdrawn."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            paper = tx.of(Paper).get(paper_id)
            tx.about("paper", paper_id, paper.subject_id, f"released={paper.kind}")
            require_still_covered(tx, paper)
            return HandedPaper(paper, kept_content(tx, actor, paper))

    def of_subject(self, actor: Actor, subject_id: SubjectId) -> PaperList:
        """All papers of the subject, without their bytes, and whom they were handed to."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            tx.about("subject", subject_id, subject_id, "papers")
            papers = tx.of(Paper).where(subject_id=subject_id, order_by="made_at")
            return PaperList(papers, tx.of(Handout).where(subject_id=subject_id, order_by="handed_on"))


def kept(tx: Transaction, actor: Actor, about: PaperAbout, made: MadePaper) -> HandedPaper:
    """The paper, stored and logged."""
    paper = store_paper(tx, actor, about, made)
    tx.about("paper", paper.id, about.subject_id, f"kind={about.kind} reader={about.reader}")
    return HandedPaper(paper, made.content)
