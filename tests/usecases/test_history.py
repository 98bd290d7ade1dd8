"""Looking back at a subject: the newest first, with the names, and the look itself in the log."""

from dataclasses import replace

from koordinator.domain.access import Action
from koordinator.domain.course import StepPeriod
from koordinator.domain.steps import Step
from koordinator.usecases.history import NEWEST, History
from tests.support.histories import Histories, days_ago
from tests.support.meeting_world import FIRST_DAY, MeetingWorld
from tests.support.office import Bench


def test_steps_and_coordinators_with_their_names(world: MeetingWorld) -> None:
    seen = History(world.bench.office).of_subject(world.actor, world.subject_id)

    assert [(row.step, row.from_on) for row in seen.steps] == [(Step.MEETINGS, FIRST_DAY)]
    assert [seen.employees[row.employee_id].name for row in seen.coordinators] == ["Mette Holm"]
    assert [course.subject_id for course in seen.courses] == [world.subject_id]


def test_the_newest_course_comes_first(bench: Bench) -> None:
    histories, citizen = Histories(bench), bench.add_citizen()
    old = histories.course(citizen.subject_id, Step.ALIGNMENT, days_ago(400))
    histories.save(replace(old, until_on=days_ago(100)))
    (step,) = histories.all(StepPeriod)
    histories.save(replace(step, until_on=days_ago(100)))
    new = histories.course(citizen.subject_id, Step.MEETINGS, days_ago(10))

    seen = History(bench.office).of_subject(bench.actor, citizen.subject_id)

    assert [course.id for course in seen.courses] == [new.id, old.id]
    assert [row.from_on for row in seen.steps] == [days_ago(10), days_ago(400)]


def test_each_look_is_in_the_log_and_seen_the_next_time(world: MeetingWorld) -> None:
    history = History(world.bench.office)
    world.plans.open(world.actor, world.subject_id)
    history.of_subject(world.actor, world.subject_id)

    entries = history.of_subject(world.actor, world.subject_id).entries

    assert [entry.action for entry in entries[:2]] == [Action.OPEN_HISTORY, Action.OPEN_PLAN]
    assert entries[0].actor_id in history.of_subject(world.actor, world.subject_id).employees


def test_only_the_subjects_own_entries_and_at_most_so_many(world: MeetingWorld) -> None:
    history = History(world.bench.office)
    for _ in range(NEWEST + 5):
        world.plans.open(world.actor, world.subject_id)
    world.plans.open(world.actor, world.anna.subject_id)

    entries = history.of_subject(world.actor, world.subject_id).entries

    assert len(entries) == NEWEST
    assert {entry.subject_id for entry in entries} == {world.subject_id}


def test_a_subject_without_a_history(bench: Bench) -> None:
    seen = History(bench.office).of_subject(bench.actor, bench.add_citizen().subject_id)

    assert (seen.courses, seen.steps, seen.coordinators, seen.entries) == ((), (), (), ())
