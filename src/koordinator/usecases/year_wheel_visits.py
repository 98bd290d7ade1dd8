"""Follow-ups moved, one by one or a whole family's into one visit, and taken back.

Which days are stored and which are computed: a plan's review and another plan's follow-up are days of their own and
are written where they stand. A reassessment (so many days after the last one) and the follow-up of a grant (so many
days before it runs out) are computed, and the day chosen for one of them is a `PlannedDay` beside it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Family, FamilyMembership
from koordinator.domain.errors import NotFound
from koordinator.domain.follow_up import DueItem, DueKind, PlannedDay
from koordinator.domain.ids import JointPlanId, MeetingId, OtherPlanId, RowId, SubjectId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import AgendaItem, Meeting, Participant, Preparation
from koordinator.domain.network_questions import TakenQuestion
from koordinator.domain.periods import holding_on
from koordinator.domain.register import OtherPlan
from koordinator.domain.setting import SettingKey
from koordinator.domain.year_wheel_visit import Gathering, GatherRules, Visit, VisitGone, check_movable, gather
from koordinator.usecases.meetings import NewMeeting, added_meeting, suggestion_for
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_diary import DiaryScope
from koordinator.usecases.ports_meetings import AgendaTemplates
from koordinator.usecases.routine import current_routine
from koordinator.usecases.settings import current_number
from koordinator.usecases.subject_people import SubjectPeople, casework_family, people_of
from koordinator.usecases.year_wheel import open_items

_NOTICE_DAYS: Final = 7
"""A family is asked at least so long before somebody comes."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What of a family's (or, without one, a citizen's) follow-ups can be met on one day."""

    people: SubjectPeople
    today: date
    window_days: int
    gathering: Gathering


