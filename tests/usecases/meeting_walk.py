"""A meeting in which anything may happen in any order: the steps of a random walk, and what must hold after each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import Final, TypeVar

from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.errors import DomainError
from koordinator.domain.meeting import Attendance, NoteKind
from koordinator.domain.meeting_journal import Row, without_version
from koordinator.domain.meeting_rules import Evaluation
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.party import Party
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import SOON, MeetingWorld, citizen_party, employee_party
from tests.support.office import TODAY

State = tuple[tuple[Row, ...], ...]
Thing = TypeVar("Thing")


def state_of(file: MeetingFile) -> State:
    """Everything that can be seen in the room, without the versions that count saves."""
    rows: tuple[tuple[Row, ...], ...] = (
        (file.meeting,),
        file.participants,
        file.agenda,
        file.notes,
        file.since_last,
        file.agreements,
        file.decisions,
        (file.plan,) if file.plan else (),
        file.goals,
        file.subgoals,
        file.scores,
        (file.next_meeting,) if file.next_meeting else (),
    )
    return tuple(tuple(without_version(row) for row in group) for group in rows)


class Walk:
    """One walk. `states` are the meeting after each act that left a trace, the first when it was opened."""

    def __init__(self, world: MeetingWorld) -> None:
        self.world = world
        self.actor = world.actor
        world.promises.promise(self.actor, world.subject_id, Promise("Fra sidst", employee_party(world.kim), TODAY))
        self.file = world.room.open(self.actor, world.planned().meeting.id)
        self.states = [state_of(self.file)]

    def step(self, which: int, number: int) -> None:
        """Does one thing; what is refused changes nothing."""
        try:
            self.file = STEPS[which % len(STEPS)](self, number)
        except (DomainError, ZeroDivisionError):
            assert state_of(self.world.meetings.open(self.actor, self.file.meeting.id)) == self.states[-1]
            return
        if state_of(self.file) != self.states[-1]:
            self.states.append(state_of(self.file))

    def undo(self) -> None:
        """Takes the last act back, and finds the meeting as it was before it."""
        self.file = self.world.room.undo(self.actor, self.file.meeting.id)
        self.states.pop()
        assert state_of(self.file) == self.states[-1]

    def check(self) -> None:
        """What holds at any time."""
        plan = self.world.plans.open(self.actor, self.world.subject_id)
        meeting_id = self.file.meeting.id
        assert state_of(self.world.meetings.open(self.actor, meeting_id)) == self.states[-1]
        assert tuple(each for each in plan.agreements if each.meeting_id == meeting_id) == self.file.agreements
        assert tuple(each for each in plan.decisions if each.meeting_id == meeting_id) == self.file.decisions
        assert (plan.goals, plan.scores, plan.subgoals) == (self.file.goals, self.file.scores, self.file.subgoals)
        assert self.file.can_undo == (len(self.states) > 1)


Step = Callable[[Walk, int], MeetingFile]


def _write(walk: Walk, number: int) -> MeetingFile:
    item = walk.file.agenda[number % 7]
    draft = NoteDraft(list(NoteKind)[number % 4], f"ord {number}", item.id, private=number % 5 == 0)
    return walk.world.room_plan.note(walk.actor, walk.file.meeting.id, draft)


def _rewrite(walk: Walk, number: int) -> MeetingFile:
    note = _one(walk.file.notes, number)
    return walk.world.room.rewrite_note(walk.actor, note, NoteDraft(note.kind, f"andre ord {number}"))


def _remove(walk: Walk, number: int) -> MeetingFile:
    return walk.world.room.remove_note(walk.actor, _one(walk.file.notes, number))


def _move(walk: Walk, number: int) -> MeetingFile:
    notes = walk.file.notes
    after = notes[number // 2 % len(notes)].id if number % 3 and notes else None
    note = _one(notes, number)
    return walk.world.room.move_note(walk.actor, note, after if after != note.id else None)


def _attend(walk: Walk, number: int) -> MeetingFile:
    attendance = list(Attendance)[number % 4]
    participant = _one(walk.file.participants, number)
    return walk.world.room.attend(walk.actor, participant, attendance, time(13, number % 60), None)


def _come(walk: Walk, number: int) -> MeetingFile:
    return walk.world.room.add_participant(walk.actor, walk.file.meeting.id, _party(walk, number))


def _go(walk: Walk, number: int) -> MeetingFile:
    return walk.world.room.remove_participant(walk.actor, _one(walk.file.participants, number))


def _tick(walk: Walk, number: int) -> MeetingFile:
    return walk.world.room.tick_item(walk.actor, walk.file.agenda[number % 7], done=number % 2 == 0)


def _promise(walk: Walk, number: int) -> MeetingFile:
    goal_id = walk.file.goals[0].id if walk.file.goals and number % 2 else None
    promise = Promise(f"aftale {number}", _party(walk, number), TODAY + timedelta(days=number), "", goal_id)
    return walk.world.room_plan.promise(walk.actor, walk.file.meeting.id, promise)


def _change(walk: Walk, number: int) -> MeetingFile:
    promise = Promise(f"ændret {number}", None, None, "hver fredag")
    agreement = _one(walk.file.since_last + walk.file.agreements, number)
    return walk.world.room_plan.change_promise(walk.actor, walk.file.meeting.id, agreement, promise)


def _withdraw(walk: Walk, number: int) -> MeetingFile:
    agreement = _one(walk.file.since_last + walk.file.agreements, number)
    return walk.world.room_plan.withdraw_promise(walk.actor, walk.file.meeting.id, agreement)


def _settle(walk: Walk, number: int) -> MeetingFile:
    plan, meeting_id = walk.world.room_plan, walk.file.meeting.id
    agreement = _one(walk.file.since_last + walk.file.agreements, number)
    if number % 4 == 0:
        return plan.done(walk.actor, meeting_id, agreement)
    if number % 4 == 1:
        return plan.not_done(walk.actor, meeting_id, agreement, f"grund {number}")
    if number % 4 == 2:
        return plan.goes_on(walk.actor, meeting_id, agreement, TODAY + timedelta(days=number))
    return plan.open_again(walk.actor, meeting_id, agreement)


def _ask(walk: Walk, number: int) -> MeetingFile:
    plan, meeting_id = walk.world.room_plan, walk.file.meeting.id
    question = Question(f"spørgsmål {number}", walk.world.handicap, walk.world.ida, TODAY)
    if number % 3 == 0 and walk.file.decisions:
        return plan.change_question(walk.actor, meeting_id, _one(walk.file.decisions, number), question)
    if number % 3 == 1 and walk.file.decisions:
        return plan.withdraw_question(walk.actor, meeting_id, _one(walk.file.decisions, number))
    return plan.ask(walk.actor, meeting_id, question)


def _goal(walk: Walk, number: int) -> MeetingFile:
    plan, meeting_id = walk.world.room_plan, walk.file.meeting.id
    if number % 4 == 0 or not walk.file.goals:
        return plan.set_goal(walk.actor, meeting_id, f"mål {number}")
    goal = _one(walk.file.goals, number)
    if number % 2:
        return plan.add_subgoal(walk.actor, meeting_id, goal.id, f"delmål {number}")
    return plan.score(walk.actor, meeting_id, goal.id, number % 12)


def _next(walk: Walk, number: int) -> MeetingFile:
    appointment = replace(SOON, starts_on=TODAY + timedelta(days=number), duration_minutes=number)
    return walk.world.closing.set_next(walk.actor, walk.file.meeting.id, appointment)


def _end(walk: Walk, number: int) -> MeetingFile:
    closing, meeting_id = walk.world.closing, walk.file.meeting.id
    if number % 2:
        return closing.evaluate(walk.actor, meeting_id, Evaluation(number % 6, None, 0))
    return closing.summarise(walk.actor, meeting_id, f"kort {number}", read_aloud=number % 3 == 0)


STEPS: Final[tuple[Step, ...]] = (
    _write, _write, _rewrite, _remove, _move, _attend, _come, _go, _tick, _promise, _change, _withdraw, _settle, _ask,
    _goal, _goal, _next, _end,
)  # fmt: skip
UNDO: Final = len(STEPS)
"""The number of the step that takes the last one back."""


def _one(things: tuple[Thing, ...], number: int) -> Thing:
    """One of the things; a ZeroDivisionError where there are none."""
    return things[number % len(things)]


def _party(walk: Walk, number: int) -> Party:
    world = walk.world
    everybody = (citizen_party(world.lone.id), citizen_party(world.anna.id), *world.parties, employee_party(world.ida))
    return everybody[number % len(everybody)]
