"""Database: the ways in, the recovery sheet, the check, in the real window on a real database."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.database_key import SlotKind
from koordinator.texts import settings as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.opening.recovery_sheet import RecoverySheetDialog
from koordinator.ui.pages.security.keys_tab import PassphraseDialog
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.pages.tabbed import button, field, page_of, type_into

WORDS = "en lang sætning om havet"


def test_a_database_with_a_key_file_gets_a_passphrase_and_another_one(
    qtbot: QtBot, bench: Bench, desk: Desk, with_keys: None, window: Callable[[str], MainWindow]
) -> None:
    opened = window("keys")

    def choose(dialog: PassphraseDialog) -> None:
        type_into(field(dialog, texts.NEW_PASSPHRASE), WORDS)
        type_into(field(dialog, texts.PASSPHRASE_AGAIN), "noget andet end det")
        button(dialog, ui_texts.SAVE).click()
        assert field(dialog, texts.PASSPHRASE_AGAIN).shown_fault()
        type_into(field(dialog, texts.PASSPHRASE_AGAIN), WORDS)
        button(dialog, ui_texts.SAVE).click()

    when_dialog_opens(PassphraseDialog, choose)
    button(opened, texts.SET_PASSPHRASE).click()
    wait_until_idle(qtbot, desk)

    def change(dialog: PassphraseDialog) -> None:
        type_into(field(dialog, texts.CURRENT_PASSPHRASE), "forkert sætning her")
        for label in (texts.NEW_PASSPHRASE, texts.PASSPHRASE_AGAIN):
            type_into(field(dialog, label), WORDS)
        when_dialog_opens(PassphraseDialog, put_right)
        button(dialog, ui_texts.SAVE).click()

    def put_right(dialog: PassphraseDialog) -> None:
        current = field(dialog, texts.CURRENT_PASSPHRASE)
        faults.append(current.shown_fault())
        assert field(dialog, texts.NEW_PASSPHRASE).value() == WORDS
        type_into(current, WORDS)
        button(dialog, ui_texts.SAVE).click()

    faults: list[str] = []
    when_dialog_opens(PassphraseDialog, change)
    button(opened, texts.CHANGE_PASSPHRASE).click()
    codes = ["passphrase", "passphrase"]
    qtbot.waitUntil(lambda: [entry.codes for entry in bench.log() if entry.action is Action.EDIT_KEYS] == codes)
    wait_until_idle(qtbot, desk)

    assert SlotKind.PASSPHRASE in desk.services.keys.ways_in().kinds
    assert [said.startswith("Forklaret:") for said in faults] == [True]


@pytest.mark.usefixtures("with_keys")
def test_a_new_recovery_sheet_is_shown_until_it_is_kept(
    qtbot: QtBot,
    desk: Desk,
    sheets: list[tuple[Path, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    window: Callable[[str], MainWindow],
) -> None:
    opened = window("keys")
    file = tmp_path / "ark.pdf"
    monkeypatch.setattr("koordinator.ui.opening.recovery_sheet.QFileDialog.getSaveFileName", lambda *_: (str(file), ""))

    def keep(dialog: RecoverySheetDialog) -> None:
        dialog.reject()
        assert dialog.isVisible()
        buttons = dialog.findChildren(Button)
        buttons[0].click()
        qtbot.waitUntil(lambda: bool(sheets))
        dialog.findChildren(QCheckBox)[0].click()
        buttons[1].click()

    def confirm(dialog: Question) -> None:
        when_dialog_opens(RecoverySheetDialog, keep)
        button(dialog, texts.NEW_CODE).click()

    when_dialog_opens(Question, confirm)
    button(opened, texts.NEW_CODE).click()
    wait_until_idle(qtbot, desk)

    ((saved, code),) = sheets
    assert saved == file
    assert len(code.replace("-", "").replace(" ", "")) > 20
    assert SlotKind.RECOVERY_CODE in desk.services.keys.ways_in().kinds


def test_where_there_is_no_key_store_it_says_so(
    qtbot: QtBot, desk: Desk, with_keys: None, window: Callable[[str], MainWindow]
) -> None:
    opened = window("keys")

    button(opened, texts.USE_KEYRING).click()
    wait_until_idle(qtbot, desk)

    assert "Forklaret:" in " ".join(label.text() for label in page_of(opened).findChildren(Label))
    assert SlotKind.KEYRING not in desk.services.keys.ways_in().kinds


def test_database_is_verified_and_its_place_copied(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    opened = window("keys")

    button(opened, texts.VERIFY).click()
    button(opened, texts.COPY_PLACE).click()
    wait_until_idle(qtbot, desk)

    assert QGuiApplication.clipboard().text() == str(bench.database.path)
    assert any(label.text().startswith(texts.ALL_WELL) for label in page_of(opened).findChildren(Label))
