"""The end of a meeting: what is missing is said, and what is closed stays as it was."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.closing_check import Lack
from koordinator.domain.content_parts import GoalContent
from koordinator.domain.errors import FieldMissing, NotFound, StaleVersion
from koordinator.domain.meeting import (
    Attendance,
    InvitationAnswer,
    MeetingStatus,
    MinutesVersion,
    NoteKind,
)
from koordinator.domain.meeting_journal import UndoBlocked
from koordinator.domain.meeting_rules import Evaluation, EvaluationOutOfRange
from koordinator.domain.minutes_content import EvaluationContent, is_as_closed, read_minutes
from koordinator.domain.minutes_correction import correction_of
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.snapshot import SnapshotDamaged
from koordinator.domain.steps import Step
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.subject_people import belonging_on
from tests.support.meeting_world import SOON, MeetingWorld, employee_party
from tests.support.office import TODAY

NEXT = replace(SOON, starts_on=TODAY + timedelta(days=52))
KIM_CALLS = "Taler med skolen"


def lacks(file: MeetingFile) -> set[Lack]:
    return {point.lack for point in file.missing}


def everybody_there(world: MeetingWorld, file: MeetingFile) -> MeetingFile:
    for participant in file.participants:
        file = world.room.attend(world.actor, participant, Attendance.PRESENT)
    return file


def test_nobody_leaves_without(world: MeetingWorld) -> None:
    file = world.room_plan.promise(world.actor, world.running().meeting.id, Promise(KIM_CALLS))
    assert lacks(file) == {
        Lack.ATTENDANCE,
        Lack.AGREEMENT_PERSON,
        Lack.AGREEMENT_DAY,
        Lack.NEXT_MEETING,
        Lack.SUMMARY,
        Lack.EVALUATION,
    }

    everybody_there(world, file)
    world.room_plan.change_promise(
        world.actor, file.meeting.id, file.agreements[0], Promise(KIM_CALLS, employee_party(world.kim), TODAY)
    )
    world.closing.set_next(world.actor, file.meeting.id, NEXT)
    world.closing.summarise(world.actor, file.meeting.id, "Kim taler med skolen.", read_aloud=True)
    whole = world.closing.evaluate(world.actor, file.meeting.id, Evaluation())

    assert whole.missing == ()


def test_a_meeting_may_end_with_things_missing(world: MeetingWorld) -> None:
    file = world.closing.close(world.actor, world.running().meeting.id)

    assert file.meeting.status is MeetingStatus.HELD


def test_the_next_meeting_has_the_same_people_place_and_roles(world: MeetingWorld) -> None:
    file = world.room.choose_roles(world.actor, world.running().meeting.id, world.kim, world.bo)

    file = world.closing.set_next(world.actor, file.meeting.id, NEXT)

    assert file.next_meeting is not None
    following = world.meetings.open(world.actor, file.next_meeting.id)
    assert [each.employee_id for each in following.participants] == [None, world.mette, world.kim, world.bo]
    assert {each.attendance for each in following.participants} == {Attendance.UNKNOWN}
    assert (following.meeting.chair_id, following.meeting.minute_taker_id) == (world.kim, world.bo)
    assert (following.meeting.place, following.meeting.status) == (SOON.place, MeetingStatus.PLANNED)
    assert len(following.agenda) == 7


def test_the_next_meeting_is_put_off_and_undone(world: MeetingWorld) -> None:
    file = world.closing.set_next(world.actor, world.running().meeting.id, NEXT)
    later = replace(NEXT, starts_on=NEXT.starts_on + timedelta(days=7))

    file = world.closing.set_next(world.actor, file.meeting.id, later)
    assert file.next_meeting is not None
    assert file.next_meeting.starts_on == later.starts_on
    file = world.room.undo(world.actor, file.meeting.id)
    assert file.next_meeting is not None
    assert file.next_meeting.starts_on == NEXT.starts_on
    following_id = file.next_meeting.id

    assert world.room.undo(world.actor, file.meeting.id).next_meeting is None
    with pytest.raises(NotFound):
        world.meetings.open(world.actor, following_id)


def test_the_next_meeting_says_when_it_was_arranged(world: MeetingWorld) -> None:
    file = world.closing.set_next(world.actor, world.running().meeting.id, NEXT)

    assert file.next_meeting is not None
    assert file.next_meeting.planned_on == TODAY


def test_an_answer_to_the_next_meeting_is_to_its_day(world: MeetingWorld) -> None:
    file = world.closing.set_next(world.actor, world.running().meeting.id, NEXT)
    assert file.next_meeting is not None
    following = world.meetings.open(world.actor, file.next_meeting.id)
    world.meetings.answer(world.actor, following.participants[2].id, InvitationAnswer.YES)

    later = replace(NEXT, starts_on=NEXT.starts_on + timedelta(days=7))
    world.closing.set_next(world.actor, file.meeting.id, later)
    following = world.meetings.open(world.actor, file.next_meeting.id)
    assert following.participants[2].answer is InvitationAnswer.NONE

    world.room.undo(world.actor, file.meeting.id)
    following = world.meetings.open(world.actor, file.next_meeting.id)
    assert following.participants[2].answer is InvitationAnswer.YES


def test_a_next_meeting_people_know_of_is_not_taken_away(world: MeetingWorld) -> None:
    file = world.closing.set_next(world.actor, world.running().meeting.id, NEXT)
    assert file.next_meeting is not None
    following = world.invitations.invite(world.actor, file.next_meeting.id).file

    with pytest.raises(UndoBlocked):
        world.room.undo(world.actor, file.meeting.id)
    with pytest.raises(FieldMissing):
        world.closing.set_next(world.actor, file.meeting.id, replace(NEXT, duration_minutes=30))
    world.invitations.cancel(world.actor, following.meeting, "Fejl")
    again = world.closing.set_next(world.actor, file.meeting.id, NEXT)
    assert again.next_meeting is not None
    assert again.next_meeting.id != following.meeting.id


def test_minutes_tell_of_no_next_meeting_that_is_called_off(world: MeetingWorld) -> None:
    file = world.closing.set_next(world.actor, world.running().meeting.id, NEXT)
    assert file.next_meeting is not None
    world.invitations.cancel(world.actor, file.next_meeting, "Lone rejser")

    closed = world.closing.close(world.actor, file.meeting.id)

    assert closed.next_meeting is None
    assert world.closing.minutes(world.actor, file.meeting.id).next_meeting is None


def test_closing_freezes_the_coordinator_team_and_step_of_the_day(world: MeetingWorld) -> None:
    meeting = world.closing.close(world.actor, world.running().meeting.id).meeting

    with world.bench.office.aside() as tx:
        where = belonging_on(tx, world.mette, TODAY, Step.MEETINGS)
    assert (meeting.coordinator_id, meeting.step) == (world.mette, Step.MEETINGS)
    assert (meeting.team_id, meeting.department_id) == (where.team_id, where.department_id)
    assert meeting.team_id is not None
    assert meeting.citizen_took_part


def test_a_party_representative_stands_for_the_citizen(world: MeetingWorld) -> None:
    file = world.room.open(world.actor, world.planned().meeting.id)
    file = world.room.attend(world.actor, file.participants[0], Attendance.ABSENT)
    file = world.room.add_participant(world.actor, file.meeting.id, Party(PartyKind.CONTACT_PERSON, world.teacher))
    assert not file.with_citizen

    file = world.room.add_participant(world.actor, file.meeting.id, Party(PartyKind.CONTACT_PERSON, world.jens))

    assert file.with_citizen
    assert world.closing.close(world.actor, file.meeting.id).meeting.citizen_took_part


def test_a_meeting_without_the_citizen_says_why(world: MeetingWorld) -> None:
    file = world.room.open(world.actor, world.planned().meeting.id)
    assert Lack.WITHOUT_CITIZEN in lacks(file)

    file = world.closing.explain_absence(world.actor, file.meeting.id, "Lone er indlagt")
    assert not lacks(file) & {Lack.WITHOUT_CITIZEN, Lack.EVALUATION}
    closed = world.closing.close(world.actor, file.meeting.id)

    assert not closed.meeting.citizen_took_part
    minutes = world.closing.minutes(world.actor, file.meeting.id)
    assert (minutes.citizen_took_part, minutes.without_citizen_reason) == (False, "Lone er indlagt")


def test_the_citizen_answers_from_zero_to_four(world: MeetingWorld) -> None:
    file = world.running()
    with pytest.raises(EvaluationOutOfRange):
        world.closing.evaluate(world.actor, file.meeting.id, Evaluation(heard=5))

    meeting = world.closing.evaluate(world.actor, file.meeting.id, Evaluation(4, None, 0)).meeting

    assert (meeting.evaluation_heard, meeting.evaluation_makes_sense, meeting.evaluation_same_direction) == (4, None, 0)


def a_whole_meeting(world: MeetingWorld) -> MeetingFile:
    file = world.planned()
    world.meetings.answer(world.actor, file.participants[2].id, InvitationAnswer.NO, "ferie")
    world.invitations.invite(world.actor, file.meeting.id)
    file = world.room.open(world.actor, file.meeting.id)
    file = world.room.attend(world.actor, file.participants[0], Attendance.PRESENT)
    words = file.agenda[1].id
    for draft in (
        NoteDraft(NoteKind.SAID, "Jeg vil bare have én at ringe til.", words),
        NoteDraft(NoteKind.WISH, "Husk ikke at sige det højt", words, private=True),
        NoteDraft(NoteKind.WISH, "Uden for dagsordenen"),
    ):
        file = world.room_plan.note(world.actor, file.meeting.id, draft)
    file = world.room_plan.set_goal(world.actor, file.meeting.id, "Rolige morgener")
    file = world.room_plan.promise(
        world.actor, file.meeting.id, Promise(KIM_CALLS, employee_party(world.kim), TODAY, "", file.goals[0].id)
    )
    world.closing.evaluate(world.actor, file.meeting.id, Evaluation(4, 3, None))
    return world.closing.close(world.actor, file.meeting.id)


def test_the_minutes_hold_what_was_said_and_agreed(world: MeetingWorld) -> None:
    file = a_whole_meeting(world)

    minutes = world.closing.minutes(world.actor, file.meeting.id)

    assert (minutes.number, minutes.closed_at) == (1, file.meeting.closed_at)
    assert [(note.kind, note.text) for note in minutes.agenda[1].notes] == [
        (NoteKind.SAID, "Jeg vil bare have én at ringe til.")
    ]
    assert [note.text for note in minutes.agenda[-1].notes] == ["Uden for dagsordenen"]
    assert minutes.agenda[-1].title == ""
    (agreement,) = minutes.agreements
    assert (agreement.what, agreement.who, agreement.organisation) == (KIM_CALLS, "Kim Møller", "Familie")
    (goal,) = minutes.goals
    assert isinstance(goal, GoalContent)
    assert minutes.new_goal_uids == (agreement.goal_uid,) == (goal.uid,)
    assert minutes.evaluation == EvaluationContent(asked=True, heard=4, makes_sense=3, same_direction=None)


def test_invited_and_present_are_two_facts(world: MeetingWorld) -> None:
    minutes = world.closing.minutes(world.actor, a_whole_meeting(world).meeting.id)

    lone, mette, kim, _bo = minutes.attendees
    assert (lone.name, lone.invited, lone.attendance) == ("Lone Bæk", True, Attendance.PRESENT)
    assert (lone.citizen_uid, mette.citizen_uid) == (world.lone.uid, None)
    assert (kim.answer, kim.answer_note, kim.attendance) == (InvitationAnswer.NO, "ferie", Attendance.ABSENT)
    assert mette.attendance is Attendance.UNKNOWN


def test_private_notes_are_in_no_minutes_not_even_while_the_meeting_runs(world: MeetingWorld) -> None:
    file = world.room_plan.note(
        world.actor, world.running().meeting.id, NoteDraft(NoteKind.WISH, "hemmeligt", private=True)
    )

    running = world.closing.minutes(world.actor, file.meeting.id)
    world.closing.close(world.actor, file.meeting.id)
    closed = world.closing.minutes(world.actor, file.meeting.id)

    assert (running.number, closed.number) == (None, 1)
    assert "hemmeligt" not in repr((running, closed))


def test_closed_minutes_do_not_follow_what_happens_afterwards(world: MeetingWorld) -> None:
    file = a_whole_meeting(world)
    before = world.closing.minutes(world.actor, file.meeting.id)

    world.promises.done(world.actor, file.agreements[0].id)
    world.plans.edit_goal(world.actor, replace(file.goals[0], title="Andet"))

    assert world.closing.minutes(world.actor, file.meeting.id) == before


def test_minutes_changed_from_outside_are_found_out(world: MeetingWorld) -> None:
    file = a_whole_meeting(world)
    with world.bench.office.aside() as tx:
        (version,) = tx.of(MinutesVersion).where()
        tx.of(MinutesVersion).save(replace(version, content=version.content.replace("Rolige", "Urolige")))

    with pytest.raises(SnapshotDamaged):
        world.closing.minutes(world.actor, file.meeting.id)


def test_minutes_are_put_right_in_a_new_version_beside_the_old_one(world: MeetingWorld) -> None:
    meeting_id = a_whole_meeting(world).meeting.id
    first = world.closing.minutes(world.actor, meeting_id)

    file = world.closing.correct(world.actor, meeting_id, 1, replace(correction_of(first, "Navn"), summary="Kim."))

    assert [(version.number, version.correction) for version in file.minutes] == [(1, ""), (2, "Navn")]
    assert all(is_as_closed(version) for version in file.minutes)
    assert read_minutes(file.minutes[0]) == first
    newest = world.closing.minutes(world.actor, meeting_id)
    assert (newest.number, newest.summary) == (2, "Kim.")
    assert file.meeting == world.meetings.open(world.actor, meeting_id).meeting
    (entry,) = [each for each in world.bench.log() if each.action is Action.CORRECT_MINUTES]
    assert entry.codes == "minutes=2"


def test_two_windows_do_not_put_minutes_right_over_each_other(world: MeetingWorld) -> None:
    meeting_id = a_whole_meeting(world).meeting.id
    first = world.closing.minutes(world.actor, meeting_id)
    world.closing.correct(world.actor, meeting_id, 1, correction_of(first, "Navn"))

    with pytest.raises(StaleVersion):
        world.closing.correct(world.actor, meeting_id, 1, correction_of(first, "Dato"))


def test_there_is_nothing_to_put_right_before_the_meeting_is_closed(world: MeetingWorld) -> None:
    file = world.running()

    with pytest.raises(NotFound):
        world.closing.correct(
            world.actor, file.meeting.id, 1, correction_of(world.closing.minutes(world.actor, file.meeting.id), "x")
        )


def test_a_meeting_that_has_not_begun_has_no_minutes(world: MeetingWorld) -> None:
    with pytest.raises(NotFound):
        world.closing.minutes(world.actor, world.planned().meeting.id)


def test_what_was_true_when_the_meeting_closed_stays_true(world: MeetingWorld) -> None:
    file = a_whole_meeting(world)
    with world.bench.office.aside() as tx:
        lone = file.participants[0]
        tx.of(type(lone)).save(replace(lone, attendance=Attendance.ABSENT))

    assert world.meetings.open(world.actor, file.meeting.id).with_citizen


def test_two_windows_do_not_close_over_each_other(world: MeetingWorld) -> None:
    file = world.room_plan.note(world.actor, world.running().meeting.id, NoteDraft(NoteKind.WISH, "ro"))
    note = file.notes[0]
    world.room.rewrite_note(world.actor, note, NoteDraft(NoteKind.WISH, "fred"))

    with pytest.raises(StaleVersion):
        world.room.rewrite_note(world.actor, note, NoteDraft(NoteKind.WISH, "krig"))
