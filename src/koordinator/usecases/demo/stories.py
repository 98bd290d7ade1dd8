"""How each course came to where it stands today.

A story is a generator: it says on which day it goes on (counted from today, negative before) and then
acts. Many stories are told together in the order of their days, so that the log is one history.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final

from koordinator.domain.course import EndReason
from koordinator.domain.course_rules import CourseEnd, CourseUnderWay
from koordinator.domain.draft import DraftPlace
from koordinator.domain.ids import CaseFileId
from koordinator.domain.invitation import InvitationWay
from koordinator.domain.paper import HandoutWay
from koordinator.domain.register import CaseFile
from koordinator.domain.steps import Step
from koordinator.usecases.demo import acts, handing_over, plans, preparing, promises
from koordinator.usecases.demo.acts import Cast
from koordinator.usecases.demo.town import Story

Telling = Iterator[int]

_SOME_ARE_LATE: Final = 5
"""In one of so many courses an agreement is late."""
_FROM_BEFORE: Final = 6
"""One of so many courses on trin 1 ran before the program was there."""
_OF_SIBLINGS: Final = "mornings"
"""In the family with this theme the siblings have a fast sagsbehandler each."""


def _assess_later(_cast: Cast) -> Telling:
    """Registered, and not assessed yet."""
    yield from ()


def _begun_assessment(cast: Cast) -> Telling:
    """The first questions were answered the day before yesterday."""
    yield -2
    acts.begin_assessment(cast, Step.ALIGNMENT)


def _step1(cast: Cast) -> Telling:
    """Assessed, or taken over from before the program, and two short contacts since."""
    first = -150 - cast.citizen_id % 140
    yield first
    if cast.citizen_id % _FROM_BEFORE == 0:
        under_way = CourseUnderWay(Step.ALIGNMENT, cast.office.clock.today() - timedelta(days=30))
        cast.office.services.courses.take_over(cast.actor, cast.subject_id, under_way)
    else:
        acts.assess(cast, Step.ALIGNMENT)
    for turn in (1, 2):
        yield first + 60 * turn
        acts.note_contact(cast, turn)


def _grown(cast: Cast) -> Telling:
    """On trin 1, with a case in a new department since."""
    yield -200
    acts.assess(cast, Step.ALIGNMENT)
    yield -6
    departments = cast.office.departments
    case = CaseFile(CaseFileId(0), f"SB{cast.citizen_id:04d}-09", cast.citizen_id, departments["Handicap"])
    cast.office.services.register.save_case(cast.actor, case)


def _choose_coordinator(cast: Cast) -> Telling:
    yield -4
    acts.assess(cast, Step.MEETINGS)


def _plan_first(cast: Cast) -> Telling:
    yield -9
    acts.assess(cast, Step.MEETINGS)
    yield -8
    acts.choose_coordinator(cast)
    acts.give_consent(cast, 365)


def _prepare_next(cast: Cast) -> Telling:
    yield -14
    acts.take_on(cast, 365)
    yield -3
    acts.plan_meeting(cast, 15)


def _invite_next(cast: Cast) -> Telling:
    yield -16
    acts.assess(cast, Step.MEETINGS)
    yield -15
    acts.choose_coordinator(cast)
    acts.give_consent(cast, 365)
    yield -5
    meeting = acts.plan_meeting(cast, 17).meeting
    yield -1
    preparing.prepare(cast, meeting.id)


def _invited(cast: Cast) -> Telling:
    yield -20
    acts.take_on(cast, 365)
    yield -8
    meeting = acts.plan_meeting(cast, 12).meeting
    preparing.prepare(cast, meeting.id)
    preparing.agree_on_agenda(cast, meeting.id)
    yield -6
    preparing.invite(cast, meeting.id, answers=2, ways=frozenset(InvitationWay))


def _begun(cast: Cast, first: int, next_in_days: int) -> Telling:
    """From the assessment to the first meeting held 16 days later, and the plan handed out."""
    days_to_meeting = 14
    yield first
    acts.assess(cast, Step.MEETINGS)
    yield first + 2
    acts.choose_coordinator(cast)
    acts.give_consent(cast, 700)
    meeting = acts.plan_meeting(cast, days_to_meeting).meeting
    yield first + 4
    preparing.prepare_and_invite(cast, meeting.id)
    yield first + 2 + days_to_meeting
    acts.hold(cast, meeting.id, 0, next_in_days)
    yield first + 4 + days_to_meeting
    plans.approve_plan(cast)
    yield first + 5 + days_to_meeting
    way = HandoutWay.LETTER if cast.home.household.exempt else HandoutWay.DIGITAL_POST
    plans.hand_out_plan(cast, way)


def _kept(cast: Cast, leave: int = 0) -> Telling:
    """What the last meeting promised is settled about its day, all but the first few of what has fallen due."""
    ahead = [(cast.day(on), agreement) for on, agreement in promises.promises_ahead(cast)]
    past = [(day, agreement) for day, agreement in ahead if day < -1]
    for day, agreement in past[leave:]:
        yield day
        promises.settle(cast, agreement)
    if past and not leave:
        promises.answer_decisions(cast)


def _next_meeting(cast: Cast, day: int, turn: int, next_in_days: int) -> Telling:
    """A later meeting, invited to a fortnight before and held."""
    yield day - 14
    ahead = cast.office.services.plans.open(cast.actor, cast.subject_id).next_meeting
    if ahead is None:
        return
    target = cast.office.clock.today() + timedelta(days=14)
    if ahead.starts_on != target:
        to = acts.same_place_on(ahead, target)
        ahead = cast.office.services.meetings.move(cast.actor, ahead, to).meeting
    preparing.prepare_and_invite(cast, ahead.id)
    yield day
    acts.hold(cast, ahead.id, turn, next_in_days)


def _running(cast: Cast) -> Telling:
    """Meetings at regular intervals, a version of the plan after each, the next meeting set."""
    between = 84 + 7 * (cast.citizen_id % 4)
    last = -12 - cast.citizen_id % 25
    held = [last - 3 * between, last - 2 * between, last - between, last]
    cast.office.services.rhythms.keep(cast.actor, cast.subject_id, between // 7)
    yield from _begun(cast, held[0] - 16, between)
    for turn, day in enumerate(held[1:], start=1):
        yield from _kept(cast)
        yield from _next_meeting(cast, day, turn, between)
        yield day + 2
        plans.approve_plan(cast)
        plans.hand_out_plan(cast)
    yield from _kept(cast, leave=int(cast.citizen_id % _SOME_ARE_LATE == 0))


def _overdue(cast: Cast) -> Telling:
    yield from _begun(cast, -60, 90)
    yield from _kept(cast, leave=1)


def _consent_runs_out(cast: Cast) -> Telling:
    yield from _begun(cast, -75, 90)
    yield from _kept(cast)
    yield -20
    for consent in cast.office.services.citizens.open(cast.actor, cast.citizen_id).consents:
        cast.office.services.consents.withdraw(cast.actor, consent.id)
    acts.give_consent(cast, 29)


def _no_meeting_ahead(cast: Cast) -> Telling:
    """The first meeting is held, the plan handed out, and nobody has set the next."""
    yield from _begun(cast, -60, 0)
    yield from _kept(cast)


def _review_due(cast: Cast) -> Telling:
    """The plan is half a year old in a few days."""
    yield from _begun(cast, -193, 0)
    yield from _kept(cast)


def _not_handed_out(cast: Cast) -> Telling:
    yield -40
    acts.take_on(cast, 365)
    meeting = acts.plan_meeting(cast, 26).meeting
    yield -30
    preparing.prepare_and_invite(cast, meeting.id)
    yield -14
    acts.hold(cast, meeting.id, 0, 80)
    yield -9
    plans.approve_plan(cast)
    yield from _kept(cast)
    yield -1
    _leave_unfinished(cast)


def _leave_unfinished(cast: Cast) -> None:
    """More of the citizen's own words were typed in the plan, and the program was closed."""
    services = cast.office.services
    plan = services.plans.open(cast.actor, cast.subject_id).plan
    if plan is not None:
        words = f"{plan.own_words} {cast.theme.goals[0].own}"
        services.drafts.keep(cast.actor, DraftPlace("joint_plan", plan.id, "own_words"), words)


