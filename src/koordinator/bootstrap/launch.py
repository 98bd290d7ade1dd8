"""The way to the window: the database is opened and its first page read while Qt is being imported.

Nothing here knows Qt. That has a second gain: PySide reads the source of every module that is imported after it.
"""

import os
import sys
from collections.abc import Callable, Sequence

from koordinator.bootstrap import heavy
from koordinator.bootstrap.early import find_seat
from koordinator.bootstrap.later import Later
from koordinator.bootstrap.start import window_options
from koordinator.integrations.clock import SystemClock
from koordinator.texts.opening import NO_DISPLAY

NO_WINDOW = 1


def nobody_waits() -> None:
    """For a start that nobody measures."""


def launch(arguments: Sequence[str], painted: Callable[[], None] = nobody_waits) -> int:
    """Opens the window and stays until it is closed. `painted` is called when the first page has been seen."""
    options = window_options(arguments)
    if not has_display():
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return NO_WINDOW
    clock = SystemClock()
    early = Later(lambda: find_seat(options, clock))
    return heavy.run_window(early, options, clock, painted)


def has_display() -> bool:
    """Whether a window can be shown. On Linux Qt ends the program where it cannot; whoever names a platform knows."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
