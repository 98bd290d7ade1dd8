"""Facts for the guide: a subject that a test says a little about, and any subject at all (Hypothesis)."""

from datetime import date, time, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from koordinator.domain.citizen import PrimaryCaseworkerWish, SubjectKind
from koordinator.domain.course import EndReason
from koordinator.domain.guide_facts import (
    ApprovedPlan,
    AssessmentState,
    EndedCourse,
    EndingConsent,
    GoneCoordinator,
    GuideFacts,
    HandoverAhead,
    LeftFamily,
    MeetingAhead,
    Outstanding,
    Routine,
)
from koordinator.domain.holidays import closed_on
from koordinator.domain.ids import ConsentId, EmployeeId, MeetingId, PlanVersionId, SubjectId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.misfit import LookedAt, MisfitLimits, MisfitReason, Sign
from koordinator.domain.steps import Step

TODAY: Final = date(2026, 11, 21)
LIMITS: Final = MisfitLimits(contacts=2, cancelled=2, overdue=3, overdue_percent=50, moves=2, moves_within_days=365)
ROUTINE: Final = Routine(28, 5, 90, 180, 365, closed_on(()), LIMITS)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def new_citizen(**said: object) -> GuideFacts:
    """A citizen whom nobody has assessed."""
    known: dict[str, Any] = dict(said)
    return GuideFacts(TODAY, SubjectId(7), SubjectKind.CITIZEN, "Lone Bæk", departments=2)._replace(**known)


def on_step(step: Step, **said: object) -> GuideFacts:
    """A citizen who came onto the step thirty days ago by an assessment, with a coordinator."""
    begun = {
        "course_from_on": days_ago(30),
        "step": step,
        "step_from_on": days_ago(30),
        "coordinator_id": EmployeeId(3),
        "assessment": AssessmentState(days_ago(30), step),
    }
    return new_citizen(**(begun | said))


def sign(reason: MisfitReason, on: date, count: int = 1, *, of: int = 0, words: str = "") -> Sign:
    """So many of it, all on the day."""
    return Sign(reason, on, on, count, of, words)


def meeting(starts_on: date, status: MeetingStatus = MeetingStatus.PLANNED, *, prepared: bool = False) -> MeetingAhead:
    return MeetingAhead(MeetingId(11), status, starts_on, time(13), prepared)


_DAYS = st.dates(days_ago(500), in_days(200))
_PAST = st.dates(days_ago(500), TODAY)
_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.RUNNING)
_ASSESSMENTS = st.builds(
    AssessmentState,
    st.none() | _PAST,
    st.none() | st.sampled_from(Step),
    st.booleans(),
)
_MEETINGS = st.builds(
    MeetingAhead, st.just(MeetingId(11)), st.sampled_from(_AHEAD), _DAYS, st.just(time(9, 30)), st.booleans()
)
_PLANS = st.builds(ApprovedPlan, st.just(PlanVersionId(2)), _PAST, st.booleans())
_LATE = st.builds(Outstanding, st.integers(1, 9), st.dates(days_ago(90), days_ago(1)), st.sampled_from(["", "Sundhed"]))
_CONSENTS = st.builds(EndingConsent, st.just(ConsentId(5)), st.just("Sundhed"), _DAYS)
_READ_FROM_ROWS = tuple(MisfitReason).index(MisfitReason.STEP_MOVED)
"""The signs before this one are among the facts; the rest follow from other facts."""
_SIGNS = st.lists(
    st.builds(
        Sign,
        st.sampled_from(tuple(MisfitReason)[:_READ_FROM_ROWS]),
        _PAST,
        _PAST,
        st.integers(1, 6),
        st.integers(6, 12),
        st.sampled_from(["", "Familie"]),
    ),
    max_size=5,
    unique_by=lambda sign: sign.reason,
).map(tuple)
_LOOKS = st.builds(
    LookedAt, _PAST, st.sampled_from(["", "new_cases=1", "new_cases=3 meetings_cancelled=2"]), st.none() | _PAST
)
_LEFT = st.builds(LeftFamily, _PAST, st.booleans(), st.booleans(), st.booleans())
_ENDED = st.builds(EndedCourse, _PAST, st.none() | st.sampled_from(EndReason))


def _facts(family: st.SearchStrategy[GuideFacts | None]) -> st.SearchStrategy[GuideFacts]:
    return st.builds(
        GuideFacts,
        today=st.just(TODAY),
        subject_id=st.integers(1, 50).map(SubjectId),
        kind=st.sampled_from(SubjectKind),
        name=st.sampled_from(["Lone Bæk", "Familien Rømer", ""]),
        departments=st.integers(0, 4),
        course_from_on=st.none() | _PAST,
        ended=st.none() | _ENDED,
        left_family=st.none() | _LEFT,
        step=st.none() | st.sampled_from(Step),
        step_from_on=st.none() | _PAST,
        coordinator_id=st.none() | st.just(EmployeeId(3)),
        gone_coordinator=st.none() | st.builds(GoneCoordinator, st.just("Mette Holm"), st.none() | _PAST),
        handed_over=st.none() | _LATE,
        handover=st.none() | st.builds(HandoverAhead, _DAYS, st.just("Ida Mikkelsen")),
        assessment=_ASSESSMENTS,
        meeting=st.none() | _MEETINGS,
        last_held_on=st.none() | _PAST,
        rhythm_days=st.none() | st.integers(1, 52).map(lambda weeks: 7 * weeks),
        cancelled_in_a_row=st.integers(0, 3),
        plan=st.none() | _PLANS,
        review_on=st.none() | _DAYS,
        agreements=st.none() | _LATE,
        decisions=st.none() | _LATE,
        takeovers=st.none() | _LATE,
        all_taken_over=st.booleans(),
        consent=st.none() | _CONSENTS,
        signs=_SIGNS,
        moved_on=st.lists(_PAST, max_size=4).map(lambda days: tuple(sorted(days))),
        looked_at=st.none() | _LOOKS,
        primary_wish=st.none() | st.sampled_from(PrimaryCaseworkerWish),
        family=family,
    )


any_facts: Final = _facts(st.none() | _facts(st.none()))
"""Facts as they may be stored, those that no honest history leads to among them."""
