"""The program with a window, from the command to the last save."""

import sys
from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.container import OpenDatabase, close, make_keys
from koordinator.bootstrap.opening import Opening
from koordinator.bootstrap.places import usual_database, window_memory_file
from koordinator.bootstrap.start import StartOptions, window_options
from koordinator.bootstrap.window import build_window, make_tasks, ui_resources
from koordinator.domain.errors import DomainError
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.window_memory import WindowMemory
from koordinator.texts.errors import sentence
from koordinator.texts.opening import OPENING_FAILED
from koordinator.ui.ask import Question
from koordinator.ui.look import dress
from koordinator.usecases.unlock import database_path

FAILED = 1


def run_window(arguments: Sequence[str]) -> int:
    """Opens the window and stays until it is closed."""
    options = window_options(arguments)
    app = QApplication([sys.argv[0]])
    dress(app, ui_resources())
    clock = SystemClock()
    tasks = make_tasks(app, clock)
    try:
        path = database_path(options.database) if options.database else usual_database()
        opened = Opening(make_keys(), tasks).open(path, options.key_file)
    except DomainError as error:
        Question.message(None, OPENING_FAILED, sentence(error))
        tasks.shut_down()
        return FAILED
    if opened is None:
        tasks.shut_down()
        return 0
    return _work(app, opened, options)


def _work(app: QApplication, opened: OpenDatabase, options: StartOptions) -> int:
    clock = SystemClock()
    tasks = make_tasks(app, clock)
    memory = WindowMemory(window_memory_file())
    shown = build_window(opened, tasks, memory, clock=clock, acting_as=options.acting_as)
    shown.window.show()
    try:
        return app.exec()
    finally:
        tasks.shut_down()
        close(opened)
