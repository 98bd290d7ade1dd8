"""Surfaces: the white card with a hairline, and the tinted panel for one remark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.labels import Label, Role, set_look
from koordinator.ui.widgets.layout import column, row


class Card(QFrame):
    """Content goes into `body`; `title` and what is added to the head stand above it.

    With `fills` the body takes all the height (a table, an editor); otherwise it stays at the top.
    """

    def __init__(self, title: str = "", *, margin: int = 18, fills: bool = False) -> None:
        super().__init__()
        self.body = column(gap=8)
        self.head: QHBoxLayout = row(gap=8)
        self._title = Label(title, Role.CARD, wraps=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margin, margin - 2, margin, margin)
        outer.setSpacing(10)
        self.head.addWidget(self._title, 1)
        outer.addLayout(self.head)
        outer.addLayout(self.body, 1 if fills else 0)
        if not fills:
            outer.addStretch(1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_to_head(self, widget: QWidget) -> None:
        """A button or choice to the right of the title."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class Panel(QFrame):
    """One remark on a tint, with room for buttons to the right."""

    def __init__(self, text: str, tone: Tone = Tone.INFO) -> None:
        super().__init__()
        self.setProperty("tone", tone.value)
        self._label = Label(text, wraps=True)
        self._label.setProperty("tone", tone.value)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 8, 12, 8)
        self._line.setSpacing(12)
        self._line.addWidget(self._label, 1)

    def set_text(self, text: str, tone: Tone | None = None) -> None:
        self._label.setText(text)
        if tone is not None:
            for part in (self, self._label):
                set_look(part, "tone", tone.value)

    def add_button(self, button: QWidget) -> None:
        self._line.addWidget(button)
