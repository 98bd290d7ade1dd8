"""Where the database is missing or damaged, a backup is offered; and one that was chosen comes to its place."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit

from koordinator.bootstrap import way_out
from koordinator.bootstrap.keeping import make_backups
from koordinator.bootstrap.start import StartOptions
from koordinator.domain.backup_names import kept_name
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.domain.database_key import KeysWithoutDatabase
from koordinator.domain.wrong_tries import WrongTries
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.key_file import write_key_file
from koordinator.storage.tries_file import TriesFiles
from koordinator.texts import rescue as texts
from koordinator.ui.opening.rescue import WaysOutDialog
from koordinator.ui.opening.restore import RestoredDialog, SecretDialog
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.unlock import Opened
from tests.storage.backups import flipped
from tests.support.office import KEY, Bench
from tests.ui.office_window import when_dialog_opens


@pytest.fixture
def backup(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup of the bench's database, which is closed; it is the one that is chosen."""
    bench.add_citizen("Lone Bæk")
    file = make_backups(Opened(bench.database.path, bench.database, KEY), bench.office, bench.clock).make(bench.actor)
    bench.database.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file.file), ""))
    return file.file


def options(bench: Bench) -> StartOptions:
    key_file = bench.database.path.with_name("k.key")
    write_key_file(key_file, KEY)
    return StartOptions(str(bench.database.path), key_file, None)


def restore(dialog: WaysOutDialog) -> None:
    """By the first of its buttons, which has the keyboard."""
    button = dialog.focusWidget()
    assert isinstance(button, Button)
    assert button.text() == texts.RESTORE
    QTest.keyClick(button, Qt.Key.Key_Space)


def citizens(path: Path) -> list[str]:
    database = EncryptedFiles().open(path, KEY)
    try:
        with database.plain() as connection:
            return [row[0] for row in connection.execute("SELECT name FROM citizen")]
    finally:
        database.close()


def test_a_missing_database_comes_back(tasks: Tasks, bench: Bench, backup: Path) -> None:
    path = bench.database.path
    path.unlink()
    when_dialog_opens(WaysOutDialog, restore)
    when_dialog_opens(RestoredDialog, lambda dialog: dialog.accept())

    assert way_out.offer_way_out(KeysWithoutDatabase(str(path)), options(bench), bench.clock, tasks)

    assert citizens(path) == ["Lone Bæk"]


def test_a_damaged_one_is_kept(tasks: Tasks, bench: Bench, backup: Path) -> None:
    path = bench.database.path
    flipped(path, path, 100)
    damaged = path.read_bytes()
    when_dialog_opens(WaysOutDialog, restore)
    when_dialog_opens(RestoredDialog, lambda dialog: dialog.accept())

    assert way_out.offer_way_out(DatabaseDamaged(str(path)), options(bench), bench.clock, tasks)

    assert citizens(path) == ["Lone Bæk"]
    assert path.with_name(kept_name(path.name, bench.clock.now())).read_bytes() == damaged


def test_nothing_is_changed_when_the_person_gives_up(tasks: Tasks, bench: Bench, backup: Path) -> None:
    path = bench.database.path
    path.unlink()
    error, without = KeysWithoutDatabase(str(path)), StartOptions(str(path), None, None)

    def give_up(dialog: QDialog) -> None:
        when_dialog_opens(WaysOutDialog, lambda ways: ways.reject())
        dialog.done(0)

    when_dialog_opens(WaysOutDialog, restore)
    when_dialog_opens(SecretDialog, give_up)
    assert not way_out.offer_way_out(error, without, bench.clock, tasks)

    when_dialog_opens(WaysOutDialog, restore)
    when_dialog_opens(RestoredDialog, give_up)
    assert not way_out.offer_way_out(error, options(bench), bench.clock, tasks)
    assert not path.exists()
    assert not list(path.parent.glob("*.restore-*"))


def test_who_has_typed_wrong_words_too_often_waits_here_too(tasks: Tasks, bench: Bench, backup: Path) -> None:
    """The dialog stays, says how long, and has not looked at the words."""
    path = bench.database.path
    path.unlink()
    TriesFiles().put(path, WrongTries(4, bench.clock.now(), 4))
    told: list[str] = []

    def type_words(dialog: SecretDialog) -> None:
        when_dialog_opens(SecretDialog, wait)
        QTest.keyClicks(dialog.findChildren(QLineEdit)[0], "en lang saetning om havet")
        dialog.accept()

    def wait(dialog: SecretDialog) -> None:
        told.extend(label.text() for label in dialog.findChildren(Label) if label.isVisible())
        when_dialog_opens(WaysOutDialog, lambda ways: ways.reject())
        dialog.done(0)

    when_dialog_opens(WaysOutDialog, restore)
    when_dialog_opens(SecretDialog, type_words)
    error, without = KeysWithoutDatabase(str(path)), StartOptions(str(path), None, None)
    assert not way_out.offer_way_out(error, without, bench.clock, tasks)

    assert any("Vent 10 sekunder" in text for text in told), told
    assert TriesFiles().get(path).wrong == 4
