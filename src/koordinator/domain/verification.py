"""What the check of a whole database found."""

from dataclasses import dataclass

from koordinator.domain.assessment_snapshot import LockedFault
from koordinator.domain.audit_check import LogCheck
from koordinator.domain.ids import AssessmentId, MinutesVersionId, PaperId, PlanVersionId


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and what does not hold. `page_faults` are in the words of the database library."""

    page_faults: tuple[str, ...]
    log: LogCheck
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
        return not (self.page_faults or self.log.faults or any(frozen))
