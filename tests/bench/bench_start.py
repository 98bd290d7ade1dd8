"""From the command to the first page with data, and on to the whole program, against a bare window with a table.

All are whole processes without a screen, taken in turns. The demo's database is made first, and everything of ours is
compiled, as an installed program is that has been started before. The demo's database stands for an office of one:
what is read is a day's work.
"""

import compileall
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import koordinator
from koordinator.bootstrap.demo import DATABASE_NAME, KEY_NAME, open_demo
from koordinator.bootstrap.keys import close
from tests.bench.measuring import Row, medians

ROUNDS = 9
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication([])
window, view = QMainWindow(), QTableView()
view.setModel(QStandardItemModel(60, 4))
window.setCentralWidget(view)
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
PAINTED = """
import gc
gc.disable()  # as __main__ does
import os, sys
from koordinator.bootstrap.launch import launch
launch(sys.argv[1:], painted=lambda: os._exit(0))
"""
READY = """
import gc
gc.disable()
import os, sys
from koordinator.bootstrap.launch import launch

def painted():
    from PySide6.QtWidgets import QApplication
    from koordinator.bootstrap.rest import Rest
    (rest,) = QApplication.instance().findChildren(Rest)
    rest.when_ready(lambda: os._exit(0))

launch(sys.argv[1:], painted)
"""
WATCHED = """
import gc
gc.disable()
import os, sys, time
from koordinator.bootstrap.launch import launch

def memory():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

def painted():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from koordinator.bootstrap.rest import Rest
    ticks = [time.perf_counter()]
    timer = QTimer(QApplication.instance())
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(1)

    def idle():
        gaps = [later - earlier for earlier, later in zip(ticks, ticks[1:])]
        at_idle, pages, begun = memory(), rest.equipment().pages, time.perf_counter()
        pages.fetch("citizens")
        fetched = time.perf_counter()
        pages.fetch_all()
        print(max(gaps) * 1000, at_idle, (fetched - begun) * 1000, memory(), flush=True)
        os._exit(0)

    (rest,) = QApplication.instance().findChildren(Rest)
    rest.when_ready(lambda: QTimer.singleShot(1000, QApplication.instance(), idle))

launch(sys.argv[1:], painted)
"""
"""Prints the longest time that the window did not answer, and a second later the memory in MiB (Linux); then how long
the first page takes to import that somebody goes to, use cases with it, and the memory with every page."""


def measure() -> list[Row]:
    """Milliseconds of the whole process until the first paint, and until all is there but what is first gone to."""
    for package in koordinator.__path__:
        compileall.compile_dir(package, quiet=2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        close(open_demo(folder))
        options = ["--database", str(folder / DATABASE_NAME), "--key-file", str(folder / KEY_NAME)]
        # The window as it is the first time, whatever size it was left with on this machine.
        os.environ["XDG_CONFIG_HOME"] = name
        _run(PAINTED, options)
        floor, painted, ready = medians(
            ROUNDS, lambda: _run(BARE, []), lambda: _run(PAINTED, options), lambda: _run(READY, options)
        )
        rows = [
            Row("Start to the first page painted with data", "<= 1.5 x, aim 1.25 x", floor, painted, painted / floor),
            Row("Start to the store at hand, log and lock", "<= 3.2 x", floor, ready, ready / floor),
        ]
        if sys.platform.startswith("linux"):
            watched = [tuple(map(float, _run(WATCHED, options).split())) for _ in range(ROUNDS)]
            stalls, memory, fetched, memory_of_all = zip(*watched, strict=True)
            rows += [
                Row("Longest wait of the window meanwhile", "<= 50 ms", None, median(stalls), None),
                Row("Memory at idle, MiB", "<= 125 MiB", None, median(memory), None),
                Row("First page gone to, imported beside the window", "", None, median(fetched), None),
                Row("Memory with every page, MiB", "", None, median(memory_of_all), None),
            ]
    return rows


def _run(program: str, arguments: list[str]) -> str:
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=usual | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        timeout=60,
        text=True,
    ).stdout
