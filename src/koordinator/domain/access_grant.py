"""Adgang ved særligt behov: a citizen or family opened by somebody who does not work with them, for a stated reason."""

from dataclasses import dataclass
from datetime import datetime

from koordinator.domain import limits
from koordinator.domain.ids import EmployeeId, RowId, SubjectId


@dataclass(frozen=True, slots=True)
class AccessGrant:
    """Who may see whom, why, and until when (`until_at` is the first moment without).

    `told_id` is the colleague who is told of it, None where there was nobody to tell; `seen_at` when they had read it.
    """

    id: RowId
    subject_id: SubjectId
    employee_id: EmployeeId
    reason: str
    from_at: datetime
    until_at: datetime
    told_id: EmployeeId | None = None
    seen_at: datetime | None = None


def checked_reason(reason: str) -> str:
    """The reason as it is kept. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked("reason", reason, limits.PARAGRAPH, required=True)
