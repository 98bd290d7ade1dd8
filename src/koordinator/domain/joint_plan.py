"""The joint plan (fælles plan): one for a citizen on trin 2, one for the whole family on trin 3."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import (
    CitizenId,
    ConsentId,
    ContactPersonId,
    CourseId,
    EmployeeId,
    GoalId,
    JointPlanId,
    PlanVersionId,
    RowId,
    SubjectId,
    ThemeId,
)


class GoalStatus(StrEnum):
    """A goal is worked on, reached, or put aside."""

    ACTIVE = "active"
    REACHED = "reached"
    PUT_ASIDE = "put_aside"


@dataclass(frozen=True, slots=True)
class JointPlan:
    """The living plan. What has been approved is kept apart as frozen `PlanVersion`s.

    `own_words`, `must_not_be_lost` are the citizen's own; `strengths` are shared; `challenges` is
    the common view of what is hardest now, `disagreements` where the parties see it differently (who sees
    what stands in `Viewpoint`s). `own_contribution` is what the citizen or the family does themselves,
    `relatives_contribution` what those near them do. `plan_type` is the key of a plan type, or empty.
    """

    id: JointPlanId
    uid: str
    subject_id: SubjectId
    course_id: CourseId | None
    plan_type: str = ""
    legal_basis: str = ""
    own_words: str = ""
    must_not_be_lost: str = ""
    strengths: str = ""
    challenges: str = ""
    disagreements: str = ""
    own_contribution: str = ""
    relatives_contribution: str = ""
    from_on: date | None = None
    review_on: date | None = None
    ended_on: date | None = None
    consent_id: ConsentId | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class MemberPart:
    """One family member's own part of the family's plan; each field is about or by that member alone."""

    id: RowId
    plan_id: JointPlanId
    citizen_id: CitizenId
    own_words: str = ""
    strengths: str = ""
    challenges: str = ""
    own_contribution: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Where we disagree: how one person sees it, in that person's own words, never averaged with the others'.

    `about` is what it is about, in a line. `member_id` is the family member in whose part it stands, None in
    the common part; who sees it so is one of the three keys of a party, or the citizen where none is set.
    """

    id: RowId
    plan_id: JointPlanId
    position: int
    about: str
    says: str
    member_id: CitizenId | None = None
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """A common goal, or one member's own goal in a family plan (`citizen_id`).

    `own_part` is "Det klarer jeg selv", `practising` is "Det øver jeg"; `citizens_wording` is the
    goal in the citizen's own words.
    """

    id: GoalId
    uid: str
    plan_id: JointPlanId
    position: int
    title: str
    citizens_wording: str = ""
    own_part: str = ""
    practising: str = ""
    citizen_id: CitizenId | None = None
    status: GoalStatus = GoalStatus.ACTIVE
    theme_id: ThemeId | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Subgoal:
    """A step on the way to a goal."""

    id: RowId
    goal_id: GoalId
    position: int
    title: str
    reached_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class GoalScore:
    """How near the goal is, 1-10 where 10 is best, on a day, as one person sees it.

    The scale begins at 1 as the citizen meets it in the room: a goal that is worked on is never "nothing".
    Who scored is a citizen (a family member for themselves), an employee or a contact person; a score that
    names nobody is the citizen's own, or the family's together.
    """

    id: RowId
    goal_id: GoalId
    scored_on: date
    score: int
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None

    @property
    def is_own(self) -> bool:
        """The citizen's or a family member's own; a professional's or a relative's stands apart."""
        return self.employee_id is None and self.contact_person_id is None


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """How a part of life (a theme) is going, 1-10 where 10 is best, on a day, as one person sees it; as `GoalScore`."""

    id: RowId
    plan_id: JointPlanId
    theme_id: ThemeId
    scored_on: date
    score: int
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """An approved, frozen version: canonical JSON with schema number, and its SHA-256.

    In force from `from_on` until the next version or the end of the course (`until_on`, half-open).
    `has_common_goal` is kept beside the frozen content for the supervision counts.
    """

    id: PlanVersionId
    plan_id: JointPlanId
    subject_id: SubjectId
    number: int
    content: str
    schema_number: int
    sha256: str
    has_common_goal: bool
    approved_at: datetime
    approved_by_id: EmployeeId
    from_on: date
    until_on: date | None = None


class NothingToApprove(DomainError):
    """An empty plan is not approved: it needs at least the citizen's own words or one goal."""


class ScoreOutOfRange(DomainError):
    """A progress score is a whole number from 1 to 10."""

    score: int
