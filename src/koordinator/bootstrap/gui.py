"""The program with a window, from the command to the last save."""

import os
import sys
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from koordinator.bootstrap import heavy
from koordinator.bootstrap.early import Asking, find_seat, seated_or_closed
from koordinator.bootstrap.keys import close
from koordinator.bootstrap.later import Later
from koordinator.bootstrap.places import window_memory_file
from koordinator.bootstrap.seat import Seat
from koordinator.bootstrap.start import StartOptions, window_options
from koordinator.bootstrap.unexpected import catch_the_unexpected
from koordinator.bootstrap.window import OpenWindow, make_tasks, ui_resources
from koordinator.domain.errors import DomainError
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.window_memory import WindowMemory
from koordinator.texts.opening import NO_DISPLAY, OPENING_FAILED, UNEXPECTED
from koordinator.ui.look import dress
from koordinator.ui.remembered_look import remembered_look
from koordinator.ui.tasks import Tasks

FINE, FAILED = 0, 1
# Said here and not by setStyle, which would first make every part of a style known.
FUSION = ("-style", "Fusion")
_PATIENCE_SECONDS = 0.4
"""Opening takes a moment; only when it takes longer does a small window say so."""


def nobody_waits() -> None:
    """For a start that nobody measures."""


def run_window(arguments: Sequence[str], painted: Callable[[], None] = nobody_waits) -> int:
    """Opens the window and stays until it is closed. `painted` is called when the first page has been seen."""
    options = window_options(arguments)
    if not has_display():
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return FAILED
    clock = SystemClock()
    early = Later(lambda: find_seat(options, clock))
    app = QApplication([sys.argv[0], *FUSION])
    memory = WindowMemory(window_memory_file())
    dress(app, ui_resources(), *remembered_look(memory))
    tasks = make_tasks(app, clock)
    catch_the_unexpected(tasks, clock)
    try:
        seat = _seated(early, options, tasks)
        if seat is not None:
            _work(app, OpenWindow(seat, tasks, memory, clock), painted)
        return FINE
    except DomainError as error:
        heavy.tell(OPENING_FAILED, heavy.explain(error))
    except Exception as error:  # noqa: BLE001 - the last stop: everything that is our own fault ends here
        heavy.tell(OPENING_FAILED, UNEXPECTED.format(path=heavy.report(error, clock.now())))
    finally:
        tasks.shut_down()
    return FAILED


def has_display() -> bool:
    """Whether a window can be shown. On Linux Qt ends the program where it cannot; whoever names a platform knows."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _seated(early: Later[Seat | Asking], options: StartOptions, tasks: Tasks) -> Seat | None:
    """The open database with whoever sits at it; None when the person gave up."""
    if not early.wait(_PATIENCE_SECONDS) and not heavy.wait_for(early.is_done):
        return None
    found = early.get()
    if isinstance(found, Seat):
        return found
    opened = heavy.ask(found, tasks)
    if opened is None:
        return None
    return Later(lambda: seated_or_closed(opened, SystemClock(), options.acting_as)).get()


def _work(app: QApplication, shown: OpenWindow, painted: Callable[[], None]) -> None:
    try:
        shown.show(painted)
        app.exec()
    finally:
        shown.tasks.shut_down()
        close(shown.seat.opened)
