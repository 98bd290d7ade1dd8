"""Follow-up: everything that falls due - promises, answers, deadlines, reviews - and how pressing it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from koordinator.domain.ids import EmployeeId, RowId, SubjectId

_DAYS_OF_A_WEEK: Final = 7


class DueKind(StrEnum):
    """What falls due."""

    AGREEMENT = "agreement"
    DECISION = "decision"
    """Somebody is to answer what a meeting could not grant."""
    CASE_DEADLINE = "case_deadline"
    CASE_ANSWER = "case_answer"
    """A new or renewed application is to be answered."""
    PLAN_REVIEW = "plan_review"
    OTHER_PLAN = "other_plan"
    REASSESSMENT = "reassessment"
    EFFORT = "effort"
    """A grant that runs out is followed up on before its last day."""
    CONSENT = "consent"
    """A consent that runs out: its last day."""
    REQUEST = "request"
    """What a citizen asked about their own data; only for those who may answer it."""
    MEETING = "meeting"
    """Stands in the year wheel; the list of follow-ups leaves meetings to their own page."""


MOVABLE: Final = frozenset({DueKind.PLAN_REVIEW, DueKind.OTHER_PLAN, DueKind.REASSESSMENT, DueKind.EFFORT})
"""Whose day the caseworker plans. Deadlines, promises and consents are bound to others than the caseworker."""

COMPUTED: Final = frozenset({DueKind.REASSESSMENT, DueKind.EFFORT})
"""Whose day follows from another day and a setting; one that was moved is kept as a `PlannedDay`."""


class Urgency(StrEnum):
    """How pressing it is, in the order in which it is shown."""

    OVERDUE = "overdue"
    LACKING = "lacking"
    """Nobody said who, or when."""
    THIS_WEEK = "this_week"
    LATER = "later"
    ONGOING = "ongoing"
    """Goes on from now on or at a rhythm, without a last day."""


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing that falls due. `thing_id` is the key of an agreement, decision, case, plan, effort, consent,
    request, meeting, or (reassessment) subject.

    `who` is the responsible person's name and `department` a department's, each empty where there is none.
    `computed_on` is the day that the rules give one of the `COMPUTED` kinds, whatever day was planned for it.
    """

    kind: DueKind
    thing_id: int
    subject_id: SubjectId
    subject_name: str
    what: str
    due_on: date | None
    rhythm: str = ""
    who: str = ""
    employee_id: EmployeeId | None = None
    department: str = ""
    times_carried: int = 0
    computed_on: date | None = None

    @property
    def lacks(self) -> bool:
        """A promise or an answer without a named person, or without a day or rhythm."""
        promised = self.kind in (DueKind.AGREEMENT, DueKind.DECISION)
        return promised and (not self.who or (self.due_on is None and not self.rhythm))

    def urgency(self, today: date) -> Urgency:
        """How pressing it is today. "This week" is today and the six days after it."""
        if self.due_on is not None and self.due_on < today:
            return Urgency.OVERDUE
        if self.lacks:
            return Urgency.LACKING
        if self.due_on is None:
            return Urgency.ONGOING
        return Urgency.THIS_WEEK if self.due_on < today + timedelta(days=_DAYS_OF_A_WEEK) else Urgency.LATER


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """The day chosen for a follow-up whose own day is computed; `thing_id` as in `DueItem`.

    It holds only while the rules still give `computed_on`: a new assessment, a longer grant or another interval
    gives the thing a new day of its own, and the old choice is passed over.
    """

    id: RowId
    subject_id: SubjectId
    kind: DueKind
    thing_id: int
    computed_on: date
    planned_on: date
    version: int = 0


@dataclass(frozen=True, slots=True)
class DueGroup:
    """What is equally pressing, the oldest day first."""

    urgency: Urgency
    items: tuple[DueItem, ...]


def grouped(items: Iterable[DueItem], today: date) -> tuple[DueGroup, ...]:
    """The items by how pressing they are; a group without items is left out."""
    ordered = sorted(items, key=lambda item: (item.due_on or date.max, item.subject_name, item.kind, item.thing_id))
    groups = (
        DueGroup(urgency, tuple(item for item in ordered if item.urgency(today) is urgency)) for urgency in Urgency
    )
    return tuple(group for group in groups if group.items)
