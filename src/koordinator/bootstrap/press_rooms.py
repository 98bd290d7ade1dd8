"""Where many papers are drawn: by a process for each processor when there are enough of them, else by the one press."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from koordinator.usecases.many_papers import PressRoom
from koordinator.usecases.paper_drawing import Makers

if TYPE_CHECKING:
    from koordinator.documents.pdf import PdfPress
    from koordinator.documents.press_pool import PressPool

_MOST_PROCESSES: Final = 8
WORTH_IT_FROM: Final = 64
"""Papers: a process takes as long to begin as some twenty papers to be drawn."""


class PressRooms:
    """`presses` opens so many processes; `makers` make papers with a press."""

    def __init__(
        self, own: Makers, presses: "Callable[[int], PressPool]", makers: "Callable[[PdfPress], Makers]"
    ) -> None:
        self.own = own
        self._presses = presses
        self._makers = makers

    @contextmanager
    def open(self, papers: int) -> Iterator[PressRoom]:
        """A room for so many papers."""
        seats = min(os.cpu_count() or 1, _MOST_PROCESSES)
        if papers < WORTH_IT_FROM or seats == 1:
            yield PressRoom(self.own, 1)
        else:
            with self._presses(seats) as press:
                yield PressRoom(self._makers(press), seats)
