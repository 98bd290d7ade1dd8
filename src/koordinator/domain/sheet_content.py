"""What the papers say that belong to no plan and no meeting: the assessment note, the recovery sheet."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.assessment import Assessment
from koordinator.domain.content_parts import Sender, SubjectContent


@dataclass(frozen=True, slots=True)
class AssessmentNote:
    """An assessment as a note for the file; one that is not locked yet is a draft.

    `last` is the locked assessment before this one, or None for the first.
    """

    sender: Sender
    subject: SubjectContent
    assessment: Assessment
    made_on: date
    decided_by: str = ""
    last: Assessment | None = None


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """Ark med gendannelseskode: the code that opens the database when nothing else does. Never kept, only printed."""

    code: str
    made_on: date
    database_name: str
    municipality: str = ""
