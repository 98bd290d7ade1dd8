"""A meeting's page on a real database, as somebody at the keyboard meets it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import MeetingStatus
from koordinator.ui.desk import Desk
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import MeetingWorld


@dataclass
class MeetingBench:
    """The page with the world it stands in."""

    qtbot: QtBot
    world: MeetingWorld
    desk: Desk
    page: MeetingPage

    def open(self, meeting_id: MeetingId) -> None:
        """Goes to the meeting and waits until it is on the screen."""
        self.page.show_for(meeting_id)
        self.page.show()
        self.qtbot.waitUntil(lambda: self.page.work.is_open and self.page.work.file.meeting.id == meeting_id)

    def file(self) -> MeetingFile:
        """The meeting as it is stored now."""
        return self.world.meetings.open(self.world.actor, self.page.work.file.meeting.id)

    def until(self, holds: Callable[[MeetingFile], bool]) -> None:
        """Waits until the page shows a meeting of which it holds."""
        self.qtbot.waitUntil(lambda: holds(self.page.work.file))

    def until_status(self, status: MeetingStatus) -> None:
        self.until(lambda file: file.meeting.status is status)

    def key(
        self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Presses a key where the keyboard is."""
        widget.window().activateWindow()
        self.qtbot.waitUntil(widget.isActiveWindow)
        widget.setFocus()
        QTest.keyClick(widget, key, modifiers)

    def press(self, button: QWidget) -> None:
        """Presses a button by the keyboard."""
        self.key(button, Qt.Key.Key_Space)

    def write(self, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Types in the room's field and ends with the key."""
        editor = self.page.room.notes.input.editor()
        editor.setFocus()
        editor.insertPlainText(text)  # the test's keyboard has no Danish letters
        QTest.keyClick(editor, key)


def in_window(title_of: type[QDialog], act: Callable[[QDialog], None]) -> None:
    """Does `act` when a dialog of the class stands on the screen."""

    def try_it() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, title_of):
            act(dialog)
        else:
            QTimer.singleShot(1, try_it)

    QTimer.singleShot(0, try_it)
