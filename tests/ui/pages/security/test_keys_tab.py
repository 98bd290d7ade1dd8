"""The ways in, the recovery sheet, and another key, in the real window on a real database."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.database_key import SlotKind
from koordinator.texts import keys as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.opening.recovery_sheet import RecoverySheetDialog
from koordinator.ui.pages.security.keys_dialogs import PassphraseDialog, RekeyDialog
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label
from tests.support.memory_keyring import MemoryKeyring, trusted_keyring
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.pages.tabbed import button, field, page_of, type_into

WORDS = "en lang sætning om havet"
Open = Callable[[str], MainWindow]


@pytest.fixture
def store() -> Iterator[MemoryKeyring]:
    """A key store that is trusted."""
    with trusted_keyring() as trusted:
        yield trusted


def kinds(desk: Desk) -> frozenset[SlotKind]:
    return desk.services.keys.ways_in().kinds


def said(window: MainWindow) -> str:
    return " ".join(label.text() for label in page_of(window).findChildren(Label) if label.isVisible())


def keep(dialog: RecoverySheetDialog) -> None:
    """Says that the sheet is kept, and leaves it."""
    dialog.findChildren(QCheckBox)[0].click()
    dialog.findChildren(Button)[1].click()


def test_a_database_with_a_key_file_gets_a_passphrase_and_another_one(
    qtbot: QtBot, bench: Bench, desk: Desk, with_keys: None, window: Open
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

    assert SlotKind.PASSPHRASE in kinds(desk)
    assert [fault.startswith("Forklaret:") for fault in faults] == [True]


@pytest.mark.usefixtures("with_keys")
def test_a_sheet_that_nobody_said_is_kept_takes_no_place(qtbot: QtBot, desk: Desk, window: Open) -> None:
    """The session may end while it is shown, and with it every window."""
    opened = window("keys")

    def confirm(dialog: Question) -> None:
        when_dialog_opens(RecoverySheetDialog, lambda shown: shown.done(QDialog.DialogCode.Rejected))
        button(dialog, texts.NEW_CODE).click()

    when_dialog_opens(Question, confirm)
    button(opened, texts.NEW_CODE).click()
    qtbot.waitUntil(lambda: SlotKind.NEW_RECOVERY_CODE in kinds(desk) or SlotKind.RECOVERY_CODE in kinds(desk))
    wait_until_idle(qtbot, desk)

    assert kinds(desk) == {SlotKind.NEW_RECOVERY_CODE}


@pytest.mark.usefixtures("with_keys")
def test_a_new_recovery_sheet_is_shown_until_it_is_kept(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: Open
) -> None:
    opened = window("keys")
    file = tmp_path / "ark.pdf"
    monkeypatch.setattr("koordinator.ui.opening.recovery_sheet.QFileDialog.getSaveFileName", lambda *_: (str(file), ""))
    beside: list[frozenset[SlotKind]] = []

    def save_and_keep(dialog: RecoverySheetDialog) -> None:
        dialog.reject()
        assert dialog.isVisible()
        dialog.findChildren(Button)[0].click()
        qtbot.waitUntil(file.exists)
        beside.append(kinds(desk))
        keep(dialog)

    def confirm(dialog: Question) -> None:
        when_dialog_opens(RecoverySheetDialog, save_and_keep)
        button(dialog, texts.NEW_CODE).click()

    when_dialog_opens(Question, confirm)
    button(opened, texts.NEW_CODE).click()
    qtbot.waitUntil(lambda: texts.SHEET_TRUSTED in said(opened))
    wait_until_idle(qtbot, desk)

    assert file.read_bytes().startswith(b"%PDF")
    # Until the person says that it is kept, it opens beside the old one.
    assert beside == [{SlotKind.NEW_RECOVERY_CODE}]
    assert kinds(desk) == {SlotKind.RECOVERY_CODE}


@pytest.mark.usefixtures("with_keys")
def test_a_sheet_that_was_never_confirmed_can_be_confirmed_or_cancelled_later(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open
) -> None:
    keys = desk.services.keys
    keys.set_passphrase(bench.actor, WORDS)
    keys.offer_recovery_code(bench.actor)
    opened = window("keys")
    assert texts.SHEET_FIRST in said(opened)

    button(opened, texts.SHEET_KEPT).click()
    qtbot.waitUntil(lambda: texts.SHEET_ON in said(opened))
    assert not button(opened, texts.SHEET_KEPT).isVisible()

    when_dialog_opens(Question, lambda dialog: button(dialog, texts.CANCEL_SHEET).click())
    button(opened, texts.CANCEL_SHEET).click()
    qtbot.waitUntil(lambda: texts.SHEET_OFF in said(opened))
    assert kinds(desk) == {SlotKind.PASSPHRASE}


@pytest.mark.usefixtures("with_keys", "store")
def test_the_key_store_is_used_and_left_and_the_last_way_stays(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open
) -> None:
    desk.services.keys.set_passphrase(bench.actor, WORDS)
    opened = window("keys")

    button(opened, texts.USE_KEYRING).click()
    qtbot.waitUntil(lambda: texts.KEYRING_ON in said(opened))
    when_dialog_opens(Question, lambda dialog: button(dialog, texts.REMOVE_PASSPHRASE).click())
    button(opened, texts.REMOVE_PASSPHRASE).click()
    # With the key store alone a lost machine would take everything with it.
    qtbot.waitUntil(lambda: "Forklaret:" in said(opened))
    button(opened, texts.LEAVE_KEYRING).click()
    qtbot.waitUntil(lambda: texts.KEYRING_OFF in said(opened))

    assert kinds(desk) == {SlotKind.PASSPHRASE}


@pytest.mark.usefixtures("with_keys")
def test_the_database_gets_another_key_and_the_window_goes_on(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open
) -> None:
    desk.services.keys.set_passphrase(bench.actor, WORDS)
    opened, before = window("keys"), bench.database.path.read_bytes()[:16]

    def ask(dialog: RekeyDialog) -> None:
        type_into(field(dialog, texts.CURRENT_PASSPHRASE), "forkert sætning her")
        when_dialog_opens(RekeyDialog, ask_again)
        button(dialog, texts.REKEY_ON).click()

    def ask_again(dialog: RekeyDialog) -> None:
        assert field(dialog, texts.CURRENT_PASSPHRASE).shown_fault()
        type_into(field(dialog, texts.CURRENT_PASSPHRASE), WORDS)
        when_dialog_opens(RecoverySheetDialog, keep)
        button(dialog, texts.REKEY_ON).click()

    when_dialog_opens(RekeyDialog, ask)
    button(opened, texts.REKEY_VERB).click()
    qtbot.waitUntil(lambda: texts.REKEYED in said(opened))
    wait_until_idle(qtbot, desk)

    # Another salt: another file altogether.
    assert bench.database.path.read_bytes()[:16] != before
    assert kinds(desk) == {SlotKind.PASSPHRASE, SlotKind.RECOVERY_CODE}
    assert bench.add_citizen().name == "Lone Bæk"


@pytest.mark.usefixtures("with_keys", "store")
def test_a_key_that_could_not_be_changed_is_told(qtbot: QtBot, bench: Bench, desk: Desk, window: Open) -> None:
    keys = desk.services.keys
    keys.use_keyring(bench.actor)
    keys.offer_recovery_code(bench.actor)
    keys.trust_recovery_code(bench.actor)
    opened = window("keys")

    def lose_the_store(dialog: RecoverySheetDialog) -> None:
        keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
        keep(dialog)

    def confirm(dialog: Question) -> None:
        when_dialog_opens(RecoverySheetDialog, lose_the_store)
        button(dialog, texts.REKEY_ON).click()

    when_dialog_opens(Question, confirm)
    button(opened, texts.REKEY_VERB).click()
    qtbot.waitUntil(lambda: texts.NOT_REKEYED in said(opened))
    wait_until_idle(qtbot, desk)

    assert texts.SHEET_OPEN in said(opened)


def test_where_there_is_no_key_store_it_says_so(qtbot: QtBot, desk: Desk, with_keys: None, window: Open) -> None:
    opened = window("keys")

    button(opened, texts.USE_KEYRING).click()
    wait_until_idle(qtbot, desk)

    assert "Forklaret:" in said(opened)
    assert SlotKind.KEYRING not in kinds(desk)


def test_the_place_of_the_database_is_copied(bench: Bench, window: Open) -> None:
    opened = window("keys")

    button(opened, texts.COPY_PLACE).click()

    assert QGuiApplication.clipboard().text() == str(bench.database.path)
