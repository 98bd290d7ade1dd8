"""The room in the real window: alone on the screen, and its keys come before the window's."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from koordinator.domain.meeting import MeetingStatus
from koordinator.ui.page import Page
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.rail import Rail
from koordinator.ui.tabs.dialogs.appointment import NextMeetingDialog
from koordinator.ui.tabs.dialogs.promise import QuestionDialog
from koordinator.ui.tasks import Tasks
from koordinator.ui.top_bar import TopBar
from tests.support.desk import desk_at
from tests.support.meeting_world import make_world
from tests.support.office import Bench
from tests.ui.office_window import open_window, wait_until_idle
from tests.ui.pages.meeting.room_bench import MeetingBench, in_window
from tests.ui.parts import in_dialog


def test_the_room_has_the_whole_window_and_its_keys_come_first(qtbot: QtBot, bench: Bench, tasks: Tasks) -> None:
    world, desk = make_world(bench), desk_at(bench, tasks)
    meeting_id = world.running().meeting.id
    window = open_window(qtbot, bench, desk, (("citizen", None), ("meeting", MeetingPage)))
    rail, bar = window.findChild(Rail), window.findChild(TopBar)
    assert rail is not None
    assert bar is not None

    window.navigate("meeting", meeting_id)
    wait_until_idle(qtbot, desk)
    page = window.pages.page()
    assert isinstance(page, MeetingPage)
    qtbot.waitUntil(page.room.isVisible)
    assert (rail.isVisible(), bar.isVisible()) == (False, False)
    editor = page.room.notes.input.editor()
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, "Hej")
    QTest.keyClick(editor, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: [note.text for note in page.work.file.notes] == ["Hej"])
    QTest.keyClick(page.room.bar.back, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)
    elsewhere = window.pages.page()
    assert isinstance(elsewhere, Page)
    assert elsewhere.shown_id == (world.lone.id, "meetings")
    assert (rail.isVisible(), bar.isVisible()) == (True, True)


def test_a_meeting_begun_by_mistake_is_put_back(at: MeetingBench) -> None:
    at.open(at.world.room.open(at.world.actor, at.world.planned().meeting.id).meeting.id)
    at.page.room.turn_to_closing()
    at.press(at.page.room.closing.put_back)

    at.until_status(MeetingStatus.PLANNED)
    at.qtbot.waitUntil(at.page.prepare.isVisible)


def test_the_next_meeting_is_agreed_before_people_leave(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    at.page.room.turn_to_closing()
    in_window(NextMeetingDialog, QDialog.accept)
    at.press(at.page.room.closing.next.set)

    at.until(lambda file: file.next_meeting is not None)
    assert at.page.room.closing.next.set.text() == "Ret næste møde"


def test_a_summary_is_suggested_from_the_notes(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    at.page.room.turn_to_closing()
    at.press(at.page.room.closing.summary.suggest)

    at.qtbot.waitUntil(lambda: at.page.room.closing.summary.edit.text().startswith("Til mødet i dag var"))


def test_a_question_is_put_among_departments_and_colleagues(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, QuestionDialog)
        editor = dialog.findChild(type(at.page.room.notes.input.editor()))
        assert editor is not None
        editor.insertPlainText("Støtte om morgenen")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(fill)
    at.press(at.page.room.plan.new_question)
    at.until(lambda file: [each.what for each in file.decisions] == ["Støtte om morgenen"])


def test_the_invitations_are_saved_in_a_folder(at: MeetingBench, tmp_path: Path) -> None:
    folder = tmp_path / "breve"
    folder.mkdir()
    at.open(at.world.planned().meeting.id)
    in_dialog(QDialog.accept)
    at.press(at.page.prepare.invite)
    at.until_status(MeetingStatus.INVITED)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(folder))
        dialog.selectFile(str(folder))
        dialog.accept()

    in_window(QFileDialog, choose)
    at.press(at.page.prepare.save_papers)
    at.qtbot.waitUntil(lambda: any(folder.glob("*.ics")) and at.desk.tasks.is_idle)
    assert len(list(folder.iterdir())) == 5


def test_a_click_on_a_participant_offers_the_answers(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    people = at.page.prepare.participants
    people.list.choose(at.page.work.file.participants[0].id)
    at.key(people.list, Qt.Key.Key_Return)
    menu = people.findChild(QMenu)
    assert menu is not None
    actions = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert {"Kommer", "Kommer måske", "Afbud", "Skriftligt bidrag"} <= set(actions)

    actions["Fjern deltageren"].trigger()
    menu.close()
    at.until(lambda file: len(file.participants) == 3)
