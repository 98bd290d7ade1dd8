"""The real window over a bench's office, with a few pages, worked by keyboard."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from koordinator.ui.desk import Desk
from koordinator.ui.hits import finder, settler
from koordinator.ui.main_window import MainWindow, Shell
from koordinator.ui.page import Page
from koordinator.ui.page_stack import PageEntry
from koordinator.ui.rail import Person
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.table import DataList
from tests.support.office import Bench
from tests.ui.parts import Memory

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


class PlainPage(Page):
    """Stands where another page will be; keeps what it was shown for."""

    def __init__(self) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(Label("Side"))

    @override
    def reload(self) -> None:
        """There is nothing to read."""


PageMaker = Callable[[Desk], Page]


def open_window(qtbot: QtBot, bench: Bench, desk: Desk, pages: Sequence[tuple[str, PageMaker | None]]) -> MainWindow:
    """A window with the pages; those without a maker are plain. The first is in front."""

    def make(maker: PageMaker | None) -> Page:
        return maker(desk) if maker is not None else PlainPage()

    shell = Shell(desk.tasks, Memory(), Person("Mette Holm"), bench.clock.now, finder(desk), settler(desk))
    entries = [PageEntry(key, key, partial(make, maker), "house") for key, maker in pages]
    window = MainWindow(shell, entries)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.navigate(pages[0][0])
    wait_until_idle(qtbot, desk)
    return window


def wait_until_idle(qtbot: QtBot, desk: Desk) -> None:
    """Until everything that was asked for has come and been shown: Qt shows what is new a turn later."""
    qtbot.waitUntil(lambda: desk.tasks.is_idle)
    while not desk.tasks.is_idle:  # what was shown asked for more
        qtbot.waitUntil(lambda: desk.tasks.is_idle)


def when_dialog_opens(kind: type[AnyDialog], act: Callable[[AnyDialog], object]) -> None:
    """Does something in the dialog once it is in front; one that was left open by a failure is closed.

    One that never comes is looked for as long as the test runs: it is not to act in the dialog of a later one.
    """
    asked_by = _running_test()

    def look() -> None:
        if _running_test() != asked_by:
            return
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not dialog.isActiveWindow():
            QTimer.singleShot(5, look)
            return
        try:
            act(dialog)
        except BaseException:
            dialog.done(0)
            raise

    QTimer.singleShot(0, look)


def _running_test() -> str:
    """By its name, without whether it is set up, called or torn down."""
    return os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]


def listed(within: QWidget, name: str) -> DataList[object]:
    """The list with the name."""
    (found,) = [each for each in within.findChildren(DataList) if each.accessibleName() == name]
    return found


def place(window: MainWindow) -> tuple[str, object]:
    """The page in front and the thing it shows."""
    where = window.pages.place()
    assert where is not None
    return where.key, where.thing_id
