"""The plan growing in the room: what is agreed at the meeting is the plan's own row."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.agreement_rules import AgreementSettled, Promise, Question
from koordinator.domain.course import NoOpenCourse, NotOnStep, StepPeriod
from koordinator.domain.errors import FieldMissing, NotFound
from koordinator.domain.ids import CourseId, GoalId, MeetingId, RowId
from koordinator.domain.joint_plan import ScoreOutOfRange
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import NoteDraft, WordsOfAnother
from koordinator.domain.steps import Step
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import SOON, MeetingWorld, citizen_party, employee_party
from tests.support.office import TODAY

DUE = TODAY + timedelta(days=6)


def school(world: MeetingWorld) -> Promise:
    return Promise("Taler med skolen", employee_party(world.kim), DUE)


def support(world: MeetingWorld) -> Question:
    return Question("Støtte om morgenen", world.handicap, world.ida, DUE)


def next_meeting(world: MeetingWorld, file: MeetingFile) -> MeetingFile:
    """Closes the meeting and opens the next one."""
    file = world.closing.set_next(world.actor, file.meeting.id, replace(SOON, starts_on=TODAY + timedelta(days=30)))
    closed = world.closing.close(world.actor, file.meeting.id)
    world.bench.clock.pass_days(30)
    assert closed.meeting.next_meeting_id is not None
    return world.room.open(world.actor, closed.meeting.next_meeting_id)


def test_an_agreement_in_the_meeting_is_the_one_in_the_plan(world: MeetingWorld) -> None:
    file = world.room_plan.promise(world.actor, world.running().meeting.id, school(world))

    (agreement,) = file.agreements
    assert (agreement.meeting_id, agreement.employee_id, agreement.made_on) == (file.meeting.id, world.kim, TODAY)
    assert world.plans.open(world.actor, world.subject_id).agreements == (agreement,)
    file = world.room_plan.change_promise(
        world.actor, file.meeting.id, agreement, Promise("Ringer", citizen_party(world.lone.id), None, "hver fredag")
    )
    assert world.plans.open(world.actor, world.subject_id).agreements == file.agreements
    assert file.agreements[0].citizen_id == world.lone.id


def test_a_note_becomes_an_agreement_or_a_question_in_one_act(world: MeetingWorld) -> None:
    meeting_id = world.running().meeting.id
    file = world.room_plan.note(world.actor, meeting_id, NoteDraft(NoteKind.AGREED, "Kim ringer til skolen "))
    file = world.room_plan.note(world.actor, meeting_id, NoteDraft(NoteKind.TO_DECIDE, "Støtte om morgenen"))

    assert [note.kind for note in file.notes] == [NoteKind.AGREED, NoteKind.TO_DECIDE]
    assert (file.agreements[0].what, file.decisions[0].what) == ("Kim ringer til skolen", "Støtte om morgenen")
    world.room.undo(world.actor, meeting_id)
    file = world.room.undo(world.actor, meeting_id)
    assert (file.notes, file.agreements, file.decisions) == ((), (), ())


def test_a_note_moves_word_for_word_and_the_citizens_words_stay_theirs(world: MeetingWorld) -> None:
    file = world.running()
    first, second = file.agenda[:2]
    file = world.room_plan.note(world.actor, file.meeting.id, NoteDraft(NoteKind.SAID, "Jeg vil have ro", first.id))
    kim = world.colleague(world.kim)

    file = world.room_plan.place_note(kim, file.notes[0], NoteKind.WISH, second.id)

    (note,) = file.notes
    assert (note.text, note.kind, note.agenda_item_id) == ("Jeg vil have ro", NoteKind.WISH, second.id)
    assert note.in_citizens_words
    assert world.closing.minutes(world.actor, file.meeting.id).agenda[1].notes[0].in_citizens_words
    assert world.room.undo(world.actor, file.meeting.id).notes[0].kind is NoteKind.SAID


def test_a_note_that_becomes_agreed_is_an_agreement_and_no_more_when_it_is_not(world: MeetingWorld) -> None:
    meeting_id = world.running().meeting.id
    file = world.room_plan.note(world.actor, meeting_id, NoteDraft(NoteKind.WISH, "Kim ringer"))

    file = world.room_plan.place_note(world.actor, file.notes[0], NoteKind.AGREED, None)
    assert [agreement.what for agreement in file.agreements] == ["Kim ringer"]
    file = world.room_plan.place_note(world.actor, file.notes[0], NoteKind.TO_DECIDE, None)
    assert (file.agreements, [decision.what for decision in file.decisions]) == ((), ["Kim ringer"])
    file = world.room_plan.place_note(world.actor, file.notes[0], NoteKind.SAID, None)
    assert (file.agreements, file.decisions) == ((), ())


def test_an_agreement_somebody_has_filled_in_stays(world: MeetingWorld) -> None:
    meeting_id = world.running().meeting.id
    file = world.room_plan.note(world.actor, meeting_id, NoteDraft(NoteKind.AGREED, "Taler med skolen"))
    file = world.room_plan.change_promise(world.actor, meeting_id, file.agreements[0], school(world))

    file = world.room_plan.place_note(world.actor, file.notes[0], NoteKind.WISH, None)

    assert [agreement.employee_id for agreement in file.agreements] == [world.kim]


def test_a_private_note_stays_out_of_the_plan_and_in_its_meeting(world: MeetingWorld) -> None:
    file = world.running()
    draft = NoteDraft(NoteKind.AGREED, "Husk", private=True)
    file = world.room_plan.note(world.actor, file.meeting.id, draft)
    other = world.planned().agenda[0]

    assert file.agreements == ()
    with pytest.raises(WordsOfAnother):
        world.room_plan.place_note(world.colleague(world.kim), file.notes[0], NoteKind.WISH, None)
    with pytest.raises(NotFound):
        world.room_plan.place_note(world.actor, file.notes[0], NoteKind.WISH, other.id)


def test_an_agreement_and_a_question_made_by_mistake_are_withdrawn(world: MeetingWorld) -> None:
    file = world.room_plan.promise(world.actor, world.running().meeting.id, school(world))
    file = world.room_plan.ask(world.actor, file.meeting.id, support(world))
    made, asked = file.agreements[0], file.decisions[0]

    file = world.room_plan.withdraw_promise(world.actor, file.meeting.id, made)
    file = world.room_plan.withdraw_question(world.actor, file.meeting.id, asked)
    assert (file.agreements, file.decisions) == ((), ())

    world.room.undo(world.actor, file.meeting.id)
    file = world.room.undo(world.actor, file.meeting.id)
    assert (file.agreements[0].id, file.agreements[0].what) == (made.id, made.what)
    assert file.decisions[0].id == asked.id


def test_a_question_names_who_answers_and_is_changed(world: MeetingWorld) -> None:
    file = world.room_plan.ask(world.actor, world.running().meeting.id, support(world))

    file = world.room_plan.change_question(
        world.actor, file.meeting.id, file.decisions[0], replace(support(world), what="Støtte hver morgen")
    )

    assert (file.decisions[0].what, file.decisions[0].employee_id) == ("Støtte hver morgen", world.ida)
    assert world.plans.open(world.actor, world.subject_id).decisions == file.decisions


def test_since_last_is_done_dropped_or_goes_on(world: MeetingWorld) -> None:
    file = world.running()
    for what in ("en", "to", "tre"):
        file = world.room_plan.promise(world.actor, file.meeting.id, replace(school(world), what=what))
    file = next_meeting(world, file)
    first, second, third = file.since_last
    today = TODAY + timedelta(days=30)

    file = world.room_plan.done(world.actor, file.meeting.id, first)
    file = world.room_plan.not_done(world.actor, file.meeting.id, second, "Skolen svarer ikke")
    file = world.room_plan.goes_on(world.actor, file.meeting.id, third, today + timedelta(days=7))

    by_name = {agreement.what: agreement for agreement in file.since_last}
    assert [by_name[what].status for what in ("en", "to", "tre")] == [
        AgreementStatus.DONE, AgreementStatus.NOT_DONE, AgreementStatus.OPEN,
    ]  # fmt: skip
    assert by_name["to"].not_done_reason == "Skolen svarer ikke"
    assert (by_name["tre"].times_carried, by_name["tre"].carried_meeting_id) == (1, file.meeting.id)
    assert not [point for point in file.missing if point.lack.value == "since_last"]
    assert file.agreements == ()


def test_a_settled_agreement_is_opened_again_and_undone(world: MeetingWorld) -> None:
    file = world.room_plan.promise(world.actor, world.running().meeting.id, school(world))
    file = world.room_plan.done(world.actor, file.meeting.id, file.agreements[0])
    with pytest.raises(AgreementSettled):
        world.room_plan.goes_on(world.actor, file.meeting.id, file.agreements[0], DUE)
    opened = world.room_plan.open_again(world.actor, file.meeting.id, file.agreements[0])
    with pytest.raises(FieldMissing):
        world.room_plan.not_done(world.actor, file.meeting.id, opened.agreements[0], "")

    file = world.room.undo(world.actor, file.meeting.id)

    assert file.agreements[0].status is AgreementStatus.DONE
    assert world.room.undo(world.actor, file.meeting.id).agreements[0].status is AgreementStatus.OPEN


def test_the_first_goal_begins_the_plan(world: MeetingWorld) -> None:
    file = world.running()
    assert file.plan is None

    file = world.room_plan.set_goal(world.actor, file.meeting.id, "Rolige morgener")
    file = world.room_plan.set_goal(world.actor, file.meeting.id, "Én at ringe til")

    assert file.plan is not None
    assert (file.plan.subject_id, file.plan.course_id) == (world.subject_id, world.course_id)
    assert [(goal.position, goal.title) for goal in file.goals] == [(1, "Rolige morgener"), (2, "Én at ringe til")]
    world.room.undo(world.actor, file.meeting.id)
    file = world.room.undo(world.actor, file.meeting.id)
    assert (file.plan, file.goals) == (None, ())


def test_goals_get_steps_and_a_score_a_day(world: MeetingWorld) -> None:
    file = world.room_plan.set_goal(world.actor, world.running().meeting.id, "Rolige morgener")
    goal = file.goals[0]

    file = world.room_plan.add_subgoal(world.actor, file.meeting.id, goal.id, "Op kl. 7")
    file = world.room_plan.score(world.actor, file.meeting.id, goal.id, 3)
    file = world.room_plan.score(world.actor, file.meeting.id, goal.id, 5)

    assert [each.title for each in file.subgoals] == ["Op kl. 7"]
    assert [score.score for score in file.scores] == [5]
    assert [score.score for score in world.room.undo(world.actor, file.meeting.id).scores] == [3]
    with pytest.raises(ScoreOutOfRange):
        world.room_plan.score(world.actor, file.meeting.id, goal.id, 11)


def test_a_plan_belongs_to_trin_2_and_3(world: MeetingWorld) -> None:
    file = world.running()
    with world.bench.office.aside() as tx:
        (period,) = tx.of(StepPeriod).where()
        tx.of(StepPeriod).save(replace(period, until_on=TODAY))
    with pytest.raises(NoOpenCourse):
        world.room_plan.set_goal(world.actor, file.meeting.id, "Ro")

    with world.bench.office.aside() as tx:
        course_id = CourseId(world.course_id)
        tx.of(StepPeriod).add(StepPeriod(RowId(0), world.subject_id, course_id, Step.ALIGNMENT, TODAY))
    with pytest.raises(NotOnStep):
        world.room_plan.set_goal(world.actor, file.meeting.id, "Ro")

    assert world.room_plan.promise(world.actor, file.meeting.id, school(world)).agreements


def test_what_belongs_to_somebody_else_is_not_found(world: MeetingWorld) -> None:
    file = world.room_plan.set_goal(world.actor, world.running().meeting.id, "Ro")
    file = world.room_plan.promise(world.actor, file.meeting.id, school(world))
    file = world.room_plan.ask(world.actor, file.meeting.id, support(world))
    agreement, decision, goal = file.agreements[0], file.decisions[0], file.goals[0]
    other = world.meetings.plan(world.actor, world.anna.subject_id, SOON, ())
    here = world.room.open(world.actor, other.meeting.id).meeting.id
    elsewhere: list[Callable[[], object]] = [
        lambda: world.room_plan.done(world.actor, here, agreement),
        lambda: world.room_plan.withdraw_promise(world.actor, here, agreement),
        lambda: world.room_plan.withdraw_question(world.actor, here, decision),
        lambda: world.room_plan.change_question(world.actor, here, decision, support(world)),
        lambda: world.room_plan.add_subgoal(world.actor, here, goal.id, "Op kl. 7"),
        lambda: world.room_plan.score(world.actor, here, goal.id, 3),
        lambda: world.room_plan.score(world.actor, file.meeting.id, GoalId(99), 3),
        lambda: world.room_plan.score(world.actor, MeetingId(99), goal.id, 3),
    ]

    for act in elsewhere:
        with pytest.raises(NotFound):
            act()


def test_another_solution_takes_the_place_of_the_promise_in_one_act(world: MeetingWorld) -> None:
    before = world.running().meeting.id
    promise = Promise("Ringer", employee_party(world.kim), TODAY)
    (old,) = world.room_plan.promise(world.actor, before, promise).agreements
    world.closing.close(world.actor, before)
    meeting_id = world.running().meeting.id
    file = world.room_plan.instead(world.actor, meeting_id, old, "Skriver", "noget andet")

    assert [(each.what, each.employee_id, each.due_on) for each in file.agreements] == [("Skriver", world.kim, None)]
    assert [(each.status, each.not_done_reason) for each in file.since_last] == [
        (AgreementStatus.NOT_DONE, "noget andet")
    ]
    with pytest.raises(FieldMissing):
        world.room_plan.instead(world.actor, meeting_id, file.agreements[0], " ", "noget andet")
    undone = world.room.undo(world.actor, meeting_id)
    assert (undone.agreements, undone.since_last[0].status) == ((), AgreementStatus.OPEN)
