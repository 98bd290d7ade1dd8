"""Indstillinger in the real window, and a database with the file of its keys beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from koordinator.storage import key_slots
from koordinator.storage.key_slots import SlotFiles
from koordinator.texts import model_editor as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.model_tab import ModelTab
from koordinator.ui.pages.settings.page import MachineSettings, SettingsPage
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.office import KEY, Bench
from tests.ui.office_window import open_window, wait_until_idle
from tests.ui.pages.settings.model_editing import listed, press, settle
from tests.ui.parts import Memory


@pytest.fixture
def with_keys(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealing a slot costs next to nothing here."""
    monkeypatch.setattr(key_slots, "COST", key_slots.COST._replace(passes=1, memory_kib=64, lanes=1))
    SlotFiles().create(bench.database.path, KEY)


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def sheets() -> list[tuple[Path, str]]:
    """The recovery sheets that were saved."""
    return []


@pytest.fixture
def window(
    qtbot: QtBot, bench: Bench, desk: Desk, memory: Memory, sheets: list[tuple[Path, str]]
) -> Callable[[str], MainWindow]:
    def make(at: Desk) -> SettingsPage:
        return SettingsPage(at, MachineSettings(memory, lambda file, code: sheets.append((file, code))))

    def open_it(tab: str) -> MainWindow:
        opened = open_window(qtbot, bench, desk, (("settings", make), ("overview", None)))
        opened.navigate("settings", tab)
        wait_until_idle(qtbot, desk)
        return opened

    return open_it


@pytest.fixture
def tab(window: Callable[[str], MainWindow]) -> Iterator[ModelTab]:
    """Vurderingsmodel with all its versions."""
    opened = window("model")
    (found,) = opened.findChildren(ModelTab)
    yield found
    opened.close()


@pytest.fixture
def written(qtbot: QtBot, desk: Desk, tab: ModelTab) -> ModelTab:
    """A draft of version 2 is open."""
    listed(tab, texts.VERSIONS).setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    settle(qtbot, desk, tab)
    return tab