def _approve_next(cast: Cast) -> Telling:
    yield -35
    acts.take_on(cast, 365)
    meeting = acts.plan_meeting(cast, 32).meeting
    yield -25
    preparing.prepare_and_invite(cast, meeting.id)
    yield -3
    acts.hold(cast, meeting.id, 0, 85)


def _meets_today(cast: Cast) -> Telling:
    yield from _begun(cast, -130, 114)
    yield from _kept(cast)
    yield -14
    ahead = cast.office.services.plans.open(cast.actor, cast.subject_id).next_meeting
    if ahead is not None:
        to = acts.same_place_on(ahead, cast.office.today)
        moved = cast.office.services.meetings.move(cast.actor, ahead, to).meeting
        preparing.prepare_and_invite(cast, moved.id)


def _close_meeting(cast: Cast) -> Telling:
    """The meeting was two days ago, and nobody has written how it went."""
    yield -30
    acts.take_on(cast, 365)
    meeting = acts.plan_meeting(cast, 26).meeting
    yield -20
    preparing.prepare_and_invite(cast, meeting.id)


def _cancelled_twice(cast: Cast) -> Telling:
    yield from _begun(cast, -150, 74)
    yield from _kept(cast)
    for day, reason in ((-60, cast.words.cancelled_first), (-25, cast.words.cancelled_again)):
        yield day - 10
        meeting = cast.office.services.plans.open(cast.actor, cast.subject_id).next_meeting
        meeting = meeting or acts.plan_meeting(cast, 10).meeting
        yield day
        cast.office.services.invitations.cancel(cast.actor, meeting, reason)


def _looked_at(cast: Cast) -> Telling:
    """Two meetings in a row were cancelled, and that was no reason to assess again."""
    yield from _cancelled_twice(cast)
    yield -20
    cast.office.services.misfit_watch.looked(cast.actor, cast.subject_id, cast.words.looked_at)


