"""The tab Dokumenter: the papers that were made, and the note of a locked assessment."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from koordinator.domain.paper import PaperKind
from koordinator.domain.steps import Step
from koordinator.texts import plan_tab as texts
from koordinator.texts import preview as preview_texts
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskChoice
from koordinator.ui.preview.window import PreviewWindow
from koordinator.ui.tabs.documents_tab import DocumentsTab
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.assessments import Decision
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld
from tests.ui.office_window import when_dialog_opens
from tests.ui.previewing import saving_from_preview


def test_a_locked_assessment_becomes_a_note_that_is_kept(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks, tmp_path: Path
) -> None:
    desk = desk_at(world.bench, tasks)
    tab = DocumentsTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_subject(SubjectView(citizen=desk.services.citizens.open(desk.actor, world.lone.id)))
    (make,) = [each for each in tab.findChildren(QAbstractButton) if each.text() == texts.ASSESSMENT_NOTE]
    told: list[bool] = []

    def tell(question: Question) -> None:
        told.append(True)
        question.reject()

    when_dialog_opens(Question, tell)
    QTest.keyClick(make, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told))

    shown = desk.services.assessments.open(desk.actor, world.subject_id).assessment
    desk.services.assessments.lock(desk.actor, shown, Decision(Step.MEETINGS, "Aftalt med Lone."))

    when_dialog_opens(AskChoice, QDialog.accept)
    QTest.keyClick(make, Qt.Key.Key_Space)
    saving_from_preview(qtbot, tmp_path / "notat.pdf")
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.pdf")) and tasks.is_idle)
    rows = [row for found in tab.findChildren(DataList) for row in found.rows()]
    assert [row.kind for row in rows] == [PaperKind.ASSESSMENT_NOTE]
    (path,) = tmp_path.glob("*.pdf")
    assert path.read_bytes() == desk.services.papers.open(desk.actor, rows[0].id).content


def test_a_document_is_looked_at_before_it_is_made_and_again_as_it_was_kept(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks, tmp_path: Path
) -> None:
    desk = desk_at(world.bench, tasks)
    tab = DocumentsTab(desk)
    qtbot.addWidget(tab)
    view = SubjectView(citizen=desk.services.citizens.open(desk.actor, world.lone.id))
    tab.changed.connect(lambda: tab.show_subject(view))
    tab.show()
    tab.show_subject(view)
    (look,) = [each for each in tab.findChildren(QAbstractButton) if each.text() == preview_texts.LOOK_FIRST]
    saving_from_preview(qtbot, tmp_path / "dokument.pdf")
    QTest.keyClick(look, Qt.Key.Key_Space)
    (papers,) = tab.findChildren(DataList)
    qtbot.waitUntil(lambda: len(papers.rows()) == 1)

    shown: list[str] = []

    def read(window: PreviewWindow) -> None:
        qtbot.waitUntil(window.giving.save.isEnabled)
        shown.extend(label.text() for label in window.side.findChildren(Label))
        window.reject()

    when_dialog_opens(PreviewWindow, read)
    papers.choose(papers.rows()[0].id)
    QTest.keyClick(papers, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(shown))
    assert any("Gemt i sagen" in words for words in shown)
