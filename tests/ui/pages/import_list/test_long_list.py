"""A long list is read beside the window, which goes on turning. For how long it stops: tests/bench/bench_blocks.py."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from koordinator.ui.pages.import_list.page import ImportListPage
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.lists import write_long_list
from tests.support.office import Bench

LINES = 20_000


@pytest.mark.usefixtures("sweeper")
def test_window_turns_while_a_long_list_is_read(qtbot: QtBot, bench: Bench, tasks: Tasks, tmp_path: Path) -> None:
    page = ImportListPage(desk_at(bench, tasks))
    qtbot.addWidget(page)
    page.show()
    page.show_for(None)
    turns: list[bool] = []
    clock = QTimer()
    clock.timeout.connect(lambda: turns.append(page._preview is None))
    clock.start(0)

    page.read(write_long_list(tmp_path / "lang.csv", LINES))
    assert page._preview is None, "nothing is read on the window's own thread"
    qtbot.waitUntil(lambda: tasks.is_idle)
    clock.stop()

    assert turns.count(True) > 10
    assert page._preview is not None
    assert page._preview.checked.row_count == LINES
