"""Checking that what lies in the database is what was put there: pages, audit chain, frozen things."""

from dataclasses import dataclass
from typing import Protocol

from koordinator.domain.access import Action, Actor
from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_snapshot import LockedFault, fault_of_locked
from koordinator.domain.ids import AssessmentId, PlanVersionId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.snapshot import sha256_of
from koordinator.usecases.ports import Office


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

    @property
    def is_whole(self) -> bool:
        """Nothing is wrong."""
        return not (self.page_faults or self.assessment_faults or self.plan_faults)


class Verify:
    """The whole check. Needs the role of administrator."""

    def __init__(self, office: Office, store: StoreCheck) -> None:
        self._office = office
        self._store = store

    def run(self, actor: Actor) -> Verification:
        """Checks every page, every audit entry, every locked assessment and every approved plan.

        Raises AuditChainBroken when the log was changed from outside.
        """
        with self._office.act(actor, Action.VERIFY) as tx:
            locked = [row for row in tx.of(Assessment).where() if row.is_locked]
            versions = tx.of(PlanVersion).where()
        faults = ((row.id, fault_of_locked(row)) for row in locked)
        return Verification(
            page_faults=self._store.verify_pages(),
            log_entries=self._store.verify_log(),
            assessments=len(locked),
            assessment_faults=tuple((key, fault) for key, fault in faults if fault is not None),
            plan_versions=len(versions),
            plan_faults=tuple(row.id for row in versions if sha256_of(row.content) != row.sha256),
        )
