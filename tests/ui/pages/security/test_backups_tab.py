"""The backups in the real window: made, tried, copied elsewhere, and one of them put back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.backup import BackupReason, BackupState
from koordinator.domain.backup_comparison import Relation
from koordinator.domain.setting import SettingKey
from koordinator.texts import backups as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.opening.restore import RestoredDialog, SecretDialog
from koordinator.ui.opening.secret_field import SecretField
from koordinator.ui.pages.security.backup_parts import PeriodsDialog
from koordinator.ui.pages.security.backups_tab import BackupsTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.number_field import NumberField
from koordinator.usecases.restoring import Restored
from tests.storage.backups import backup_of, flipped
from tests.support.office import KEY, Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

Open = Callable[[str], MainWindow]


def tab_of(window: MainWindow) -> BackupsTab:
    (tab,) = window.findChildren(BackupsTab)
    return tab


def sentences(dialog: RestoredDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(Label))


def press(dialog: RestoredDialog, words: str) -> None:
    next(button for button in dialog.findChildren(Button) if button.text() == words).click()


def wait_for_words(qtbot: QtBot, tab: BackupsTab, words: str) -> None:
    qtbot.waitUntil(lambda: words in tab.said.text())


def test_an_empty_list_says_so_and_a_first_one_is_made(qtbot: QtBot, desk: Desk, window: Open) -> None:
    opened = window("backups")
    tab = tab_of(opened)
    assert not tab.list.rows()
    assert tab.warning.isVisible()
    assert not tab.restore.isEnabled()
    assert nameless(tab) == []

    tab.make.click()
    wait_for_words(qtbot, tab, "Sikkerhedskopien er taget og kontrolleret")
    wait_until_idle(qtbot, desk)

    (kept,) = tab.list.rows()
    assert kept.best.state is BackupState.GOOD
    assert tab.restore.isEnabled()
    opened.close()


def test_one_is_tried_and_a_bad_one_is_told(qtbot: QtBot, bench: Bench, desk: Desk, window: Open) -> None:
    made = desk.services.backups.make(bench.actor)
    opened = window("backups")
    tab = tab_of(opened)

    tab.try_out.click()
    wait_for_words(qtbot, tab, "Kopien kunne gendannes")
    flipped(made.file, made.file, 400_000)
    tab.try_out.click()
    wait_for_words(qtbot, tab, "kunne ikke gendannes (beskadiget)")
    wait_until_idle(qtbot, desk)
    opened.close()


def test_what_is_in_the_backup_is_told_before_anything_is_moved(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open, put_in_place: list[Restored[Any]]
) -> None:
    desk.services.backups.make(bench.actor)
    bench.add_citizen()
    with bench.office.act(bench.actor, Action.SIGN_IN):
        pass
    opened = window("backups")
    tab, told = tab_of(opened), []

    def leave(dialog: RestoredDialog) -> None:
        told.append(sentences(dialog))
        press(dialog, texts.LEAVE)

    when_dialog_opens(RestoredDialog, leave)
    tab.restore.click()
    qtbot.waitUntil(lambda: bool(told))
    wait_until_idle(qtbot, desk)
    assert "tidligere udgave af den database, du har nu" in told[0]
    assert put_in_place == []
    assert not list(bench.database.path.parent.glob("*.restore-*"))

    when_dialog_opens(RestoredDialog, lambda dialog: press(dialog, texts.PUT_IN_PLACE))
    tab.restore.click()
    qtbot.waitUntil(lambda: bool(put_in_place))
    (restored,) = put_in_place
    assert restored.comparison is not None
    assert restored.comparison.relation is Relation.EARLIER
    restored.prepared.drop()
    opened.close()


@pytest.mark.usefixtures("with_keys")
def test_a_backup_that_the_databases_own_key_does_not_open_asks_for_what_did(
    qtbot: QtBot,
    bench: Bench,
    desk: Desk,
    window: Open,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    desk.services.keys.set_passphrase(bench.actor, "fire ord efter hinanden")
    file = tmp_path / "kopi.sikkerhedskopi"
    backup_of(bench.database.path, KEY, file)
    opened = window("backups")
    tab, typed = tab_of(opened), ["en helt forkert sætning", "fire ord efter hinanden"]
    faults: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr("koordinator.bootstrap.restore_window.keys_of", lambda _opened: ())

    def type_in(dialog: SecretDialog) -> None:
        (secret,) = dialog.findChildren(SecretField)
        faults.append(" ".join(label.text() for label in dialog.findChildren(Label) if label.isVisible()))
        secret.set_value(typed.pop(0))
        dialog._try_to_save()
        if typed:
            when_dialog_opens(SecretDialog, type_in)

    shown: list[RestoredDialog] = []
    when_dialog_opens(SecretDialog, type_in)
    tab.restore_file.click()

    def leave(dialog: RestoredDialog) -> None:
        shown.append(dialog)
        dialog.reject()

    qtbot.waitUntil(lambda: not typed)
    when_dialog_opens(RestoredDialog, leave)
    qtbot.waitUntil(lambda: bool(shown))
    wait_until_idle(qtbot, desk)
    assert "Forklaret: passphrase" in faults[1]
    opened.close()


def test_a_folder_elsewhere_is_chosen_and_given_up(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(usb))
    opened = window("backups")
    tab = tab_of(opened)

    tab.choose.click()
    wait_until_idle(qtbot, desk)
    qtbot.waitUntil(tab.leave_folder.isVisible)
    tab.make.click()
    wait_for_words(qtbot, tab, "Sikkerhedskopien er taget")
    assert len(list(usb.iterdir())) == 1

    wait_until_idle(qtbot, desk)
    tab.leave_folder.click()
    qtbot.waitUntil(tab.leave_folder.isHidden)
    assert desk.services.settings.values()[SettingKey.BACKUP_FOLDER] == ""
    opened.close()


def test_how_long_they_are_kept_is_set(qtbot: QtBot, desk: Desk, window: Open) -> None:
    opened = window("backups")

    def change(dialog: PeriodsDialog) -> None:
        dialog.findChildren(NumberField)[2].set_value("30")
        dialog._try_to_save()

    when_dialog_opens(PeriodsDialog, change)
    tab_of(opened).periods.click()
    wait_until_idle(qtbot, desk)

    assert desk.services.settings.values()[SettingKey.BACKUP_KEEP_DAYS] == "30"
    opened.close()


def test_copies_of_one_are_one_line_and_the_newest_stands_first(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Open
) -> None:
    first = desk.services.backups.make(bench.actor).file
    for number in range(199):
        first.with_name(f"koordinator-{number}.sikkerhedskopi").hardlink_to(first)
    bench.clock.moment += timedelta(hours=1)
    desk.services.backups.before(BackupReason.IMPORT)

    opened = window("backups")
    tab = tab_of(opened)
    qtbot.waitUntil(lambda: len(tab.list.rows()) > 1)

    newest = tab.list.rows()[0].best.manifest
    assert newest is not None
    assert newest.reason is BackupReason.IMPORT
    opened.close()
