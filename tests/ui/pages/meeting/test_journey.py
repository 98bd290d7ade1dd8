"""A whole meeting from the keyboard: prepared, called, opened, written, closed - and its minutes on paper."""

from datetime import timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from koordinator.domain.meeting import Attendance, InvitationAnswer, MeetingStatus, NoteKind
from koordinator.ui.ask import Question
from koordinator.ui.handout.dialog import HandoutDialog
from koordinator.ui.tabs.dialogs.promise import PromiseDialog
from tests.support.office import TODAY
from tests.ui.pages.meeting.room_bench import MeetingBench, in_window
from tests.ui.parts import in_dialog, nameless
from tests.ui.previewing import saving_from_preview


def test_a_whole_meeting(at: MeetingBench, tmp_path: Path) -> None:
    at.open(at.world.planned().meeting.id)
    prepare(at)
    call(at)
    answer(at)
    begin(at)
    write_down(at)
    agree(at)
    close(at)
    save_minutes(at, tmp_path / "referat.pdf")
    hand_out(at)


def prepare(at: MeetingBench) -> None:
    edits = at.page.prepare.preparation.edits
    first, second = edits["wants_to_discuss"].editor(), edits["wants_present"].editor()
    first.setFocus()
    QTest.keyClicks(first, "Morgenerne er kaos.")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    QTest.keyClicks(second, "Kim")
    QTest.keyClick(second, Qt.Key.Key_Tab)
    at.until(lambda file: file.preparation is not None and file.preparation.wants_present == "Kim")
    stored = at.file().preparation
    assert stored is not None
    assert (stored.wants_to_discuss, stored.prepared_on) == ("Morgenerne er kaos.", TODAY)
    agenda = at.page.prepare.agenda.list
    agenda.choose(at.page.work.file.agenda[1].id)
    second_id = at.page.work.file.agenda[1].id
    at.key(agenda, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at.until(lambda file: file.agenda[0].id == second_id)


def call(at: MeetingBench) -> None:
    in_dialog(QDialog.accept)
    at.press(at.page.prepare.invite)
    at.until_status(MeetingStatus.INVITED)
    assert not at.page.work.file.not_invited
    assert len(at.desk.services.papers.of_subject(at.desk.actor, at.world.subject_id).papers) == 5


def answer(at: MeetingBench) -> None:
    people = at.page.prepare.participants.list
    rows = at.page.work.file.participants
    for row, key in zip(rows, (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_M, Qt.Key.Key_N), strict=True):
        people.choose(row.id)
        at.key(people, key)
    at.until(lambda file: file.participants[3].answer is InvitationAnswer.NO)
    yes, maybe = InvitationAnswer.YES, InvitationAnswer.MAYBE
    assert [row.answer for row in at.file().participants[:3]] == [yes, yes, maybe]


def begin(at: MeetingBench) -> None:
    at.press(at.page.prepare.begin)
    at.until_status(MeetingStatus.RUNNING)
    assert at.page.fills_window
    room = at.page.room
    lone, mette, _kim, bo = (room.strip.chips[row.id] for row in at.page.work.file.participants)
    assert bo.view.state is Attendance.ABSENT
    at.press(lone)
    at.until(lambda file: file.participants[0].attendance is Attendance.PRESENT)
    at.press(mette)
    at.until(lambda file: file.participants[1].attendance is Attendance.PRESENT)
    assert nameless(room) == []


def write_down(at: MeetingBench) -> None:
    at.write("Jeg vil bare have én at ringe til.", Qt.Key.Key_F5)
    at.until(lambda file: len(file.notes) == 1)
    at.write("At morgenerne bliver rolige.", Qt.Key.Key_F6)
    at.until(lambda file: len(file.notes) == 2)
    at.write("Kim taler med skolen.", Qt.Key.Key_F7)
    at.until(lambda file: len(file.agreements) == 1)
    at.write("Støtte om morgenen.", Qt.Key.Key_F8)
    at.until(lambda file: len(file.decisions) == 1)
    at.write("Det er ikke alles.")
    at.until(lambda file: len(file.notes) == 5)
    assert [note.kind for note in at.file().notes] == [*NoteKind, NoteKind.TO_DECIDE]
    at.key(at.page.room.notes.input.editor(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at.until(lambda file: len(file.notes) == 4)
    assert len(at.file().decisions) == 1
    at.key(at.page.room.notes.input.editor(), Qt.Key.Key_F9)
    at.until(lambda file: file.agenda[0].done)


def agree(at: MeetingBench) -> None:
    plan = at.page.room.plan

    def name_goal(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        QTest.keyClicks(field, "Rolige morgener")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(name_goal)
    at.press(plan.new_goal)
    at.until(lambda file: [goal.title for goal in file.goals] == ["Rolige morgener"])

    def promise(dialog: QDialog) -> None:
        assert isinstance(dialog, PromiseDialog)
        editor = dialog.findChild(type(at.page.room.notes.input.editor()))
        assert editor is not None
        editor.insertPlainText("Bo undersøger praktik")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(promise)
    at.press(plan.new_promise)
    at.until(lambda file: len(file.agreements) == 2)


def close(at: MeetingBench) -> None:
    room = at.page.room
    at.press(room.bar.finish)
    editor = room.closing.summary.edit.editor()
    QTest.keyClicks(editor, "Vi ringer til skolen.")
    at.press(room.closing.summary.read)
    at.until(lambda file: file.meeting.summary_read)
    assert at.file().meeting.summary == "Vi ringer til skolen."
    at.key(room.closing.questions.answers[0].stop(), Qt.Key.Key_4)
    at.until(lambda file: file.meeting.evaluation_heard == 4)
    in_dialog(QDialog.accept)
    at.press(room.closing.close_meeting)
    at.until_status(MeetingStatus.HELD)
    meeting = at.file().meeting
    assert (meeting.citizen_took_part, meeting.evaluation_makes_sense) == (True, None)
    assert not at.page.fills_window


def save_minutes(at: MeetingBench, path: Path) -> None:
    saving_from_preview(at.qtbot, path)
    at.press(at.page.held.papers.minutes)
    at.qtbot.waitUntil(path.exists)
    document = PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Jeg vil bare have én at ringe til." in text
    assert "Rolige morgener" in text


def hand_out(at: MeetingBench) -> None:
    at.qtbot.waitUntil(at.page.held.handouts.note.isEnabled)
    in_window(HandoutDialog, QDialog.accept)
    at.press(at.page.held.handouts.note)
    at.qtbot.waitUntil(lambda: bool(at.page.work.opened.papers.handouts))
    noted = at.page.work.opened.papers.handouts
    assert [(each.recipient, each.handed_on) for each in noted] == [("Lone Bæk", TODAY), ("Jens Ravn", TODAY)]


def test_a_meeting_is_moved_and_cancelled_with_a_reason(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    in_dialog(QDialog.accept)
    at.press(at.page.prepare.invite)
    at.until_status(MeetingStatus.INVITED)

    def reason(dialog: QDialog) -> None:
        assert not isinstance(dialog, Question)
        editor = dialog.findChild(type(at.page.room.notes.input.editor()))
        assert editor is not None
        QTest.keyClicks(editor, "Lone er indlagt")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(reason)
    at.page.prepare.move_meeting()
    at.until(lambda file: len(file.moves) == 1)
    assert at.file().moves[0].reason == "Lone er indlagt"
    in_dialog(reason)
    at.page.prepare.cancel_meeting()
    at.until_status(MeetingStatus.CANCELLED)
    assert at.file().meeting.cancel_reason == "Lone er indlagt"
    at.qtbot.waitUntil(at.page.held.isVisible)


@pytest.mark.parametrize("days", [0, 40])
def test_another_day_shows_the_same_meeting(at: MeetingBench, days: int) -> None:
    file = at.world.running()
    at.world.bench.clock.moment += timedelta(days=days)
    at.open(file.meeting.id)

    assert at.page.room.isVisible()
