"""Where the database is missing or damaged, a backup is offered; and one that was chosen comes to its place."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from koordinator.bootstrap import restore_window
from koordinator.bootstrap.keeping import make_backups
from koordinator.bootstrap.start import StartOptions
from koordinator.domain.backup_names import kept_name
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.domain.database_key import KeysWithoutDatabase
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.key_file import write_key_file
from koordinator.ui.ask import Question
from koordinator.ui.opening.restore import RestoredDialog, SecretDialog
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


def options(bench: Bench, *, with_key: bool = True) -> StartOptions:
    key_file = bench.database.path.with_name("k.key")
    write_key_file(key_file, KEY)
    return StartOptions(str(bench.database.path), key_file if with_key else None, None)


def citizens(path: Path) -> list[str]:
    database = EncryptedFiles().open(path, KEY)
    try:
        with database.plain() as connection:
            return [row[0] for row in connection.execute("SELECT name FROM citizen")]
    finally:
        database.close()


def test_a_missing_database_comes_back(qtbot: QtBot, bench: Bench, backup: Path) -> None:
    path = bench.database.path
    path.unlink()
    when_dialog_opens(Question, lambda question: question.accept())
    when_dialog_opens(RestoredDialog, lambda dialog: dialog.accept())

    assert restore_window.offer_restore(KeysWithoutDatabase(str(path)), options(bench), bench.clock)

    assert citizens(path) == ["Lone Bæk"]


def test_a_damaged_one_is_kept(qtbot: QtBot, bench: Bench, backup: Path) -> None:
    path = bench.database.path
    flipped(path, path, 100)
    damaged = path.read_bytes()
    when_dialog_opens(Question, lambda question: question.accept())
    when_dialog_opens(RestoredDialog, lambda dialog: dialog.accept())

    assert restore_window.offer_restore(DatabaseDamaged(str(path)), options(bench), bench.clock)

    assert citizens(path) == ["Lone Bæk"]
    assert path.with_name(kept_name(path.name, bench.clock.now())).read_bytes() == damaged


def test_nothing_is_changed_when_the_person_gives_up(qtbot: QtBot, bench: Bench, backup: Path) -> None:
    path = bench.database.path
    path.unlink()
    error = KeysWithoutDatabase(str(path))
    when_dialog_opens(Question, lambda question: question.reject())
    assert not restore_window.offer_restore(error, options(bench), bench.clock)

    when_dialog_opens(Question, lambda question: question.accept())
    when_dialog_opens(SecretDialog, lambda dialog: dialog.done(0))
    without = StartOptions(str(path), None, None)
    assert not restore_window.offer_restore(error, without, bench.clock)

    when_dialog_opens(Question, lambda question: question.accept())
    when_dialog_opens(RestoredDialog, lambda dialog: dialog.reject())
    assert not restore_window.offer_restore(error, StartOptions(str(path), path.with_name("k.key"), None), bench.clock)
    assert not path.exists()
    assert not list(path.parent.glob("*.restore-*"))
