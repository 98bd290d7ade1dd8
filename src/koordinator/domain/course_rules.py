"""How a course begins, who may coordinate it, and how it ends."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from koordinator.domain import limits
from koordinator.domain.course import Course, EndReason, NotOnStep
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import AuthorityPeriod, Employee, LacksAuthority
from koordinator.domain.periods import holds_on
from koordinator.domain.steps import Step

_NOBODY_TO_CALL: Final = (EndReason.DIED, EndReason.MOVED_AWAY, EndReason.PART_OF_FAMILY)


class CourseOpen(DomainError):
    """The subject has an open course already; another one begins when that has ended."""


class CourseIsFamilys(DomainError):
    """The citizen's casework is the family's on trin 3: there is no course of the citizen's own beside it."""

    name: str
    family: str


class CourseOverlaps(DomainError):
    """A course cannot begin before the subject's last one ended, nor in the future."""

    earliest_on: date
    latest_on: date


@dataclass(frozen=True, slots=True)
class CourseEnd:
    """Why the course ends, the citizen's own word about it, and whom to call afterwards."""

    reason: EndReason
    citizens_word: str = ""
    call_afterwards: str = ""


@dataclass(frozen=True, slots=True)
class CourseUnderWay:
    """A course that ran before the program was there: its step, since when, and who has coordinated it since."""

    step: Step
    from_on: date
    coordinator_id: EmployeeId | None = None


def check_may_begin(from_on: date, earlier: Iterable[Course], today: date) -> None:
    """Raises CourseOpen or CourseOverlaps when a course cannot begin on the day."""
    ends = [course.until_on for course in earlier]
    if None in ends:
        raise CourseOpen
    earliest_on = max((end for end in ends if end is not None), default=date.min)
    if not earliest_on <= from_on <= today:
        raise CourseOverlaps(earliest_on, today)


def needs_somebody_to_call(reason: EndReason) -> bool:
    """Whether it must be said whom the citizen can call when the course has ended for the reason."""
    return reason not in _NOBODY_TO_CALL


def ended_course(course: Course, end: CourseEnd, on: date) -> Course:
    """The course as ended from the day on.

    Whom to call afterwards is said to everybody who still lives in the municipality on their own
    course. Raises FieldMissing, FieldTooLong or UnusableCharacter.
    """
    required = ("call_afterwards",) if needs_somebody_to_call(end.reason) else ()
    changed = replace(
        course,
        until_on=max(on, course.from_on),
        end_reason=end.reason,
        citizens_word=end.citizens_word,
        call_afterwards=end.call_afterwards,
    )
    field_limits = {"citizens_word": limits.PARAGRAPH, "call_afterwards": limits.LINE}
    return limits.checked_fields(changed, field_limits, required=required)


def check_may_coordinate(
    employee: Employee, authority: Iterable[AuthorityPeriod], step: Step | None, day: date
) -> None:
    """Raises NotOnStep below trin 2, LacksAuthority for who is no myndighedsperson on the day.

    Source: the municipality's model for cross-professional coordination, trin 2.
    """
    if step is None or not step.has_joint_plan:
        raise NotOnStep(Step.MEETINGS, step or Step.NO_NEED)
    if not any(holds_on(period, day) for period in authority):
        raise LacksAuthority(employee.name)
