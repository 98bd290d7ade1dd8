"""The search box at work: hits while somebody types, and one entry in the log when the search has settled.

A search has settled when a hit is opened, when the box is left, or when its hits have stood for two seconds.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from koordinator.ui.override import override
from koordinator.ui.tasks import Cancel, Tasks
from koordinator.ui.widgets.hit import Hit
from koordinator.ui.widgets.search_box import SearchBox

_SETTLES_AFTER_MS: Final = 2_000


class BoxSearch(QObject):
    """`find` and `settle` are called on the database worker, `go` with the page and the id that a hit leads to."""

    shown = Signal(str)
    """The hits of this text are under the box now."""

    def __init__(
        self,
        box: SearchBox,
        tasks: Tasks,
        find: Callable[[str], Sequence[Hit]],
        settle: Callable[[str], object],
        go: Callable[[str, object], None],
    ) -> None:
        super().__init__(box)
        self._box, self._tasks = box, tasks
        self._find, self._settle, self._go = find, settle, go
        self._asked: Cancel | None = None
        self._seen = ""
        """The text whose hits are or were last on the screen."""
        self._logged = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SETTLES_AFTER_MS)
        self._pause.timeout.connect(self.leave)
        box.searched.connect(self._look_for)
        box.picked.connect(self._open)
        box.installEventFilter(self)

    def leave(self) -> None:
        """The hits have been looked at: logged, unless they are already."""
        if self._seen != self._logged:
            self._log(lambda: None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.leave()
        return False

    def _look_for(self, query: str) -> None:
        if self._asked is not None:
            self._asked.request()
        self._asked = self._tasks.read(self, lambda: self._find(query), lambda hits: self._show(query, hits))

    def _show(self, query: str, hits: Sequence[Hit]) -> None:
        if query != self._box.text().strip() or not self._box.hasFocus():
            return
        self._box.show_hits(query, hits)
        self._seen, self._logged = query, ""
        self._pause.start()
        self.shown.emit(query)

    def _open(self, hit: Hit) -> None:
        """The entry stands in the log before the page does; without it the page stays closed."""
        if self._seen == self._logged:
            self._go(hit.page, hit.thing_id)
        else:
            self._log(lambda: self._go(hit.page, hit.thing_id))

    def _log(self, then: Callable[[], None]) -> None:
        self._pause.stop()
        query, self._logged = self._seen, self._seen
        self._tasks.write(self, lambda: self._settle(query), lambda _hits: then(), self._not_logged)

    def _not_logged(self, error: Exception) -> None:
        self._logged = ""
        self._tasks.failed.emit(self._tasks.explain(error))
