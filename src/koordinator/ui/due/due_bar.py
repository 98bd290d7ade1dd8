"""The bar below a list of what falls due: what the chosen line is, and what can be done about it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.texts.ui import with_keys
from koordinator.ui.due.due_list import KEYS
from koordinator.ui.due.rows import Act, DueRow
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import ElidedLabel, Role
from koordinator.ui.widgets.layout import Separator, column, row


class DueBar(QWidget):
    """Hidden until a line is chosen; `others` stand after the buttons of the acts."""

    def __init__(self, acts: Mapping[Act, Button], *others: Button) -> None:
        super().__init__()
        self._acts = acts
        self._words = ElidedLabel("", Role.STRONG)
        bar = row(gap=8)
        bar.setContentsMargins(24, 10, 24, 10)
        bar.addWidget(self._words, 1)
        for button in (*acts.values(), *others):
            bar.addWidget(button)
        self.setLayout(column(Separator(), bar, gap=0))
        self.hide()

    def show_line(self, line: DueRow, words: str, can: Sequence[Act]) -> None:
        """Shows the line, and those of the acts that can be done with it."""
        self._words.setText(words)
        self._acts[Act.DONE].setText(with_keys(line.button, KEYS[Act.DONE]))
        for act, button in self._acts.items():
            button.setVisible(act in can)
        self.show()


def below_page(page: QWidget, messages: QWidget, frame: QWidget, bar: DueBar) -> None:
    """The messages over the page, and the bar at its foot."""
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(messages)
    outer.addWidget(frame, 1)
    outer.addWidget(bar)
