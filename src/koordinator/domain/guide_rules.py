"""The rules of the guide, asked in order of what must come first; the first that speaks is the next step.

The last rule always speaks: then nothing is waiting. Sources: the municipality's model for
cross-professional coordination (a coordinator is chosen, meets with the citizen regularly and is
responsible for the joint plan) and the intervals that the municipality has set (`Routine`).
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple, TypeAlias

from koordinator.domain.codes import MeetingStatus, PrimaryCaseworkerWish
from koordinator.domain.guide_facts import ApprovedPlan, GuideFacts, MeetingAhead, Outstanding, Routine
from koordinator.domain.guide_kinds import NextStepKind, Why, WhyCode
from koordinator.domain.misfit import GROWTH, MisfitReason, Sign, heaviest_first, is_enough, moved_too_often
from koordinator.domain.steps import Step
from koordinator.domain.working_days import add_working_days, working_days_between

COORDINATOR_WITHIN_DAYS: Final = 7
CARRY_OUT_WITHIN_DAYS: Final = 7
REASSESS_WITHIN_DAYS: Final = 14
END_WITHIN_DAYS: Final = 14
FINISH_HANDOVER_WITHIN_DAYS: Final = 7
INVITE_AHEAD_DAYS: Final = 14
PREPARE_AHEAD_DAYS: Final = 21
PREPARE_WITHIN_DAYS: Final = 3
INVITE_WITHIN_DAYS: Final = 5
"""From the day the meeting was planned, where there were fewer days ahead of it than that asks for."""
PREPARE_OPENS_DAYS: Final = 35
"""A meeting further away than this is not prepared yet."""
WARNING_DAYS: Final = 14
"""How long before its day a consent, a review or a reassessment is put forward."""


class Found(NamedTuple):
    """What a rule says: what to do, why, and the last day in good time."""

    kind: NextStepKind
    why: Why
    by_on: date | None = None


Rule: TypeAlias = Callable[[GuideFacts, Routine], Found | None]


def first_found(facts: GuideFacts, routine: Routine) -> Found:
    """What the first rule that speaks says."""
    return next((found for rule in RULES if (found := rule(facts, routine)) is not None), _rest(facts, routine))


def own_meeting(facts: GuideFacts, routine: Routine) -> Found | None:
    """What a member of a family on trin 3 still does alone: a meeting from before, from its day until it is closed."""
    return _hold_today(facts, routine) or _close_meeting(facts, routine)


def _nothing_for_the_gone(facts: GuideFacts, _routine: Routine) -> Found | None:
    return Found(NextStepKind.REST, Why(WhyCode.GONE)) if facts.is_gone else None


def _close_meeting(facts: GuideFacts, _routine: Routine) -> Found | None:
    meeting = facts.meeting
    if meeting is None:
        return None
    if meeting.status is MeetingStatus.RUNNING:
        days = -facts.days_until(meeting.starts_on)
        return Found(NextStepKind.CLOSE_MEETING, Why(WhyCode.RUNNING, meeting.starts_on, days), meeting.starts_on)
    if meeting.starts_on < facts.today:
        return Found(NextStepKind.CLOSE_MEETING, Why(WhyCode.DAY_PASSED, meeting.starts_on), meeting.starts_on)
    return None


def _hold_today(facts: GuideFacts, _routine: Routine) -> Found | None:
    meeting = facts.meeting
    if meeting is None or meeting.starts_on != facts.today:
        return None
    return Found(NextStepKind.HOLD_MEETING, Why(WhyCode.TODAY, meeting.starts_on), meeting.starts_on)


def _hand_over(facts: GuideFacts, _routine: Routine) -> Found | None:
    ahead = facts.handover
    if ahead is None or ahead.takes_effect_on > facts.today:
        return None
    why = Why(WhyCode.NOT_HANDED_OVER, ahead.takes_effect_on, words=ahead.receiver)
    return Found(NextStepKind.HANDOVER, why, ahead.takes_effect_on)


def _replace_coordinator(facts: GuideFacts, _routine: Routine) -> Found | None:
    gone = facts.gone_coordinator
    if not facts.meets or gone is None:
        return None
    since_on = gone.since_on or facts.step_from_on or facts.today
    why = Why(WhyCode.COORDINATOR_GONE, gone.since_on, words=gone.name)
    return Found(NextStepKind.CHOOSE_COORDINATOR, why, since_on)


def _choose_coordinator(facts: GuideFacts, _routine: Routine) -> Found | None:
    if not facts.meets or facts.coordinator_id is not None or facts.step_from_on is None:
        return None
    by_on = facts.step_from_on + timedelta(days=COORDINATOR_WITHIN_DAYS)
    return Found(NextStepKind.CHOOSE_COORDINATOR, Why(WhyCode.NO_COORDINATOR, facts.step_from_on), by_on)


def _hand_out_plan(facts: GuideFacts, routine: Routine) -> Found | None:
    plan = facts.plan
    if not facts.meets or plan is None or plan.handed_out or _held_since(plan, facts):
        return None
    days = working_days_between(plan.approved_on, facts.today, routine.is_holiday)
    by_on = add_working_days(plan.approved_on, routine.hand_out_within_working_days, routine.is_holiday)
    return Found(NextStepKind.HAND_OUT_PLAN, Why(WhyCode.NOT_HANDED_OUT, plan.approved_on, days=days), by_on)


def _approve_plan(facts: GuideFacts, routine: Routine) -> Found | None:
    if not facts.meets or facts.last_held_on is None:
        return None
    if facts.plan is not None and not _held_since(facts.plan, facts):
        return None
    by_on = add_working_days(facts.last_held_on, routine.hand_out_within_working_days, routine.is_holiday)
    return Found(NextStepKind.APPROVE_PLAN, Why(WhyCode.HELD_SINCE, facts.last_held_on), by_on)


def _held_since(plan: ApprovedPlan, facts: GuideFacts) -> bool:
    """A meeting has been held since the plan was approved: what it agreed is not in the approved plan."""
    return facts.last_held_on is not None and facts.last_held_on > plan.approved_on


def _finish_assessment(facts: GuideFacts, _routine: Routine) -> Found | None:
    return Found(NextStepKind.FINISH_ASSESSMENT, Why(WhyCode.BEGUN)) if facts.assessment.begun else None


def _carry_out_assessment(facts: GuideFacts, _routine: Routine) -> Found | None:
    decided, assessed_on = facts.assessment.decided_step, facts.assessment.assessed_on
    if decided is None or assessed_on is None or decided is (facts.step or Step.NO_NEED):
        return None
    ended_on = facts.ended.ended_on if facts.ended is not None else None
    changed_on = facts.step_from_on or ended_on
    if changed_on is not None and changed_on >= assessed_on:
        return None
    why = Why(WhyCode.DECIDED, assessed_on, count=int(decided))
    return Found(NextStepKind.CARRY_OUT_ASSESSMENT, why, assessed_on + _days(CARRY_OUT_WITHIN_DAYS))


def _assess(facts: GuideFacts, _routine: Routine) -> Found | None:
    left, left_on = facts.left_family, facts.left_casework_on
    if left is not None and left_on is not None:
        code = WhyCode.FAMILY_CAME_DOWN if left.is_member else WhyCode.LEFT_FAMILY
        return Found(NextStepKind.ASSESS, Why(code, left_on))
    if facts.assessment.assessed_on is not None or facts.step is not None or facts.ended is not None:
        return None
    return Found(NextStepKind.ASSESS, Why(WhyCode.NEVER_ASSESSED, count=facts.departments))


def _end_course(facts: GuideFacts, _routine: Routine) -> Found | None:
    if facts.step is not Step.NO_NEED or facts.step_from_on is None:
        return None
    why = Why(WhyCode.NO_NEED_ANY_MORE, facts.step_from_on)
    return Found(NextStepKind.END_COURSE, why, facts.step_from_on + _days(END_WITHIN_DAYS))


def misfits(facts: GuideFacts, routine: Routine) -> tuple[Sign, ...]:
    """What speaks for assessing the subject again, the heaviest first; what a look covers is left out."""
    look = facts.looked_at
    return tuple(sign for sign in all_signs(facts, routine) if look is None or not look.covers(sign))


def all_signs(facts: GuideFacts, routine: Routine) -> tuple[Sign, ...]:
    """What speaks for assessing the subject again, the heaviest first, also what has been looked at."""
    if facts.is_gone or facts.decided_on is None:
        return ()
    moved = moved_too_often(facts.moved_on, facts.today, routine.misfit)
    found = [sign for sign in (*facts.signs, *([moved] if moved else ())) if is_enough(sign, routine.misfit)]
    return heaviest_first([*found, *_long_ago(facts, routine)])


def _long_ago(facts: GuideFacts, routine: Routine) -> tuple[Sign, ...]:
    reassess_on = facts.reassess_on(routine)
    if reassess_on is None or facts.decided_on is None or facts.days_until(reassess_on) > WARNING_DAYS:
        return ()
    return (Sign(MisfitReason.LONG_AGO, facts.decided_on, reassess_on),)


def _reassess_for(*reasons: MisfitReason) -> Rule:
    """The rule that speaks when one of these is there; all that are there are named."""

    def rule(facts: GuideFacts, routine: Routine) -> Found | None:
        signs = misfits(facts, routine)
        if not any(sign.reason in reasons for sign in signs):
            return None
        by_on = min(map(_reassess_by, signs))
        return Found(NextStepKind.REASSESS, Why(WhyCode.MISFIT, facts.decided_on, signs=signs), by_on)

    return rule


def _reassess_by(sign: Sign) -> date:
    if sign.reason is MisfitReason.LONG_AGO:
        return sign.newest_on
    # A further case gives no more time; what takes several of a kind is a misfit from the newest on.
    return (sign.first_on if sign.reason in GROWTH else sign.newest_on) + _days(REASSESS_WITHIN_DAYS)


def _renew_consent(facts: GuideFacts, _routine: Routine) -> Found | None:
    consent = facts.consent
    if not facts.in_course or consent is None or facts.days_until(consent.until_on) > WARNING_DAYS:
        return None
    last_on, days = consent.until_on - _days(1), facts.days_until(consent.until_on)
    code, days = (WhyCode.RUNS_OUT, days) if days > 0 else (WhyCode.RUN_OUT, 1 - days)
    return Found(NextStepKind.RENEW_CONSENT, Why(code, last_on, days=days, words=consent.shared_with), last_on)


def _talk_about_meetings(facts: GuideFacts, routine: Routine) -> Found | None:
    if facts.meeting is not None or facts.cancelled_in_a_row < routine.misfit.cancelled:
        return None
    hold_by_on = _hold_meeting_by(facts, routine)
    why = Why(WhyCode.CANCELLED, count=facts.cancelled_in_a_row)
    return None if hold_by_on is None else Found(NextStepKind.TALK_ABOUT_MEETINGS, why, _plan_by(hold_by_on))


def _get_answer(facts: GuideFacts, _routine: Routine) -> Found | None:
    late = facts.decisions
    if late is None:
        return None
    return Found(NextStepKind.GET_ANSWER, _late(WhyCode.ANSWERS_OVERDUE, late, facts), late.oldest_on)


def _take_over(facts: GuideFacts, _routine: Routine) -> Found | None:
    waiting = facts.takeovers
    if facts.step is not Step.ONE_CASEWORK or waiting is None:
        return None
    return Found(NextStepKind.TAKE_OVER, _late(WhyCode.NOT_TAKEN_OVER, waiting, facts), waiting.oldest_on)


def _finish_handover(facts: GuideFacts, _routine: Routine) -> Found | None:
    undone = facts.handed_over
    if not facts.in_course or undone is None:
        return None
    by_on = undone.oldest_on + _days(FINISH_HANDOVER_WITHIN_DAYS)
    return Found(NextStepKind.FINISH_HANDOVER, _late(WhyCode.HANDOVER_UNDONE, undone, facts), by_on)


def _plan_first_meeting(facts: GuideFacts, routine: Routine) -> Found | None:
    hold_by_on = _hold_meeting_by(facts, routine)
    if hold_by_on is None or facts.meeting is not None or facts.last_held_on is not None:
        return None
    why = Why(WhyCode.NO_MEETING_YET, hold_by_on, days=facts.days_until(hold_by_on))
    return Found(NextStepKind.PLAN_FIRST_MEETING, why, _plan_by(hold_by_on))


def _prepare(facts: GuideFacts, _routine: Routine) -> Found | None:
    meeting = _near_uninvited(facts)
    if meeting is None or meeting.prepared:
        return None
    code = WhyCode.FIRST_TO_PREPARE if facts.last_held_on is None else WhyCode.NEXT_TO_PREPARE
    by_on = _ahead_of(meeting, PREPARE_AHEAD_DAYS, PREPARE_WITHIN_DAYS)
    return Found(NextStepKind.PREPARE, Why(code, meeting.starts_on), by_on)


def _invite(facts: GuideFacts, _routine: Routine) -> Found | None:
    meeting = _near_uninvited(facts)
    if meeting is None or not meeting.prepared:
        return None
    code = WhyCode.FIRST_PREPARED if facts.last_held_on is None else WhyCode.NEXT_PREPARED
    by_on = _ahead_of(meeting, INVITE_AHEAD_DAYS, INVITE_WITHIN_DAYS)
    return Found(NextStepKind.INVITE, Why(code, meeting.starts_on), by_on)


def _ahead_of(meeting: MeetingAhead, days: int, within_days: int) -> date:
    """So many days ahead of the meeting, or, planned at short notice, within some days from when it was planned."""
    by_on = meeting.starts_on - _days(days)
    if meeting.planned_on is None:
        return by_on
    return min(max(by_on, meeting.planned_on + _days(within_days)), meeting.starts_on)


def _near_uninvited(facts: GuideFacts) -> MeetingAhead | None:
    """The meeting ahead when its invitation is still to come and it is near enough to prepare for."""
    meeting = facts.meeting
    if meeting is None or meeting.invited or facts.days_until(meeting.starts_on) > PREPARE_OPENS_DAYS:
        return None
    return meeting


def _follow_up(facts: GuideFacts, _routine: Routine) -> Found | None:
    late = facts.agreements
    if late is None:
        return None
    return Found(NextStepKind.FOLLOW_UP, _late(WhyCode.PROMISES_OVERDUE, late, facts), late.oldest_on)


def _review_plan(facts: GuideFacts, routine: Routine) -> Found | None:
    if not facts.meets or facts.plan is None:
        return None
    review_on = facts.review_on or facts.plan.approved_on + _days(routine.plan_review_interval_days)
    if facts.days_until(review_on) > WARNING_DAYS:
        return None
    return Found(NextStepKind.REVIEW_PLAN, Why(WhyCode.REVIEW_DUE, review_on), review_on)


def _plan_next_meeting(facts: GuideFacts, routine: Routine) -> Found | None:
    hold_by_on = _hold_meeting_by(facts, routine)
    if not facts.meets or facts.meeting is not None:
        return None
    if hold_by_on is None:
        return Found(NextStepKind.PLAN_NEXT_MEETING, Why(WhyCode.NO_MEETING_KNOWN))
    why = Why(WhyCode.NO_MEETING_AHEAD, hold_by_on, days=facts.days_until(hold_by_on))
    return Found(NextStepKind.PLAN_NEXT_MEETING, why, _plan_by(hold_by_on))


def _offer_primary(facts: GuideFacts, _routine: Routine) -> Found | None:
    if not facts.in_course or facts.primary_wish in (None, PrimaryCaseworkerWish.NOT_WANTED):
        return None
    is_wanted = facts.primary_wish is PrimaryCaseworkerWish.WANTED
    why = Why(WhyCode.PRIMARY_MISSING if is_wanted else WhyCode.PRIMARY_NOT_OFFERED)
    return Found(NextStepKind.OFFER_PRIMARY, why)


def _await_meeting(facts: GuideFacts, _routine: Routine) -> Found | None:
    meeting = facts.meeting
    if meeting is None:
        return None
    why = Why(WhyCode.AHEAD, meeting.starts_on, days=facts.days_until(meeting.starts_on))
    return Found(NextStepKind.HOLD_MEETING, why, meeting.starts_on)


def _rest(facts: GuideFacts, routine: Routine) -> Found:
    if not facts.in_course and facts.ended is not None:
        return Found(NextStepKind.REST, Why(WhyCode.ENDED, facts.ended.ended_on))
    reassess_on = facts.reassess_on(routine)
    code = WhyCode.ALL_WELL if facts.in_course else WhyCode.NO_NEED
    return Found(NextStepKind.REST, Why(code, reassess_on), reassess_on)


def _hold_meeting_by(facts: GuideFacts, routine: Routine) -> date | None:
    """The day by which the first or the next meeting is to be held, None where none is to be, or none can be said.

    What was held before the program is not known: then the first assessment that is made here begins the count.
    """
    if not facts.meets or facts.step_from_on is None:
        return None
    if facts.last_held_on is None:
        counts_from = facts.assessment.assessed_on if facts.step_from_before else facts.step_from_on
        return counts_from + _days(routine.first_meeting_within_days) if counts_from is not None else None
    return facts.last_held_on + _days(facts.rhythm_days or routine.meeting_interval_days)


def _plan_by(hold_by_on: date) -> date:
    """A meeting is planned in time to invite to it."""
    return hold_by_on - _days(INVITE_AHEAD_DAYS)


def _late(code: WhyCode, late: Outstanding, facts: GuideFacts) -> Why:
    return Why(code, late.oldest_on, days=-facts.days_until(late.oldest_on), count=late.count, words=late.words)


def _days(days: int) -> timedelta:
    return timedelta(days=days)


RULES: Final[tuple[Rule, ...]] = (
    _nothing_for_the_gone,
    _hand_over,
    _replace_coordinator,
    _close_meeting,
    _hold_today,
    _choose_coordinator,
    _hand_out_plan,
    _approve_plan,
    _finish_assessment,
    _carry_out_assessment,
    _assess,
    _end_course,
    _reassess_for(MisfitReason.NEW_CASES, MisfitReason.NEW_DEPARTMENTS, MisfitReason.MEETINGS_CANCELLED),
    _renew_consent,
    _talk_about_meetings,
    _get_answer,
    _take_over,
    _finish_handover,
    _plan_first_meeting,
    _prepare,
    _invite,
    _reassess_for(MisfitReason.AGREEMENTS_OVERDUE),
    _follow_up,
    _review_plan,
    _reassess_for(*MisfitReason),
    _plan_next_meeting,
    _offer_primary,
    _await_meeting,
)
