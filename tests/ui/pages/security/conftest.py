"""Sikkerhed in the real window, and a database with the file of its keys beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from koordinator.bootstrap import restore_window
from koordinator.bootstrap.file_watch import FileWatch
from koordinator.integrations.window_memory import WindowMemory
from koordinator.storage import key_slots
from koordinator.storage.key_slots import SlotFiles
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.security.backups_tab import RestoreDoor
from koordinator.ui.pages.security.page import MachineSecurity, SecurityPage
from koordinator.ui.tasks import Tasks
from koordinator.usecases.restoring import Restored
from koordinator.usecases.unlock import Opened
from tests.support.desk import desk_at
from tests.support.office import KEY, Bench
from tests.ui.office_window import open_window, wait_until_idle


@pytest.fixture
def with_keys(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealing a slot costs next to nothing here."""
    monkeypatch.setattr(key_slots, "COST", key_slots.COST._replace(passes=1, memory_kib=64, lanes=1))
    SlotFiles().create(bench.database.path, KEY)


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def watch(bench: Bench, tasks: Tasks, tmp_path: Path) -> FileWatch:
    """Looks at the bench's own file."""
    return FileWatch(bench.database, tasks, WindowMemory(tmp_path / "memory.json"), bench.clock)


@pytest.fixture
def put_in_place() -> list[Restored[Any]]:
    """What the window was closed for."""
    return []


@pytest.fixture
def window(
    qtbot: QtBot, bench: Bench, desk: Desk, watch: FileWatch, put_in_place: list[Restored[Any]]
) -> Callable[[str], MainWindow]:
    opened = Opened(bench.database.path, bench.database, KEY)
    door = RestoreDoor(
        lambda file, secret: restore_window.prepare(opened, bench.clock, desk.actor, file, secret), put_in_place.append
    )

    def make(at: Desk) -> SecurityPage:
        return SecurityPage(at, MachineSecurity(watch, door))

    def open_it(tab: str) -> MainWindow:
        opened = open_window(qtbot, bench, desk, (("security", make), ("overview", None)))
        opened.navigate("security", tab)
        wait_until_idle(qtbot, desk)
        return opened

    return open_it
