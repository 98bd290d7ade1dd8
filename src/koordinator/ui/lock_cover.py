"""What lies over a locked window: neither eyes nor keys nor a screen reader find anything but the way to unlock."""

from typing import Final, NamedTuple

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget
from shiboken6 import isValid

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import IconLabel, Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, holder, row
from koordinator.ui.widgets.line_edits import LineEdit

_WIDTH: Final = 380
_OUT_OF_THE_TREE: Final = "qt_rubberband"
"""Qt tells screen readers of every child, hidden ones too, but never of one with this name."""


class _Hidden(NamedTuple):
    child: QWidget
    name: str
    was_shown: bool


class _Said(NamedTuple):
    """What the window itself says to the task bar and to screen readers."""

    title: str
    name: str
    description: str
    tip: str

    @classmethod
    def by(cls, window: QWidget) -> "_Said":
        return cls(window.windowTitle(), window.accessibleName(), window.accessibleDescription(), window.toolTip())

    def put_on(self, window: QWidget) -> None:
        window.setWindowTitle(self.title)
        window.setAccessibleName(self.name)
        window.setAccessibleDescription(self.description)
        window.setToolTip(self.tip)


_SAYS_NOTHING: Final = _Said(texts.PROGRAM, texts.LOCKED_HEADING, "", "")


class LockCover(QFrame):
    """Lies over one window from the moment it is made. `ask` lets it be the one where the screen is unlocked."""

    answered = Signal(str)

    def __init__(self, window: QWidget, *, asks_passphrase: bool) -> None:
        super().__init__(window)
        self.covered = window
        self._asks_passphrase = asks_passphrase
        self._said = _Said.by(window)
        self._hidden: list[_Hidden] = []
        for child in window.children():
            if isinstance(child, QWidget) and child is not self:
                self._take(child)
        self._words = LineEdit(texts.PASSPHRASE)
        self._words.setEchoMode(QLineEdit.EchoMode.Password)
        self._button = Button(texts.UNLOCK, Kind.PRIMARY)
        self._fault = Label(role=Role.FAULT, wraps=True)
        self._box = self._make_box()
        self.setLayout(column(STRETCH, row(STRETCH, self._box, STRETCH), STRETCH, STRETCH, gap=0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.LOCKED_HEADING)
        self._words.returnPressed.connect(self._button.click)
        self._button.clicked.connect(lambda: self.answered.emit(self._words.text()))
        window.installEventFilter(self)
        _SAYS_NOTHING.put_on(window)
        self._cover()
        self.show()
        self.setFocus()

    def ask(self, asks: bool) -> None:
        """Whether it is here that the screen is unlocked: in the window that is in front."""
        if self._box.isHidden() == asks:
            self._box.setVisible(asks)
            (self if not asks else self._words if self._asks_passphrase else self._button).setFocus()

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
        self.covered.removeEventFilter(self)
        self.hide()
        for hidden in self._hidden:
            if isValid(hidden.child):
                self._give_back(hidden)
        self._hidden = []
        self._said.put_on(self.covered)
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.covered:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                self._cover()
                QTimer.singleShot(0, watched, lambda: self._take(watched))
        elif isinstance(event, QResizeEvent):
            self._cover()
        elif isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            self._meet(event.child())
        elif event.type() == QEvent.Type.WindowTitleChange and self.covered.windowTitle() != _SAYS_NOTHING.title:
            self._said = self._said._replace(title=self.covered.windowTitle())
            self.covered.setWindowTitle(_SAYS_NOTHING.title)
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing reaches the window under the cover: Escape would close a dialog."""
        event.accept()

    def _meet(self, child: QObject) -> None:
        """Something was put into the window while it is locked."""
        if isinstance(child, QWidget) and child is not self:
            self._cover()
            self._take(child)

    def _take(self, child: QWidget) -> None:
        # The ring round what has the keyboard holds nothing, and may stand round our own button.
        if child.isWindow() or child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            return
        known = next((each for each in self._hidden if each.child is child), None)
        was_shown = not child.isHidden()
        if known is None:
            self._hidden.append(_Hidden(child, child.objectName(), was_shown))
            child.setObjectName(_OUT_OF_THE_TREE)
            child.installEventFilter(self)
        elif was_shown:
            self._hidden[self._hidden.index(known)] = known._replace(was_shown=True)
        if was_shown:
            child.hide()
            # So that it can be told from what the program hides meanwhile.
            child.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)  # noqa: FBT003 - Qt's own

    def _give_back(self, hidden: _Hidden) -> None:
        child = hidden.child
        child.removeEventFilter(self)
        child.setObjectName(hidden.name)
        if hidden.was_shown and not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            child.show()

    def _cover(self) -> None:
        self.setGeometry(self.covered.rect())
        self.raise_()

    def _make_box(self) -> QWidget:
        inside = column(gap=12)
        inside.addWidget(IconLabel("lock", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role in ((texts.LOCKED_HEADING, Role.LEAD), (texts.LOCKED_TEXT, Role.MUTED)):
            words = Label(text, role, wraps=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(words)
        if self._asks_passphrase:
            inside.addWidget(Label(texts.PASSPHRASE, Role.STRONG))
        inside.addWidget(self._words)
        inside.addWidget(self._fault)
        inside.addWidget(self._button)
        self._fault.hide()
        box = holder(inside)
        self._words.setVisible(self._asks_passphrase)
        box.setFixedWidth(theme.active().px(_WIDTH))
        box.hide()
        return box
