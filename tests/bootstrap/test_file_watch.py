"""The look at the file while nobody waits, and whoever hears of what it finds."""

import shutil
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import cast

import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.file_watch import FileGuard, FileWatch
from koordinator.integrations.window_memory import WindowMemory
from koordinator.storage.cipher import connect
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.file_checks import log_path
from koordinator.ui.main_window import MainWindow
from koordinator.ui.tasks import Tasks
from tests.support.office import KEY, Bench, SetClock


def test_what_was_not_closed_is_looked_at_wholly_at_the_next_start(
    qtbot: QtBot, database_template: Path, tmp_path: Path, tasks: Tasks
) -> None:
    clock, memory, path = SetClock(), WindowMemory(tmp_path / "memory.json"), tmp_path / "office.db"
    shutil.copyfile(database_template, path)
    for was_closed in (True, True, False):
        if not was_closed:
            leave_open(path)
        clock.pass_days(1)
        database = EncryptedFiles().open(path, KEY)
        watch = FileWatch(database, tasks, memory, clock)
        is_due = watch.condition().whole_at is None or not was_closed
        watch.begin()
        # Until it is done it is due at the next start, too, also when that finds the file closed.
        assert was_closed or watch.condition().whole_at is None
        qtbot.waitUntil(partial(was_looked_at, watch, clock))
        assert (watch.condition().whole_at == clock.now()) is is_due
        database.close()


def was_looked_at(watch: FileWatch, clock: SetClock) -> bool:
    return watch.condition().pages_at == clock.now()


def leave_open(path: Path) -> None:
    """As a program that was killed leaves it."""
    with closing(connect(path, KEY)) as connection:
        connection.execute("UPDATE employee SET name = 'Ny Karlsen'")
        left = {file: file.read_bytes() for file in (path, log_path(path))}
    for file, content in left.items():
        file.write_bytes(content)


def test_damage_that_is_found_after_the_window_is_gone_is_still_noted(bench: Bench, tasks: Tasks) -> None:
    window = QWidget()
    FileGuard(cast("MainWindow", window), tasks, bench.database)
    shiboken6.delete(window)

    bench.database.damage.note()

    assert bench.database.damage.is_known
