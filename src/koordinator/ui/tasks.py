"""Work off the GUI thread: one serial worker for the database, a few for everything else.

Results come back on the GUI thread, in the order in which the work was done, and only when the widget
that asked for them still lives.
"""

import sys
import threading
import time
from collections.abc import Callable, Hashable
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from koordinator.domain.errors import DomainError, EnvironmentFault
from koordinator.texts import ui as texts

Result = TypeVar("Result")
Failed = Callable[[Exception], object]
Progress = Callable[[int, int], None]
"""Done so far, and in total."""

_COMPUTERS: Final = 2
_PROGRESS_PAUSE_SECONDS: Final = 0.05
_TRIES_AGAIN_AFTER_MS: Final = 5_000
_THINGS_A_TURN: Final = 500
# A worker that counts and sorts gives way often: a window that is being laid out asks for its turn at every step.
_TURN_SECONDS: Final = 0.0001


class Cancel:
    """Asked for by the person, looked at by the work. A result that comes after it is dropped."""

    def __init__(self) -> None:
        self.requested = False

    def request(self) -> None:
        self.requested = True


class LongJob:
    """What long work is handed: where it says how far it is, and sees whether it should stop."""

    def __init__(self, cancel: Cancel, tell: Progress) -> None:
        self._cancel = cancel
        self._tell = tell
        self._reported_at = 0.0

    def report(self, done: int, total: int) -> bool:
        """Says how far it is; False when the person wants it to stop.

        Call it as often as it suits the work: the window hears of it twenty times a second and at the end.
        """
        now = time.monotonic()
        if done >= total or now - self._reported_at >= _PROGRESS_PAUSE_SECONDS:
            self._reported_at = now
            self._tell(done, total)
        return not self._cancel.requested


class _Task:
    def __init__(
        self,
        owner: QObject,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        failed: Failed | None,
    ) -> None:
        self.owner, self.work, self.then, self.failed = owner, work, then, failed
        self.cancel = Cancel()
        self.is_write = False
        self.is_long = False
        """Looks at `cancel` itself, and its result counts also when it stopped half-way."""
        self.result: Any = None
        self.error: Exception | None = None
        self.place: Hashable = None
        """What is kept there; None for work that is tried once."""

    @property
    def wants_delivery(self) -> bool:
        return isValid(self.owner) and (self.is_long or not self.cancel.requested)

    @property
    def is_lost(self) -> bool:
        """Something that the person did is not saved: it failed, and was not simply refused to the one who asked."""
        is_refused = isinstance(self.error, DomainError) and not isinstance(self.error, EnvironmentFault)
        return self.is_write and self.error is not None and not (is_refused and self.failed and isValid(self.owner))

    def let_go(self) -> None:
        """Called on the window's thread: a worker that held the last hold on a widget would destroy it there."""
        del self.owner, self.work, self.then, self.failed, self.result, self.error


