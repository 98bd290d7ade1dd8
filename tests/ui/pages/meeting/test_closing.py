"""Nobody leaves without: each thing that is missing leads to where it is put right, by the keyboard alone."""

from datetime import timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.closing_check import Lack
from koordinator.domain.meeting import AgendaKind, Attendance, NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.texts.meeting_summary import A_MINUTE, word_count
from koordinator.ui.tabs.dialogs.promise import PromiseDialog, QuestionDialog
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.date_edits import DateEdit
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import employee_party
from tests.support.office import TODAY
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import in_dialog, nameless
from tests.ui.previewing import saving_from_preview


@pytest.fixture
def written(at: MeetingBench) -> MeetingFile:
    """A meeting with something said, agreed and to be decided, at its end."""
    world, file = at.world, at.world.running()
    meeting_id = file.meeting.id
    for kind, words in ((NoteKind.SAID, "Jeg er træt"), (NoteKind.AGREED, "Ringer"), (NoteKind.TO_DECIDE, "Støtte")):
        file = world.room_plan.note(world.actor, meeting_id, NoteDraft(kind, words))
    at.open(meeting_id)
    QTest.keyClick(at.page.room.notes.input.editor(), Qt.Key.Key_F12)
    at.qtbot.waitUntil(lambda: bool(at.page.room.closing.summary.edit.text()))
    return file


def put_right(at: MeetingBench, lack: Lack) -> None:
    point = next(each for each in at.page.work.file.missing if each.lack is lack)
    at.page.room.closing.missing.asked.emit(point)


def test_the_summary_is_written_out_of_the_notes_and_stored(at: MeetingBench, written: MeetingFile) -> None:
    edit = at.page.room.closing.summary.edit

    assert "»Jeg er træt«" in edit.text()
    assert word_count(edit.text()) <= A_MINUTE
    at.until(lambda file: file.meeting.summary == edit.text())
    edit.editor().selectAll()
    QTest.keyClicks(edit.editor(), "Vi ses")
    at.press(at.page.room.closing.summary.suggest)
    at.until(lambda file: "Jeg er træt" in file.meeting.summary)
    assert written.meeting.summary == ""


def test_a_meeting_in_which_nothing_was_written_can_be_put_back(at: MeetingBench) -> None:
    file = at.world.room.open(at.world.actor, at.world.planned().meeting.id)
    at.open(file.meeting.id)
    QTest.keyClick(at.page.room.notes.input.editor(), Qt.Key.Key_F12)
    closing = at.page.room.closing

    assert (closing.summary.edit.text(), closing.put_back.isVisible()) == ("", True)
    at.press(closing.put_back)
    at.until(lambda now: now.meeting.status.is_ahead)


def test_an_agreement_gets_its_person_and_its_day(at: MeetingBench, written: MeetingFile) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PromiseDialog)
        who, due = dialog.findChild(Choice), dialog.findChild(DateEdit)
        assert who is not None
        assert due is not None
        QTest.keyClicks(who, "Mette")
        QTest.keyClicks(due, "24122026")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(fill)
    QTest.keyClick(at.page.room.closing.summary.edit.editor(), Qt.Key.Key_F3)
    at.until(lambda file: file.agreements[0].is_complete)
    assert at.file().agreements[0].employee_id == at.world.mette
    assert len(written.agreements) == 1


def test_what_has_to_be_decided_gets_who_and_when(at: MeetingBench, written: MeetingFile) -> None:
    opened: list[QDialog] = []

    def look(dialog: QDialog) -> None:
        opened.append(dialog)
        dialog.reject()

    in_dialog(look)
    put_right(at, Lack.DECISION_PERSON)
    at.qtbot.waitUntil(lambda: bool(opened))
    assert isinstance(opened[0], QuestionDialog)
    assert written.decisions[0].is_open


def test_the_keyboard_goes_to_what_is_missing(at: MeetingBench, written: MeetingFile) -> None:
    room = at.page.room
    put_right(at, Lack.EVALUATION)
    assert room.closing.questions.answers[0].stop().hasFocus()
    put_right(at, Lack.ATTENDANCE)
    assert room.strip.chips[written.participants[2].id].hasFocus()
    put_right(at, Lack.SUMMARY)
    assert room.closing.summary.edit.editor().hasFocus()

    opened: list[QDialog] = []

    def look(dialog: QDialog) -> None:
        opened.append(dialog)
        dialog.reject()

    in_dialog(look)
    put_right(at, Lack.NEXT_MEETING)
    at.qtbot.waitUntil(lambda: bool(opened))


