"""What has come to a stop is ended, and what goes on is left alone."""

import subprocess
import sys
import threading
from threading import Event

from typing_extensions import override

from koordinator.bootstrap.watchdog import Watchdog
from koordinator.texts.command_line import STALLED
from tests.support.patience import PATIENCE_SECONDS

ASKS_NOBODY = """
from PySide6.QtWidgets import QApplication, QDialog
from koordinator.bootstrap.watchdog import Watchdog
app = QApplication(["koordinator", "-platform", "offscreen"])
with Watchdog(seconds=0.3):
    QDialog().exec()
"""


def test_question_that_nobody_answers_ends_the_program_with_a_sentence() -> None:
    ended = subprocess.run([sys.executable, "-c", ASKS_NOBODY], capture_output=True, text=True, check=False)

    assert ended.returncode == 1
    assert STALLED in ended.stderr


def test_work_that_comes_forward_is_left_alone() -> None:
    barked, before = Event(), set(threading.enumerate())
    with Watchdog(barked.set, seconds=PATIENCE_SECONDS) as watchdog:
        (looker,) = set(threading.enumerate()) - before
        for _ in range(3):
            watchdog.pat()
            while watchdog._moved.is_set():
                assert looker.is_alive()

    looker.join()
    assert not barked.is_set()


def test_work_that_ends_just_as_the_watchdog_looks_is_not_taken_for_a_stop() -> None:
    barked = Event()

    class EndsMeanwhile(Event):
        @override
        def clear(self) -> None:
            watchdog.__exit__()
            super().clear()

    watchdog = Watchdog(barked.set, seconds=0)
    watchdog._moved = EndsMeanwhile()
    watchdog.pat()
    watchdog._watch()

    assert not barked.is_set()
