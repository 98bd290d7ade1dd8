"""The open database's file is looked over while nobody waits: its pages at each start, all of it once a week.

After a stop of the machine too: a disk that lost what it had called safe leaves older pages, each of them whole.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from koordinator.bootstrap import heavy
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.storage.engine import Database
from koordinator.storage.whole_checks import CheckStopped, GoOn
from koordinator.ui.main_window import MainWindow, Memory
from koordinator.ui.pages.security.condition import Condition
from koordinator.ui.tasks import Cancel, LongJob, Progress, Tasks

if TYPE_CHECKING:
    from koordinator.usecases.ports import Clock

_EVERY: Final = timedelta(days=7)
_REST_SECONDS: Final = 0.002
"""After each megabyte, so that the disk is there for others too."""


class FileWatch:
    """Looks at the file, and remembers on this machine when it last was whole."""

    def __init__(self, database: Database, tasks: Tasks, memory: Memory, clock: "Clock") -> None:
        self._database, self._tasks, self._memory, self._clock = database, tasks, memory, clock

    def condition(self) -> Condition:
        """What is known now."""
        return Condition(
            self._remembered("pages"), self._remembered("whole"), is_damaged=self._database.damage.is_known
        )

    def begin(self) -> None:
        """The look of this start; whole when a week has passed, or nobody closed the file."""
        if self._database.was_left_open:
            # Due until it is done, also when the window is closed before that.
            self._memory.put(self._key("whole"), "")
        whole_at = self._remembered("whole")
        is_due = whole_at is None or self._clock.now() - whole_at >= _EVERY
        self._look(self._tasks, _nothing_more, _nobody_counts, is_whole=is_due)

    def look(self, owner: QObject, then: Callable[[Condition], object], progress: Progress) -> Cancel:
        """The whole look, now; `then` hears also when it was stopped."""
        return self._look(owner, then, progress, is_whole=True)

    def _look(
        self, owner: QObject, then: Callable[[Condition], object], progress: Progress, *, is_whole: bool
    ) -> Cancel:
        def done(is_done: bool) -> None:
            if is_done and not self._database.damage.is_known:
                for name in ("pages", "whole") if is_whole else ("pages",):
                    self._memory.put(self._key(name), self._clock.now().isoformat())
            then(self.condition())

        return self._tasks.run_long(owner, lambda job: self._work(_paced(job), is_whole=is_whole), done, progress)

    def _work(self, go_on: GoOn, *, is_whole: bool) -> bool:
        """Whether it came to an end; damage is noted in the database itself."""
        try:
            if not self._database.check_pages(go_on) and is_whole:
                self._database.check_structure(go_on)
        except CheckStopped:
            return False
        except DatabaseDamaged:
            return True
        return True

    def _remembered(self, name: str) -> datetime | None:
        try:
            return datetime.fromisoformat(self._memory.get(self._key(name)) or "")
        except ValueError:
            return None

    def _key(self, name: str) -> str:
        return f"{name}_looked_at {self._database.path}"


class FileGuard(QObject):
    """Lets the window say what is wrong with its file."""

    _damaged = Signal()

    def __init__(self, window: MainWindow, tasks: Tasks, database: Database) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        # Queued: damage is found on any thread.
        self._damaged.connect(self._say)
        database.damage.when_known(self._hear)
        if database.may_lack_the_last:
            heavy.say_what_may_lack(window)

    def _hear(self) -> None:
        # The database is looked at and closed after the window is gone.
        if isValid(self):
            self._damaged.emit()

    def _say(self) -> None:
        self._window.put_on_top(heavy.damage_strip(self._window, self._tasks))


def _paced(job: LongJob) -> GoOn:
    nobody_ends_it = Event()

    def go_on(done: int, total: int) -> bool:
        nobody_ends_it.wait(_REST_SECONDS)
        return job.report(done, total)

    return go_on


def _nothing_more(_condition: Condition) -> None:
    """Damage is heard of from the database itself."""


def _nobody_counts(_done: int, _total: int) -> None:
    """Nobody looks on."""
