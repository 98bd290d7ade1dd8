"""The watch over the backups: makes them when their time has come, and says little."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.backup_health import Elsewhere
from koordinator.domain.backup_names import FOLDER
from koordinator.domain.setting import YES, SettingKey
from koordinator.texts import backups as texts
from koordinator.ui.backup_watch import BackupWatch
from koordinator.ui.main_window import MainWindow
from koordinator.ui.tasks import Tasks
from koordinator.usecases.settings import Settings
from tests.storage.backups import flipped
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.office_window import open_window
from tests.ui.parts import Memory


class Office(NamedTuple):
    """The window with its watch, and where the backups lie."""

    window: MainWindow
    watch: BackupWatch
    memory: Memory
    folder: Path

    def look(self, qtbot: QtBot) -> None:
        self.watch.look()
        qtbot.waitUntil(lambda: not self.watch._is_busy)

    def made(self) -> int:
        return len(list(self.folder.iterdir())) if self.folder.is_dir() else 0


@pytest.fixture
def office(qtbot: QtBot, bench: Bench, tasks: Tasks) -> Iterator[Office]:
    desk, memory = desk_at(bench, tasks), Memory()
    window = open_window(qtbot, bench, desk, [("overview", None)])
    watch = BackupWatch(window, tasks, memory, lambda: desk.services.backups, bench.clock.now)
    yield Office(window, watch, memory, bench.database.path.parent / FOLDER)
    window.close()


def said_on(window: MainWindow) -> list[str]:
    return [label.text() for label in window.messages.findChildren(QLabel) if label.isVisible()]


def work(bench: Bench) -> None:
    with bench.office.act(bench.actor, Action.SIGN_IN):
        pass


def test_it_makes_one_when_the_time_has_come_and_something_has_changed(
    qtbot: QtBot, bench: Bench, office: Office
) -> None:
    office.look(qtbot)
    assert office.made() == 1
    work(bench)
    office.look(qtbot)
    assert office.made() == 1

    bench.clock.moment += timedelta(minutes=30)
    office.look(qtbot)
    assert office.made() == 2
    bench.clock.moment += timedelta(minutes=30)
    office.look(qtbot)
    assert office.made() == 2


def test_that_there_is_none_elsewhere_is_said_once_a_week(qtbot: QtBot, bench: Bench, office: Office) -> None:
    said = texts.elsewhere_notice(Elsewhere.NOT_CHOSEN)
    office.look(qtbot)
    assert said in said_on(office.window)

    office.window.messages.dismiss()
    bench.clock.pass_days(6)
    office.look(qtbot)
    assert office.window.messages.isHidden()
    bench.clock.pass_days(1)
    office.look(qtbot)
    assert said in said_on(office.window)


def test_invented_people_worry_nobody(qtbot: QtBot, bench: Bench, office: Office) -> None:
    Settings(bench.office).change(bench.actor, {SettingKey.IS_DEMO: YES})

    office.look(qtbot)

    assert office.made() == 1
    assert office.window.messages.isHidden()


def test_a_trial_that_failed_is_a_warning(qtbot: QtBot, bench: Bench, office: Office) -> None:
    office.look(qtbot)
    (backup,) = office.folder.iterdir()
    flipped(backup, backup, 400_000)
    bench.clock.pass_days(31)

    office.look(qtbot)

    assert texts.NOTICE_TRIAL_FAILED in said_on(office.window)


def test_what_cannot_be_made_is_explained_once_and_tried_again(qtbot: QtBot, bench: Bench, office: Office) -> None:
    office.folder.write_bytes(b"in the way")
    office.memory.put("backups_told_at", bench.clock.now().isoformat())

    office.look(qtbot)
    assert any("Der kunne ikke tages en sikkerhedskopi." in words for words in said_on(office.window))
    office.window.messages.dismiss()
    office.look(qtbot)
    assert office.window.messages.isHidden()

    office.folder.unlink()
    bench.clock.moment += timedelta(minutes=30)
    office.look(qtbot)
    assert office.made() == 1
