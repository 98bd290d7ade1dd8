"""Many papers made one after another, while the next ones are being drawn."""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from typing import Final, NamedTuple, Protocol

from koordinator.domain.access import Action, Actor, require
from koordinator.domain.paper_order import PaperOrder
from koordinator.usecases.paper_drawing import Drawing, DrawnPaper, Makers
from koordinator.usecases.paper_kinds import drawn
from koordinator.usecases.papers import HandedPaper, kept
from koordinator.usecases.ports import Office, Transaction

Take = Callable[[], HandedPaper]
"""Keeps the paper whose turn it is, and gives it. Raises what `Papers.make` raises for that paper."""
_AHEAD: Final = 2
"""Papers on their way for each who draws: enough that nobody waits, and few enough that memory stays as it is."""


class PressRoom(NamedTuple):
    """Makers who may be asked by so many threads at once."""

    makers: Makers
    seats: int


class PressRooms(Protocol):
    """Where many papers are drawn."""

    def open(self, papers: int) -> AbstractContextManager[PressRoom]:
        """A room that is worth opening for so many papers."""


class Readings(Protocol):
    """Reading while others write."""

    def glance(self) -> AbstractContextManager[Transaction]:
        """A read transaction without audit entry: each paper is logged when it is kept, before anybody has it."""


class ManyPapers:
    """The papers are those that `Papers.make` makes, each kept and logged in a transaction of its own."""

    def __init__(self, office: Office, readings: Readings, rooms: PressRooms) -> None:
        self._office = office
        self._readings = readings
        self._rooms = rooms

    def make(self, actor: Actor, orders: Sequence[PaperOrder]) -> Generator[Take, None, None]:
        """For each order in turn its paper, to be taken before the next is asked for. Raises NotAllowed.

        To be closed where it is not read to its end; what is on its way then is given up.
        """
        require(actor, Action.MAKE_PAPER)
        with self._rooms.open(len(orders)) as room, ThreadPoolExecutor(room.seats) as threads:
            coming: deque[Future[DrawnPaper]] = deque()
            try:
                for order in orders:
                    coming.append(threads.submit(self._drawn, actor, order, room.makers))
                    if len(coming) >= room.seats * _AHEAD:
                        yield partial(self._kept, actor, coming.popleft())
                while coming:
                    yield partial(self._kept, actor, coming.popleft())
            finally:
                for each in coming:
                    each.cancel()

    def _drawn(self, actor: Actor, order: PaperOrder, makers: Makers) -> DrawnPaper:
        with self._readings.glance() as tx:
            return drawn(Drawing(tx, actor, makers, order))

    def _kept(self, actor: Actor, coming: "Future[DrawnPaper]") -> HandedPaper:
        paper = coming.result()
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            return kept(tx, actor, paper.about, paper.made)
