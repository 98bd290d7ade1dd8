"""What has come to a stop is ended, and what goes on is left alone."""

import subprocess
import sys
from threading import Event

from koordinator.bootstrap.watchdog import Watchdog
from koordinator.texts.command_line import STALLED

ASKS_NOBODY = """
from PySide6.QtWidgets import QApplication, QDialog
from koordinator.bootstrap.watchdog import Watchdog
app = QApplication(["koordinator", "-platform", "offscreen"])
with Watchdog(seconds=0.3):
    QDialog().exec()
"""


def test_question_that_nobody_answers_ends_the_program_with_a_sentence() -> None:
    ended = subprocess.run([sys.executable, "-c", ASKS_NOBODY], capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 1
    assert STALLED in ended.stderr


def test_work_that_comes_forward_is_left_alone() -> None:
    barked = Event()
    with Watchdog(barked.set, seconds=0.3) as watchdog:
        for _ in range(8):
            assert not barked.wait(0.1)
            watchdog.pat()

    assert not barked.wait(0.5)
