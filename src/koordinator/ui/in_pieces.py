"""Building what stands in sight at once, and the rest while nobody waits for it."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer

_A_TURN: Final = 6


class InPieces(QObject):
    """Many small things to do: the first at once, the rest a few in each turn of the event loop."""

    def __init__(
        self, owner: QObject, after_a_turn: Callable[[], None] = lambda: None, *, a_turn: int = _A_TURN
    ) -> None:
        super().__init__(owner)
        self._a_turn = a_turn
        self._left: deque[Callable[[], None]] = deque()
        self._after_a_turn = after_a_turn
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._do_some)

    def begin(self, things: Iterable[Callable[[], None]], *, at_once: int) -> None:
        """In place of whatever was left of the things before."""
        self._left = deque(things)
        self._do(at_once)
        if self._left:
            self._timer.start()

    def finish(self) -> None:
        """All that is left, now."""
        self._do(len(self._left))

    def _do_some(self) -> None:
        self._do(self._a_turn)
        self._after_a_turn()

    def _do(self, most: int) -> None:
        for _ in range(min(most, len(self._left))):
            self._left.popleft()()
        if not self._left:
            self._timer.stop()