def _handed_over(cast: Cast) -> Telling:
    """Today a colleague takes over, and nobody has said yet that it is done."""
    yield from _running(cast)
    yield -1
    handing_over.hand_over(cast)


def _lent(cast: Cast) -> Telling:
    """The coordinator is away, and a colleague has taken over meanwhile."""
    yield from _running(cast)
    yield -1
    handing_over.lend(cast)


def _moved_out(cast: Cast) -> Telling:
    """Assessed as a member of a family on trin 3, and moved away from it since."""
    yield -12
    acts.assess(cast, Step.MEETINGS)
    yield -4
    acts.move_out(cast)


def _no_need_any_more(cast: Cast) -> Telling:
    yield from _begun(cast, -200, 0)
    yield from _kept(cast)
    yield -5
    acts.assess(cast, Step.NO_NEED, cast.words.no_need)


def _stepped_down(cast: Cast) -> Telling:
    yield from _begun(cast, -400, 0)
    yield from _kept(cast)
    yield -120
    acts.assess(cast, Step.ALIGNMENT, cast.words.stepped_down)


def _up_and_down(cast: Cast) -> Telling:
    """Meetings for a while, short contacts for a while, and meetings again."""
    yield -500
    acts.assess(cast, Step.ALIGNMENT)
    yield from _begun(cast, -430, 0)
    yield from _kept(cast)
    yield -290
    acts.assess(cast, Step.ALIGNMENT, cast.words.stepped_down)
    for turn in (1, 2):
        yield -290 + 60 * turn
        acts.note_contact(cast, turn)
    yield from _begun(cast, -100, 105)
    yield from _kept(cast)


def _ended(cast: Cast) -> Telling:
    yield from _begun(cast, -420, 0)
    yield from _kept(cast)
    yield -60
    end = CourseEnd(EndReason.GOALS_REACHED, cast.words.last_word, cast.words.call_afterwards)
    cast.office.services.courses.end(cast.actor, cast.subject_id, end)
    yield -20
    cast.office.services.retention.hold(cast.office.owner, cast.subject_id, cast.words.must_be_kept)


def _family_new(cast: Cast) -> Telling:
    yield -10
    acts.assess(cast, Step.ONE_CASEWORK)
    yield -9
    acts.choose_coordinator(cast)
    yield -6
    acts.take_over(cast, but="Handicap")
    acts.plan_meeting(cast, 13)


def _family_running(cast: Cast) -> Telling:
    first = -330 + (cast.citizen_id * 13) % 90
    yield first
    acts.assess(cast, Step.ONE_CASEWORK)
    yield first + 3
    acts.choose_coordinator(cast)
    if cast.theme.key == _OF_SIBLINGS:
        acts.choose_for_siblings(cast)
    acts.give_consent(cast, 700)
    meeting = acts.plan_meeting(cast, 15).meeting
    yield first + 6
    acts.take_over(cast, but="Sundhed" if cast.theme.key == "recovery" else "", waits_days=20 - first)
    preparing.prepare_and_invite(cast, meeting.id)
    yield first + 18
    acts.hold(cast, meeting.id, 0, -20 - first - 18)
    yield first + 20
    plans.approve_plan(cast)
    plans.hand_out_plan(cast)
    yield from _kept(cast)
    yield from _next_meeting(cast, -20, 1, 70)
    yield -18
    plans.approve_plan(cast)
    plans.hand_out_plan(cast)
    yield from _kept(cast, leave=int(cast.citizen_id % _SOME_ARE_LATE == 0))


STORIES: Final[dict[Story, Callable[[Cast], Telling]]] = {
    Story.ASSESS: _assess_later,
    Story.BEGUN: _begun_assessment,
    Story.STEP1: _step1,
    Story.GROWN: _grown,
    Story.CHOOSE_COORDINATOR: _choose_coordinator,
    Story.PLAN_FIRST: _plan_first,
    Story.PREPARE_NEXT: _prepare_next,
    Story.INVITE_NEXT: _invite_next,
    Story.INVITED: _invited,
    Story.MEETS_TODAY: _meets_today,
    Story.CLOSE_MEETING: _close_meeting,
    Story.APPROVE_NEXT: _approve_next,
    Story.NOT_HANDED_OUT: _not_handed_out,
    Story.RUNNING: _running,
    Story.OVERDUE: _overdue,
    Story.CANCELLED_TWICE: _cancelled_twice,
    Story.CONSENT_RUNS_OUT: _consent_runs_out,
    Story.LOOKED_AT: _looked_at,
    Story.NO_MEETING_AHEAD: _no_meeting_ahead,
    Story.REVIEW_DUE: _review_due,
    Story.HANDED_OVER: _handed_over,
    Story.LENT: _lent,
    Story.MOVED_OUT: _moved_out,
    Story.NO_NEED_ANY_MORE: _no_need_any_more,
    Story.STEPPED_DOWN: _stepped_down,
    Story.UP_AND_DOWN: _up_and_down,
    Story.ENDED: _ended,
    Story.FAMILY_NEW: _family_new,
    Story.FAMILY_RUNNING: _family_running,
}
