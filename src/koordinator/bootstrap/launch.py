"""The way to the window: the database is opened and its first page read while Qt is being imported.

Nothing here knows Qt, and little else: Qt's libraries begin to load before anything is imported that takes long.
"""

import os
import sys
from collections.abc import Callable, Sequence

from koordinator.bootstrap import heavy
from koordinator.bootstrap.later import Later
from koordinator.bootstrap.qt_import import load_libraries
from koordinator.bootstrap.start import window_options
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
    # First of all: Qt's libraries are loaded beside Python, while what reads the database is being imported.
    Later(load_libraries)
    find_seat, clock = heavy.seat_finder(), heavy.clock()
    early = Later(lambda: find_seat(options, clock))
    return heavy.run_window(early, options, clock, painted)


def has_display() -> bool:
    """Whether a window can be shown. On Linux Qt ends the program where it cannot; whoever names a platform knows."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
