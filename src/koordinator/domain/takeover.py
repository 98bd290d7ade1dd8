"""The take-over checklist of trin 3: what each department hands over to the cross-organisational team, and from when.

On trin 3 one team has the whole authority (the municipality's model for cross-professional coordination). Until a
department has handed its cases over, somebody there is still responsible, and the line says who, until when and why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain import limits
from koordinator.domain.course import StepPeriod
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import CitizenId, CourseId, DepartmentId, EmployeeId, SubjectId, TakeoverId
from koordinator.domain.register import CaseFile

_LIMITS: Final = {"what": limits.PARAGRAPH, "wait_reason": limits.PARAGRAPH, "outcome_reason": limits.PARAGRAPH}


class TakeoverOutcome(StrEnum):
    """How a line ended. `LEFT_STEP`: the subject came away from trin 3 before it was handed over."""

    TAKEN_OVER = "taken_over"
    NOT_HANDED_OVER = "not_handed_over"
    LEFT_STEP = "left_step"


@dataclass(frozen=True, slots=True)
class Takeover:
    """A line of the checklist: it waits from the day the subject came onto trin 3 until (not including) another.

    `until_on` is then the first day on which the department is no longer waited for: with the outcome TAKEN_OVER the
    first day of the team's responsibility. `employee_id` is who is responsible meanwhile. A line that is over stays as
    it is; what was wrong in it is said in a new one.
    """

    id: TakeoverId
    subject_id: SubjectId
    course_id: CourseId
    department_id: DepartmentId
    what: str
    expected_on: date
    from_on: date
    employee_id: EmployeeId | None = None
    wait_reason: str = ""
    until_on: date | None = None
    outcome: TakeoverOutcome | None = None
    outcome_reason: str = ""
    version: int = 0

    @property
    def waits(self) -> bool:
        """The department has not handed over yet."""
        return self.until_on is None

    def presses_on(self, day: date) -> bool:
        """Nobody has said why it waits, or the day on which it was expected has come."""
        return self.waits and (not self.wait_reason or self.expected_on <= day)


class TakeoverOver(DomainError):
    """The line is over and stays as it is; a new one is written instead."""


class TakeoverDayOff(DomainError):
    """What is taken over is so from a day on trin 3, today at the latest."""

    earliest_on: date
    latest_on: date


def checked_takeover(line: Takeover, before: Takeover | None, today: date) -> Takeover:
    """The line as it can be kept in the place of the one `before`, or as a new one.

    What is put off needs a reason, and so does what is not handed over at all. Raises TakeoverOver, TakeoverDayOff,
    FieldMissing (`what`, `wait_reason`, `outcome_reason`), FieldTooLong or UnusableCharacter.
    """
    if before is not None and not before.waits:
        raise TakeoverOver
    if line.until_on is not None and not line.from_on <= line.until_on <= today:
        raise TakeoverDayOff(line.from_on, today)
    required = ["what"]
    if line.waits and before is not None and is_put_off(line.expected_on, before):
        required.append("wait_reason")
    if line.outcome is TakeoverOutcome.NOT_HANDED_OVER:
        required.append("outcome_reason")
    return limits.checked_fields(line, _LIMITS, required)


def is_put_off(expected_on: date, before: Takeover) -> bool:
    """The line is expected later than it was."""
    return expected_on > before.expected_on


def left(line: Takeover) -> Takeover:
    """The line as it ends when the subject comes away from trin 3; the day is still to be set."""
    return replace(line, outcome=TakeoverOutcome.LEFT_STEP)


def of_stay(lines: Iterable[Takeover], stay: StepPeriod) -> tuple[Takeover, ...]:
    """The lines of this time on trin 3: those that wait first, the earliest expected before the others."""
    own = (line for line in lines if (line.course_id, line.from_on) == (stay.course_id, stay.from_on))
    return tuple(sorted(own, key=lambda line: (not line.waits, line.until_on or line.expected_on, line.id)))


def most_pressing(lines: Iterable[Takeover], today: date) -> Takeover | None:
    """The pressing line that was expected first, or None."""
    pressing = (line for line in lines if line.presses_on(today))
    return min(pressing, key=lambda line: (line.expected_on, line.id), default=None)


def missing_lines(
    stay: StepPeriod,
    cases: Iterable[CaseFile],
    lines: Iterable[Takeover],
    names: Mapping[CitizenId, str],
    expected_on: date,
) -> tuple[Takeover, ...]:
    """A line for each department that has an open case and no line in this time on trin 3; not stored yet.

    The case's caseworker is responsible meanwhile. `names` says whose a case is, where there are several members.
    """
    known = {line.department_id for line in of_stay(lines, stay)}
    found: dict[DepartmentId, list[CaseFile]] = {}
    for case in cases:
        if case.status.is_open and case.department_id not in known:
            found.setdefault(case.department_id, []).append(case)
    return tuple(
        Takeover(
            id=TakeoverId(0),
            subject_id=stay.subject_id,
            course_id=stay.course_id,
            department_id=department_id,
            what=_in_words(of_department, names),
            expected_on=expected_on,
            from_on=stay.from_on,
            employee_id=next((case.caseworker_id for case in of_department if case.caseworker_id is not None), None),
        )
        for department_id, of_department in sorted(found.items())
    )


def _in_words(cases: Sequence[CaseFile], names: Mapping[CitizenId, str]) -> str:
    """The cases by title, or by number where there is none, each with the name of whose it is."""
    words = ", ".join(_one_case(case, names.get(case.citizen_id, "")) for case in cases)
    return words if len(words) <= limits.PARAGRAPH else words[: limits.PARAGRAPH - 1] + "…"


def _one_case(case: CaseFile, name: str) -> str:
    title = case.title or case.number
    return f"{title} ({name})" if name else title
