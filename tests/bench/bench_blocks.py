"""The longest time the window stands still: a year for two thousand citizens, and a long list while it is read."""

import gc
import os
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.window import ui_resources
from koordinator.ui.desk import Desk
from koordinator.ui.look import dress
from koordinator.ui.pages.import_list.page import ImportListPage
from koordinator.ui.pages.year_wheel.page import YearWheelPage
from koordinator.ui.sweeper import Sweeper
from koordinator.ui.tasks import Tasks
from tests.bench.measuring import Row
from tests.support.caseload import fill_year
from tests.support.desk import desk_at
from tests.support.lists import write_long_list
from tests.support.office import make_template, open_office
from tests.support.patience import turn
from tests.ui.parts import Crashes, explained

CITIZENS = 2_000
LINES = 20_000
KEYS = (Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_F5, Qt.Key.Key_PageUp)
TRIES = 3


def measure() -> list[Row]:
    """Milliseconds between two turns of the event loop, the quietest of three tries: the machine may be busy."""
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        dress(app, ui_resources())
    tasks, around = Tasks(explained, Crashes()), QObject()
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        fill_year(bench, CITIZENS)
        desk = desk_at(bench, tasks)
        Sweeper(around)
        blocks = [_year(desk), _list(desk, write_long_list(Path(name) / "lang.csv", LINES))]
        tasks.shut_down()
    names = (f"Årshjul turned with {CITIZENS:,} citizens", f"a list of {LINES:,} lines read")
    return [
        Row(f"{what}: longest the window stands still", "<= 50 ms", None, block, None)
        for what, block in zip(names, blocks, strict=True)
    ]


def _year(desk: Desk) -> float:
    page = YearWheelPage(desk)
    page.resize(1366, 768)
    page.show()
    page.show_for(None)
    _rest(desk)
    page.wheel.setFocus()
    gc.collect()

    def turn_the_wheel() -> None:
        for key in KEYS:
            QTest.keyClick(page.wheel, key)
            _rest(desk)

    return min(_longest_block(turn_the_wheel) for _ in range(TRIES))


def _list(desk: Desk, file: Path) -> float:
    page = ImportListPage(desk)
    page.resize(1366, 768)
    page.show()
    page.show_for(None)

    def read_it_twice() -> None:
        for _ in range(2):
            page.read(file)
            _rest(desk)

    return min(_longest_block(read_it_twice) for _ in range(TRIES))


def _longest_block(work: Callable[[], object]) -> float:
    beats = [time.perf_counter()]
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start(0)
    work()
    heart.stop()
    return max(after - before for before, after in pairwise(beats)) * 1_000


def _rest(desk: Desk) -> None:
    """Until everything that was asked for is on the screen."""
    while not desk.tasks.is_idle:
        loop = QEventLoop()
        desk.tasks.idle.connect(loop.quit)
        loop.exec()
        turn()
