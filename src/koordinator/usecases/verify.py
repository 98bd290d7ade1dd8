"""Checking that what lies in the database is what was put there: pages, audit chain, frozen things, papers."""

import hashlib
from dataclasses import dataclass
from typing import Final, Protocol

from koordinator.domain.access import Action, Actor
from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_snapshot import LockedFault, fault_of_locked
from koordinator.domain.ids import AssessmentId, MinutesVersionId, PaperId, PlanVersionId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import MinutesVersion
from koordinator.domain.minutes_content import is_as_closed
from koordinator.domain.paper import Paper, PaperContent
from koordinator.domain.snapshot import frozen_fields
from koordinator.usecases.ports import Office

_PAPERS_AT_A_TIME: Final = 20
"""Papers are large: so many are in memory together, and nobody who writes waits for more."""


class StoreCheck(Protocol):
    """The checks that only the store itself can make."""

    def verify_pages(self) -> tuple[str, ...]:
        """What is wrong with the file, in the words of the database library; nothing when every page is whole."""

    def verify_log(self) -> int:
        """The number of audit entries when the chain is whole. Raises AuditChainBroken."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and what does not hold."""

    page_faults: tuple[str, ...]
    log_entries: int
    assessments: int
    assessment_faults: tuple[tuple[AssessmentId, LockedFault], ...]
    plan_versions: int
    plan_faults: tuple[PlanVersionId, ...]
    minutes_versions: int
    minutes_faults: tuple[MinutesVersionId, ...]
    papers: int
    paper_faults: tuple[PaperId, ...]

    @property
    def is_whole(self) -> bool:
        """Nothing is wrong."""
        frozen = (self.assessment_faults, self.plan_faults, self.minutes_faults, self.paper_faults)
        return not (self.page_faults or any(frozen))


class Verify:
    """The whole check. Needs the role of administrator."""

    def __init__(self, office: Office, store: StoreCheck) -> None:
        self._office = office
        self._store = store

    def run(self, actor: Actor) -> Verification:
        """Checks every page, audit entry, locked assessment, approved plan, closed minutes and paper that was made.

        Raises AuditChainBroken when the log was changed from outside.
        """
        with self._office.act(actor, Action.VERIFY) as tx:
            locked = [row for row in tx.of(Assessment).where() if row.is_locked]
            plans, minutes, papers = tx.of(PlanVersion).where(), tx.of(MinutesVersion).where(), tx.of(Paper).where()
        faults = ((row.id, fault_of_locked(row)) for row in locked)
        return Verification(
            page_faults=self._store.verify_pages(),
            log_entries=self._store.verify_log(),
            assessments=len(locked),
            assessment_faults=tuple((key, fault) for key, fault in faults if fault is not None),
            plan_versions=len(plans),
            plan_faults=tuple(row.id for row in plans if frozen_fields(row.content, row.sha256) is None),
            minutes_versions=len(minutes),
            minutes_faults=tuple(row.id for row in minutes if not is_as_closed(row)),
            papers=len(papers),
            paper_faults=self._changed(papers),
        )

    def _changed(self, papers: tuple[Paper, ...]) -> tuple[PaperId, ...]:
        """The papers whose bytes are gone, or not those that were made."""
        faults: list[PaperId] = []
        for first in range(0, len(papers), _PAPERS_AT_A_TIME):
            some = papers[first : first + _PAPERS_AT_A_TIME]
            with self._office.aside() as tx:
                contents = tx.of(PaperContent).where(paper_id=tuple(paper.id for paper in some))
            made = {each.paper_id: hashlib.sha256(each.content).hexdigest() for each in contents}
            faults += [paper.id for paper in some if made.get(paper.id) != paper.sha256]
        return tuple(faults)
