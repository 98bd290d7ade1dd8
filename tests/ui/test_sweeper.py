"""Rings of dead objects are swept on the window's thread, and nowhere else."""

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from koordinator.ui.sweeper import Sweeper


class Ring(QObject):
    """Dies only when somebody looks for rings; says on which thread."""

    def __init__(self, swept_by: list[str]) -> None:
        super().__init__()
        self._itself, self._swept_by = self, swept_by

    def __del__(self) -> None:
        self._swept_by.append(threading.current_thread().name)


def test_a_ring_is_never_swept_by_a_worker(qtbot: QtBot, sweeper: Sweeper) -> None:
    swept_by: list[str] = []
    made: list[list[int]] = []
    Ring(swept_by)

    worker = threading.Thread(target=lambda: made.extend([number] for number in range(5_000)))
    worker.start()
    worker.join()
    assert swept_by == []
    sweeper._clock.start(1)

    qtbot.waitUntil(lambda: swept_by == [threading.main_thread().name])


def test_a_long_list_is_not_looked_through(sweeper: Sweeper) -> None:
    before = gc.get_freeze_count()
    rows = [[number] for number in range(60_000)]

    sweeper.sweep()

    assert gc.get_freeze_count() - before >= len(rows)


def test_nothing_is_looked_through_when_nothing_is_new(sweeper: Sweeper) -> None:
    gc.collect()
    before = gc.get_stats()

    sweeper.sweep()

    assert gc.get_stats() == before


def test_python_looks_itself_when_the_sweeper_is_gone(qtbot: QtBot) -> None:
    parent = QObject()
    Sweeper(parent)
    assert not gc.isenabled()

    delete(parent)

    assert gc.isenabled()
    gc.unfreeze()
