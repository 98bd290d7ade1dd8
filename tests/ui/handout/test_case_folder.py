"""The folder for the case system in the window: chosen once, made where it is asked for, and ready to be dragged."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from koordinator.domain.codes import Role
from koordinator.domain.ids import MeetingId, SubjectId
from koordinator.texts import case_folder as texts
from koordinator.ui.handout.case_folder import CaseFolderButton, CaseFolderDialog
from koordinator.ui.handout.kle_field import FacetField, KleField
from koordinator.ui.handout.ready import ReadyDialog
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.fields import TextField
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY
from tests.ui.office_window import when_dialog_opens


def test_the_folder_is_made_and_its_files_shown(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks, tmp_path: Path
) -> None:
    meeting_id = world.running().meeting.id
    world.closing.close(world.actor, meeting_id)
    place = tmp_path / "ud"
    place.mkdir()
    desk = desk_at(world.bench, tasks)
    button = CaseFolderButton(desk, lambda: (world.subject_id, meeting_id))
    qtbot.addWidget(button)
    button.show()
    said: list[str] = []
    shown: list[str] = []

    def fill(dialog: CaseFolderDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        number, kle = dialog.findChildren(TextField)
        assert (number.value(), kle.value()) == ("26-100", "")
        kle.set_value("29.00.00")
        when_dialog_opens(QFileDialog, choose)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def choose(picker: QFileDialog) -> None:
        when_dialog_opens(ReadyDialog, look)
        picker.setDirectory(str(place))
        picker.accept()

    def look(ready: ReadyDialog) -> None:
        shown.extend(ready.files.item(row).text() for row in range(ready.files.count()))
        ready.accept()

    when_dialog_opens(CaseFolderDialog, fill)
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(shown))

    folder = place / f"til-sagssystemet-moede-{TODAY}"
    assert shown == sorted(path.name for path in folder.iterdir())
    assert any(line.startswith(f"Mappen får referatet fra mødet {TODAY:%d.%m.%Y}") for line in said)
    assert "Åbne sager: 26-100 Støtte" in said
    assert desk.services.case_folders.offer(desk.actor, world.subject_id).filing.kle_subject == "29.00.00"


def test_where_there_is_nothing_to_file_it_says_so(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> None:
    button = CaseFolderButton(desk_at(world.bench, tasks), lambda: (world.subject_id, None))
    qtbot.addWidget(button)
    button.show()

    with qtbot.waitSignal(tasks.failed):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_nothing_is_asked_while_nothing_is_shown_nor_of_who_only_reads(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks
) -> None:
    desk = desk_at(world.bench, tasks)
    button = CaseFolderButton(desk, lambda: None)
    reading = CaseFolderButton(
        replace(desk, actor=replace(desk.actor, roles=frozenset({Role.CASEWORKER}))),
        lambda: (SubjectId(1), MeetingId(1)),
    )
    qtbot.addWidget(button)
    qtbot.addWidget(reading)

    button.click()

    assert tasks.is_idle
    assert reading.isHidden()


def test_leaving_the_choice_of_a_folder_writes_nothing(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.closing.close(world.actor, world.running().meeting.id)
    desk = desk_at(world.bench, tasks)
    offer = desk.services.case_folders.offer(desk.actor, world.subject_id)
    button = CaseFolderButton(desk, lambda: None)
    qtbot.addWidget(button)
    button.show()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_said: "")

    when_dialog_opens(CaseFolderDialog, QDialog.accept)
    assert CaseFolderDialog.ask(button, offer, offer.filing) is None
    when_dialog_opens(CaseFolderDialog, QDialog.reject)
    assert CaseFolderDialog.ask(button, offer, offer.filing) is None


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        (KleField, "27.00.00", ""),
        (KleField, "", ""),
        (KleField, "P35", texts.NOT_KLE),
        (FacetField, "p35", ""),
        (FacetField, "27", texts.NOT_FACET),
    ],
)
def test_a_number_that_is_none_of_kles_is_told_of(qtbot: QtBot, field: type[KleField], text: str, fault: str) -> None:
    shown = field("KLE", text)
    qtbot.addWidget(shown)

    assert shown.fault() == fault
