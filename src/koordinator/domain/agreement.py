"""What was promised, by whom and by when - and what a meeting could not grant."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.codes import AgreementStatus as AgreementStatus  # noqa: PLC0414 - its home is here
from koordinator.domain.ids import (
    AgreementId,
    CitizenId,
    ContactPersonId,
    DepartmentId,
    EmployeeId,
    GoalId,
    MeetingId,
    PendingDecisionId,
    SubjectId,
    ThemeId,
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What, who, by when. The same row stands in the meeting and in the plan.

    `rhythm` is used where there is no single day ("fra nu af", "hver fredag"). `made_on` is the day
    it was made. `times_carried` counts the meetings at which it went on, `carried_meeting_id` is the
    last of them. Without a theme of its own it has its goal's. `member_id` is the family member in whose part
    of the plan it stands, None where it is the family's together.
    """

    id: AgreementId
    uid: str
    subject_id: SubjectId
    what: str
    made_on: date
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None
    due_on: date | None = None
    rhythm: str = ""
    meeting_id: MeetingId | None = None
    goal_id: GoalId | None = None
    status: AgreementStatus = AgreementStatus.OPEN
    settled_on: date | None = None
    not_done_reason: str = ""
    times_carried: int = 0
    carried_meeting_id: MeetingId | None = None
    theme_id: ThemeId | None = None
    member_id: CitizenId | None = None
    version: int = 0

    @property
    def is_complete(self) -> bool:
        """One named person, and a day or a rhythm: what nobody leaves the room without."""
        named = (self.citizen_id, self.employee_id, self.contact_person_id) != (None, None, None)
        return named and (self.due_on is not None or bool(self.rhythm))

    @property
    def is_bare(self) -> bool:
        """Open, and nothing but the words: nobody has said who, when or for which goal."""
        named = (self.citizen_id, self.employee_id, self.contact_person_id, self.due_on, self.goal_id)
        return self.status is AgreementStatus.OPEN and not any(named) and not self.rhythm

    def is_overdue(self, today: date) -> bool:
        """Open after its last day."""
        return self.status is AgreementStatus.OPEN and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class PendingDecision:
    """Skal afgøres: what a meeting cannot grant. A named person of a department answers by a day.

    On paper: not decided yet, who answers when, and that one can appeal. `member_id` as in an agreement.
    """

    id: PendingDecisionId
    uid: str
    subject_id: SubjectId
    what: str
    department_id: DepartmentId | None = None
    employee_id: EmployeeId | None = None
    answer_by_on: date | None = None
    meeting_id: MeetingId | None = None
    outcome: str = ""
    outcome_on: date | None = None
    theme_id: ThemeId | None = None
    member_id: CitizenId | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """No outcome yet."""
        return self.outcome_on is None

    @property
    def is_bare(self) -> bool:
        """Open, and nothing but the words: nobody has said who answers or when."""
        return self.is_open and not any((self.department_id, self.employee_id, self.answer_by_on))
