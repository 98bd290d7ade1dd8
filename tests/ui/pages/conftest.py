"""What the tests of whole pages share: Lone with the people round her, and her page."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import Bench
from tests.ui.office_window import open_window, wait_until_idle
from tests.ui.subject_window import PAGES


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def open_tab(qtbot: QtBot, world: MeetingWorld, desk: Desk) -> Callable[[str], MainWindow]:
    """Lone's page on the tab."""
    window = open_window(qtbot, world.bench, desk, PAGES)

    def go(tab: str) -> MainWindow:
        window.navigate("citizen", (world.lone.id, tab))
        wait_until_idle(qtbot, desk)
        return window

    return go
