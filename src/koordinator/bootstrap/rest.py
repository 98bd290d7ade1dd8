"""What no first paint needs: SQLAlchemy, the use cases, the other pages. Made while the first page stands."""

from collections.abc import Callable, Sequence
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.hit import Hit

if TYPE_CHECKING:
    from koordinator.bootstrap.page_makers import Pages
    from koordinator.ui.desk import Desk
    from koordinator.ui.lock import Lock
    from koordinator.ui.main_window import MainWindow
    from koordinator.usecases.workplace import Workplace


class NotThere(Exception):
    """The rest of the program could not be made; why has been reported."""


class Equipment(NamedTuple):
    """What the program works with once everything is there."""

    desk: "Desk"
    find_place: "Callable[[], Workplace | None]"
    """Reads anew who sits here."""
    pages: "Pages"
    find: Callable[[str], Sequence[Hit]]
    settle: Callable[[str], object]
    make_lock: "Callable[[MainWindow], Lock]"
    take_notes: "Callable[[MainWindow], object]"
    help_spelling: "Callable[[MainWindow], object]"
    sign_in: Callable[[], None]
    guard_file: "Callable[[MainWindow], object]"
    look_at_file: Callable[[], None]
    """Begins the look at the file, for which nobody waits."""
    keep_backups: "Callable[[MainWindow], object]"
    back_up_at_close: Callable[[], object]
    note_log: Callable[[], bool]
    """Notes outside the database how far the log has come; False when it does not go on from the last note."""


class Rest(QObject):
    """`arrived` comes on the window's thread, once. What cannot be made is reported as any failed work is."""

    arrived = Signal()

    def __init__(self, tasks: Tasks, make: Callable[[], Equipment]) -> None:
        super().__init__(tasks)
        self._tasks, self._make = tasks, make
        self._is_begun = self._has_arrived = False
        self._done = Event()
        self._equipment: Equipment | None = None

    @property
    def is_ready(self) -> bool:
        """Whether everything is there."""
        return self._has_arrived

    def start(self) -> None:
        """Begins in the background, unless it has been begun."""
        if not self._is_begun:
            self._is_begun = True
            self._tasks.compute(self, self._build, lambda _built: self._arrive())

    def load(self) -> None:
        """Everything now, on the window's thread."""
        self._is_begun = True
        self._build()
        self._arrive()

    def equipment(self) -> Equipment:
        """Waited for, on any thread. Raises NotThere when it could not be made."""
        self._done.wait()
        if self._equipment is None:
            raise NotThere
        return self._equipment

    def when_ready(self, then: Callable[[], None]) -> None:
        """Calls back on the window's thread: now, when everything is there."""
        if self._has_arrived:
            then()
        else:
            self.arrived.connect(then)

    def _build(self) -> None:
        try:
            self._equipment = self._make()
        finally:
            self._done.set()

    def _arrive(self) -> None:
        self._has_arrived = True
        self.arrived.emit()
