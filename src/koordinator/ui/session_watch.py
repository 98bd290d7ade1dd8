"""The screen locks with the session, and before the machine sleeps: what is heard on other threads reaches the lock."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from koordinator.ui.lock import Lock


class Heard(Protocol):
    """What listens to the desktop."""

    def start(self) -> object: ...

    def covered(self) -> None:
        """The screen has been locked."""
        ...

    def stop(self) -> None: ...


class SessionWatch(QObject):
    """Lives as long as the lock. `listen` is handed what to call, on any thread, when the screen must lock."""

    _asked = Signal()

    def __init__(self, lock: Lock, listen: Callable[[Callable[[], None]], Heard]) -> None:
        super().__init__(lock)
        self._lock = lock
        self._heard = listen(self._asked.emit)
        self._asked.connect(self._act)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._heard.stop)
        self.destroyed.connect(self._heard.stop)
        self._heard.start()

    def _act(self) -> None:
        self._lock.lock()
        # A turn later the covers have been painted.
        QTimer.singleShot(0, self, self._heard.covered)
