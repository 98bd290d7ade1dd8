"""A course (forløb): a subject's time on the staircase, from when to when, and with which coordinator."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.codes import EndReason as EndReason  # noqa: PLC0414 - its home is here
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import AssessmentId, CourseId, EmployeeId, RowId, SubjectId
from koordinator.domain.steps import Step


@dataclass(frozen=True, slots=True)
class Course:
    """A subject's course. At most one is open at a time.

    `citizens_word` is the citizen's own word at the end, `call_afterwards` whom to call then.
    """

    id: CourseId
    uid: str
    subject_id: SubjectId
    from_on: date
    until_on: date | None = None
    end_reason: EndReason | None = None
    citizens_word: str = ""
    call_afterwards: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class StepPeriod:
    """The time on one step, with the assessment it was decided by (None for one that was taken over)."""

    id: RowId
    subject_id: SubjectId
    course_id: CourseId
    step: Step
    from_on: date
    until_on: date | None = None
    assessment_id: AssessmentId | None = None


@dataclass(frozen=True, slots=True)
class CoordinatorPeriod:
    """The time in which the employee is the subject's koordinerende sagsbehandler."""

    id: RowId
    subject_id: SubjectId
    course_id: CourseId
    employee_id: EmployeeId
    from_on: date
    until_on: date | None = None


class NoOpenCourse(DomainError):
    """The subject has no course on the staircase to work on."""

    name: str


class NotOnStep(DomainError):
    """What was asked for belongs to another step than the subject is on."""

    needed: Step
    actual: Step
