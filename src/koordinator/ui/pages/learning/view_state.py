"""What the practice card shows: each task with its words, and where it is done."""

from typing import NamedTuple

from koordinator.domain.guide_kinds import GuideDeed, GuidePage, GuideTab
from koordinator.domain.practice import PracticeTask, TaskState
from koordinator.texts import practice as texts
from koordinator.usecases.learning import PracticeFile


class Target(NamedTuple):
    """A page and the thing to show there."""

    page: str
    thing_id: object


class TaskRow(NamedTuple):
    """A task in the list; `spoken` is all of it for a screen reader."""

    title: str
    why: str
    state: TaskState
    spoken: str


_TABS = {
    PracticeTask.CHOOSE_COORDINATOR: GuideDeed.CHOOSE_COORDINATOR,
    PracticeTask.REGISTER_CONSENT: GuideTab.CONSENT,
    PracticeTask.PLAN_MEETING: GuideTab.MEETINGS,
    PracticeTask.APPROVE_PLAN: GuideTab.PLAN,
    PracticeTask.HAND_OUT_PLAN: GuideTab.PLAN,
}


def rows_of(file: PracticeFile) -> tuple[TaskRow, ...]:
    """Every task in order."""
    return tuple(
        TaskRow(
            f"{number}. {texts.TASKS[line.task].title}",
            texts.TASKS[line.task].why,
            line.state,
            texts.spoken(number, texts.TASKS[line.task], line.state),
        )
        for number, line in enumerate(file.lines, start=1)
    )


def next_target(file: PracticeFile) -> Target | None:
    """Where the next task is done; None when there is none."""
    task = next((line.task for line in file.lines if line.state is TaskState.NEXT), None)
    if task is None:
        return None
    if task is PracticeTask.ASSESS:
        return Target(GuidePage.ASSESSMENT.value, file.citizen.subject_id)
    if task in _TABS:
        return Target(GuidePage.CITIZEN.value, (file.citizen.id, _TABS[task]))
    meeting = file.facts.meeting
    return Target(GuidePage.MEETING.value, meeting.id if meeting is not None else None)
