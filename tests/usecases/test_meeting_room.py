"""The meeting while it is held: each act is saved at once, stands in the journal, and is undone as a whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

import pytest

from koordinator.domain.errors import FieldMissing, NotAllowed, NotFound, StaleVersion
from koordinator.domain.ids import NoteId
from koordinator.domain.meeting import (
    Attendance,
    InvitationAnswer,
    MeetingNotAhead,
    MeetingNotRunning,
    MeetingOperation,
    MeetingStatus,
    NoteKind,
)
from koordinator.domain.meeting_journal import NothingToUndo, UndoBlocked
from koordinator.domain.meeting_rules import AlreadyTakesPart, MeetingBegun
from koordinator.domain.note_rules import NoteDraft, WordsOfAnother
from koordinator.domain.organisation import Role
from koordinator.domain.party import Party, PartyKind
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import MeetingWorld, employee_party

SAID = NoteDraft(NoteKind.SAID, "Jeg vil bare have én at ringe til.")
WISH = NoteDraft(NoteKind.WISH, "At morgenerne bliver rolige.")


def texts(file: MeetingFile) -> list[str]:
    return [note.text for note in file.notes]


def test_opening_carries_answers_into_attendance(world: MeetingWorld) -> None:
    file = world.planned()
    _lone, _mette, kim, bo = file.participants
    world.meetings.answer(world.actor, kim.id, InvitationAnswer.NO)
    world.meetings.contribute(world.actor, bo.id, "Praktikken går godt.")

    opened = world.room.open(world.actor, file.meeting.id)

    assert opened.meeting.status is MeetingStatus.RUNNING
    assert [each.attendance for each in opened.participants] == [
        Attendance.UNKNOWN, Attendance.UNKNOWN, Attendance.ABSENT, Attendance.WRITTEN,
    ]  # fmt: skip


def test_opening_again_changes_nothing(world: MeetingWorld) -> None:
    file = world.room_plan.note(world.actor, world.running().meeting.id, SAID)
    world.bench.clock.pass_days(1)

    again = world.room.open(world.actor, file.meeting.id)

    assert replace(again, today=file.today) == file


def test_a_meeting_opened_by_mistake_is_put_back_until_something_is_written(world: MeetingWorld) -> None:
    file = world.room.open(world.actor, world.planned().meeting.id)
    assert world.room.put_back(world.actor, file.meeting.id).meeting.status is MeetingStatus.PLANNED

    file = world.room_plan.note(world.actor, world.room.open(world.actor, file.meeting.id).meeting.id, SAID)
    with pytest.raises(MeetingBegun):
        world.room.put_back(world.actor, file.meeting.id)

    world.room.undo(world.actor, file.meeting.id)
    assert world.room.put_back(world.actor, file.meeting.id).meeting.opened_at is None


def test_who_came_late_and_left_early_is_noted(world: MeetingWorld) -> None:
    file = world.running()

    file = world.room.attend(world.actor, file.participants[2], Attendance.PRESENT, time(13, 20), time(14))
    file = world.room.contribute(world.actor, file.participants[3], "Hilsen fra Bo")

    kim, bo = file.participants[2:]
    assert (kim.arrived_clock, kim.left_clock) == (time(13, 20), time(14))
    assert (bo.attendance, bo.written_contribution) == (Attendance.WRITTEN, "Hilsen fra Bo")
    emptied = world.room.contribute(world.actor, bo, " ").participants[3]
    assert (emptied.attendance, emptied.written_contribution) == (Attendance.ABSENT, "")


def test_somebody_who_just_came_is_there(world: MeetingWorld) -> None:
    file = world.running()
    jens = Party(PartyKind.CONTACT_PERSON, world.jens)

    file = world.room.add_participant(world.actor, file.meeting.id, jens)
    assert (file.participants[-1].attendance, file.participants[-1].invited_at) == (Attendance.PRESENT, None)
    with pytest.raises(AlreadyTakesPart):
        world.room.add_participant(world.actor, file.meeting.id, jens)

    assert len(world.room.remove_participant(world.actor, file.participants[-1]).participants) == 4
    assert world.room.undo(world.actor, file.meeting.id).participants == file.participants


def test_roles_and_items_change_in_the_room(world: MeetingWorld) -> None:
    file = world.running()

    file = world.room.choose_roles(world.actor, file.meeting.id, world.mette, world.kim)
    file = world.room.tick_item(world.actor, file.agenda[0], done=True)

    assert (file.meeting.chair_id, file.meeting.minute_taker_id) == (world.mette, world.kim)
    assert [item.done for item in file.agenda][:2] == [True, False]


def test_notes_stand_in_the_order_they_were_put(world: MeetingWorld) -> None:
    file = world.running()
    for draft in (SAID, WISH, replace(WISH, text="Tredje")):
        file = world.room_plan.note(world.actor, file.meeting.id, draft)
    first, second, third = file.notes

    file = world.room.move_note(world.actor, third, None)
    assert texts(file) == ["Tredje", SAID.text, WISH.text]
    file = world.room.move_note(world.actor, file.notes[0], second.id)
    assert texts(file) == [SAID.text, WISH.text, "Tredje"]
    with pytest.raises(NotFound):
        world.room.move_note(world.actor, first, NoteId(99))


def test_a_note_is_changed_taken_out_and_brought_back(world: MeetingWorld) -> None:
    file = world.room_plan.note(world.actor, world.running().meeting.id, SAID)
    old = file.notes[0]

    file = world.room.rewrite_note(world.actor, old, replace(SAID, text="Jeg vil have én at ringe til."))
    with pytest.raises(StaleVersion):
        world.room.rewrite_note(world.actor, old, SAID)
    with pytest.raises(FieldMissing):
        world.room.rewrite_note(world.actor, file.notes[0], replace(SAID, text=""))
    gone = world.room.remove_note(world.actor, file.notes[0])
    assert gone.notes == ()
    with pytest.raises(NotFound):
        world.room.move_note(world.actor, file.notes[0], None)

    assert texts(world.room.undo(world.actor, file.meeting.id)) == ["Jeg vil have én at ringe til."]


def test_the_citizens_words_are_left_alone_by_a_colleague(world: MeetingWorld) -> None:
    file = world.room_plan.note(world.actor, world.running().meeting.id, SAID)
    kim = world.colleague(world.kim)

    with pytest.raises(WordsOfAnother):
        world.room.rewrite_note(kim, file.notes[0], replace(SAID, text="Noget pænere"))
    with pytest.raises(WordsOfAnother):
        world.room.remove_note(kim, file.notes[0])

    assert texts(world.meetings.open(kim, file.meeting.id)) == [SAID.text]


def test_a_private_note_is_seen_by_its_writer_alone(world: MeetingWorld) -> None:
    file = world.room_plan.note(world.actor, world.running().meeting.id, replace(WISH, private=True))

    assert texts(file) == [WISH.text]
    assert texts(world.meetings.open(world.colleague(world.kim), file.meeting.id)) == []


def test_the_words_are_kept_as_they_were_typed(world: MeetingWorld) -> None:
    said = "<b>Åse</b> & «ro» \N{SLIGHTLY SMILING FACE}\n\tto linjer \N{HEBREW LETTER ALEF}"

    file = world.room_plan.note(world.actor, world.running().meeting.id, replace(SAID, text=said))

    assert texts(world.meetings.open(world.actor, file.meeting.id)) == [said]


def test_undo_goes_back_to_the_start_and_no_further(world: MeetingWorld) -> None:
    start = world.running()
    while start.can_undo:
        start = world.room.undo(world.actor, start.meeting.id)
    file = world.room_plan.note(world.actor, start.meeting.id, SAID)
    file = world.room.rewrite_note(world.actor, file.notes[0], replace(SAID, text="Andet"))
    file = world.room.tick_item(world.actor, file.agenda[0], done=True)

    for _act in range(3):
        assert file.can_undo
        file = world.room.undo(world.actor, file.meeting.id)

    assert (file.notes, file.can_undo) == ((), False)
    assert [item.done for item in file.agenda] == [False] * 7
    with pytest.raises(NothingToUndo):
        world.room.undo(world.actor, file.meeting.id)


def test_undoing_then_writing_again_goes_on_from_there(world: MeetingWorld) -> None:
    file = world.room_plan.note(world.actor, world.running().meeting.id, SAID)
    file = world.room_plan.note(world.actor, file.meeting.id, WISH)
    world.room.undo(world.actor, file.meeting.id)

    file = world.room_plan.note(world.actor, file.meeting.id, replace(WISH, text="Ny"))

    assert texts(file) == [SAID.text, "Ny"]
    assert texts(world.room.undo(world.actor, file.meeting.id)) == [SAID.text]
    assert texts(world.room.undo(world.actor, file.meeting.id)) == []


def test_what_changes_nothing_leaves_no_trace(world: MeetingWorld) -> None:
    file = world.running()
    with world.bench.office.aside() as tx:
        before = len(tx.of(MeetingOperation).where())

    again = world.room.attend(world.actor, file.participants[0], Attendance.PRESENT)

    with world.bench.office.aside() as tx:
        assert len(tx.of(MeetingOperation).where()) == before
    assert again == file


def test_an_undo_that_would_lose_what_came_since_is_refused(world: MeetingWorld) -> None:
    file = world.room_plan.set_goal(world.actor, world.running().meeting.id, "Rolige morgener")
    world.plans.edit_goal(world.actor, replace(file.goals[0], own_part="Jeg sætter vækkeuret."))

    with pytest.raises(UndoBlocked) as caught:
        world.room.undo(world.actor, file.meeting.id)

    assert caught.value.kind == "goal"
    assert world.plans.open(world.actor, world.subject_id).goals[0].own_part == "Jeg sætter vækkeuret."


def test_an_undo_that_something_hangs_on_is_refused(world: MeetingWorld) -> None:
    file = world.room_plan.set_goal(world.actor, world.running().meeting.id, "Rolige morgener")
    world.plans.tie_effort(world.actor, world.effort_id, file.goals[0].id, tied=True)

    with pytest.raises(UndoBlocked):
        world.room.undo(world.actor, file.meeting.id)

    world.plans.tie_effort(world.actor, world.effort_id, file.goals[0].id, tied=False)
    assert world.room.undo(world.actor, file.meeting.id).goals == ()


def test_only_a_running_meeting_takes_notes(world: MeetingWorld) -> None:
    file = world.planned()
    acts: list[Callable[[], object]] = [
        lambda: world.room_plan.note(world.actor, file.meeting.id, SAID),
        lambda: world.room.attend(world.actor, file.participants[0], Attendance.PRESENT),
        lambda: world.room.tick_item(world.actor, file.agenda[0], done=True),
        lambda: world.room.undo(world.actor, file.meeting.id),
        lambda: world.closing.close(world.actor, file.meeting.id),
    ]
    for act in acts:
        with pytest.raises(MeetingNotRunning):
            act()


def test_a_meeting_that_is_over_is_not_opened(world: MeetingWorld) -> None:
    file = world.closing.close(world.actor, world.running().meeting.id)

    with pytest.raises(MeetingNotAhead):
        world.room.open(world.actor, file.meeting.id)
    with pytest.raises(MeetingNotRunning):
        world.room_plan.note(world.actor, file.meeting.id, SAID)


def test_a_supervisor_does_not_enter_the_room(world: MeetingWorld) -> None:
    file = world.running()
    leader = replace(world.actor, roles=frozenset({Role.SUPERVISOR}))

    with pytest.raises(NotAllowed):
        world.room_plan.note(leader, file.meeting.id, SAID)
    with pytest.raises(NotAllowed):
        world.meetings.open(leader, file.meeting.id)


def test_the_log_holds_codes_and_no_words(world: MeetingWorld) -> None:
    world.room_plan.note(world.actor, world.running().meeting.id, SAID)

    entry = world.bench.log()[-1]

    assert (entry.kind, entry.subject_id, entry.codes) == ("meeting", world.subject_id, "note=said")
    assert all("ringe" not in each.codes for each in world.bench.log())


def test_an_employee_who_came_unexpected_has_a_name(world: MeetingWorld) -> None:
    file = world.room.add_participant(world.actor, world.running().meeting.id, employee_party(world.ida))

    assert file.parties.name(employee_party(world.ida)) == "Ida Mikkelsen"
    assert file.parties.organisation(employee_party(world.ida)) == "Handicap"
