"""A made paper becomes a row: what it is, its exact bytes, and their SHA-256."""

import hashlib
from dataclasses import dataclass

from koordinator.domain.access import Actor
from koordinator.domain.ids import MeetingId, PaperId, PlanVersionId, RowId, SubjectId
from koordinator.domain.paper import Paper, PaperContent, PaperKind, Reader
from koordinator.usecases.ports import Transaction
from koordinator.usecases.ports_meetings import MadePaper


@dataclass(frozen=True, slots=True)
class PaperAbout:
    """What a paper is and what it was made from."""

    subject_id: SubjectId
    kind: PaperKind
    reader: Reader
    meeting_id: MeetingId | None = None
    plan_version_id: PlanVersionId | None = None
    made_for: str = ""


def store_paper(tx: Transaction, actor: Actor, about: PaperAbout, made: MadePaper) -> Paper:
    """Keeps the paper for ever as it was made."""
    paper = tx.of(Paper).add(
        Paper(
            id=PaperId(0),
            uid=tx.new_uid(),
            subject_id=about.subject_id,
            kind=about.kind,
            reader=about.reader,
            file_name=made.file_name,
            sha256=hashlib.sha256(made.content).hexdigest(),
            made_at=tx.now,
            made_by_id=actor.employee_id,
            meeting_id=about.meeting_id,
            plan_version_id=about.plan_version_id,
            made_for=about.made_for,
        )
    )
    tx.of(PaperContent).add(PaperContent(RowId(0), paper.id, made.content))
    return paper
