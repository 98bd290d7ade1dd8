"""The practice case (øvelse): one course from the first assessment to the plan in the citizen's hand, step by step.

What is done is never kept: it is read from the same facts that the guide sees.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.domain.codes import MeetingStatus
from koordinator.domain.errors import EnvironmentFault
from koordinator.domain.ids import MeetingId
from koordinator.domain.steps import Step


class PracticeTask(StrEnum):
    """What the learner does, in the order in which it is learned."""

    ASSESS = "assess"
    CHOOSE_COORDINATOR = "choose_coordinator"
    REGISTER_CONSENT = "register_consent"
    PLAN_MEETING = "plan_meeting"
    PREPARE = "prepare"
    INVITE = "invite"
    HOLD_MEETING = "hold_meeting"
    CLOSE_MEETING = "close_meeting"
    APPROVE_PLAN = "approve_plan"
    HAND_OUT_PLAN = "hand_out_plan"


class TaskState(StrEnum):
    """Where a task stands. One that was passed over can no longer be done in this course."""

    DONE = "done"
    NEXT = "next"
    COMES = "comes"
    PASSED_OVER = "passed_over"


@dataclass(frozen=True, slots=True)
class PracticeMeeting:
    """The case's meeting; `agreed` is true when a goal and an agreement have been written at it."""

    id: MeetingId
    status: MeetingStatus
    prepared: bool = False
    invited: bool = False
    agreed: bool = False

    @property
    def is_over(self) -> bool:
        """It has been held."""
        return self.status is MeetingStatus.HELD

    @property
    def has_begun(self) -> bool:
        """It is under way, or over."""
        return self.is_over or self.status is MeetingStatus.RUNNING


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """What is in the database about the case. `decided` is the step of the latest locked assessment."""

    decided: Step | None = None
    step: Step | None = None
    has_coordinator: bool = False
    has_consent: bool = False
    meeting: PracticeMeeting | None = None
    plan_approved: bool = False
    plan_handed_out: bool = False

    @property
    def meets(self) -> bool:
        """On a step with meetings and a joint plan, which is what the case is made for."""
        return self.step is not None and self.step.has_joint_plan

    @property
    def strayed(self) -> bool:
        """Assessed, and put on a step on which the rest cannot be practised."""
        return self.decided is not None and not self.meets


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with where it stands."""

    task: PracticeTask
    state: TaskState


def practice_lines(facts: PracticeFacts) -> tuple[TaskLine, ...]:
    """Every task in order; at most one is next, and none when the case has been gone through."""
    settled = {task: _settled(task, facts) for task in PracticeTask}
    following = next((task for task, state in settled.items() if state is None), None)
    return tuple(
        TaskLine(task, state or (TaskState.NEXT if task is following else TaskState.COMES))
        for task, state in settled.items()
    )


def _settled(task: PracticeTask, facts: PracticeFacts) -> TaskState | None:
    if task in _done(facts):
        return TaskState.DONE
    too_late = (task in _BEFORE_MEETING and _has_begun(facts)) or (task in _AT_MEETING and _is_over(facts))
    return TaskState.PASSED_OVER if too_late else None


_BEFORE_MEETING: Final = (PracticeTask.PREPARE, PracticeTask.INVITE)
_AT_MEETING: Final = (PracticeTask.HOLD_MEETING,)


def _done(facts: PracticeFacts) -> frozenset[PracticeTask]:
    meeting = facts.meeting
    holds = {
        PracticeTask.ASSESS: facts.meets,
        PracticeTask.CHOOSE_COORDINATOR: facts.has_coordinator,
        PracticeTask.REGISTER_CONSENT: facts.has_consent,
        PracticeTask.PLAN_MEETING: meeting is not None,
        PracticeTask.PREPARE: meeting is not None and meeting.prepared,
        PracticeTask.INVITE: meeting is not None and meeting.invited,
        PracticeTask.HOLD_MEETING: meeting is not None and meeting.agreed and meeting.has_begun,
        PracticeTask.CLOSE_MEETING: _is_over(facts),
        PracticeTask.APPROVE_PLAN: facts.plan_approved,
        PracticeTask.HAND_OUT_PLAN: facts.plan_handed_out,
    }
    return frozenset(task for task, is_done in holds.items() if is_done)


def _has_begun(facts: PracticeFacts) -> bool:
    return facts.meeting is not None and facts.meeting.has_begun


def _is_over(facts: PracticeFacts) -> bool:
    return facts.meeting is not None and facts.meeting.is_over


class NotPracticeData(EnvironmentFault):
    """The file is to be made anew as the practice case, and is not one: it is left alone."""

    path: str
