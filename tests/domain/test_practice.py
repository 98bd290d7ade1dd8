"""The practice case: ticks follow from the facts, one task is next, what can no longer be done is not waited for."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.codes import MeetingStatus
from koordinator.domain.ids import MeetingId
from koordinator.domain.practice import (
    PracticeFacts,
    PracticeMeeting,
    PracticeTask,
    TaskState,
    practice_lines,
)
from koordinator.domain.steps import Step

MEETING = PracticeMeeting(MeetingId(1), MeetingStatus.PLANNED)
WALK = (
    PracticeFacts(),
    (on_step := PracticeFacts(Step.MEETINGS, Step.MEETINGS)),
    (led := replace(on_step, has_coordinator=True)),
    (told := replace(led, has_consent=True)),
    replace(told, meeting=MEETING),
    replace(told, meeting=replace(MEETING, prepared=True)),
    replace(told, meeting=(asked := replace(MEETING, prepared=True, invited=True, status=MeetingStatus.INVITED))),
    replace(told, meeting=(agreed := replace(asked, agreed=True, status=MeetingStatus.RUNNING))),
    (over := replace(told, meeting=replace(agreed, status=MeetingStatus.HELD))),
    (approved := replace(over, plan_approved=True)),
    replace(approved, plan_handed_out=True),
)
meetings = st.builds(
    PracticeMeeting, st.just(MeetingId(1)), st.sampled_from(MeetingStatus), st.booleans(), st.booleans(), st.booleans()
)
facts_of_any_kind = st.builds(
    PracticeFacts,
    st.none() | st.sampled_from(Step),
    st.none() | st.sampled_from(Step),
    st.booleans(),
    st.booleans(),
    st.none() | meetings,
    st.booleans(),
    st.booleans(),
)


def states(facts: PracticeFacts) -> dict[PracticeTask, TaskState]:
    return {line.task: line.state for line in practice_lines(facts)}


def test_each_deed_ticks_its_task_and_brings_the_next() -> None:
    tasks = tuple(PracticeTask)
    for done, facts in enumerate(WALK):
        expected = [TaskState.DONE] * done + [TaskState.NEXT] + [TaskState.COMES] * (len(tasks) - done - 1)
        assert [line.state for line in practice_lines(facts)] == expected[: len(tasks)]


@given(facts_of_any_kind)
def test_every_task_once_and_never_two_next(facts: PracticeFacts) -> None:
    lines = practice_lines(facts)
    standing = [line.state for line in lines]

    assert [line.task for line in lines] == list(PracticeTask)
    assert standing.count(TaskState.NEXT) == (0 if set(standing) <= {TaskState.DONE, TaskState.PASSED_OVER} else 1)
    if TaskState.NEXT in standing:
        assert TaskState.COMES not in standing[: standing.index(TaskState.NEXT)]


def test_what_was_left_out_before_the_meeting_is_not_waited_for() -> None:
    running = replace(told, meeting=replace(MEETING, status=MeetingStatus.RUNNING))

    assert states(running)[PracticeTask.PREPARE] is TaskState.PASSED_OVER
    assert states(running)[PracticeTask.INVITE] is TaskState.PASSED_OVER
    assert states(running)[PracticeTask.HOLD_MEETING] is TaskState.NEXT

    empty = replace(told, meeting=replace(MEETING, status=MeetingStatus.HELD))
    assert states(empty)[PracticeTask.HOLD_MEETING] is TaskState.PASSED_OVER
    assert states(empty)[PracticeTask.APPROVE_PLAN] is TaskState.NEXT


def test_another_step_than_the_case_is_made_for_is_seen() -> None:
    low = PracticeFacts(Step.ALIGNMENT, Step.ALIGNMENT)

    assert low.strayed
    assert states(low)[PracticeTask.ASSESS] is TaskState.NEXT
    assert not PracticeFacts().strayed
    assert not on_step.strayed
