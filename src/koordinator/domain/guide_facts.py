"""What the guide looks at: the few facts about a subject, and the municipality's own pace."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final, NamedTuple

from koordinator.domain.codes import EndReason, MeetingStatus, PrimaryCaseworkerWish, SubjectKind
from koordinator.domain.ids import ConsentId, EmployeeId, MeetingId, PlanVersionId, SubjectId
from koordinator.domain.misfit import LookedAt, MisfitLimits, Sign
from koordinator.domain.steps import Step
from koordinator.domain.working_days import IsHoliday

_GONE: Final = (EndReason.DIED, EndReason.MOVED_AWAY)


class Routine(NamedTuple):
    """How soon things are done in this municipality, in calendar days where nothing else is said."""

    first_meeting_within_days: int
    hand_out_within_working_days: int
    meeting_interval_days: int
    plan_review_interval_days: int
    reassess_after_days: int
    is_holiday: IsHoliday
    misfit: MisfitLimits


class EndedCourse(NamedTuple):
    """The latest course, when it is over. `ended_on` is the first day without it."""

    ended_on: date
    reason: EndReason | None


class LeftFamily(NamedTuple):
    """The family that a citizen who is in none now was in last; `left_on` is the first day without it.

    `is_gone`: died or moved away with it. `had_casework`: the family was on trin 3, and the citizen's
    own course had gone into the family's. `is_member`: the citizen is in it still, and it came down from trin 3.
    """

    left_on: date
    is_gone: bool
    had_casework: bool
    is_member: bool = False


class AssessmentState(NamedTuple):
    """The latest locked assessment, and whether one has been begun and not locked."""

    assessed_on: date | None = None
    decided_step: Step | None = None
    begun: bool = False


NOT_ASSESSED: Final = AssessmentState()


class MeetingAhead(NamedTuple):
    """The earliest coordination meeting that is neither held nor cancelled, and the day its time was arranged."""

    id: MeetingId
    status: MeetingStatus
    starts_on: date
    starts_clock: time
    prepared: bool
    planned_on: date | None = None

    @property
    def invited(self) -> bool:
        """An invitation has really been produced."""
        return self.status is not MeetingStatus.PLANNED


class ApprovedPlan(NamedTuple):
    """The newest approved version of the open joint plan."""

    version_id: PlanVersionId
    approved_on: date
    handed_out: bool


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Promises, answers or take-overs that press: how many, the oldest day, and whose or what the oldest is."""

    count: int
    oldest_on: date
    words: str


class GoneCoordinator(NamedTuple):
    """The coordinator who holds no authority any more, or belongs to no team; since when, where that is known."""

    name: str
    since_on: date | None


class HandoverAhead(NamedTuple):
    """The open handover: its day, and who receives."""

    takes_effect_on: date
    receiver: str


class PlannedReassessment(NamedTuple):
    """The day chosen for a reassessment in the year wheel; it holds while the rules still give `computed_on`."""

    computed_on: date
    planned_on: date


class EndingConsent(NamedTuple):
    """The consent that runs out first (or has run out) and that nothing has taken the place of.

    `until_on` is the first day on which it no longer holds.
    """

    id: ConsentId
    shared_with: str
    until_on: date


class GuideFacts(NamedTuple):
    """What is known about a subject on a day. Everything about meetings is coordination meetings.

    `key` is the citizen's or the family's own.
    `course_from_on` is None when no course is open; `step` and `step_from_on` are those of the open step, which was
    taken over from before the program when `step_from_before`. `last_held_on` and `cancelled_in_a_row` belong to the
    open course. `rhythm_days` is the subject's own rhythm of meetings, where it has one. `departments` counts those
    with an open case. `signs` are what has come about since the step was decided (or the course ended) that may speak
    for a misfit, `moved_on` the days of moves between steps in the open course, `looked_at` the latest look since
    then. `primary_wish` is the answer of a citizen without a fast sagsbehandler; None with one, and for a family.
    `handed_over` counts the lines that are still undone after the latest handover was carried out. `takeovers` counts
    departments that press, `all_taken_over` when none waits at all. `family` holds the facts of the family whose trin
    3 casework covers the citizen.
    """

    today: date
    subject_id: SubjectId
    kind: SubjectKind
    name: str
    key: int = 0
    members: int = 1
    departments: int = 0
    course_from_on: date | None = None
    ended: EndedCourse | None = None
    left_family: LeftFamily | None = None
    step: Step | None = None
    step_from_on: date | None = None
    step_from_before: bool = False
    coordinator_id: EmployeeId | None = None
    gone_coordinator: GoneCoordinator | None = None
    handover: HandoverAhead | None = None
    handed_over: Outstanding | None = None
    assessment: AssessmentState = NOT_ASSESSED
    meeting: MeetingAhead | None = None
    last_held_on: date | None = None
    cancelled_in_a_row: int = 0
    rhythm_days: int | None = None
    plan: ApprovedPlan | None = None
    review_on: date | None = None
    agreements: Outstanding | None = None
    decisions: Outstanding | None = None
    takeovers: Outstanding | None = None
    all_taken_over: bool = True
    consent: EndingConsent | None = None
    signs: tuple[Sign, ...] = ()
    moved_on: tuple[date, ...] = ()
    looked_at: LookedAt | None = None
    planned: PlannedReassessment | None = None
    primary_wish: PrimaryCaseworkerWish | None = None
    family: "GuideFacts | None" = None

    @property
    def in_course(self) -> bool:
        """A course is open."""
        return self.course_from_on is not None

    @property
    def meets(self) -> bool:
        """On trin 2 or 3: a coordinator, meetings and a joint plan belong to it."""
        return self.in_course and self.step is not None and self.step.has_joint_plan

    @property
    def is_gone(self) -> bool:
        """The citizen has died or moved away: nothing is to be done any more."""
        ended, left = self.ended, self.left_family
        went_away = (ended is not None and ended.reason in _GONE) or (left is not None and left.is_gone)
        return not self.in_course and went_away

    @property
    def left_casework_on(self) -> date | None:
        """When the citizen left the casework of a family, and nobody has judged since what is needed instead."""
        left = self.left_family
        if left is None or not left.had_casework or self.in_course:
            return None
        assessed_on, ended = self.assessment.assessed_on, self.ended
        is_judged = assessed_on is not None and assessed_on >= left.left_on
        has_been_in_course = ended is not None and ended.ended_on > left.left_on
        return None if is_judged or has_been_in_course else left.left_on

    def days_until(self, day: date) -> int:
        """Days from today, negative when the day has passed."""
        return (day - self.today).days

    @property
    def decided_on(self) -> date | None:
        """When the step was last decided; a course that was taken over has its first day instead."""
        return self.assessment.assessed_on or self.step_from_on

    def reassess_on(self, routine: Routine) -> date | None:
        """When the step is to be assessed again: None where it never was decided, or the course is over.

        Who was looked at when the day had come, and found to stand right, has a whole interval again. A day that
        was chosen in the year wheel takes the place of the computed one (see `follow_up.PlannedDay`).
        """
        over = self.ended is not None and not self.in_course
        if over or self.decided_on is None:
            return None
        renewed_on = self.looked_at.renewed_on if self.looked_at is not None else None
        computed_on = (renewed_on or self.decided_on) + timedelta(days=routine.reassess_after_days)
        if self.planned is not None and self.planned.computed_on == computed_on:
            return self.planned.planned_on
        return computed_on
