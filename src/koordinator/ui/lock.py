"""The lock: after some minutes without a key or a move, or when asked, every window is covered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from shiboken6 import isValid

from koordinator.domain.errors import DomainError
from koordinator.texts import ui as texts
from koordinator.ui import heavy
from koordinator.ui.focus import focus_of_application
from koordinator.ui.override import override
from koordinator.ui.tasks import Tasks

if TYPE_CHECKING:
    from koordinator.ui.lock_cover import LockCover
    from koordinator.ui.lock_guard import LockGuard

_NEVER_TOLD_OF: Final = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class UnlockWay(NamedTuple):
    """How the screen is opened again. Where no passphrase is asked for, a press opens."""

    asks_passphrase: Callable[[], bool]
    """Asked each time the screen locks: a passphrase can have been set since."""
    recognises: Callable[[str], bool]
    """Whether it is the passphrase. Runs on a worker: deriving a key takes a second."""
    gave_up_passphrase: Callable[[], bool] = bool
    """Whether it was taken away in the program itself: nothing else lets the screen ask for less than before."""


class Lock(QObject):
    locked = Signal()
    unlocked = Signal()

    def __init__(self, window: QMainWindow, tasks: Tasks, way: UnlockWay) -> None:
        super().__init__(window)
        self._window, self._tasks, self._way = window, tasks, way
        self._covers: list[LockCover] = []
        self._guard: LockGuard | None = None
        self._asks = self._has_passphrase()
        self._focus: QWidget | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    @property
    def is_locked(self) -> bool:
        return self._guard is not None

    def lock_after(self, minutes: int) -> None:
        """0 never locks by itself."""
        self._idle.setInterval(minutes * 60_000)
        self._idle.start() if minutes else self._idle.stop()

    def lock(self) -> None:
        """Lets what is being typed be saved, then hides everything in every window, and whatever comes up meanwhile."""
        if self.is_locked:
            return
        self._focus = focus_of_application()
        if self._focus is not None:
            self._focus.clearFocus()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        # Never asked for less than before, whatever has become of the file with the keys.
        self._asks = (self._asks and not self._way.gave_up_passphrase()) or self._has_passphrase()
        self._guard = heavy.lock_guard()(self, self._cover)
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._guard.meet(window)
            elif _is_told_of(window):
                self._cover(window)
        self.locked.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and self._idle.isActive():
            self._idle.start()
        return False

    def _has_passphrase(self) -> bool:
        """Also when it cannot be found out: whoever tries to open is told why."""
        try:
            return self._way.asks_passphrase()
        except DomainError:
            return True

    def _watch(self, window: QWindow | None) -> None:
        """Only what reaches a window is looked at: a filter on the application would see every event."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _cover(self, window: QWidget) -> None:
        """Covers a window that is there, and asks in whichever is in front now."""
        if not self.is_locked:
            return
        self._covers = [cover for cover in self._covers if isValid(cover) and isValid(cover.covered)]
        known = isValid(window) and any(cover.covered is window for cover in self._covers)
        if isValid(window) and (window.isVisible() or _is_told_of(window)) and not known:
            if window.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
                _send_away(window)
            else:
                cover = heavy.lock_cover()(window, asks_passphrase=self._asks)
                cover.answered.connect(self._try)
                self._covers.append(cover)
        front = QApplication.activeModalWidget() or self._window
        for cover in self._covers:
            cover.ask(cover.covered is front)

    def _try(self, passphrase: str) -> None:
        for cover in self._covers:
            cover.show_checking()
        asks, recognises = self._asks, self._way.recognises
        self._tasks.compute(self, lambda: not asks or recognises(passphrase), self._answer, self._not_opened)

    def _answer(self, is_right: bool) -> None:
        if not is_right:
            self._stay_locked(texts.WRONG_PASSPHRASE)
            return
        if self._guard is not None:
            self._guard.leave()
            self._guard = None
        for cover in self._covers:
            if isValid(cover) and isValid(cover.covered):
                cover.lift()
        self._covers = []
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        if self._idle.interval():
            self._idle.start()
        self.unlocked.emit()

    def _not_opened(self, error: Exception) -> None:
        self._stay_locked(self._tasks.explain(error))

    def _stay_locked(self, sentence: str) -> None:
        for cover in self._covers:
            if isValid(cover):
                cover.show_fault(sentence)


def _is_told_of(window: QWidget) -> bool:
    """Qt tells screen readers of a window that was shown once, for as long as it lives; of a popup never."""
    return window.windowHandle() is not None and window.windowType() not in _NEVER_TOLD_OF


def _send_away(dialog: QWidget) -> None:
    """The system's own dialog for choosing a file or a printer, over which nothing of ours can lie."""
    if isinstance(dialog, QDialog):
        dialog.reject()