@dataclass(frozen=True, slots=True)
class Gathered:
    """A visit that was planned. `planned` is its new meeting, None where there was one already.

    `contents` are the participants and the agenda that it was planned with.
    """

    subject_id: SubjectId
    visit: Visit
    meeting_id: MeetingId
    planned: Meeting | None
    contents: tuple[Participant | AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many days were put back, how many had been changed since, and whether the new meeting is gone."""

    moved_back: int
    changed_since: int
    meeting_gone: bool


class Visits:
    """Nothing is ever given a later day than the rules allow (`domain.year_wheel_visit`)."""

    def __init__(self, office: Office, agendas: AgendaTemplates) -> None:
        self._office = office
        self._agendas = agendas

    def propose(self, actor: Actor, subject_id: SubjectId) -> Proposal:
        """What can be gathered of the subject's family. Raises NotFound."""
        with self._office.act(actor, Action.PROPOSE_VISIT) as tx:
            tx.about("subject", subject_id, subject_id)
            return _proposal(tx, subject_id)

    def gather(self, actor: Actor, subject_id: SubjectId, visit: Visit) -> Gathered:
        """The visit carried out: the days moved, and one meeting planned where there is none.

        Raises NotFound, or VisitGone when the family's days are others than when it was proposed.
        """
        with self._office.act(actor, Action.GATHER_FOLLOW_UP) as tx:
            proposal = _proposal(tx, subject_id)
            if visit not in proposal.gathering.visits:
                raise VisitGone
            for item in visit.moved:
                _put(tx, item, visit.on)
            family_id = proposal.people.subject_id
            if visit.meeting_id is not None:
                done = Gathered(family_id, visit, visit.meeting_id, None)
            else:
                planned = self._plan(tx, actor, proposal.people, visit)
                done = Gathered(family_id, visit, planned.id, planned, _contents(tx, planned.id))
            tx.about("meeting", done.meeting_id, family_id, f"moved={len(visit.moved)}")
            return done

    def take_back(self, actor: Actor, gathered: Gathered) -> TakenBack:
        """The days as they were; one that somebody has changed since stays, and so does a meeting in use."""
        with self._office.act(actor, Action.GATHER_FOLLOW_UP) as tx:
            now = {(item.kind, item.thing_id): item for item in _items(tx, gathered.subject_id)}
            moved_back = 0
            for before in gathered.visit.moved:
                item = now.get((before.kind, before.thing_id))
                if item is not None and item.due_on == gathered.visit.on and before.due_on is not None:
                    _put(tx, item, before.due_on)
                    moved_back += 1
            gone = gathered.planned is not None and _removed(tx, gathered.planned, gathered.contents)
            tx.about("meeting", gathered.meeting_id, gathered.subject_id, f"moved_back={moved_back}")
            return TakenBack(moved_back, len(gathered.visit.moved) - moved_back, gone)

    def move(self, actor: Actor, item: DueItem, day: date) -> DueItem:
        """The follow-up on another day. Raises NotFound, DayIsFixed or DayTooLate."""
        with self._office.act(actor, Action.MOVE_FOLLOW_UP) as tx:
            stored = _stored(tx, item)
            check_movable(stored, day)
            _put(tx, stored, day)
            tx.about(item.kind, item.thing_id, item.subject_id, "moved")
            return replace(stored, due_on=day)

    def _plan(self, tx: Transaction, actor: Actor, family: SubjectPeople, visit: Visit) -> Meeting:
        """The meeting is the one subject's whom everything is about; the family's on trin 3, or for several."""
        subjects = {item.subject_id for item in visit.items}
        one = people_of(tx, subjects.pop()) if len(subjects) == 1 else family
        people = one if casework_family(tx, one) is None else family
        suggested = suggestion_for(tx, people)
        appointment = replace(suggested.appointment, starts_on=visit.on)
        return added_meeting(tx, actor, NewMeeting(people.subject_id, appointment, suggested.parties), self._agendas)


def _proposal(tx: Transaction, subject_id: SubjectId) -> Proposal:
    people = people_of(tx, _family_subject(tx, subject_id))
    window = current_number(tx, SettingKey.GATHER_WINDOW_DAYS)
    rules = GatherRules(tx.today, tx.today + timedelta(days=_NOTICE_DAYS), window, current_routine(tx).is_holiday)
    return Proposal(people, tx.today, window, gather(_items(tx, people.subject_id), rules))


def _items(tx: Transaction, subject_id: SubjectId) -> tuple[DueItem, ...]:
    """What is open for all in the family, with the meetings that are still to be held."""
    return open_items(tx, DiaryScope(family_of=subject_id, living=True), held=False)


def _family_subject(tx: Transaction, subject_id: SubjectId) -> SubjectId:
    """The subject of the family that the citizen is in today, or the subject itself."""
    people = people_of(tx, subject_id)
    if people.is_family:
        return subject_id
    membership = holding_on(tx.of(FamilyMembership).where(citizen_id=people.citizen_ids), tx.today)
    return tx.of(Family).get(membership.family_id).subject_id if membership else subject_id


def _stored(tx: Transaction, item: DueItem) -> DueItem:
    for each in _items(tx, item.subject_id):
        if (each.kind, each.thing_id) == (item.kind, item.thing_id):
            return each
    raise NotFound(item.kind, str(item.thing_id))


def _put(tx: Transaction, item: DueItem, day: date) -> None:
    _PUT[item.kind](tx, item, day)


def _put_review(tx: Transaction, item: DueItem, day: date) -> None:
    plan = tx.of(JointPlan).get(JointPlanId(item.thing_id))
    tx.of(JointPlan).save(replace(plan, review_on=day))


def _put_other_plan(tx: Transaction, item: DueItem, day: date) -> None:
    plan = tx.of(OtherPlan).get(OtherPlanId(item.thing_id))
    tx.of(OtherPlan).save(replace(plan, follow_up_on=day))


def _put_computed(tx: Transaction, item: DueItem, day: date) -> None:
    """A day that the rules give anyway needs no row."""
    computed_on = item.computed_on or day
    chosen = tx.of(PlannedDay).find(kind=item.kind, thing_id=item.thing_id)
    if day == computed_on:
        if chosen is not None:
            tx.of(PlannedDay).remove(chosen.id)
    elif chosen is not None:
        tx.of(PlannedDay).save(replace(chosen, computed_on=computed_on, planned_on=day))
    else:
        new = PlannedDay(RowId(0), item.subject_id, item.kind, item.thing_id, computed_on, day)
        tx.of(PlannedDay).add(new)


_PUT: Final[Mapping[DueKind, Callable[[Transaction, DueItem, date], None]]] = {
    DueKind.PLAN_REVIEW: _put_review,
    DueKind.OTHER_PLAN: _put_other_plan,
    DueKind.REASSESSMENT: _put_computed,
    DueKind.EFFORT: _put_computed,
}


def _contents(tx: Transaction, meeting_id: MeetingId) -> tuple[Participant | AgendaItem, ...]:
    return (*tx.of(Participant).where(meeting_id=meeting_id), *tx.of(AgendaItem).where(meeting_id=meeting_id))


def _removed(tx: Transaction, planned: Meeting, contents: tuple[Participant | AgendaItem, ...]) -> bool:
    """Takes away a meeting that nobody has touched since it was planned; one in use stays."""
    stored = tx.of(Meeting).find(id=planned.id)
    in_use = any(tx.of(kind).find(meeting_id=planned.id) is not None for kind in (Preparation, TakenQuestion))
    if stored != planned or in_use or _contents(tx, planned.id) != contents:
        return False
    for row in contents:
        tx.of(type(row)).remove(row.id)
    tx.of(Meeting).remove(planned.id)
    return True
