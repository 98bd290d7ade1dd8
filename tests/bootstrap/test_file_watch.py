"""Whoever waits to hear of damage may be gone before it is found."""

from typing import cast

import shiboken6
from PySide6.QtWidgets import QWidget

from koordinator.bootstrap.file_watch import FileGuard
from koordinator.ui.main_window import MainWindow
from koordinator.ui.tasks import Tasks
from tests.support.office import Bench


def test_damage_that_is_found_after_the_window_is_gone_is_still_noted(bench: Bench, tasks: Tasks) -> None:
    window = QWidget()
    FileGuard(cast("MainWindow", window), tasks, bench.database)
    shiboken6.delete(window)

    bench.database.damage.note()

    assert bench.database.damage.is_known
