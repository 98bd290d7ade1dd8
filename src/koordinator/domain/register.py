"""What is registered round a citizen: cases, efforts, other plans and the network of contact persons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from koordinator.domain.ids import (
    CaseFileId,
    CitizenId,
    ContactPersonId,
    DepartmentId,
    EffortId,
    EmployeeId,
    GoalId,
    OtherPlanId,
    RowId,
    TeamId,
    ThemeId,
)


class CaseStatus(StrEnum):
    """Where a case stands in its department."""

    ACTIVE = "active"
    WAITING = "waiting"
    CLOSED = "closed"

    @property
    def is_open(self) -> bool:
        """An open case counts in the assessment."""
        return self is not CaseStatus.CLOSED


class ApplicationKind(StrEnum):
    """The case field ny/genansøgning, used for supervision of deadlines."""

    NONE = "none"
    NEW = "new"
    RENEWED = "renewed"


class PlanRelation(StrEnum):
    """How one of the citizen's other plans stands to the joint plan."""

    REPLACED = "replaced"
    PART = "part"
    BESIDE = "beside"


class ContactKind(StrEnum):
    """Who somebody in the network is to the citizen."""

    PROFESSIONAL = "professional"
    RELATIVE = "relative"
    PRIVATE = "private"
    COMPANION = "companion"
    PARTY_REPRESENTATIVE = "party_representative"
    GUARDIAN = "guardian"
    CUSTODY_HOLDER = "custody_holder"
    INTERPRETER = "interpreter"

    @property
    def stands_for_citizen(self) -> bool:
        """May take the citizen's place at a meeting that counts (supervision, definition 1)."""
        return self in (ContactKind.PARTY_REPRESENTATIVE, ContactKind.GUARDIAN, ContactKind.CUSTODY_HOLDER)


class Closeness(StrEnum):
    """How near somebody in the network is to the citizen, as the citizen sees it."""

    NEAR = "near"
    BETWEEN = "between"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case (sag) of a citizen in a department; its number is its key in the department's own system.

    `opened_on` is the department's own day, `registered_on` the day it became known here.
    """

    id: CaseFileId
    number: str
    citizen_id: CitizenId
    department_id: DepartmentId
    team_id: TeamId | None = None
    caseworker_id: EmployeeId | None = None
    title: str = ""
    legal_basis: str = ""
    status: CaseStatus = CaseStatus.ACTIVE
    opened_on: date | None = None
    registered_on: date | None = None
    deadline_on: date | None = None
    application: ApplicationKind = ApplicationKind.NONE
    received_on: date | None = None
    answer_due_on: date | None = None
    answered_on: date | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Effort:
    """An indsats: a service or measure that is given. `amount` is free text ("4 timer om ugen").

    Without a theme of its own it has that of the goal it serves. `position` is its place in the order in
    which the plan takes the efforts; those not placed yet (0) stand last, by their first day.
    """

    id: EffortId
    citizen_id: CitizenId
    name: str
    purpose: str = ""
    provider: str = ""
    department_id: DepartmentId | None = None
    case_file_id: CaseFileId | None = None
    legal_basis: str = ""
    amount: str = ""
    paid_by: str = ""
    from_on: date | None = None
    until_on: date | None = None
    theme_id: ThemeId | None = None
    position: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class EffortGoal:
    """The effort serves the goal of the joint plan."""

    id: RowId
    effort_id: EffortId
    goal_id: GoalId


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """One of the citizen's plans elsewhere: what it is called, who owns it, its goal in a line.

    `plan_type` is the key of a plan type, or empty.
    """

    id: OtherPlanId
    citizen_id: CitizenId
    title: str
    owner: str = ""
    goal: str = ""
    plan_type: str = ""
    legal_basis: str = ""
    relation: PlanRelation = PlanRelation.BESIDE
    from_on: date | None = None
    until_on: date | None = None
    follow_up_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Anyone in the network, professional or private; an employee of the municipality is referred to.

    `registered_on` is the day the person became known here. `closeness` is as it is today. Who is not
    `on_paper` stands on no paper: not in the network, not as a helper.
    """

    id: ContactPersonId
    citizen_id: CitizenId
    name: str
    kind: ContactKind = ContactKind.PROFESSIONAL
    employee_id: EmployeeId | None = None
    department_id: DepartmentId | None = None
    organisation: str = ""
    role: str = ""
    helps_with: str = ""
    phone: str = ""
    phone_hours: str = ""
    email: str = ""
    closeness: Closeness = Closeness.BETWEEN
    on_paper: bool = True
    registered_on: date | None = None
    from_on: date | None = None
    until_on: date | None = None
    version: int = 0
