"""What is copied out of the program stays on the clipboard for a minute, and in no clipboard's history.

All of it, not only what looks like a CPR number: a sentence about a citizen is no less private than the number.
"""

import secrets
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

_STAYS_MS: Final = 60_000
_MARK: Final = "application/x-koordinator"
_FOR_NOBODY_S_HISTORY: Final = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\1\0\0\0"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\0\0\0\0"),
    ("application/x-nspasteboard-concealed-type", b""),
)
"""How clipboard managers are told on Linux, Windows (and there not to send it on to other machines) and macOS."""


class ClipboardKeeper(QObject):
    """`took` whenever something was copied. Whatever other programs put on the clipboard is left alone."""

    took = Signal()

    def __init__(
        self, parent: QObject, *, is_ours: Callable[[], bool] | None = None, stays_ms: int = _STAYS_MS
    ) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._is_ours = is_ours or self._clipboard.ownsClipboard
        self._mark = secrets.token_bytes(8)
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(stays_ms)
        self._time.timeout.connect(self.clear)
        # A turn later: the clipboard is not to be written to while it tells of having been written to.
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.setInterval(0)
        self._look_soon.timeout.connect(self._look)
        self._clipboard.dataChanged.connect(self._look_soon.start)
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.clear)

    def clear(self) -> None:
        """Now: the minute is over, the screen locks, or the program ends."""
        self._time.stop()
        self._look_soon.stop()
        if self._is_ours():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _look(self) -> None:
        if not self._is_ours():
            self._time.stop()
            return
        # Nothing where the clipboard is empty, whatever PySide's own types say.
        data: QMimeData | None = self._clipboard.mimeData()
        if data is None or not data.formats() or data.data(_MARK).data() == self._mark:
            return
        self._clipboard.setMimeData(self._marked(data))
        self._time.start()
        self.took.emit()

    def _marked(self, data: QMimeData) -> QMimeData:
        marked = QMimeData()
        for name in data.formats():
            marked.setData(name, data.data(name))
        for name, value in (*_FOR_NOBODY_S_HISTORY, (_MARK, self._mark)):
            marked.setData(name, value)
        return marked
