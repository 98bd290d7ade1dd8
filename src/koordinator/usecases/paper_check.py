"""Is this file a paper of ours, which one, and is it as it was made?"""

from pathlib import Path
from typing import Protocol

from koordinator.domain.access import Action, Actor
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import Meeting, MinutesVersion
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Handout, Paper, PaperContent, PaperKind
from koordinator.domain.paper_check import CheckedPaper, KnownPaper, PaperRefusal, PaperRefused, PaperState
from koordinator.domain.paper_facts import facts_of
from koordinator.domain.paper_mark import is_locked, is_pdf, marks_of
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.subject_people import people_of


class PaperReader(Protocol):
    """Reads a file that somebody brought."""

    def read(self, path: Path) -> bytes:
        """The whole file. Raises PaperRefused."""


class PaperCheck:
    """Looks a file up among the papers that are kept."""

    def __init__(self, office: Office, reader: PaperReader) -> None:
        self._office = office
        self._reader = reader

    def check(self, actor: Actor, path: Path) -> CheckedPaper:
        """What the file is. Raises PaperRefused for what is no PDF or cannot be read."""
        content = self._reader.read(path)
        if not is_pdf(content):
            raise PaperRefused(path.name, PaperRefusal.NOT_A_PDF if content else PaperRefusal.EMPTY)
        with self._office.act(actor, Action.CHECK_PAPER) as tx:
            same, like = _found(tx, content)
            locked = is_locked(content)
            if not like:
                tx.about("paper", 0, codes=PaperState.UNKNOWN)
                return CheckedPaper(path.name, PaperState.UNKNOWN, locked)
            changed = PaperState.LOCKED if locked else PaperState.CHANGED
            state = PaperState.UNCHANGED if same else changed
            paper = like[0]
            tx.about("paper", paper.id, paper.subject_id, state)
            return CheckedPaper(path.name, state, locked, _known(tx, like))


def _found(tx: Transaction, content: bytes) -> tuple[bool, tuple[Paper, ...]]:
    """Whether the file is byte for byte one that is kept, and the papers that it is or was; the first made first."""
    like = tx.of(Paper).where(mark=marks_of(content), order_by="made_at")
    same = tuple(paper for paper in like if _content(tx, paper) == content)
    return bool(same), same or like


def _content(tx: Transaction, paper: Paper) -> bytes:
    (kept,) = tx.of(PaperContent).where(paper_id=paper.id)
    return kept.content


def _known(tx: Transaction, like: tuple[Paper, ...]) -> KnownPaper:
    paper = like[0]
    meeting_on = tx.of(Meeting).get(paper.meeting_id).starts_on if paper.meeting_id is not None else None
    ids = tuple(each.id for each in like)
    return KnownPaper(
        paper,
        facts_of(paper, meeting_on),
        people_of(tx, paper.subject_id).name,
        tx.of(Employee).get(paper.made_by_id).name,
        tx.of(Handout).where(paper_id=ids, order_by="handed_on"),
        _newer(tx, paper),
    )


def _newer(tx: Transaction, paper: Paper) -> int | None:
    newest = _newest(tx, paper)
    return newest if newest is not None and paper.number is not None and newest > paper.number else None


def _newest(tx: Transaction, paper: Paper) -> int | None:
    if paper.kind is PaperKind.PLAN and paper.plan_version_id is not None:
        plan_id = tx.of(PlanVersion).get(paper.plan_version_id).plan_id
        version = tx.of(PlanVersion).last(plan_id=plan_id, order_by="number")
        return version.number if version is not None else None
    if paper.kind is PaperKind.MINUTES:
        minutes = tx.of(MinutesVersion).last(meeting_id=paper.meeting_id, order_by="number")
        return minutes.number if minutes is not None else None
    return None
