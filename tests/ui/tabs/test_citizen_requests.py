"""A citizen's wishes about their own data, noted and answered beside the right of access."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen_request import RequestKind, RequestOutcome
from koordinator.texts import ui as ui_texts
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.citizen_requests import ReplyDialog, RequestsDialog, WishDialog
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.note_edit import NoteEdit
from tests.support.desk import desk_at
from tests.support.office import TODAY, Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.pages.tabbed import button
from tests.ui.parts import nameless


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def dialog(qtbot: QtBot, bench: Bench, desk: Desk) -> RequestsDialog:
    made = RequestsDialog(None, desk, bench.add_citizen())
    qtbot.addWidget(made)
    made.read()
    made.show()
    wait_until_idle(qtbot, desk)
    return made


def fill(asked: QDialog, key: object, words: str) -> None:
    asked.findChildren(Choice)[0].choose(key)
    asked.findChildren(NoteEdit)[0].set_text(words)
    button(asked, ui_texts.SAVE).click()


def test_an_objection_is_noted_and_answered_and_the_letter_copied(
    qtbot: QtBot, desk: Desk, dialog: RequestsDialog
) -> None:
    assert (dialog.settle.isEnabled(), dialog.copy.isEnabled()) == (False, False)
    when_dialog_opens(WishDialog, lambda asked: fill(asked, RequestKind.OBJECTION, "Brug ikke min mors navn"))
    dialog.note.click()
    wait_until_idle(qtbot, desk)

    (request,) = dialog.list.rows()
    assert (request.kind, request.asked_on, request.is_open) == (RequestKind.OBJECTION, TODAY, True)
    assert dialog.settle.isEnabled()
    when_dialog_opens(ReplyDialog, lambda asked: fill(asked, RequestOutcome.REFUSED, "Vi skal bruge det"))
    dialog.settle.click()
    wait_until_idle(qtbot, desk)

    assert not dialog.list.rows()[0].is_open
    assert not dialog.settle.isEnabled()
    dialog.copy.click()
    letter = QGuiApplication.clipboard().text()
    assert "Kære Lone Bæk" in letter
    assert "»Brug ikke min mors navn«" in letter
    assert "Vi skal bruge det" in letter
    assert "Datatilsynet" in letter
    assert dialog.is_changed
    assert nameless(dialog) == []


def test_an_open_objection_stands_on_the_citizens_page(bench: Bench, desk: Desk, dialog: RequestsDialog) -> None:
    services, lone = desk.services, dialog.citizen
    services.citizen_requests.note(bench.actor, lone.id, RequestKind.OBJECTION, "Nej", TODAY)

    file = services.citizens.open(bench.actor, lone.id)

    assert [each.words for each in file.objections] == ["Nej"]
    services.citizen_requests.settle(bench.actor, file.objections[0].id, RequestOutcome.DONE, "")
    assert services.citizens.open(bench.actor, lone.id).objections == ()
