"""From the command to the first page painted with data from the encrypted database, against a bare window with a table.

Both are whole processes without a screen, taken in turns. The demo's database is made first.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

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
OURS = """
import os, sys
from koordinator.bootstrap.gui import run_window
run_window(sys.argv[1:], painted=lambda: os._exit(0))
"""


def measure() -> list[Row]:
    """Milliseconds of the whole process until the first paint."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        close(open_demo(folder))
        options = ["--database", str(folder / DATABASE_NAME), "--key-file", str(folder / KEY_NAME)]
        floor, ours = medians(ROUNDS, lambda: _run(BARE, []), lambda: _run(OURS, options))
    goal = "<= 1.5 x, aim 1.25 x"
    return [Row("Start to the first page painted with data", goal, floor, ours, ours / floor)]


def _run(program: str, arguments: list[str]) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, "-c", program, *arguments], env=environment, capture_output=True, check=True, timeout=60
    )
