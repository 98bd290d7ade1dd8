"""What has been: the courses of a subject as lanes over time and as events, for the screen and for paper."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from koordinator.domain.codes import EndReason
from koordinator.domain.handover import HandoverKind
from koordinator.domain.paper import HandoutWay, PaperKind
from koordinator.domain.steps import Step

_AIR: Final = timedelta(days=14)
"""A course of one day is drawn with some time round it."""


@dataclass(frozen=True, slots=True)
class StepSpan:
    """Half-open days on a step."""

    step: Step
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """Half-open days with somebody; `name` is the employee's."""

    name: str
    from_on: date
    until_on: date | None


class EventKind(StrEnum):
    """What can happen in a course."""

    STEP = "step"
    ASSESSED = "assessed"
    DEVIATED = "deviated"
    LOOKED = "looked"
    COORDINATOR = "coordinator"
    PRIMARY = "primary"
    HELD = "held"
    CANCELLED = "cancelled"
    PLAN_APPROVED = "plan_approved"
    HANDED_OUT = "handed_out"
    """A paper reached somebody, or the plan was read aloud to them."""
    TAKEN_OVER = "taken_over"
    NOT_HANDED_OVER = "not_handed_over"
    """A department's line on trin 3: the team has the cases, or never gets them."""
    HANDED_OVER = "handed_over"
    HANDED_BACK = "handed_back"
    HANDOVER_CANCELLED = "handover_cancelled"
    ENDED = "ended"
    ACCESS_ASKED = "access_asked"
    ACCESS_ANSWERED = "access_answered"
    CORRECTION_ASKED = "correction_asked"
    CORRECTION_ANSWERED = "correction_answered"
    OBJECTED = "objected"
    OBJECTION_ANSWERED = "objection_answered"
    """What the citizen asked about their own data, and the answer; the words are the `reason`."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day. What is not said of it is empty.

    `until_on` is the first day on which it no longer held, `by` who decided or was chosen, `reason` the words it
    was given with, `giver` the department or employee that it was to go on from; `number` is a plan version's.
    `paper` is what was handed out and in which `way`, `by` then who got it.
    `from_before` is a step that was taken over from before the program.
    """

    kind: EventKind
    on: date
    until_on: date | None = None
    step: Step | None = None
    recommended: Step | None = None
    by: str = ""
    giver: str = ""
    reason: str = ""
    number: int = 0
    end_reason: EndReason | None = None
    handover_kind: HandoverKind | None = None
    from_before: bool = False
    paper: PaperKind | None = None
    way: HandoutWay | None = None


@dataclass(frozen=True, slots=True)
class CourseHistory:
    """The lanes, the oldest first, and the events, the newest first. A family has no `primaries`."""

    today: date
    name: str
    is_family: bool = False
    steps: tuple[StepSpan, ...] = ()
    coordinators: tuple[PersonSpan, ...] = ()
    primaries: tuple[PersonSpan, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def has_course(self) -> bool:
        """There is something to draw."""
        return bool(self.steps)

    @property
    def first_on(self) -> date:
        """The first day of the picture."""
        steps, people = (span.from_on for span in self.steps), (*self.coordinators, *self.primaries)
        days = [*steps, *(person.from_on for person in people), *(event.on for event in self.marks)]
        return min(days, default=self.today) - _AIR

    @property
    def last_on(self) -> date:
        """The last day of the picture: what is open goes on until today."""
        return max([self.today, *(event.on for event in self.marks)]) + _AIR

    @property
    def marks(self) -> tuple[Event, ...]:
        """The events that are a point in time, the oldest first."""
        points = (EventKind.ASSESSED, EventKind.DEVIATED, EventKind.HELD, EventKind.CANCELLED, EventKind.PLAN_APPROVED)
        return tuple(event for event in reversed(self.events) if event.kind in points)
