"""The window of a citizen's right of access: decide about each, and make the papers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen_request import RequestKind
from koordinator.domain.paper import Paper, PaperKind
from koordinator.domain.right_of_access import AccessVerdict
from koordinator.texts import citizen_requests as request_texts
from koordinator.texts import right_of_access_page as texts
from koordinator.ui.ask import Question
from koordinator.ui.tabs.dialogs.right_of_access import AccessDialog, DecideDialog
from koordinator.ui.tabs.documents_tab import DocumentsTab
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.usecases.citizen_requests import CitizenRequests
from tests.support.desk import desk_at
from tests.support.histories import Histories
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY
from tests.ui.office_window import when_dialog_opens

MADE_BY = {
    texts.SAVE_PDF: PaperKind.RIGHT_OF_ACCESS,
    texts.SAVE_DATA: PaperKind.ACCESS_DATA,
    texts.SAVE_LOG: PaperKind.ACCESS_LOG,
}


@pytest.fixture
def dialog(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> AccessDialog:
    dialog = AccessDialog(None, desk_at(world.bench, tasks), world.lone, lambda: None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read()
    qtbot.waitUntil(lambda: bool(dialog.list.rows()))
    return dialog


def press(dialog: AccessDialog, words: str) -> None:
    (button,) = [each for each in dialog.findChildren(QAbstractButton) if each.text() == words]
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_one_is_decided_with_a_reason_and_the_others_of_its_kind_with_it(qtbot: QtBot, dialog: AccessDialog) -> None:
    assert [texts.standing(other) for other in dialog.list.rows()] == ["Ikke afgjort"] * len(dialog.list.rows())

    def fill(asked: DecideDialog) -> None:
        asked.findChildren(Choice)[0].choose(AccessVerdict.SHOWN)
        asked.findChildren(NoteEdit)[0].set_text("Lone kender dem")
        for box in asked.findChildren(CheckBox):
            box.setChecked(True)
        asked.accept()

    names = [other for other in dialog.list.rows() if other.key.kind.value == "name"]
    dialog.list.choose(names[0].key)
    when_dialog_opens(DecideDialog, fill)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(other.decision is not None for other in dialog.list.rows()))

    shown = [other.name for other in dialog.list.rows() if other.decision is not None]
    assert shown == [other.name for other in names]
    assert "Lone kender dem (21.11.2026)" in {texts.why(other) for other in dialog.list.rows()}


def test_nothing_is_decided_without_a_reason(qtbot: QtBot, dialog: AccessDialog) -> None:
    asked: list[bool] = []

    def leave(decide: DecideDialog) -> None:
        decide._try_to_save()
        asked.append(decide.isVisible())
        decide.reject()

    when_dialog_opens(DecideDialog, leave)
    press(dialog, texts.DECIDE)
    qtbot.waitUntil(lambda: bool(asked))

    assert asked == [True]
    assert all(other.decision is None for other in dialog.list.rows())


@pytest.mark.parametrize("words", MADE_BY)
def test_each_paper_is_saved_where_the_person_says(
    qtbot: QtBot, dialog: AccessDialog, world: MeetingWorld, tasks: Tasks, tmp_path: Path, words: str
) -> None:
    folder = tmp_path / "gemt"
    folder.mkdir()

    def save(asked: QFileDialog) -> None:
        asked.setDirectory(str(folder))
        asked.accept()

    when_dialog_opens(QFileDialog, save)
    press(dialog, words)
    qtbot.waitUntil(lambda: bool(list(folder.iterdir())) and tasks.is_idle)

    (paper,) = Histories(world.bench).all(Paper)
    assert (paper.kind, [path.name for path in folder.iterdir()]) == (MADE_BY[words], [paper.file_name])


@pytest.mark.parametrize("is_given", [True, False])
def test_the_paper_that_is_saved_settles_what_the_citizen_asked_for(
    qtbot: QtBot, dialog: AccessDialog, world: MeetingWorld, tasks: Tasks, tmp_path: Path, is_given: bool
) -> None:
    requests, actor = CitizenRequests(world.bench.office), world.bench.actor
    requests.note(actor, world.lone.id, RequestKind.ACCESS, "Jeg vil se det hele", TODAY)
    answers = {True: request_texts.ACCESS_GIVEN_YES, False: request_texts.ACCESS_GIVEN_NO}
    asked: list[str] = []

    def save(files: QFileDialog) -> None:
        files.setDirectory(str(tmp_path))
        when_dialog_opens(Question, answer)
        files.accept()

    def answer(question: Question) -> None:
        asked.append(question.accessibleDescription())
        (button,) = [each for each in question.findChildren(QAbstractButton) if each.text() == answers[is_given]]
        button.click()

    when_dialog_opens(QFileDialog, save)
    press(dialog, texts.SAVE_DATA)
    qtbot.waitUntil(lambda: bool(asked) and tasks.is_idle)

    assert "Lone Bæk bad den 21. november 2026" in asked[0]
    (request,) = requests.open(actor, world.lone.id).requests
    assert request.settled_on == (TODAY if is_given else None)


def test_it_is_opened_from_the_citizens_papers_and_not_from_a_familys(
    qtbot: QtBot, world: MeetingWorld, tasks: Tasks
) -> None:
    desk = desk_at(world.bench, tasks)
    tab = DocumentsTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_subject(SubjectView(citizen=desk.services.citizens.open(desk.actor, world.lone.id)))
    (button,) = [each for each in tab.findChildren(QAbstractButton) if each.text() == texts.BUTTON]
    opened: list[str] = []

    def close(dialog: AccessDialog) -> None:
        opened.append(dialog.accessibleName())
        dialog.accept()

    when_dialog_opens(AccessDialog, close)
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(opened) and tasks.is_idle)
    assert opened == ["Lone Bæks indsigt"]

    family = Histories(world.bench).family("Familien Bæk", world.lone)
    tab.show_subject(SubjectView(family=desk.services.families.open(desk.actor, family.id)))
    qtbot.waitUntil(button.isHidden)
