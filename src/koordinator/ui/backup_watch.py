"""Keeps the backups up while the window is open, and says quietly when there is something to do about them."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from koordinator.domain.backup import BackupState
from koordinator.domain.backup_health import TOLD_EVERY, Elsewhere, is_due
from koordinator.texts import backups as texts
from koordinator.ui.main_window import MainWindow, Memory
from koordinator.ui.tasks import Tasks
from koordinator.usecases.backups import BackupOverview, Backups

_LOOKS_EVERY_MS: Final = 60_000
_TOLD: Final = "backups_told_at"


class _Round(NamedTuple):
    """What one look found; the overview only where there may be something to say."""

    has_made: bool
    overview: BackupOverview | None


class BackupWatch(QObject):
    """Looks once a minute; when it is time for a backup or a trial is for the use cases and their clock to say."""

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        memory: Memory,
        backups: Callable[[], Backups],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._memory = window, tasks, memory
        self._backups, self._now = backups, now
        self._is_busy = self._has_said_why = False
        self._is_first = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOKS_EVERY_MS)

    def look(self) -> None:
        """Begins a look, unless one is on its way."""
        if not self._is_busy:
            self._is_busy = True
            self._tasks.compute(self, self._round, self._came, self._failed)

    def _round(self) -> _Round:
        """On a worker."""
        backups = self._backups()
        made = backups.keep_up()
        tried = backups.try_newest()
        may_tell = self._is_first or tried is not None or self._is_time_to_tell()
        return _Round(made is not None, backups.overview() if may_tell else None)

    def _came(self, found: _Round) -> None:
        self._is_busy = self._is_first = False
        self._has_said_why = self._has_said_why and not found.has_made
        overview = found.overview
        if overview is None or overview.is_invented:
            return
        if overview.trial is not None and overview.trial.state is not BackupState.GOOD:
            self._window.messages.warning(texts.NOTICE_TRIAL_FAILED)
        elif overview.elsewhere is not Elsewhere.FINE and self._is_time_to_tell():
            self._memory.put(_TOLD, self._now().isoformat())
            self._window.messages.warning(texts.elsewhere_notice(overview.elsewhere))

    def _failed(self, error: Exception) -> None:
        """It is tried again when it is time again; why it went wrong is said once."""
        self._is_busy = False
        if not self._has_said_why:
            self._has_said_why = True
            self._window.messages.warning(texts.NOTICE_FAILED.format(why=self._tasks.explain(error)))

    def _is_time_to_tell(self) -> bool:
        try:
            told_at = datetime.fromisoformat(self._memory.get(_TOLD) or "")
        except ValueError:
            told_at = None
        return is_due(told_at, TOLD_EVERY, self._now())
