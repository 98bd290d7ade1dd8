"""Overblik: what needs me, the meetings of the week, the promises, the plan reviews that are coming."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from koordinator.domain.access import Action, Actor
from koordinator.domain.calendar_periods import half_year_of
from koordinator.domain.codes import SubjectKind
from koordinator.domain.guide import NextStep, next_step
from koordinator.domain.guide_facts import GuideFacts, Routine
from koordinator.domain.ids import SubjectId
from koordinator.domain.periods import DayRange
from koordinator.domain.promises import PromisesKept, promises_kept
from koordinator.domain.steps import Step
from koordinator.usecases.ports_first import FirstDoor, FirstLook
from koordinator.usecases.ports_lists import GrantNotice, LeftOverLine, MeetingLine, PromiseLine, ReviewLine
from koordinator.usecases.routine import current_routine

WEEK_DAYS: Final = 7
URGENT_DAYS: Final = 3
"""An agreement is urgent from so many days before its day."""
REVIEW_DAYS: Final = 30


class SubjectLine(NamedTuple):
    """A citizen or a family with the one next thing. `key` is the citizen's or the family's own.

    `step` is the family's where that has the casework on trin 3; the next thing is then the family's too,
    and `done_by` the family's kind and key: whose page the thing is done on.
    """

    subject_id: SubjectId
    kind: SubjectKind
    key: int
    name: str
    members: int
    step: Step | None
    next_step: NextStep
    done_by: tuple[SubjectKind, int]


class OverviewPage(NamedTuple):
    """The first page as of a day. `lines` are the subjects, what hurts most when late first."""

    today: date
    lines: tuple[SubjectLine, ...]
    meetings: tuple[MeetingLine, ...]
    urgent_promises: tuple[PromiseLine, ...]
    promises: PromisesKept
    reviews: tuple[ReviewLine, ...]
    left_over: tuple[LeftOverLine, ...]
    grant_notices: tuple[GrantNotice, ...]

    @property
    def waiting(self) -> tuple[SubjectLine, ...]:
        """The subjects for whom something is to be done."""
        return tuple(line for line in self.lines if line.next_step.waits)

    @property
    def things_waiting(self) -> int:
        """How many things are to be done: a family's is one, however many members have a line that names it."""
        return len({line.next_step.subject_id for line in self.waiting})


class Overview:
    """The use case of the first page."""

    def __init__(self, door: FirstDoor) -> None:
        self._door = door

    def open(self, actor: Actor, *, everybody: bool = False) -> OverviewPage:
        """Everything the first page shows about the actor's own subjects, or about all, in a fixed number of reads."""
        with self._door.act(actor, Action.OPEN_OVERVIEW) as look:
            facts = facts_seen(look, actor, mine=not everybody)
            look.about("subject", 0, codes=f"count={len(facts)}")
            return _page(look, actor, facts)


def facts_seen(look: FirstLook, actor: Actor, *, mine: bool) -> tuple[GuideFacts, ...]:
    """Of the actor's own subjects, or of all whom they may see."""
    if mine:
        return look.guide.of_employee(actor.employee_id)
    seen = look.seen_by(actor, Action.OPEN_OVERVIEW)
    return look.guide.of_all() if seen is None else look.guide.of_subjects(seen)


def lines_of(facts: tuple[GuideFacts, ...], routine: Routine) -> tuple[SubjectLine, ...]:
    """The subjects with their next thing, sorted; the members of a family on trin 3 follow the family's own line."""
    lines = (_line(each, next_step(each, routine)) for each in facts)
    return tuple(sorted(lines, key=lambda line: (line.next_step.urgency, line.next_step.of_family, line.name)))


def _line(facts: GuideFacts, step: NextStep) -> SubjectLine:
    joint = facts.family if step.of_family and facts.family is not None else facts
    own, done_by = (facts.kind, facts.key), (joint.kind, joint.key)
    return SubjectLine(facts.subject_id, *own, facts.name, facts.members, joint.step, step, done_by)


def _page(look: FirstLook, actor: Actor, facts: tuple[GuideFacts, ...]) -> OverviewPage:
    today, ids, employee_id = look.today, [each.subject_id for each in facts], actor.employee_id
    week = DayRange(today, today + timedelta(days=WEEK_DAYS - 1))
    half_year_so_far = DayRange(half_year_of(today).first_on, today)
    return OverviewPage(
        today=today,
        lines=lines_of(facts, current_routine(look)),
        meetings=look.overview.meetings(employee_id, ids, week),
        urgent_promises=look.overview.promises_due(employee_id, ids, today + timedelta(days=URGENT_DAYS)),
        promises=promises_kept(look.overview.promises_of(employee_id, ids, half_year_so_far), today),
        reviews=look.overview.reviews(ids, today + timedelta(days=REVIEW_DAYS)),
        left_over=look.overview.left_over(employee_id),
        grant_notices=look.overview.grant_notices(employee_id),
    )
