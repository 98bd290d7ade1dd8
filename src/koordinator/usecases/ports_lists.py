"""What lists are read through: whole pages of facts at a time, never one aggregate after the other."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time
from typing import NamedTuple, Protocol

from koordinator.domain.codes import GrantKind, MeetingStatus, PlaceKind, SubjectKind
from koordinator.domain.guide_facts import GuideFacts
from koordinator.domain.ids import AgreementId, EmployeeId, JointPlanId, MeetingId, RowId, SubjectId
from koordinator.domain.periods import DayRange
from koordinator.domain.promises import Promised


class GuideLists(Protocol):
    """The facts that the guide needs, as of the transaction's day, in a handful of reads however many are asked for."""

    def of_subjects(self, subject_ids: Iterable[SubjectId]) -> tuple[GuideFacts, ...]:
        """Those of the subjects, in the order of their ids; a subject that does not exist is left out."""

    def of_employee(self, employee_id: EmployeeId) -> tuple[GuideFacts, ...]:
        """Those of the employee's own subjects: whom they coordinate, and the citizens without a coordinator whose
        primary caseworker they are or whose open case they have.
        """

    def of_served(self) -> tuple[GuideFacts, ...]:
        """Those of the subjects that somebody is to coordinate: on trin 2 or 3, or with a handover under way."""

    def of_all(self) -> tuple[GuideFacts, ...]:
        """Those of every subject."""


class MeetingLine(NamedTuple):
    """A meeting ahead or under way, in one line. `starts_*` is wall time in Europe/Copenhagen."""

    id: MeetingId
    subject_id: SubjectId
    subject_kind: SubjectKind
    subject_name: str
    status: MeetingStatus
    starts_on: date
    starts_clock: time
    place_kind: PlaceKind
    place: str
    participants: int
    needs_interpreter: bool


class PromiseLine(NamedTuple):
    """An open agreement with a day, in one line. `who` is empty when nobody is named.

    `subject_key` is the citizen's or the family's own key.
    """

    id: AgreementId
    subject_id: SubjectId
    subject_kind: SubjectKind
    subject_key: int
    subject_name: str
    what: str
    who: str
    due_on: date


class ReviewLine(NamedTuple):
    """A joint plan with the day on which it is to be gone through; `subject_key` as in `PromiseLine`."""

    plan_id: JointPlanId
    subject_id: SubjectId
    subject_kind: SubjectKind
    subject_key: int
    subject_name: str
    review_on: date


class LeftOverLine(NamedTuple):
    """What somebody wrote and never finished, in one place.

    `kind` and `thing_id` are the drafts' (see `DraftPlace`): an assessment that is not locked, a joint plan that runs
    or a meeting that is not over. `saved_on` is the Danish day of the newest.
    """

    kind: str
    thing_id: int
    subject_id: SubjectId
    subject_kind: SubjectKind
    subject_key: int
    subject_name: str
    saved_on: date


class GrantNotice(NamedTuple):
    """A citizen of the employee's whom somebody else opened for a reason, or took a part in, until it has been read.

    `subject_key` as in `PromiseLine`; `opened_at` is UTC.
    """

    grant_id: RowId
    subject_kind: SubjectKind
    subject_key: int
    subject_name: str
    who: str
    reason: str
    opened_at: datetime
    kind: GrantKind = GrantKind.NEED


class OverviewLists(Protocol):
    """The short lists of the first page: what is about the subjects, or is the employee's own to do."""

    def meetings(
        self, employee_id: EmployeeId, subject_ids: Collection[SubjectId], days: DayRange
    ) -> tuple[MeetingLine, ...]:
        """The meetings ahead in those days, the earliest first."""

    def promises_due(
        self, employee_id: EmployeeId, subject_ids: Collection[SubjectId], until: date
    ) -> tuple[PromiseLine, ...]:
        """The open agreements whose day is no later, the oldest first."""

    def promises_of(
        self, employee_id: EmployeeId, subject_ids: Collection[SubjectId], days: DayRange
    ) -> tuple[Promised, ...]:
        """The authority's own agreements (an employee's) that fell due in those days."""

    def reviews(self, subject_ids: Collection[SubjectId], until: date) -> tuple[ReviewLine, ...]:
        """The open joint plans whose review is no later, the oldest first."""

    def grant_notices(self, employee_id: EmployeeId) -> tuple[GrantNotice, ...]:
        """What the employee is to be told of, the oldest first."""

    def left_over(self, employee_id: EmployeeId) -> tuple[LeftOverLine, ...]:
        """What the employee has written and not finished, the newest first."""
