"""The lock: after some minutes without a key or a move, or when asked, every window is covered."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputEvent, QKeyEvent, QResizeEvent, QWindow
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QMainWindow, QWidget
from shiboken6 import isValid

from koordinator.domain.errors import DomainError
from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.focus import focus_of_application
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import IconLabel, Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, holder, row
from koordinator.ui.widgets.line_edits import LineEdit

_WIDTH: Final = 380


class UnlockWay(NamedTuple):
    """How the screen is opened again. Where no passphrase is asked for, a press opens."""

    asks_passphrase: Callable[[], bool]
    """Asked each time the screen locks: a passphrase can have been set since."""
    recognises: Callable[[str], bool]
    """Whether it is the passphrase. Runs on a worker: deriving a key takes a second."""


class Lock(QObject):
    locked = Signal()
    unlocked = Signal()

    def __init__(self, window: QMainWindow, tasks: Tasks, way: UnlockWay) -> None:
        super().__init__(window)
        self._window, self._tasks, self._way = window, tasks, way
        self._covers: list[LockCover] = []
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
        return bool(self._covers)

    def lock_after(self, minutes: int) -> None:
        """0 never locks by itself."""
        self._idle.setInterval(minutes * 60_000)
        self._idle.start() if minutes else self._idle.stop()

    def lock(self) -> None:
        """Lets what is being typed be saved, then hides everything in every window."""
        if self.is_locked:
            return
        self._focus = focus_of_application()
        if self._focus is not None:
            self._focus.clearFocus()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        front = QApplication.activeModalWidget() or self._window
        # Never asked for less than before, whatever has become of the file with the keys.
        self._asks = self._asks or self._has_passphrase()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
                self._covers.append(LockCover(window, asks=window is front, asks_passphrase=self._asks))
        for cover in self._covers:
            cover.answered.connect(self._try)
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

    def _try(self, passphrase: str) -> None:
        for cover in self._covers:
            cover.show_checking()
        asks, recognises = self._asks, self._way.recognises
        self._tasks.compute(self, lambda: not asks or recognises(passphrase), self._answer, self._not_opened)

    def _answer(self, is_right: bool) -> None:
        if not is_right:
            self._stay_locked(texts.WRONG_PASSPHRASE)
            return
        for cover in self._covers:
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
            cover.show_fault(sentence)


class LockCover(QFrame):
    """Lies over one window. What is under it is hidden, also from the keyboard and from screen readers."""

    answered = Signal(str)

    def __init__(self, window: QWidget, *, asks: bool, asks_passphrase: bool) -> None:
        super().__init__(window)
        self._covered = window
        self._hidden = [
            child
            for child in window.children()
            if isinstance(child, QWidget) and child is not self and not child.isWindow() and not child.isHidden()
        ]
        for child in self._hidden:
            child.hide()
        self._words = LineEdit(texts.PASSPHRASE)
        self._words.setEchoMode(QLineEdit.EchoMode.Password)
        self._words.setVisible(asks_passphrase)
        self._button = Button(texts.UNLOCK, Kind.PRIMARY)
        self._fault = Label(role=Role.FAULT, wraps=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.LOCKED_HEADING)
        self._lay_out(asks=asks, asks_passphrase=asks_passphrase)
        self._words.returnPressed.connect(self._button.click)
        self._button.clicked.connect(lambda: self.answered.emit(self._words.text()))
        window.installEventFilter(self)
        self._cover()
        self.show()
        (self if not asks else self._words if asks_passphrase else self._button).setFocus()

    def show_checking(self) -> None:
        self._button.setEnabled(False)
        self._button.setText(texts.UNLOCKING)
        self._fault.hide()

    def show_fault(self, sentence: str) -> None:
        self._button.setEnabled(True)
        self._button.setText(texts.UNLOCK)
        self._fault.setText(sentence)
        self._fault.show()
        self._words.selectAll()
        self._words.setFocus()
        announce(self, sentence)

    def lift(self) -> None:
        self._covered.removeEventFilter(self)
        self.hide()
        for child in self._hidden:
            if isValid(child):
                child.show()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._cover()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing reaches the window under the cover: Escape would close a dialog."""
        event.accept()

    def _cover(self) -> None:
        self.setGeometry(self._covered.rect())
        self.raise_()

    def _lay_out(self, *, asks: bool, asks_passphrase: bool) -> None:
        inside = column(gap=12)
        inside.addWidget(IconLabel("lock", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role in ((texts.LOCKED_HEADING, Role.LEAD), (texts.LOCKED_TEXT, Role.MUTED)):
            words = Label(text, role, wraps=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(words)
        if asks_passphrase:
            inside.addWidget(Label(texts.PASSPHRASE, Role.STRONG))
        inside.addWidget(self._words)
        inside.addWidget(self._fault)
        inside.addWidget(self._button)
        self._fault.hide()
        box = holder(inside)
        box.setFixedWidth(theme.active().px(_WIDTH))
        middle = column(STRETCH, row(STRETCH, box, STRETCH), STRETCH, STRETCH, gap=0)
        self.setLayout(middle)
        if not asks:
            box.hide()
