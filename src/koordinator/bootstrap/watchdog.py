"""Ends a program that has come to a stop where nobody sits who could end it."""

import os
from collections.abc import Callable
from threading import Event, Thread
from typing import Final, Self

from koordinator.cli.parser import write_error
from koordinator.texts.command_line import STALLED

PATIENCE_SECONDS: Final = 180.0


def give_up() -> None:
    """Says so and ends the program at once: what has stopped cannot be asked to clean up. What was saved stays."""
    write_error(STALLED)
    os._exit(1)


class Watchdog:
    """Inside its block it barks when it has not been patted for so long: a question has nobody to answer it."""

    def __init__(self, bark: Callable[[], None] = give_up, *, seconds: float = PATIENCE_SECONDS) -> None:
        self._bark, self._seconds = bark, seconds
        self._moved = Event()
        self._is_over = False

    def pat(self) -> None:
        """Something has come forward."""
        self._moved.set()

    def __enter__(self) -> Self:
        Thread(target=self._watch, name="watchdog", daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._is_over = True
        self._moved.set()

    def _watch(self) -> None:
        while self._moved.wait(self._seconds):
            # Cleared before it looks: the end of the block is not to be taken for a pat.
            self._moved.clear()
            if self._is_over:
                return
        self._bark()
