"""All plans at once in the window: chosen, saved, printed, stopped, and the missing ones named."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.paper import Reader
from koordinator.texts import portfolio as texts
from koordinator.ui.desk import Desk
from koordinator.ui.preview.portfolio import PortfolioDialog
from koordinator.ui.preview.printing import ToPrint
from koordinator.ui.widgets.labels import Label
from tests.support.meeting_world import MeetingWorld
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def approve(world: MeetingWorld) -> None:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    file = world.plans.add_goal(world.actor, plan.id, "Rolige morgener")
    assert file.plan is not None
    world.plans.approve(world.actor, file.plan)


def opened(qtbot: QtBot, desk: Desk, dialog: PortfolioDialog) -> PortfolioDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read()
    wait_until_idle(qtbot, desk)
    return dialog


def words(dialog: PortfolioDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label) if not label.isHidden())


def test_plans_are_saved_for_the_chosen_reader(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    approve(world)
    folder = tmp_path / "planer"
    folder.mkdir()
    dialog = opened(qtbot, desk, PortfolioDialog(parent, desk))
    assert texts.count_line(1, 0) in words(dialog)
    assert nameless(dialog) == []
    dialog.reader.setFocus()
    QTest.keyClick(dialog.reader, Qt.Key.Key_End)
    wait_until_idle(qtbot, desk)

    def choose(picker: QFileDialog) -> None:
        picker.findChildren(QLineEdit)[0].setText(str(folder))
        picker.accept()

    when_dialog_opens(QFileDialog, choose)
    QTest.keyClick(dialog.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: texts.given(1, printed=False, was_stopped=False) in words(dialog))

    (paper,) = desk.services.papers.of_subject(world.actor, world.subject_id).papers
    assert paper.reader is Reader.PROFESSIONAL
    assert len(list(folder.iterdir())) == 1


def test_who_has_no_approved_plan_is_named_before_and_nothing_can_be_made(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, parent: QWidget
) -> None:
    dialog = opened(qtbot, desk, PortfolioDialog(parent, desk))

    assert "Lone Bæk" in words(dialog)
    assert texts.REFUSED in words(dialog)
    assert not dialog.save.isEnabled()
    assert dialog.reader.isEnabled()


def test_printing_gives_each_paper_its_own_job(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, parent: QWidget, tmp_path: Path
) -> None:
    approve(world)
    out = tmp_path / "ud.pdf"

    def ask(_parent: QWidget, _what: ToPrint) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setResolution(75)
        return printer

    dialog = opened(qtbot, desk, PortfolioDialog(parent, desk, ask=ask))
    for _ in range(2):
        dialog.said.setText("")
        dialog.print.click()
        qtbot.waitUntil(lambda: texts.given(1, printed=True, was_stopped=False) in words(dialog))

    assert len(pypdfium2.PdfDocument(out)) >= 1
    assert Action.PRINT_PAPER in [entry.action for entry in world.bench.log()]
