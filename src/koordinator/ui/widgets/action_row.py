"""One thing that needs someone: who, why in a sentence, and one button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from koordinator.ui import theme
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button, Kind, LinkButton
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.layout import column

_NAME_WIDTH = 172


class ActionRow(QWidget):
    """`opened` when the name is pressed, `acted` when the button is. At most one row a page is `is_primary`."""

    opened = Signal()
    acted = Signal()

    def __init__(
        self, name: str, why: str, action: str, *, badge: Badge | None = None, is_primary: bool = False
    ) -> None:
        super().__init__()
        link = LinkButton(name, Kind.NAME)
        link.clicked.connect(self.opened)
        button = Button(action, Kind.PRIMARY if is_primary else Kind.QUIET)
        button.setAccessibleName(f"{action}: {name}")
        button.clicked.connect(self.acted)
        self._who = QWidget()
        self._who.setLayout(column(link, *([badge] if badge is not None else []), gap=3))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(12)
        line.addWidget(self._who)
        line.addWidget(Label(why, wraps=True), 1)
        line.addWidget(button)
        theme.active().changed.connect(self._take_text_size)
        self._take_text_size()

    def _take_text_size(self) -> None:
        self._who.setFixedWidth(theme.active().px(_NAME_WIDTH))
