"""Windows: the session's own lock and the machine going to sleep, as messages to the window."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from koordinator.ui.override import override

_SESSION_CHANGE: Final = 0x02B1
_SESSION_LOCKS: Final = 0x7
_POWER: Final = 0x0218
_POWER_SUSPENDS: Final = 0x4
_THIS_SESSION: Final = 0
_WHEN_TO_LOCK: Final = frozenset({(_SESSION_CHANGE, _SESSION_LOCKS), (_POWER, _POWER_SUSPENDS)})


class WindowsSession(QAbstractNativeEventFilter):
    """Calls `locks` for the messages that say so, and lets every message go on to the window with the number."""

    def __init__(self, window_id: int, locks: Callable[[], object]) -> None:
        super().__init__()
        self._window_id, self._locks = window_id, locks

    def start(self) -> None:
        """From now on, also of the session's lock: a window is told of that only when it has asked to be."""
        if sys.platform == "win32":
            register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
            register.argtypes = [wintypes.HWND, wintypes.DWORD]
            register(self._window_id, _THIS_SESSION)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)

    def covered(self) -> None:
        """Windows waits for nobody."""

    def stop(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)

    @override
    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if QByteArray(kind).data() == b"windows_generic_MSG":
            said = wintypes.MSG.from_address(int(message))
            if (said.message, said.wParam) in _WHEN_TO_LOCK:
                self._locks()
        return False, 0
