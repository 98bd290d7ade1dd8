"""What the desktop says reaches the lock."""

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from threading import Thread

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from koordinator.ui.lock import Lock, UnlockWay
from koordinator.ui.session_watch import SessionWatch
from koordinator.ui.session_windows import WindowsSession
from koordinator.ui.tasks import Tasks

GENERIC = b"windows_generic_MSG"


class Desktop:
    """Says on a thread of its own that the screen must be locked."""

    def __init__(self, locks: Callable[[], None]) -> None:
        self.said: list[str] = []
        self.locks = locks

    def start(self) -> None:
        self.said.append("start")

    def covered(self) -> None:
        self.said.append("covered")

    def stop(self) -> None:
        self.said.append("stop")


def test_desktop_that_locks_locks_the_screen_and_is_told_once_it_is(qtbot: QtBot, tasks: Tasks) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    lock = Lock(window, tasks, UnlockWay(lambda: False, lambda _nothing: True))
    desktops: list[Desktop] = []

    def listen(locks: Callable[[], None]) -> Desktop:
        desktops.append(Desktop(locks))
        return desktops[0]

    SessionWatch(lock, listen)
    (desktop,) = desktops
    assert desktop.said == ["start"]
    Thread(target=desktop.locks).start()

    qtbot.waitUntil(lambda: "covered" in desktop.said)
    assert lock.is_locked
    # The session may say so again while it is locked.
    desktop.locks()
    qtbot.waitUntil(lambda: desktop.said.count("covered") == 2)
    assert lock.is_locked


@pytest.mark.parametrize(
    ("kind", "message", "what", "locks"),
    [
        (GENERIC, 0x02B1, 0x7, True),
        (GENERIC, 0x02B1, 0x8, False),
        (GENERIC, 0x0218, 0x4, True),
        (GENERIC, 0x0218, 0x7, False),
        (GENERIC, 0x0100, 0x7, False),
        (b"xcb_generic_event_t", 0x02B1, 0x7, False),
    ],
)
def test_message_of_windows_locks_when_it_says_so(kind: bytes, message: int, what: int, *, locks: bool) -> None:
    heard: list[str] = []
    session = WindowsSession(1, lambda: heard.append("locked"))
    said = wintypes.MSG(message=message, wParam=what)

    assert session.nativeEventFilter(kind, ctypes.addressof(said)) == (False, 0)
    assert heard == ["locked"] * locks
