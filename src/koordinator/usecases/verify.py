"""Checking that what lies in the database is what was put there: pages, audit chain, frozen things, papers."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, NamedTuple, Protocol

from koordinator.domain.access import Action, Actor
from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_snapshot import fault_of_locked
from koordinator.domain.audit_check import KnownHead, LogCheck
from koordinator.domain.deletion import Deletion
from koordinator.domain.ids import PaperId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import MinutesVersion
from koordinator.domain.minutes_content import is_as_closed
from koordinator.domain.paper import Paper, PaperContent
from koordinator.domain.snapshot import frozen_fields
from koordinator.domain.verification import Verification
from koordinator.usecases.log_heads import HeadsElsewhere, all_known
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.ports import Office

_PAPERS_AT_A_TIME: Final = 20
"""Papers are large: so many are in memory together, and nobody who writes waits for more."""


class StoreCheck(Protocol):
    """The checks that only the store itself can make."""

    def verify_pages(self) -> tuple[str, ...]:
        """What is wrong with the file, in the words of the database library; nothing when every page is whole."""

    def check_log(self, heads: Sequence[KnownHead], told: Callable[[int], None]) -> LogCheck:
        """What is wrong with the log, as it is and against the heads; `told` hears how many entries are done."""


class LogVerification(NamedTuple):
    """The check of the log alone, and when it was made."""

    at: datetime
    check: LogCheck


class Verify:
    """The whole check, and that of the log alone. `heads` are the places outside where the log's heads are noted."""

    def __init__(self, office: Office, store: StoreCheck, heads: Sequence[HeadsElsewhere] = ()) -> None:
        self._office = office
        self._store = store
        self._heads = heads

    def run(self, actor: Actor) -> Verification:
        """Checks every page, audit entry, locked assessment, approved plan, closed minutes and paper that was made."""
        with self._office.act(actor, Action.VERIFY) as tx:
            bare = {row.subject_id for row in tx.of(Deletion).where()}
            locked = [row for row in tx.of(Assessment).where() if row.is_locked and row.subject_id not in bare]
            plans, minutes, papers = tx.of(PlanVersion).where(), tx.of(MinutesVersion).where(), tx.of(Paper).where()
        # Of who was deleted only what is counted is left.
        plans = tuple(row for row in plans if row.subject_id not in bare)
        faults = ((row.id, fault_of_locked(row)) for row in locked)
        return Verification(
            page_faults=self._store.verify_pages(),
            log=self._store.check_log(all_known(self._heads), _nobody_is_told),
            assessments=len(locked),
            assessment_faults=tuple((key, fault) for key, fault in faults if fault is not None),
            plan_versions=len(plans),
            plan_faults=tuple(row.id for row in plans if frozen_fields(row.content, row.sha256) is None),
            minutes_versions=len(minutes),
            minutes_faults=tuple(row.id for row in minutes if not is_as_closed(row)),
            papers=len(papers),
            paper_faults=self._changed(papers),
        )

    def log(self, actor: Actor, progress: Progress = always_on) -> LogVerification:
        """Checks every entry of the log, against itself and against what was noted of it elsewhere."""
        with self._office.act(actor, Action.CHECK_LOG) as tx:
            total, at = tx.audit.head().count, tx.now
        checked = self._store.check_log(all_known(self._heads), lambda done: _tell(progress, done, total))
        return LogVerification(at, checked)

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


def _nobody_is_told(_done: int) -> None:
    """The whole check is not watched."""


def _tell(progress: Progress, done: int, total: int) -> None:
    """The check of the log takes seconds at most, and is not stopped."""
    progress(done, total)
