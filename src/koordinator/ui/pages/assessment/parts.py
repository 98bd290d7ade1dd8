"""What the cards of the assessment page are built of."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from koordinator.texts import assessment_page as texts
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role

_LEAST_WIDTH: Final = 100
_LEAST_HEIGHT: Final = 120


class ScrollColumn(QScrollArea):
    """Content that scrolls by itself, so that the buttons below it stay where they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(4, 4, 4, 4)
        self.content.setSpacing(8)
        self.setWidget(inside)

    @override
    def sizeHint(self) -> QSize:
        """It takes the room there is: the page round it must not grow with the content."""
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scrolls to a widget, once one that has only just been shown has found its place."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(widget) if isValid(widget) else None)


class Body(QWidget):
    """What stands in the middle at a stop; it knows which answer a digit chooses and where the keyboard begins."""

    def press(self, digit: int, *, for_citizen: bool = False) -> None:
        """A digit was typed; with Alt it is the citizen's answer."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """The keyboard begins here."""


class Footer(QWidget):
    """Back to the left, on to the right, and between them which keys there are."""

    back = Signal()
    on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = Button(texts.BACK)
        self._back.clicked.connect(self.back)
        self._hint = Label(role=Role.SMALL_MUTED, wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.primary = Button("", Kind.PRIMARY)
        self.primary.clicked.connect(self.on)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 4, 0)
        line.setSpacing(12)
        line.addWidget(self._back)
        line.addWidget(self._hint, 1)
        line.addWidget(self.primary)

    def show_way(self, on: str, hint: str, *, can_go_back: bool) -> None:
        """The words of the stop that is shown."""
        self.primary.setText(on)
        self._hint.setText(hint)
        self._back.setVisible(can_go_back)
