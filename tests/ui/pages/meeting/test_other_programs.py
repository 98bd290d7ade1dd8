"""Another program locks the file, another window writes in the same meeting: nothing is lost, and it is said."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from koordinator.domain.draft import DraftPlace
from koordinator.domain.meeting import MeetingStatus, NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.storage.database_files import EncryptedFiles
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.pages.meeting.room_parts import NoteRow
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import in_dialog

ROOT = Path(__file__).parents[4]
WORDS = "Jeg vil bare have en at ringe til"


@contextmanager
def locked_by_another_program(path: Path) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.ui.pages.meeting.locking_child", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate("go\n")


@pytest.fixture
def impatient(database_template: Path, tmp_path: Path, qtbot: QtBot, tasks: Tasks) -> Iterator[MeetingBench]:
    """A page whose database waits only a moment for others."""
    path = tmp_path / "meeting.db"
    path.write_bytes(database_template.read_bytes())
    database = EncryptedFiles(wait_seconds=0.05).open(path, KEY)
    world = make_world(Bench(database))
    desk = desk_at(world.bench, tasks)
    page = MeetingPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    yield MeetingBench(qtbot, world, desk, page)
    page.close()
    qtbot.waitUntil(lambda: tasks.is_idle)
    database.close()


def bar_says(at: MeetingBench) -> str:
    return " ".join(label.text() for label in at.page.room.bar.findChildren(QLabel))


def draft(at: MeetingBench) -> str:
    place = DraftPlace("meeting", at.page.work.file.meeting.id, "note")
    kept = at.world.drafts.find(at.world.actor, place)
    return kept.text if kept else ""


def test_a_file_that_another_program_has_locked_is_written_when_it_is_free(impatient: MeetingBench) -> None:
    at = impatient
    at.open(at.world.running().meeting.id)
    editor = at.page.room.notes.input.editor()
    editor.setFocus()
    said: list[str] = []
    at.desk.tasks.failed.connect(said.append)
    with locked_by_another_program(at.world.bench.database.path):
        QTest.keyClicks(editor, WORDS)
        at.qtbot.waitUntil(lambda: texts.NOT_SAVED_YET in bar_says(at))
        QTest.keyClick(editor, Qt.Key.Key_F6)
        at.qtbot.waitUntil(lambda: len(said) > 1)
        assert editor.toPlainText() == WORDS
        assert at.page.room.isVisible()

    at.qtbot.waitUntil(lambda: draft(at) == WORDS)
    at.qtbot.waitUntil(lambda: texts.NOT_SAVED_YET not in bar_says(at))
    QTest.keyClick(editor, Qt.Key.Key_F6)
    at.until(lambda file: [note.text for note in file.notes] == [WORDS])


def test_a_second_window_sees_what_the_first_one_writes(at: MeetingBench, qtbot: QtBot, tasks: Tasks) -> None:
    meeting_id = at.world.running().meeting.id
    at.open(meeting_id)
    editor = at.page.room.notes.input.editor()
    editor.setFocus()
    QTest.keyClicks(editor, "Kim sp")
    other = MeetingPage(at.desk)
    qtbot.addWidget(other)
    other.show_for(meeting_id)
    other.show()
    qtbot.waitUntil(lambda: other.work.is_open)

    other.room.notes.input.editor().setPlainText(WORDS)
    QTest.keyClick(other.room.notes.input.editor(), Qt.Key.Key_F5)
    at.until(lambda file: [note.text for note in file.notes] == [WORDS])
    assert texts.CHANGED_ELSEWHERE in bar_says(at)
    assert editor.toPlainText() == "Kim sp"
    assert [row.note.text for row in at.page.room.notes.findChildren(NoteRow)] == [WORDS]

    other.close()
    qtbot.waitUntil(lambda: tasks.is_idle)
    at.world.closing.close(at.world.actor, meeting_id)
    at.until_status(MeetingStatus.HELD)
    qtbot.waitUntil(at.page.held.isVisible)


def test_two_who_change_the_same_note_are_told_kindly_and_both_keep_their_words(at: MeetingBench) -> None:
    world = at.world
    file = world.running()
    file = world.room_plan.note(world.actor, file.meeting.id, NoteDraft(NoteKind.WISH, "Ro"))
    at.open(file.meeting.id)
    dialogs: list[str] = []

    def change(dialog: QDialog) -> None:
        editor = dialog.findChild(QPlainTextEdit)
        assert editor is not None
        if not dialogs:
            world.room.rewrite_note(world.actor, file.notes[0], NoteDraft(NoteKind.WISH, "Ro om aftenen"))
            editor.setPlainText("Ro om morgenen")
            in_dialog(change)
        else:
            editor.appendPlainText("og om aftenen")
        dialogs.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(change)
    with at.qtbot.waitSignal(at.desk.tasks.failed):
        at.page.room.notes.findChildren(NoteRow)[0].edit_asked.emit()
    at.until(lambda now: now.notes[0].text == "Ro om morgenen\nog om aftenen")
    assert "Ro om aftenen" in dialogs[1]
