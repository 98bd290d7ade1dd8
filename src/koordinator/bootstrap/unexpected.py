"""What is our own fault and nobody else has caught: a report without personal data, and a kind sentence."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QLoggingCategory

from koordinator.bootstrap import heavy
from koordinator.texts.ui import UNEXPECTED
from koordinator.ui.tasks import Tasks
from koordinator.usecases.ports import Clock


def catch_the_unexpected(tasks: Tasks, clock: Clock) -> None:
    """From now on an error that ends a slot or a thread is reported, and the window says so and goes on."""

    def told(kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        heavy.report(error, clock.now())
        tasks.failed.emit(UNEXPECTED)

    sys.excepthook = told
    threading.excepthook = lambda gone: told(gone.exc_type, gone.exc_value, gone.exc_traceback)
    sys.unraisablehook = lambda gone: told(gone.exc_type, gone.exc_value, gone.exc_traceback)
    # A message of Qt's own can hold a file's name or what stands on the screen, and would lie in the system's log.
    QLoggingCategory.setFilterRules("*=false")
