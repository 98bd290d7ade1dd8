"""The main window with one invented page, in front: for what concerns the window and not what is in it."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from koordinator.ui.main_window import MainWindow, Shell
from koordinator.ui.page_stack import PageEntry
from koordinator.ui.rail import Person
from koordinator.ui.tasks import Tasks
from tests.ui.gallery_pages import OverviewPage
from tests.ui.parts import Memory


def overview_window(qtbot: QtBot, tasks: Tasks) -> MainWindow:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    shell = Shell(tasks, Memory(), Person("Mette Holm"), lambda: now, lambda _query: ())
    window = MainWindow(shell, (PageEntry("overview", "Overblik", OverviewPage, "house"),))
    qtbot.addWidget(window)
    window.navigate("overview")
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window
