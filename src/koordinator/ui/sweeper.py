"""Python's search for rings of dead objects, on the window's thread alone.

A ring can hold a widget, and Python looks for rings on whichever thread happens to make the next object: on a worker's
thread it would destroy the widget there, and Qt with it. So it looks by itself no more, and is told to by a timer.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS: Final = 1_000
_A_LONG_LIST: Final = 50_000
"""So many new things in a second are a list that was read: no rings in it, and so long to look through that it would
stop the window. They stay out of every later look, and go when nobody holds on to them."""


class Sweeper(QObject):
    """As long as it lives nothing is swept but here. Made on the window's thread, once what stays has been made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        # What is there now stays to the end: it need not be looked through each time.
        gc.freeze()
        self.destroyed.connect(gc.enable)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.sweep)
        self._clock.start(_PAUSE_MS)

    def sweep(self) -> None:
        """Looks through the oldest generation that has as much new as Python itself would wait for."""
        counts = gc.get_count()
        if counts[0] > _A_LONG_LIST:
            gc.freeze()
            return
        full = [
            generation
            for generation, (count, most) in enumerate(zip(counts, gc.get_threshold(), strict=True))
            if count > most
        ]
        if full:
            gc.collect(full[-1])
