"""Indstillinger in the real window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from koordinator.texts import model_editor as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.model_tab import ModelTab
from koordinator.ui.pages.settings.page import SettingsPage
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.office_window import open_window, wait_until_idle
from tests.ui.pages.settings.model_editing import listed, press, settle
from tests.ui.parts import Memory


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def window(qtbot: QtBot, bench: Bench, desk: Desk, memory: Memory) -> Callable[[str], MainWindow]:
    def open_it(tab: str) -> MainWindow:
        pages = ("settings", lambda at: SettingsPage(at, memory)), ("overview", None)
        opened = open_window(qtbot, bench, desk, pages)
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
