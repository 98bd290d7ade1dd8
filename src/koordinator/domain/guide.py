"""The guide: for each subject the ONE next thing to do, why, by when, and where it is done."""

from datetime import date
from enum import IntEnum
from typing import Final, NamedTuple

from koordinator.domain.guide_facts import GuideFacts, Routine
from koordinator.domain.guide_kinds import PLACES, GuideDeed, GuidePage, GuideTab, NextStepKind, Stage, Why
from koordinator.domain.guide_rules import Found, first_found, own_meeting
from koordinator.domain.ids import SubjectId
from koordinator.domain.steps import Step

SOON_DAYS: Final = 7
SEVERAL_DEPARTMENTS: Final = 2
"""Coordination across departments takes at least two; an assessment can wait while one helps alone."""


_PLACE_OF: Final = {stage: place for place, stage in enumerate(Stage)}
_HARM_OF: Final = {kind: harm for harm, kind in enumerate(NextStepKind)}


class Band(IntEnum):
    """How pressing a step is on the day."""

    OVERDUE = 0
    SOON = 1
    LATER = 2
    REST = 3


class GuideButton(NamedTuple):
    """Where the step is done: a page, the tab and dialog of the citizen's page, the meeting on the meeting's page."""

    page: GuidePage
    tab: GuideTab | None = None
    meeting_id: int | None = None
    deed: GuideDeed | None = None


class Urgency(NamedTuple):
    """The order of a list of next steps: the overdue first, among them what hurts most, then the oldest."""

    band: Band
    harm: int
    by_on: date
    subject_id: SubjectId


class NextStep(NamedTuple):
    """The one next thing of a subject.

    `by_on` is the last day in good time, None where no day is set. `stage` is where the step
    belongs; `done` are the stages before it that really lie behind, and `comes` the others.
    `of_family` names the family whose next thing it is when a member was asked about; `subject_id`
    is then the family's.
    """

    kind: NextStepKind
    subject_id: SubjectId
    why: Why
    by_on: date | None
    stage: Stage
    done: tuple[Stage, ...]
    comes: tuple[Stage, ...]
    button: GuideButton
    urgency: Urgency
    of_family: str = ""

    @property
    def waits(self) -> bool:
        """Something is to be done, now or by a day."""
        return self.urgency.band is not Band.REST


def next_step(facts: GuideFacts, routine: Routine) -> NextStep:
    """The one next thing of the subject; of its family where that has the casework on trin 3 (but `own_meeting`)."""
    family = facts.family
    if family is None or family.step is not Step.ONE_CASEWORK:
        return _step_of(first_found(facts, routine), facts)
    own = own_meeting(facts, routine)
    return _step_of(own, facts) if own is not None else next_step(family, routine)._replace(of_family=family.name)


def _step_of(found: Found, facts: GuideFacts) -> NextStep:
    stage = _stage(found.kind, facts)
    before, after = _round_the(stage, _stages_of(facts))
    done = tuple(other for other in before if _is_done(other, facts))
    return NextStep(
        kind=found.kind,
        subject_id=facts.subject_id,
        why=found.why,
        by_on=found.by_on,
        stage=stage,
        done=done,
        comes=tuple(other for other in (*before, *after) if other not in done),
        button=_button(found.kind, facts),
        urgency=_urgency(found, facts),
    )


def _stages_of(facts: GuideFacts) -> tuple[Stage, ...]:
    """The stages that a course on the step goes through."""
    if not facts.meets:
        return (Stage.ASSESSMENT, Stage.FOLLOW_UP)
    return tuple(stage for stage in Stage if stage is not Stage.TAKE_OVER or facts.step is Step.ONE_CASEWORK)


def _round_the(stage: Stage, others: tuple[Stage, ...]) -> tuple[tuple[Stage, ...], tuple[Stage, ...]]:
    """The stages before the one, and those after it."""
    before = tuple(other for other in others if _PLACE_OF[other] < _PLACE_OF[stage])
    return before, tuple(other for other in others if other not in before and other is not stage)


def _is_done(stage: Stage, facts: GuideFacts) -> bool:
    """Whether the stage lies behind the subject: for the meeting ahead, or where there is none for the one held."""
    meeting, was_held = facts.meeting, facts.last_held_on is not None
    return {
        Stage.ASSESSMENT: facts.decided_on is not None,
        Stage.COORDINATOR: facts.coordinator_id is not None,
        Stage.TAKE_OVER: facts.all_taken_over,
        Stage.PREPARATION: was_held if meeting is None else meeting.prepared,
        Stage.INVITATION: was_held if meeting is None else meeting.invited,
        Stage.MEETING: was_held,
        Stage.PLAN: facts.plan is not None,
        Stage.FOLLOW_UP: False,
    }[stage]


def _stage(kind: NextStepKind, facts: GuideFacts) -> Stage:
    """A meeting far away is not yet at the meeting's stage: it is still to be prepared."""
    waiting = kind is NextStepKind.HOLD_MEETING and facts.meeting is not None and not facts.meeting.invited
    if waiting and facts.meeting is not None and facts.meeting.starts_on > facts.today:
        return Stage.PREPARATION
    return PLACES[kind].stage


def _button(kind: NextStepKind, facts: GuideFacts) -> GuideButton:
    place = PLACES[kind]
    if place.page is GuidePage.MEETING and facts.meeting is not None:
        return GuideButton(GuidePage.MEETING, meeting_id=facts.meeting.id)
    if place.page is GuidePage.ASSESSMENT:
        return GuideButton(GuidePage.ASSESSMENT, place.tab)
    return GuideButton(GuidePage.CITIZEN, place.tab, deed=place.deed)


def _urgency(found: Found, facts: GuideFacts) -> Urgency:
    return Urgency(_band(found, facts), _HARM_OF[found.kind], found.by_on or date.max, facts.subject_id)


def _band(found: Found, facts: GuideFacts) -> Band:
    if _can_rest(found, facts):
        return Band.REST
    if found.by_on is None:
        return Band.LATER
    days = facts.days_until(found.by_on)
    return Band.OVERDUE if days < 0 else Band.SOON if days <= SOON_DAYS else Band.LATER


def _can_rest(found: Found, facts: GuideFacts) -> bool:
    if found.kind is NextStepKind.ASSESS:
        return facts.departments < SEVERAL_DEPARTMENTS
    waiting = found.kind is NextStepKind.HOLD_MEETING and found.by_on != facts.today
    return waiting or found.kind is NextStepKind.REST
