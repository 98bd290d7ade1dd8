"""The program as a process of its own: how much it needs before the first paint, and how it says what is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from koordinator.storage.key_file import write_key_file
from koordinator.texts import opening, ui
from tests.support import caseload
from tests.support.office import KEY, Bench
from tests.support.patience import PATIENCE_SECONDS

HEAVY: Final = frozenset(
    {
        "alembic",
        "argon2",
        "cryptography",
        "holidays",
        "icalendar",
        "keyring",
        "openpyxl",
        "reportlab",
        "sqlalchemy",
        "xlsxwriter",
    }
)
"""What no first page needs, and each takes longer to import than the page to be painted."""
ALSO_LATER: Final = frozenset({"argparse", "logging", "uuid"})
"""What would not be noticed alone. PySide itself asks for the first two, for parts of it that we leave out."""
MOST_OF_OURS: Final = 127
"""Modules of ours before the first paint. Each takes half a millisecond of everybody's morning."""
MOST_OF_OURS_AT_REST: Final = 238
"""Modules of ours as long as nobody goes anywhere. All of them together are 800, and 35 MiB."""
AT_THE_FIRST_PAINT: Final = """
import json, os, sys
from koordinator.bootstrap.launch import launch

def painted():
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

launch(sys.argv[1:], painted)
"""
AT_REST: Final = """
import json, os, sys
from koordinator.bootstrap.launch import launch

def painted():
    from PySide6.QtWidgets import QApplication
    from koordinator.bootstrap.rest import Rest
    (rest,) = QApplication.instance().findChildren(Rest)
    rest.when_ready(at_rest)

def at_rest():
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

launch(sys.argv[1:], painted)
"""
NOBODY_CATCHES: Final = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from koordinator.bootstrap.launch import launch

def fail():
    QTimer.singleShot(0, QApplication.instance(), look)
    raise ValueError("Lone Bæk, 0101010000")

def look():
    from koordinator.ui.widgets.labels import Label
    (window,) = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    print([label.text() for label in window.findChildren(Label) if label.isVisible()], flush=True)
    window.close()

launch(sys.argv[1:], lambda: QTimer.singleShot(0, QApplication.instance(), fail))
"""
CANNOT_OPEN: Final = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from koordinator.bootstrap import gui
from koordinator.bootstrap.launch import launch
from koordinator.ui.widgets.labels import Label

class Reader(QApplication):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.read)
        self.timer.start(20)

    def read(self):
        dialog = self.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.findChildren(Label):
            print([label.text() for label in dialog.findChildren(Label)], flush=True)
            dialog.accept()

gui.QApplication = Reader
sys.exit(launch(sys.argv[1:]))
"""
"""Its application is one that reads what the dialog says and answers it."""


class Program:
    """A database, and the folders of somebody who starts the program on it."""

    def __init__(self, bench: Bench, folder: Path) -> None:
        caseload.fill(bench, 5)
        write_key_file(folder / "k.key", KEY)
        self.options = ["--database", str(bench.database.path), "--key-file", str(folder / "k.key")]
        self.environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(folder / "state")}
        self._state = folder / "state"

    def run(self, program: str) -> subprocess.CompletedProcess[str]:
        """The program text as a process, with the options of the start."""
        return ran([sys.executable, "-c", program, *self.options], self.environment)

    def reports(self) -> list[str]:
        """The crash reports there are."""
        return [file.read_text(encoding="utf-8") for file in self._state.rglob("fejl-*.txt")]


def ran(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )


@pytest.fixture
def program(bench: Bench, tmp_path: Path) -> Program:
    return Program(bench, tmp_path)


def test_first_paint_needs_little(program: Program) -> None:
    shown = program.run(AT_THE_FIRST_PAINT)

    modules = json.loads(shown.stdout)
    assert (HEAVY | ALSO_LATER) & {name.partition(".")[0] for name in modules} == set()
    assert "koordinator.bootstrap.container" not in modules
    assert sum(name.startswith("koordinator.") for name in modules) <= MOST_OF_OURS


def test_window_where_nobody_goes_anywhere_needs_no_page_and_no_paper(program: Program) -> None:
    shown = program.run(AT_REST)

    modules = json.loads(shown.stdout)
    assert HEAVY & {name.partition(".")[0] for name in modules} == {"sqlalchemy"}
    assert "koordinator.bootstrap.container" not in modules
    assert sum(name.startswith("koordinator.") for name in modules) <= MOST_OF_OURS_AT_REST


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so_and_goes(tmp_path: Path) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    blind = {name: value for name, value in os.environ.items() if name not in screens}

    ended = ran([sys.executable, "-m", "koordinator", "--database", str(tmp_path / "a.db")], blind)

    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", f"{opening.NO_DISPLAY}\n")
    assert list(tmp_path.iterdir()) == []


def test_fault_of_ours_is_reported_without_anybodys_name_and_the_window_goes_on(program: Program) -> None:
    ended = program.run(NOBODY_CATCHES)

    assert ended.returncode == 0
    assert ui.UNEXPECTED in ended.stdout
    (report,) = program.reports()
    assert "builtins.ValueError" in report
    assert "Lone" not in report
    assert "0101010000" not in report


def test_database_that_fails_us_is_told_in_a_window_of_its_own(program: Program, bench: Bench) -> None:
    with bench.database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE plan_version RENAME COLUMN from_on TO begins_on")

    ended = program.run(CANNOT_OPEN)

    assert ended.returncode == 1
    assert opening.OPENING_FAILED in ended.stdout
    assert opening.UNEXPECTED.partition("{")[0] in ended.stdout
    (report,) = program.reports()
    assert "OperationalError" in report
    assert "begins_on" not in report
