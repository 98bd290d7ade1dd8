"""Vis på storskærm: opens the second window, keeps it at the item on the table, and takes it down in time."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from koordinator.domain.meeting import AgendaItem, MeetingStatus
from koordinator.ui.override import override
from koordinator.ui.pages.meeting.shared_view import shared_view
from koordinator.ui.pages.meeting.shared_window import SharedWindow
from koordinator.ui.pages.meeting.work import Work

_LOOK_AT_CLOCK_MS: Final = 10_000


class RoomScreen(QObject):
    """`turned` when the second window is shown or gone. It goes with the meeting, the main window and its screen."""

    turned = Signal(bool)

    def __init__(self, work: Work, item: Callable[[], AgendaItem | None], room: QWidget) -> None:
        super().__init__(room)
        self._work, self._item, self._room = work, item, room
        self._meeting_id = 0
        self.window: SharedWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AT_CLOCK_MS)
        self._timer.timeout.connect(self.feed)
        work.changed.connect(self.feed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._close)

    def turn(self) -> None:
        """Shows the window, or takes it down."""
        if self.window is not None:
            self.window.close()
            return
        self._meeting_id = self._work.file.meeting.id
        self.window = SharedWindow()
        self.window.closed.connect(self._gone)
        self.window.room_asked.connect(lambda: self._room.window().activateWindow())
        self.feed()
        self._place(self.window)
        self._room.window().installEventFilter(self)
        self._timer.start()
        self.turned.emit(self.window is not None)

    def feed(self) -> None:
        """Shows the item on the table; a meeting that is over, or another, takes the window down."""
        if self.window is None or not self._work.is_open:
            return
        meeting = self._work.file.meeting
        if meeting.id != self._meeting_id or meeting.status is not MeetingStatus.RUNNING:
            self._close()
        else:
            self.window.show_view(shared_view(self._work.file, self._item(), self._work.now()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The main window closes; one that is only put away in the taskbar hides spontaneously."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._close()
        return False

    def _place(self, window: SharedWindow) -> None:
        """On the other screen when there is one; else a window that can be moved."""
        here = self._room.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not here]
        if others:
            window.setGeometry(others[0].geometry())
            window.showFullScreen()
        else:
            window.show()

    def _close(self) -> None:
        if self.window is not None:
            self.window.close()

    def _gone(self) -> None:
        gone, self.window = self.window, None
        self._timer.stop()
        self._room.window().removeEventFilter(self)
        if gone is not None:
            gone.deleteLater()
        self.turned.emit(self.window is not None)