def test_earlier_agreements_are_gone_through_by_one_key_each(at: MeetingBench) -> None:
    world = at.world
    first = world.running().meeting.id
    for what in ("Et", "To", "Tre"):
        world.room_plan.promise(world.actor, first, Promise(what, employee_party(world.kim), TODAY))
    world.closing.close(world.actor, first)
    world.bench.clock.pass_days(1)
    at.open(world.running().meeting.id)
    editor = at.page.room.notes.input.editor()
    QTest.keyClick(editor, Qt.Key.Key_F12)
    put_right(at, Lack.SINCE_LAST)
    item = at.page.room.agenda.item()
    assert item is not None
    assert item.kind is AgendaKind.SINCE_LAST

    def reason(dialog: QDialog) -> None:
        why = dialog.findChild(QPlainTextEdit)
        assert why is not None
        QTest.keyClicks(why, "Skolen havde lukket")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def day(dialog: QDialog) -> None:
        field = dialog.findChild(DateEdit)
        assert field is not None
        QTest.keyClicks(field, "24122026")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    press_where_the_keyboard_is(at, Qt.Key.Key_G, "Et")
    at.until(lambda file: file.since_last[0].settled_on is not None)
    in_dialog(reason)
    press_where_the_keyboard_is(at, Qt.Key.Key_B, "To")
    at.until(lambda file: file.since_last[1].not_done_reason == "Skolen havde lukket")
    in_dialog(day)
    press_where_the_keyboard_is(at, Qt.Key.Key_V, "Tre")
    at.until(lambda file: file.since_last[2].times_carried == 1)
    assert Lack.SINCE_LAST not in {point.lack for point in at.page.work.file.missing}


def press_where_the_keyboard_is(at: MeetingBench, key: Qt.Key, what: str) -> None:
    at.page.activateWindow()
    at.qtbot.waitUntil(lambda: keyboard().accessibleName().endswith(f": {what}"))
    QTest.keyClick(keyboard(), key)


def keyboard() -> QWidget:
    """Where the keyboard is."""
    return QApplication.focusWidget() or QWidget()


def test_the_citizen_answers_with_numbers(at: MeetingBench, written: MeetingFile) -> None:
    heard, makes_sense, same_direction = at.page.room.closing.questions.answers
    QTest.keyClick(heard.stop(), Qt.Key.Key_3)
    QTest.keyClick(makes_sense.stop(), Qt.Key.Key_Right)
    QTest.keyClick(makes_sense.stop(), Qt.Key.Key_Space)
    QTest.keyClick(same_direction.stop(), Qt.Key.Key_Delete)
    at.until(lambda file: file.meeting.evaluation_asked and file.meeting.evaluation_makes_sense == 1)
    meeting = at.file().meeting

    assert (meeting.evaluation_heard, meeting.evaluation_same_direction) == (3, None)
    assert same_direction.stop().isChecked()
    QTest.keyClick(heard.stop(), Qt.Key.Key_9)
    assert heard.score() == 3
    assert not written.meeting.evaluation_asked


def test_tab_goes_through_everything_once_and_comes_back(at: MeetingBench, written: MeetingFile) -> None:
    closing = at.page.room.closing
    assert nameless(closing) == []
    start = closing.summary.edit.editor()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        start.setFocus()
        passed: list[QWidget] = []
        QTest.keyClick(start, key)
        while keyboard() is not start:
            assert keyboard() not in passed
            passed.append(keyboard())
            QTest.keyClick(keyboard(), key)
        wanted = (closing.take_home.make, closing.next.set, closing.close_meeting, closing.summary.read)
        assert set(wanted) <= set(passed)
        assert sum(closing.questions.isAncestorOf(each) for each in passed) == 4
    assert written.missing


def test_the_sheet_to_take_home_is_saved(at: MeetingBench, written: MeetingFile, tmp_path: Path) -> None:
    world, path = at.world, tmp_path / "med-hjem.pdf"
    meeting_id = written.meeting.id
    question = Question("Aflastning", world.handicap, world.ida, TODAY + timedelta(days=9))
    at.page.work.take(world.room_plan.ask(world.actor, meeting_id, question))

    card = at.page.room.closing.take_home
    saving_from_preview(at.qtbot, path)
    at.press(card.make_large)
    at.qtbot.waitUntil(path.exists)
    document = PdfDocument(path)
    said = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    assert "Aflastning. Du får svar fra Ida Mikkelsen (Handicap) senest 30. november" in said
    assert "du kan klage over svaret" in said


def test_who_is_there_is_noted_from_the_end_too(at: MeetingBench, written: MeetingFile) -> None:
    kim = written.participants[2]
    QTest.keyClick(at.page.room.closing.summary.edit.editor(), Qt.Key.Key_F2)
    chip = at.page.room.strip.chips[kim.id]
    assert chip.hasFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    at.until(lambda file: file.participants[2].attendance is Attendance.PRESENT)


def test_answers_that_come_faster_than_they_are_saved_all_stay(at: MeetingBench, written: MeetingFile) -> None:
    """What is stored of the first must not take back the second, which is on its way."""
    answers = at.page.room.closing.questions.answers
    for answer, key in zip(answers, (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_2), strict=True):
        QTest.keyClick(answer.stop(), key)
        at.page.room.closing.questions.show_file()
    at.until(lambda file: file.meeting.evaluation_same_direction == 2)

    meeting = at.file().meeting
    assert (meeting.evaluation_heard, meeting.evaluation_makes_sense) == (3, 1)
    assert [answer.score() for answer in answers] == [3, 1, 2]
    assert not written.meeting.evaluation_asked
