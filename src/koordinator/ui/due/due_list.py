"""A list of what falls due: one key does it, and the arrow keys leave the list at its ends."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from koordinator.ui import theme
from koordinator.ui.due.rows import Act, DueRow
from koordinator.ui.override import override
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column

KEYS: Final = {Act.DONE: "D", Act.NEW_DAY: "N", Act.NOT_DONE: "I"}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ACT_OF: Final = {
    Qt.Key.Key_D: Act.DONE,
    Qt.Key.Key_N: Act.NEW_DAY,
    Qt.Key.Key_I: Act.NOT_DONE,
    **dict.fromkeys(_ENTER, Act.OPEN),
}
_ROOM_FOR_BUTTON: Final = 760
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DueList(DataList[DueRow]):
    """`keyed` with an act when its key is pressed on a line, `passed` with 1 or -1 when an arrow key goes further.

    A click only chooses the line, so that the buttons below can be used on it; two open it.
    """

    keyed = Signal(object)
    passed = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column[DueRow]], *, fits_rows: bool = True) -> None:
        super().__init__(name, columns, lambda line: line.key, fits_rows=fits_rows, has_head=False)
        self._button = next((number for number, column in enumerate(columns) if column.is_action), -1)

    def choose_nothing(self) -> None:
        """Another list has the chosen line."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def choose_end(self, step: int) -> None:
        """The first line for who comes from above, the last for who comes from below."""
        self.setCurrentIndex(self.model().index(0 if step > 0 else len(self.rows()) - 1, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the words need the button's room; the bar below has the button too."""
        super().resizeEvent(event)
        if self._button >= 0:
            self.setColumnHidden(self._button, self.width() < theme.active().px(_ROOM_FOR_BUTTON))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_plain = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        on_button = key in _ENTER and self.currentIndex().column() == self._button
        if is_plain and key in _ACT_OF and self.current_row() is not None and not on_button:
            self.keyed.emit(_ACT_OF[key])
        elif is_plain and key in _STEPS and self._is_at_end(_STEPS[key]):
            self.passed.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _is_at_end(self, step: int) -> bool:
        return self.currentIndex().row() == (len(self.rows()) - 1 if step > 0 else 0)