class Tasks(QObject):
    """`explain` makes the sentence of a DomainError; `report_crash` is told of everything else."""

    changed = Signal(object)
    """Something was changed, and what; pages that show it mark themselves stale."""
    failed = Signal(str)
    """A sentence for the person, when the one who asked has no handler of its own."""
    idle = Signal()
    saving = Signal()
    saved = Signal()
    not_saved = Signal()
    _done = Signal(object)
    _told = Signal(object, int, int)

    def __init__(
        self,
        explain: Callable[[DomainError], str],
        report_crash: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN_SECONDS)
        self._explain = explain
        self._report_crash = report_crash
        self._pending = 0
        self._unfinished_writes = 0
        self._is_behind = False
        self._newest: dict[Hashable, _Task] = {}
        """What was typed last at each place, until it is saved."""
        self._held_back: dict[Hashable, _Task] = {}
        self._has_told_why = False
        self._next_try = QTimer(self)
        self._next_try.setSingleShot(True)
        self._next_try.setInterval(_TRIES_AGAIN_AFTER_MS)
        self._next_try.timeout.connect(self._try_again)
        self._long_jobs: set[Cancel] = set()
        self._closing = False
        self._database = _Crew("database", 1, self._carry_out)
        self._computers = _Crew("compute", _COMPUTERS, self._carry_out)
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        return self._pending == 0

    def read(
        self,
        owner: QObject,
        work: Callable[[], Result],
        then: Callable[[Result], object],
        failed: Failed | None = None,
    ) -> Cancel:
        """Database work that changes nothing; left undone when the program closes."""
        return self._start(self._database, _Task(owner, work, then, failed))

    def write(
        self,
        owner: QObject,
        work: Callable[[], Result],
        then: Callable[[Result], object],
        failed: Failed | None = None,
    ) -> Cancel:
        """Database work that saves; always carried out, also when the program is closing."""
        return self._start_write(_Task(owner, work, then, failed))

    def keep(
        self, owner: QObject, place: Hashable, work: Callable[[], Result], then: Callable[[Result], object]
    ) -> None:
        """Saves what is typed. Where the machine cannot take it now (a full disk) it is told once, and tried again
        until it is saved or something newer has come to the same place.
        """
        task = _Task(owner, work, then, None)
        task.place = place
        self._newest[place] = task
        self._held_back.pop(place, None)
        self._start_write(task)

    def compute(
        self,
        owner: QObject,
        work: Callable[[], Result],
        then: Callable[[Result], object],
        failed: Failed | None = None,
    ) -> Cancel:
        """Work beside the database: a PDF, a file, a key derivation."""
        return self._start(self._computers, _Task(owner, work, then, failed))

    def run_long(
        self,
        owner: QObject,
        work: Callable[[LongJob], Result],
        then: Callable[[Result], object],
        progress: Progress,
        failed: Failed | None = None,
    ) -> Cancel:
        """Work of seconds or minutes, in transactions of its own; cancelled work still gives its result."""
        task = _Task(owner, lambda: work(job), then, failed)
        task.is_long = True
        job = LongJob(task.cancel, lambda done, total: self._told.emit((owner, progress), done, total))
        self._long_jobs.add(task.cancel)
        return self._start(self._computers, task)

    def scrap(self, things: list[Any]) -> None:
        """Lets go of very many things, a few at a time: all at once it would stop the window. Empties the list."""

        def work() -> None:
            while things:
                del things[-_THINGS_A_TURN:]

        self._start(self._computers, _Task(self, work, lambda _nothing: None, None))

    @property
    def has_unsaved(self) -> bool:
        """Something is on its way to the database."""
        return self._unfinished_writes > 0

    def explain(self, error: Exception) -> str:
        """The sentence for the person, also for what is our own fault."""
        return self._explain(error) if isinstance(error, DomainError) else texts.UNEXPECTED

    def shut_down(self) -> None:
        """Waits for everything that saves; what only reads is left, and so is what somebody still asks for afterwards.

        Nothing can be saved any more: that is a fault of ours, and raises RuntimeError.
        """
        self._try_again()
        self._closing = True
        for cancel in self._long_jobs:
            cancel.request()
        self._database.finish()
        self._computers.finish()

    def _start_write(self, task: _Task) -> Cancel:
        self._unfinished_writes += 1
        self.saving.emit()
        task.is_write = True
        return self._start(self._database, task)

    def _start(self, crew: "_Crew", task: _Task) -> Cancel:
        if self._closing and (task.is_write or task.is_long):
            raise RuntimeError("the workers have been shut down")
        if self._closing:
            task.cancel.request()
            return task.cancel
        self._pending += 1
        crew.take(task)
        return task.cancel

    def _carry_out(self, task: _Task) -> None:
        """On a worker's thread."""
        if task.is_write or task.is_long or not (self._closing or task.cancel.requested):
            try:
                task.result = task.work()
            except Exception as error:  # noqa: BLE001  # whatever it is, the person is told on the GUI thread
                task.error = error
        else:
            task.cancel.request()
        self._done.emit(task)

    def _deliver(self, task: _Task) -> None:
        try:
            if task.error is not None:
                self._deliver_error(task, task.error)
            elif task.wants_delivery:
                task.then(task.result)
        finally:
            self._settle(task)

    def _deliver_error(self, task: _Task, error: Exception) -> None:
        if not isinstance(error, DomainError):
            self._report_crash(error)
        if task.failed is not None and task.wants_delivery:
            task.failed(error)
        elif task.place is not None and isinstance(error, EnvironmentFault):
            self._hold_back(task, error)
        elif task.is_write or task.wants_delivery:
            self.failed.emit(self.explain(error))

    def _hold_back(self, task: _Task, error: EnvironmentFault) -> None:
        """Until there is room, unless something newer is on its way to the same place."""
        if self._newest.get(task.place) is task:
            self._held_back[task.place] = task
            if not self._next_try.isActive():
                self._next_try.start()
        if not self._has_told_why:
            self._has_told_why = True
            self.failed.emit(self.explain(error))

    def _try_again(self) -> None:
        """In the order in which it was typed."""
        held_back, self._held_back = self._held_back, {}
        for task in held_back.values():
            task.error = None
            self._start_write(task)

    def _settle(self, task: _Task) -> None:
        if task.is_write:
            self._unfinished_writes -= 1
            self._tell_of_saving(task)
        self._long_jobs.discard(task.cancel)
        if self._held_back.get(task.place) is not task:
            if self._newest.get(task.place) is task:
                del self._newest[task.place]
            task.let_go()
        self._pending -= 1
        if not self._pending:
            self.idle.emit()

    def _tell_of_saving(self, task: _Task) -> None:
        if task.error is None:
            self._is_behind = bool(self._held_back)
            self._has_told_why = self._is_behind
        elif task.is_lost:
            self._is_behind = True
        if self._is_behind:
            self.not_saved.emit()
        elif not self._unfinished_writes:
            self.saved.emit()

    def _tell(self, listener: tuple[QObject, Progress], done: int, total: int) -> None:
        owner, progress = listener
        if isValid(owner):
            progress(done, total)


class _Crew:
    """Threads that take tasks in turn from one queue, begun with the first task."""

    def __init__(self, name: str, size: int, carry_out: Callable[[_Task], None]) -> None:
        self._queue: SimpleQueue[_Task | None] = SimpleQueue()
        self._carry_out = carry_out
        self._name, self._size = name, size
        self._threads: list[threading.Thread] = []

    def take(self, task: _Task) -> None:
        if not self._threads:
            self._begin()
        self._queue.put(task)

    def finish(self) -> None:
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()

    def _begin(self) -> None:
        for number in range(self._size):
            thread = threading.Thread(target=self._work, name=f"{self._name}-{number}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def _work(self) -> None:
        while (task := self._queue.get()) is not None:
            self._carry_out(task)
