"""A made paper becomes a row: what it is, its exact bytes, and their SHA-256; and comes out again as it was."""

import hashlib
from dataclasses import asdict, dataclass

from koordinator.domain.access import Action, Actor
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import MeetingId, PaperId, PlanVersionId, RowId, SubjectId
from koordinator.domain.paper import OF_ACCESS, Paper, PaperContent, PaperKind, Reader
from koordinator.domain.paper_mark import mark_of
from koordinator.usecases.ports import Transaction
from koordinator.usecases.ports_meetings import MadePaper


@dataclass(frozen=True, slots=True)
class PaperAbout:
    """What a paper is and what it was made from; `number` as in `Paper`."""

    subject_id: SubjectId
    kind: PaperKind
    reader: Reader
    meeting_id: MeetingId | None = None
    plan_version_id: PlanVersionId | None = None
    made_for: str = ""
    number: int | None = None


def store_paper(tx: Transaction, actor: Actor, about: PaperAbout, made: MadePaper) -> Paper:
    """Keeps the paper for ever as it was made; the same bytes of the same paper are kept once."""
    same = {**asdict(about), "file_name": made.file_name, "sha256": hashlib.sha256(made.content).hexdigest()}
    known = tx.of(Paper).find(**same)
    if known is not None:
        return known
    mark, by = mark_of(made.content), actor.employee_id
    paper = tx.of(Paper).add(Paper(PaperId(0), tx.new_uid(), made_at=tx.now, made_by_id=by, mark=mark, **same))
    tx.of(PaperContent).add(PaperContent(RowId(0), paper.id, made.content))
    return paper


def kept_content(tx: Transaction, actor: Actor, paper: Paper) -> bytes:
    """The bytes of a kept paper. Raises NotAllowed for an answer to the right of access that is another's to prepare.

    The CPR number stands in it.
    """
    sees = tx.seen_by(actor, Action.PREPARE_ACCESS) if paper.kind in OF_ACCESS else None
    if sees is not None and paper.subject_id not in sees:
        raise NotAllowed(Action.PREPARE_ACCESS)
    (stored,) = tx.of(PaperContent).where(paper_id=paper.id)
    return stored.content
