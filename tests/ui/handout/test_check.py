"""Checking a paper in the window: chosen or dropped, and what is said of it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import paper_check as texts
from koordinator.ui.handout.check import CheckedDialog, CheckPaperButton
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld
from tests.ui.office_window import when_dialog_opens


def test_a_pdf_is_chosen_and_known(qtbot: QtBot, world: MeetingWorld, tasks: Tasks, tmp_path: Path) -> None:
    desk = desk_at(world.bench, tasks)
    paper = desk.services.papers.make(desk.actor, PaperOrder(PaperKind.CONTACTS, world.subject_id))
    path = tmp_path / "papir.pdf"
    path.write_bytes(paper.content)
    button = CheckPaperButton(desk)
    qtbot.addWidget(button)
    button.show()
    said: list[str] = []

    def choose(picker: QFileDialog) -> None:
        (name,) = picker.findChildren(QLineEdit)
        name.setText(str(path))
        picker.accept()

    def look(dialog: CheckedDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    when_dialog_opens(QFileDialog, choose)
    QTest.keyClick(button, Qt.Key.Key_Space)
    when_dialog_opens(CheckedDialog, look)
    qtbot.waitUntil(lambda: bool(said))

    assert "Uændret. Dokumentet er præcis, som vi lavede det." in said
    assert "Om: Lone Bæk" in said
    assert texts.NOT_HANDED_OUT in said


def drop(place: QWidget, *paths: Path) -> bool:
    """Whether the place took the files."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(place, enter)
    if enter.isAccepted():
        QApplication.sendEvent(place, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()


def test_one_pdf_is_taken_where_it_is_dropped(qtbot: QtBot, world: MeetingWorld, tasks: Tasks, tmp_path: Path) -> None:
    button, place = CheckPaperButton(desk_at(world.bench, tasks)), QWidget()
    qtbot.addWidget(button)
    qtbot.addWidget(place)
    button.take_drops_on(place)
    place.show()
    button.show()
    path = tmp_path / "fremmed.PDF"
    path.write_bytes(b"%PDF-1.4\n%%EOF")
    said: list[str] = []

    def look(dialog: CheckedDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    assert not drop(place, tmp_path / "liste.csv")
    assert not drop(place, path, path)
    when_dialog_opens(CheckedDialog, look)
    assert drop(place, path)
    qtbot.waitUntil(lambda: bool(said))

    assert said[0] == "fremmed.PDF"
    assert said[1].startswith("Ukendt.")
