"""The window over an open database, as the program, the working day and the tests all make it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.container import OpenDatabase, connect
from koordinator.bootstrap.crash import write_report
from koordinator.bootstrap.pages import page_entries
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Channel
from koordinator.integrations.clock import DENMARK, SystemClock
from koordinator.texts.errors import sentence
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow, Memory, Shell
from koordinator.ui.rail import Person
from koordinator.ui.resources import UiResources
from koordinator.ui.tasks import Tasks
from koordinator.usecases.ports import Clock


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window with what has to be closed after it."""

    window: MainWindow
    desk: Desk


def ui_resources() -> UiResources:
    """Where the screen finds its files."""
    resources = resources_dir()
    return UiResources(
        fonts=resources / "fonts",
        icons=resources / "icons",
        translations=_qt_translations(),
    )


def make_tasks(app: QApplication, clock: Clock) -> Tasks:
    """The workers; what is our own fault is written to a report."""
    return Tasks(sentence, _crash_reporter(clock), app)


def build_window(
    opened: OpenDatabase, tasks: Tasks, memory: Memory, *, clock: Clock | None = None, acting_as: str | None = None
) -> OpenWindow:
    """The window of the employee who acts: the named one, else the database's owner."""
    time = clock or SystemClock()
    services = connect(opened, Channel.WINDOW, clock=time, committed=tasks.changed.emit)
    services.founding.ensure()
    actor = services.who_acts.named(acting_as) if acting_as else services.who_acts.owner()
    desk = Desk(services, actor, tasks)
    shell = Shell(
        tasks=tasks,
        memory=memory,
        person=Person(""),
        now=lambda: _local(time),
        find=lambda _text: (),
    )
    return OpenWindow(MainWindow(shell, page_entries(desk)), desk)


def _local(clock: Clock) -> datetime:
    return clock.now().astimezone(DENMARK)


def _crash_reporter(clock: Clock) -> Callable[[Exception], None]:
    def report(error: Exception) -> None:
        write_report(error, clock.now())

    return report


def _qt_translations() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
